import type { ReadStudy } from '@corelab/client';
import { text, type TextKey } from '@corelab/ui';

const sexes: Readonly<Record<string, TextKey>> = {
  F: 'strip.female',
  M: 'strip.male',
  O: 'strip.otherSex',
};

/** From this age on the server says no more than that it is above 89. */
const oldest = 90;

/**
 * Sex and age of the subject where the charter lets readers know them: at the current timepoint, else at the first that says
 * them. Null where there is nothing to say.
 */
export function subjectText(
  studies: readonly Pick<ReadStudy, 'current' | 'subject'>[]
): string | null {
  const told = studies.filter(({ subject }) => subject !== undefined);
  const { subject } = told.find(({ current }) => current) ?? told[0] ?? {};
  if (subject === undefined) return null;
  const { sex, ageYears } = subject;
  const sexKey = sex === null ? undefined : sexes[sex];
  const age =
    ageYears === null
      ? null
      : text(ageYears >= oldest ? 'strip.oldest' : 'strip.years', { years: ageYears });
  if (sexKey === undefined) return age;
  return age === null ? text(sexKey) : text('strip.sexAge', { sex: text(sexKey), age });
}

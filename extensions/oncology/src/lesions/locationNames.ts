import { locations } from '@corelab/criteria';
import type { Lesion } from '@corelab/reads';
import { currentLanguage, text, type PickerOption } from '@corelab/ui';
import { locationNamesDe } from './locationNamesDe.js';

type Laterality = Lesion['laterality'];

const byCode = new Map(locations.map(location => [location.code, location]));

/** "Lung, left"; the code itself where the list does not know it. */
export function locationName(code: string | null, laterality: Laterality): string {
  if (code === null) {
    return text('location.none');
  }
  const german = currentLanguage() === 'de' ? locationNamesDe[code] : undefined;
  const label = german ?? byCode.get(code)?.label ?? code;
  return laterality === null
    ? label
    : `${label}, ${text(laterality === 'LEFT' ? 'location.left' : 'location.right')}`;
}

/** Whether the short axis is the one that counts there. */
export function isNodeLocation(code: string | null): boolean {
  return code !== null && byCode.get(code)?.node === true;
}

const separator = '|';

/** Value of a choice: code and side in one. */
export function choiceOf(code: string, laterality: Laterality): string {
  return `${code}${separator}${laterality ?? ''}`;
}

/** The code and side behind a choice. */
export function readChoice(choice: string): { code: string; laterality: Laterality } {
  const [code = '', side] = choice.split(separator);
  return { code, laterality: side === 'LEFT' || side === 'RIGHT' ? side : null };
}

/** Every location, paired ones once per side; those used last come first. The CDISC term finds it in any language. */
export function locationChoices(recent: readonly string[]): PickerOption[] {
  const all = locations.flatMap(({ code, laterality }) =>
    (laterality ? (['LEFT', 'RIGHT'] as const) : ([null] as const)).map(side => ({
      value: choiceOf(code, side),
      label: locationName(code, side),
      searchText: `${code} ${byCode.get(code)?.label ?? ''}`,
    }))
  );
  const first = recent.flatMap(choice => all.filter(({ value }) => value === choice));
  return [...first, ...all.filter(({ value }) => !recent.includes(value))];
}

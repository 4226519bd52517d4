import type { Charter, Mask } from '@corelab/charter';
import type { ClinicalTrial, DeidentificationOptions } from '@corelab/deidentification';

/** How a charter has images de-identified before they are kept. */
export interface DeidentificationRules {
  /** Why images are kept as they come; null: they are de-identified. */
  readonly off: string | null;
  readonly options: DeidentificationOptions;
  /** Words of descriptions by which the charter recognises its series: they stay. */
  readonly words: readonly string[];
  readonly masks: readonly Mask[];
  readonly trial: ClinicalTrial;
}

/** LO (PS3.5, 6.2): 64 characters, no backslash and no control characters. */
const longString = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  text.replaceAll(/[\\\u0000-\u001f\u007f]/g, ' ').slice(0, 64);

/** A charter names no sponsor, and the attribute may not be empty: the trial's id stands there. */
const trialOf = ({ trial }: Charter): ClinicalTrial => ({
  ...{ sponsorName: trial.id, protocolId: trial.id, protocolName: longString(trial.name) },
  ...{ siteId: null, siteName: null },
});

/** What is in a regular expression is no word; what it recognises is noted when the image comes. */
const wordsOf = ({ series }: Charter): string[] => [
  ...new Set(
    series.flatMap(({ role, rules }) => [
      role,
      ...rules.flatMap(({ operator, value }) => (operator === 'matches' ? [] : [value])),
    ])
  ),
];

export const deidentificationRules = (charter: Charter): DeidentificationRules => {
  const { off, masks, ...options } = charter.deidentification;
  return {
    ...{ off: off?.reason ?? null, options, masks },
    ...{ words: wordsOf(charter).sort(), trial: trialOf(charter) },
  };
};

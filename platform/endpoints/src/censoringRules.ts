import { momentOfDay, type Moment } from './moment.js';
import { missedBefore, never, type ProgressionFreeCase } from './progressionFreeCase.js';
import type { EndpointOptions } from './options.js';

export interface CensoringOutcome {
  readonly event: boolean;
  /** Null: the date is not known, and no time is given. */
  readonly at: Moment | null;
}

/** One row of the table. The first row that applies decides. */
export interface CensoringRule {
  /** The `reason` of a result. */
  readonly name: string;
  readonly situation: string;
  readonly outcome: string;
  /** The options that switch the row. */
  readonly options: readonly (keyof EndpointOptions)[];
  readonly source: string;
  /** Null when the row does not apply. */
  decide(subjectCase: ProgressionFreeCase): CensoringOutcome | null;
}

const guidance = 'FDA, Clinical Trial Endpoints for Cancer Drugs and Biologics, 2018, appendix, A';
const iRecist = 'Seymour et al., Lancet Oncol 2017;18:e143';
const convention = 'convention of this suite';

const censored = (at: Moment): CensoringOutcome => ({ event: false, at });

/** Section 16.3 in its order: new therapy, missed assessments, event, last adequate assessment. */
export const conditionalRules: readonly CensoringRule[] = [
  {
    name: 'noBaseline',
    situation: 'no baseline, or baseline incomplete or not evaluable',
    outcome: 'censored at the start (day 1)',
    options: [],
    source: guidance,
    decide: ({ subject }) => (subject.baseline === 'complete' ? null : censored(subject.start)),
  },
  {
    name: 'newTherapy',
    situation: 'new anticancer therapy on or before the day of the event, or without an event',
    outcome: 'censored at the last adequate assessment before the therapy',
    options: ['newTherapy'],
    source: guidance,
    decide({ subject: { newTherapy }, options, event, censoredAt, undated }) {
      if (options.newTherapy === 'ignore' || newTherapy === null || undated) return null;
      return event && event.at.day < newTherapy.day ? null : censored(censoredAt(newTherapy.day));
    },
  },
  {
    name: 'undatedProgression',
    situation: 'progression without a date',
    outcome: 'no time; not in the estimate',
    options: [],
    source: convention,
    decide: ({ undated }) => (undated ? { event: true, at: null } : null),
  },
  {
    name: 'missedAssessments',
    situation: 'progression or death after two or more consecutive missed assessments',
    outcome: 'censored at the last adequate assessment; or an event when the first was missed',
    options: ['missed'],
    source: guidance,
    decide(subjectCase) {
      const { event, options } = subjectCase;
      if (options.missed === 'event' || event === null) return null;
      const { missed, firstMissed } = missedBefore(event, subjectCase, momentOfDay);
      if (!missed) return null;
      return options.missed === 'censor'
        ? censored(subjectCase.censoredAt(event.assessedBefore))
        : { event: true, at: firstMissed };
    },
  },
  {
    name: 'progression',
    situation: 'progression documented, at or between scheduled visits',
    outcome: 'event on the date of the component that shows it first',
    options: [],
    source: guidance,
    decide: ({ event }) => (event?.kind === 'progression' ? { event: true, at: event.at } : null),
  },
  {
    name: 'clinicalProgression',
    situation: 'stopped for progression without images',
    outcome: "event on the day of stopping with clinicalPd 'event', otherwise see stopped",
    options: ['clinicalPd'],
    source: guidance,
    decide: ({ event }) =>
      event?.kind === 'clinicalProgression' ? { event: true, at: event.at } : null,
  },
  {
    name: 'death',
    situation: 'death before the first assessment or between adequate assessments',
    outcome: 'event on the day of death',
    options: [],
    source: guidance,
    decide: ({ event }) => (event?.kind === 'death' ? { event: true, at: event.at } : null),
  },
  {
    name: 'unresolvedProgression',
    situation: 'IUPD or pPD never confirmed and never reset, censored by option',
    outcome: 'censored at the last adequate assessment before the run',
    options: ['unresolvedIupd', 'unresolvedPpd'],
    source: iRecist,
    decide: ({ progression, censoredAt }) =>
      progression?.pending ? censored(censoredAt(never)) : null,
  },
  {
    name: 'noAssessment',
    situation: 'no adequate assessment after baseline, no death',
    outcome: 'censored at the start (day 1)',
    options: [],
    source: guidance,
    decide: ({ lastAdequate, subject }) => (lastAdequate(never) ? null : censored(subject.start)),
  },
  {
    name: 'stopped',
    situation: 'stopped for clinical progression, toxicity or another reason; lost or withdrew',
    outcome: 'censored at the last adequate assessment',
    options: [],
    source: guidance,
    decide: ({ subject, censoredAt }) => (subject.stop ? censored(censoredAt(never)) : null),
  },
];

/** Applies when no rule before it does. */
export const remainingRule = {
  name: 'noEvent',
  situation: 'no progression, alive',
  outcome: 'censored at the last adequate assessment',
  options: ['adequate'],
  source: guidance,
  decide: ({ censoredAt }: ProgressionFreeCase): CensoringOutcome => censored(censoredAt(never)),
} as const satisfies CensoringRule;

/** The whole table. */
export const censoringRules: readonly CensoringRule[] = [...conditionalRules, remainingRule];

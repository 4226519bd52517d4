import { clopperPearson, type Rate } from './clopperPearson.js';
import { kaplanMeier, type SurvivalEstimate } from './kaplanMeier.js';
import { type NumericSummary, numericSummaries, type Spread, spreadOf } from './numericSummary.js';
import type { EndpointOptions } from './options.js';
import type { SpiderPoint, Swimmer } from './plots.js';
import type { Variant } from './responseTimes.js';
import { type SubjectEndpoints, variantOf } from './subjectEndpoints.js';
import { byText } from './textOrder.js';
import { notionsOf } from './vocabularies.js';
import type { TimeToEvent } from './timesToEvent.js';

/** Null: the criterion has no such notion. */
export interface Rates {
  readonly orr: Rate | null;
  readonly dcr: Rate | null;
  readonly clinicalBenefit: Rate | null;
}

/** `undetermined`: subjects whose time no date gives; they are not in the estimate. */
export interface CohortSurvival extends SurvivalEstimate {
  readonly undetermined: number;
}

/** Everybody given is in the analysis set: NE and MISSING stay in the denominators. */
export interface Cohort extends Rates {
  readonly n: number;
  /** Which best response `orr`, `dcr`, `clinicalBenefit`, `dor` and `ttr` use (option `confirmation`). */
  readonly responses: Variant;
  readonly byConfirmation: Readonly<Record<Variant, Rates>>;
  readonly bestOverallResponse: Readonly<Record<Variant, Readonly<Record<string, number>>>>;
  readonly pfs: CohortSurvival;
  readonly os: CohortSurvival;
  readonly dor: CohortSurvival;
  /** Days, responders only. */
  readonly ttr: Spread | null;
  /** Largest increase first. `without`: subjects that have no bar. */
  readonly waterfall: {
    readonly bars: readonly { id: string; changePct: number; response: string }[];
    readonly without: readonly string[];
  };
  readonly spider: readonly { id: string; points: readonly SpiderPoint[] }[];
  /** Longest first. */
  readonly swimmer: readonly ({ id: string } & Swimmer)[];
  readonly numeric: readonly NumericSummary[];
}

type Subjects = readonly SubjectEndpoints[];

function rates(subjects: Subjects, variant: Variant, options: EndpointOptions): Rates {
  const { response, control, benefit } = notionsOf(options);
  const count = (holds: (subject: SubjectEndpoints) => boolean): Rate =>
    clopperPearson(subjects.filter(holds).length, subjects.length, options.alpha);
  const best = (categories: readonly string[] | null): Rate | null =>
    categories &&
    count(({ bestOverallResponse }) => categories.includes(bestOverallResponse[variant].value));
  return {
    orr: best(response),
    dcr: best(control),
    clinicalBenefit: benefit && count(({ clinicalBenefit }) => clinicalBenefit[variant].value),
  };
}

function tally(subjects: Subjects, variant: Variant): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { bestOverallResponse } of subjects) {
    const { value } = bestOverallResponse[variant];
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => byText(a, b)));
}

function survival(times: readonly TimeToEvent[], options: EndpointOptions): CohortSurvival {
  const known = times.flatMap(({ days, event }) => (days === null ? [] : [{ days, event }]));
  return { ...kaplanMeier(known, options), undetermined: times.length - known.length };
}

function waterfall(subjects: Subjects, variant: Variant): Cohort['waterfall'] {
  const bars = subjects.flatMap(({ id, bestOverallResponse, plots }) =>
    plots.waterfall
      ? [
          {
            id,
            changePct: plots.waterfall.changePct,
            response: bestOverallResponse[variant].value,
          },
        ]
      : []
  );
  return {
    bars: bars.sort((a, b) => b.changePct - a.changePct || byText(a.id, b.id)),
    without: subjects
      .filter(({ plots }) => plots.waterfall === null)
      .map(({ id }) => id)
      .sort(byText),
  };
}

/** What the subjects amount to. Their order changes nothing in it. */
export function cohortOf(subjects: Subjects, options: EndpointOptions): Cohort {
  const responses = variantOf(options);
  const byConfirmation = {
    unconfirmed: rates(subjects, 'unconfirmed', options),
    confirmed: rates(subjects, 'confirmed', options),
  };
  return {
    n: subjects.length,
    responses,
    ...byConfirmation[responses],
    byConfirmation,
    bestOverallResponse: {
      unconfirmed: tally(subjects, 'unconfirmed'),
      confirmed: tally(subjects, 'confirmed'),
    },
    pfs: survival(
      subjects.map(({ pfs }) => pfs),
      options
    ),
    os: survival(
      subjects.map(({ os }) => os),
      options
    ),
    dor: survival(
      subjects.flatMap(({ dor }) => (dor ? [dor] : [])),
      options
    ),
    ttr: spreadOf(subjects.flatMap(({ ttr }) => (ttr ? [ttr.days] : []))),
    waterfall: waterfall(subjects, responses),
    spider: subjects
      .map(({ id, plots }) => ({ id, points: plots.spider }))
      .sort((a, b) => byText(a.id, b.id)),
    swimmer: subjects
      .map(({ id, plots }) => ({ id, ...plots.swimmer }))
      .sort((a, b) => (b.end ?? 0) - (a.end ?? 0) || byText(a.id, b.id)),
    numeric: numericSummaries(subjects),
  };
}

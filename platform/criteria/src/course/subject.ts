import { CriterionError } from '../criterion.js';
import { compareDates, dayNumber } from '../dates.js';
import { type LengthScale, lengthScale } from '../decimal.js';
import { findLocation } from '../locations.js';
import type { AssessmentInput, LesionInput, TimepointInput } from '../schemas.js';
import { type Lesions, lesionsOf } from './lesions.js';
import type { Measure } from './measure.js';

export interface Visit {
  readonly id: string;
  readonly date: string | null;
  readonly input: TimepointInput;
  readonly lesions: Lesions;
}

/** A baseline lesion that is followed: what it is stays as it was at baseline (a node stays a node). */
export interface Followed {
  readonly id: string;
  readonly node: boolean;
}

export interface Subject {
  readonly scale: LengthScale;
  readonly baseline: Visit | null;
  /** Without the baseline, in date order. */
  readonly visits: readonly Visit[];
  readonly targets: readonly Followed[];
  readonly nonTargets: readonly Followed[];
}

export function isNode(lesion: LesionInput): boolean {
  return lesion.node ?? findLocation(lesion.location)?.node ?? false;
}

/** Looks up the entry that a lesion has in these visits: the last that names what it was split from, else the first. */
export const splitEntries =
  (history: readonly Visit[]) =>
  (id: string): LesionInput | undefined => {
    const entries = history.flatMap(({ lesions }) => lesions.get(id) ?? []);
    return entries.findLast(({ splitFrom }) => splitFrom) ?? entries[0];
  };

/** The baseline lesion a part goes back to, over any number of splits; null when the chain leads nowhere. */
export function splitRoot(
  lesion: LesionInput,
  lookup: (id: string) => LesionInput | undefined
): string | null {
  const seen = new Set([lesion.id]);
  let parent = lesion.splitFrom;
  while (parent && !seen.has(parent)) {
    seen.add(parent);
    const next = lookup(parent)?.splitFrom;
    if (!next) return parent;
    parent = next;
  }
  return null;
}

/** The listed lesion that carries the measurement of what a lesion merged with; null where the links lead nowhere. */
export function mergeHost(
  lesion: LesionInput,
  lesions: ReadonlyMap<string, LesionInput>
): LesionInput | null {
  const seen = new Set<string>();
  let host: LesionInput | undefined = lesion;
  while (host?.mergedInto) {
    if (seen.has(host.id)) return null;
    seen.add(host.id);
    host = lesions.get(host.mergedInto);
  }
  return host ?? null;
}

function readVisit(input: TimepointInput, index: number): Visit {
  const path = `/timepoints/${index}`;
  const lesions = lesionsOf(input.lesions);
  const ids = new Set<string>();
  input.lesions.forEach((lesion, at) => {
    if (ids.has(lesion.id)) {
      const message = `timepoint ${input.id} lists lesion ${lesion.id} twice`;
      throw new CriterionError('CL_LESION_DUPLICATE', `${path}/lesions/${at}/id`, message);
    }
    if (lesion.date) dayNumber(lesion.date, `${path}/lesions/${at}/date`);
    if (lesion.locallyTreated?.date) {
      dayNumber(lesion.locallyTreated.date, `${path}/lesions/${at}/locallyTreated/date`);
    }
    ids.add(lesion.id);
  });
  if (input.date) dayNumber(input.date, `${path}/date`);
  return { id: input.id, date: input.date ?? null, input, lesions };
}

/** Rules compare lengths that the criterion does not sum, too: a short axis with the limit of nodes. */
function* numbers(
  input: AssessmentInput,
  { recorded }: Pick<Measure, 'recorded'>
): Generator<number> {
  for (const { lesions } of input.timepoints) {
    for (const lesion of lesions) {
      const { longestDiameterMm, shortAxisMm, perpendicularDiameterMm, sliceThicknessMm } = lesion;
      const lengths = [longestDiameterMm, shortAxisMm, perpendicularDiameterMm, sliceThicknessMm];
      for (const value of [...recorded(lesion), ...lengths])
        if (typeof value === 'number') yield value;
    }
  }
}

/**
 * Orders and checks one subject. The scale keeps the decimals of every length, of the other numbers that
 * `measure.recorded` names and of `constants`, those of the parameters. Throws on duplicate ids, dates that don't
 * exist, or a visit before the baseline.
 */
export function readSubject(
  input: AssessmentInput,
  measure: Pick<Measure, 'recorded'>,
  constants: readonly number[]
): Subject {
  const visits = input.timepoints.map(readVisit);
  const ids = new Set<string>();
  visits.forEach(({ id }, index) => {
    if (ids.has(id)) {
      throw new CriterionError(
        'CL_TIMEPOINT_DUPLICATE',
        `/timepoints/${index}/id`,
        `timepoint ${id} is given twice`
      );
    }
    ids.add(id);
  });
  const marked = visits.filter(({ input: { kind } }) => kind === 'baseline');
  if (marked.length > 1) {
    const names = marked.map(({ id }) => id).join(', ');
    throw new CriterionError(
      'CL_TIMEPOINT_ORDER',
      '/timepoints',
      `more than one baseline: ${names}`
    );
  }
  const undated = visits.find(({ date }) => date === null);
  if (undated && visits.some(({ date }) => date !== null)) {
    const path = `/timepoints/${visits.indexOf(undated)}/date`;
    throw new CriterionError(
      'CL_DATE',
      path,
      `timepoint ${undated.id} has no date while others have one`
    );
  }
  // Of one date in the order that they were given in: a sort keeps it.
  const ordered = [...visits].sort((a, b) => compareDates(a.date, b.date));
  const baseline = marked[0] ?? ordered[0] ?? null;
  const early = ordered.find(({ date }) => compareDates(date, baseline?.date ?? null) < 0);
  if (early) {
    const path = `/timepoints/${visits.indexOf(early)}/date`;
    throw new CriterionError(
      'CL_TIMEPOINT_ORDER',
      path,
      `timepoint ${early.id} is before the baseline`
    );
  }
  const roster = (role: LesionInput['role']): Followed[] =>
    baseline?.lesions.list
      .filter(lesion => lesion.role === role && !lesion.splitFrom)
      .map(lesion => ({ id: lesion.id, node: isNode(lesion) })) ?? [];
  return {
    scale: lengthScale([...constants, ...numbers(input, measure)]),
    baseline,
    visits: ordered.filter(visit => visit !== baseline),
    targets: roster('target'),
    nonTargets: roster('non-target'),
  };
}

import type { NonTargetCategory, TargetCategory } from '../course/categories.js';
import type { Sum } from '../course/burden.js';
import { type NewLesionVisit, newLesionSum } from './newLesionCourse.js';
import type { Parameters } from './parameters.js';

export type RunPart = 'target' | 'nonTarget' | 'newLesion';

/** A run of unconfirmed progression: opened by an iUPD, closed by confirmation or by leaving it. */
export interface Run {
  readonly openedBy: string;
  /** Day of its first iUPD; null without a date. */
  readonly startDay: number | null;
  readonly parts: ReadonlySet<RunPart>;
  /** Sum at the first iUPD, and the smallest since; null while no sum of the run was complete. */
  readonly firstSum: bigint | null;
  readonly leastSum: bigint | null;
  /**
   * New lesions that are not further ones: those there, or not judged, when new lesions joined the run; every one
   * counted before where they did not. Those of the run that are measured, and their smallest sum.
   */
  readonly joined: ReadonlySet<string>;
  readonly joinedTargets: readonly string[];
  readonly leastNewSum: bigint | null;
  /** Smallest diameters of new non-target lesions. */
  readonly leastNonTarget: ReadonlyMap<string, bigint>;
  /** The last visit of the run that could be judged; NE: its targets never could. */
  readonly last: {
    readonly target: TargetCategory;
    readonly newSum: bigint | null;
    readonly present: readonly string[];
  };
}

/** What of one visit bears on the run. */
export interface RunVisit {
  readonly id: string;
  readonly day: number | null;
  readonly target: TargetCategory;
  readonly sum: Sum;
  readonly nonTarget: NonTargetCategory;
  readonly ntFurther: boolean | null;
  readonly newLesions: NewLesionVisit;
  readonly nlntFurther: boolean | null;
  readonly newSymptom: boolean;
}

export interface RunRules extends Pick<
  Parameters,
  'confirmRef' | 'leaveRule' | 'windowMinDays' | 'windowToleranceDays' | 'windowMaxDays'
> {
  /** Five millimetres in the subject's scale. */
  readonly growth: bigint;
}

/** One test that says the progression is confirmed: step a to d of the state machine. */
export interface Confirmation {
  readonly rule: string;
  readonly part: RunPart;
  readonly text: string;
  /** Growth compared with the threshold, scaled; null where no number decided. */
  readonly growth: bigint | null;
}

/** When the scan was done, against the window of confirmation. */
export type WindowState = 'met' | 'early' | 'late' | 'unknown';

/** Best first; NE and NA are none of them. */
const better: readonly TargetCategory[] = ['CR', 'PR', 'SD', 'PD'];

/** Growth of the target sum within the run that confirmation is counted from, scaled; null without a reference. */
export function targetGrowth(
  run: Run,
  { sum }: Pick<RunVisit, 'sum'>,
  rules: Pick<RunRules, 'confirmRef'>
): bigint | null {
  const from = rules.confirmRef === 'runMin' ? run.leastSum : run.firstSum;
  return from === null ? null : sum.known - from;
}

/** Growth of the run's new target lesions over their smallest sum in it, scaled; null without one. */
export function newTargetGrowth(run: Run, { newLesions }: RunVisit): bigint | null {
  const sum = newLesionSum(newLesions.course, run.joinedTargets);
  return run.leastNewSum === null ? null : sum.known - run.leastNewSum;
}

/** New lesions of a visit that its run does not know: those of an earlier visit too early to confirm among them. */
function furtherLesions({ joined }: Run, { newLesions }: RunVisit): string[] {
  return newLesions.present.filter(id => !joined.has(id));
}

function newLesionConfirmation(run: Run, visit: RunVisit, rules: RunRules): Confirmation | null {
  const part = 'newLesion';
  const rule = 'run.confirmed.newLesion';
  const further = furtherLesions(run, visit);
  if (further.length > 0) {
    return { rule, part, text: `Further new lesion: ${further.join(', ')}.`, growth: null };
  }
  const growth = newTargetGrowth(run, visit);
  if (growth !== null && growth >= rules.growth) {
    return { rule, part, text: 'The new target lesions grew at least 5 mm in the run.', growth };
  }
  const nonTarget = newNonTargetGrowth(run, visit);
  return nonTarget
    ? { rule, part, text: 'A new non-target lesion grew within the run.', growth: null }
    : null;
}

/** Whether a new non-target lesion grew at all: as the reader answers, else by state and diameters. */
function newNonTargetGrowth(run: Run, { newLesions, nlntFurther }: RunVisit): boolean {
  if (nlntFurther !== null) return nlntFurther;
  if (newLesions.progressed.some(id => run.joined.has(id))) return true;
  return [...newLesions.nonTargetSizes].some(([id, size]) => {
    const least = run.leastNonTarget.get(id);
    return least !== undefined && size > least;
  });
}

/** Steps a to d in their order; null when none is true. Step a is not tested when the targets are NE, b not with NT. */
export function confirmation(run: Run, visit: RunVisit, rules: RunRules): Confirmation | null {
  const { parts } = run;
  if (parts.has('target') && visit.target === 'PD') {
    const growth = targetGrowth(run, visit, rules);
    if (growth !== null && growth >= rules.growth) {
      const since = rules.confirmRef === 'runMin' ? 'its smallest value in' : 'the first iUPD of';
      const text = `The sum grew at least 5 mm over ${since} the run.`;
      return { rule: 'run.confirmed.target', part: 'target', text, growth };
    }
  }
  if (parts.has('nonTarget') && visit.nonTarget !== 'NE' && visit.ntFurther === true) {
    const text = 'The non-target disease that opened the run grew further.';
    return { rule: 'run.confirmed.nonTarget', part: 'nonTarget', text, growth: null };
  }
  const newLesion = parts.has('newLesion') ? newLesionConfirmation(run, visit, rules) : null;
  if (newLesion) return newLesion;
  const other = (part: RunPart, what: string): Confirmation => ({
    rule: 'run.confirmed.otherCategory',
    part,
    text: `Progression in a category that was not yet in the run: ${what}.`,
    growth: null,
  });
  if (!parts.has('target') && visit.target === 'PD') return other('target', 'targets');
  if (!parts.has('nonTarget') && visit.nonTarget === 'PD') return other('nonTarget', 'non-targets');
  if (parts.has('newLesion')) return null;
  const first = furtherLesions(run, visit);
  const what = first.length > 0 ? `new lesion ${first.join(', ')}` : visit.newLesions.event;
  return what === null ? null : other('newLesion', what);
}

/** Days since the first iUPD of the run; null without either date. */
export function daysInRun({ startDay }: Run, { day }: RunVisit): number | null {
  return startDay === null || day === null ? null : day - startDay;
}

export function windowState(run: Run, visit: RunVisit, rules: RunRules): WindowState {
  const { windowMinDays, windowToleranceDays, windowMaxDays } = rules;
  const after = daysInRun(run, visit);
  if (after === null) return 'unknown';
  const symptomatic = visit.newSymptom && furtherLesions(run, visit).length > 0;
  if (after < windowMinDays - windowToleranceDays && !symptomatic) return 'early';
  return windowMaxDays !== null && after > windowMaxDays + windowToleranceDays ? 'late' : 'met';
}

export function openRun(parts: ReadonlySet<RunPart>, visit: RunVisit): Run {
  const { newLesions } = visit;
  const { targets, counted } = newLesions.course;
  const byNewLesions = parts.has('newLesion');
  const joinedTargets = byNewLesions ? targets.map(({ id }) => id) : [];
  const newSum = newLesionSum(newLesions.course, joinedTargets);
  const sum = visit.sum.complete ? visit.sum.known : null;
  return {
    openedBy: visit.id,
    startDay: visit.day,
    parts,
    firstSum: sum,
    leastSum: sum,
    joined: byNewLesions ? new Set([...newLesions.present, ...newLesions.missing]) : counted,
    joinedTargets,
    leastNewSum: newSum.complete && joinedTargets.length > 0 ? newSum.known : null,
    leastNonTarget: newLesions.nonTargetSizes,
    last: {
      target: visit.target,
      newSum: newSum.complete ? newSum.known : null,
      present: newLesions.present,
    },
  };
}

const least = (a: bigint | null, b: Sum): bigint | null =>
  b.complete && (a === null || b.known < a) ? b.known : a;

/** The run after a visit that left it open; `counts`: the visit's sums enter its references. */
export function keepRun(run: Run, visit: RunVisit, counts: boolean): Run {
  const newSum = newLesionSum(visit.newLesions.course, run.joinedTargets);
  const last = {
    target: visit.target === 'NE' ? run.last.target : visit.target,
    newSum: newSum.complete ? newSum.known : run.last.newSum,
    present: visit.newLesions.missing.length > 0 ? run.last.present : visit.newLesions.present,
  };
  if (!counts) return { ...run, last };
  const leastNonTarget = new Map(run.leastNonTarget);
  for (const [id, size] of visit.newLesions.nonTargetSizes) {
    const before = leastNonTarget.get(id);
    if (before === undefined || size < before) leastNonTarget.set(id, size);
  }
  const hasNewTargets = run.joinedTargets.length > 0;
  return {
    ...run,
    firstSum: run.firstSum ?? (visit.sum.complete ? visit.sum.known : null),
    leastSum: least(run.leastSum, visit.sum),
    leastNewSum: hasNewTargets ? least(run.leastNewSum, newSum) : null,
    leastNonTarget,
    last,
  };
}

/** What got better since the last visit of a run that only new lesions keep open; null when nothing did. */
export function improvement(run: Run, visit: RunVisit): string | null {
  const { last, joinedTargets } = run;
  if (better.indexOf(visit.target) < better.indexOf(last.target)) {
    return `the target response improved from ${last.target} to ${visit.target}`;
  }
  const gone = last.present.filter(id => visit.newLesions.gone.includes(id));
  if (gone.length > 0) return `${gone.join(', ')} ${gone.length === 1 ? 'is' : 'are'} gone`;
  const sum = newLesionSum(visit.newLesions.course, joinedTargets);
  if (sum.complete && last.newSum !== null && sum.known < last.newSum) {
    return 'the new target lesions shrank';
  }
  return null;
}

/** A new lesion of the run could not be judged at this visit. */
export function newLesionsUnknown(run: Run, { newLesions }: RunVisit): boolean {
  return (
    newLesions.missing.some(id => run.joined.has(id)) ||
    !newLesionSum(newLesions.course, run.joinedTargets).complete
  );
}

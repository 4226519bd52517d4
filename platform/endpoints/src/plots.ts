import type { BestResponses } from './bestResponse.js';
import { changeFrom } from './changeFromBaseline.js';
import type { Moment } from './moment.js';
import { studyDay } from './studyDay.js';
import type { Subject } from './subject.js';

export interface SpiderPoint {
  readonly day: number;
  readonly value: number;
  readonly changePct: number;
}

export type SwimmerMarkKind = 'response' | 'progression' | 'newTherapy' | 'stop' | 'death';

/** One bar; days are study days, the start is day 1. */
export interface Swimmer {
  /** Death, or the last day known alive; null when nothing shows one after the start. */
  readonly end: number | null;
  /** Alive without progression, new therapy or stop at the end. */
  readonly ongoing: boolean;
  /** From the day of a response to the next one, or the end. */
  readonly segments: readonly { from: number; to: number; response: string }[];
  readonly marks: readonly { kind: SwimmerMarkKind; day: number }[];
}

export interface SubjectPlots {
  /** Least change of the burden among visits that enter best response; null without baseline or visit. */
  readonly waterfall: { readonly changePct: number; readonly date: string | null } | null;
  readonly spider: readonly SpiderPoint[];
  readonly swimmer: Swimmer;
}

interface Milestones {
  readonly respondedAt: Moment | null;
  readonly progressedAt: Moment | null;
  readonly ongoing: boolean;
}

/** A burden with its change in per cent; none of them without either, or from a baseline of 0. */
function changed(
  baseline: number | null,
  burden: number | null
): readonly Pick<SpiderPoint, 'value' | 'changePct'>[] {
  if (baseline === null || burden === null) return [];
  const { changePct } = changeFrom(baseline, burden);
  return changePct === null ? [] : [{ value: burden, changePct }];
}

function waterfallOf({ baselineBurden }: Subject, best: BestResponses): SubjectPlots['waterfall'] {
  let lowest: SubjectPlots['waterfall'] = null;
  for (const { visit } of best.visits)
    for (const { changePct } of changed(baselineBurden, visit.burden))
      if (lowest === null || changePct < lowest.changePct)
        lowest = { changePct, date: visit.at?.date ?? null };
  return lowest;
}

function spiderOf({ start, baselineAt, baselineBurden, visits }: Subject): SpiderPoint[] {
  const read = [{ at: baselineAt, burden: baselineBurden }, ...visits];
  return read.flatMap(({ at, burden }) =>
    at === null
      ? []
      : changed(baselineBurden, burden).map(one => ({ day: studyDay(start, at), ...one }))
  );
}

function swimmerOf(
  { start, visits, knownAlive, death, newTherapy, stop }: Subject,
  { respondedAt, progressedAt, ongoing }: Milestones
): Swimmer {
  const last = death ?? knownAlive;
  const end = last && last.day >= start.day ? studyDay(start, last) : null;
  const answered = visits.flatMap(({ at, done, response }) =>
    at && done && response !== null ? [{ from: studyDay(start, at), response }] : []
  );
  const marks: [SwimmerMarkKind, Moment | null | undefined][] = [
    ['response', respondedAt],
    ['progression', progressedAt],
    ['newTherapy', newTherapy],
    ['stop', stop?.at],
    ['death', death],
  ];
  return {
    end,
    ongoing: ongoing && death === null && newTherapy === null && stop === null,
    segments: answered.map(({ from, response }, index) => ({
      from,
      to: answered[index + 1]?.from ?? end ?? from,
      response,
    })),
    marks: marks.flatMap(([kind, at]) => (at ? [{ kind, day: studyDay(start, at) }] : [])),
  };
}

/** One subject's waterfall bar, spider line and swimmer lane. */
export function subjectPlots(
  subject: Subject,
  best: BestResponses,
  milestones: Milestones
): SubjectPlots {
  return {
    waterfall: waterfallOf(subject, best),
    spider: spiderOf(subject),
    swimmer: swimmerOf(subject, milestones),
  };
}

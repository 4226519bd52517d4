import type { TargetState } from '../course/lesionState.js';
import { targetState } from '../course/lesionState.js';
import { countedAxis } from '../course/measure.js';
import type { NewLesionRating } from '../course/newLesionRating.js';
import { type NewTargetLimits, takeNewTargets } from '../course/newTargets.js';
import { stateRules } from '../course/baseline.js';
import type { CourseSubject } from '../course/courseRules.js';
import { type Followed, isNode, type Visit } from '../course/subject.js';
import { meetsPd } from '../course/targetRating.js';

export interface PartialSum {
  readonly known: bigint;
  readonly complete: boolean;
}

/** New lesions of a subject up to and including one visit. */
export interface NewLesionCourse {
  /** New target lesions in the order they were taken. */
  readonly targets: readonly Followed[];
  readonly targetStates: ReadonlyMap<string, TargetState>;
  /** Every new lesion that was unequivocal so far. */
  readonly counted: ReadonlySet<string>;
  /** Smallest complete sum of the new targets since the last of them was taken; null without one. */
  readonly nadir: bigint | null;
}

export const noNewLesions: NewLesionCourse = {
  targets: [],
  targetStates: new Map(),
  counted: new Set(),
  nadir: null,
};

/** What the new lesions do at one visit. */
export interface NewLesionVisit {
  readonly course: NewLesionCourse;
  /** Unequivocal ones that no earlier visit had. */
  readonly another: readonly string[];
  /** Unequivocal now. */
  readonly present: readonly string[];
  readonly gone: readonly string[];
  readonly missing: readonly string[];
  /** Diameters of new non-target lesions that were measured, by id. */
  readonly nonTargetSizes: ReadonlyMap<string, bigint>;
  /** New non-target lesions the reader marks as progressed. */
  readonly progressed: readonly string[];
  /** What makes it progression outside a run, in words; null when nothing does. */
  readonly event: string | null;
}

/** Sum of the new target lesions named; one not known at this visit makes it incomplete. */
export function newLesionSum({ targetStates }: NewLesionCourse, ids: Iterable<string>): PartialSum {
  let known = 0n;
  let complete = true;
  for (const id of ids) {
    const state = targetStates.get(id);
    known += state?.known ?? 0n;
    complete &&= state?.complete ?? false;
  }
  return { known, complete };
}

/** `history` is baseline to this visit; `before` is the course up to the visit before it. */
export function followNewLesions(
  visit: Visit,
  history: readonly Visit[],
  { perLesion }: NewLesionRating,
  before: NewLesionCourse,
  subject: CourseSubject,
  limits: NewTargetLimits
): NewLesionVisit {
  const where = (wanted: string) =>
    [...perLesion].filter(([, state]) => state === wanted).map(([id]) => id);
  const present = where('YES');
  const another = present.filter(id => !before.counted.has(id));
  const firstSeen = another.flatMap(id => visit.lesions.get(id) ?? []);
  const seenBefore = before.targets.flatMap(
    ({ id }) => history.flatMap(one => one.lesions.get(id) ?? [])[0] ?? []
  );
  const added = takeNewTargets(firstSeen, before.targets, seenBefore, subject, limits);
  const targets = [...before.targets, ...added];
  const targetStates = new Map(
    targets.map(target => [target.id, targetState(target, history, stateRules(subject))])
  );
  const counted = new Set([...before.counted, ...present]);
  const ids = targets.map(({ id }) => id);
  const sum = newLesionSum({ ...before, targetStates }, ids);
  const lower = (nadir: bigint | null): bigint | null =>
    sum.complete && ids.length > 0 && (nadir === null || sum.known < nadir) ? sum.known : nadir;
  const isNonTarget = (id: string): boolean => !ids.includes(id);
  const progressed = [...visit.lesions.values()]
    .filter(({ id, status, role }) => role === 'new' && status === 'progressed' && counted.has(id))
    .map(({ id }) => id)
    .filter(isNonTarget);
  const sizes = present.filter(isNonTarget).flatMap((id): [string, bigint][] => {
    const lesion = visit.lesions.get(id);
    const axis = lesion ? countedAxis(lesion, isNode(lesion)) : null;
    return axis === null ? [] : [[id, subject.scale.of(axis)]];
  });
  const known = newLesionSum(
    { ...before, targetStates },
    before.targets.map(({ id }) => id)
  );
  const grew =
    before.nadir !== null &&
    meetsPd(known.known, before.nadir, subject.scale, subject.rules.target);
  const again = progressed.filter(id => before.counted.has(id));
  const event =
    another.length > 0
      ? `new lesion ${another.join(', ')}`
      : grew
        ? `new target lesions sum to ${subject.scale.toMm(known.known)} mm, at least 20 % and 5 mm over their nadir of ${subject.scale.toMm(before.nadir ?? 0n)} mm`
        : again.length > 0
          ? `unequivocal progression of new lesion ${again.join(', ')}`
          : null;
  return {
    course: {
      targets,
      targetStates,
      counted,
      nadir: lower(added.length > 0 ? null : before.nadir),
    },
    another,
    present,
    gone: where('NO'),
    missing: where('NE'),
    nonTargetSizes: new Map(sizes),
    progressed,
    event,
  };
}

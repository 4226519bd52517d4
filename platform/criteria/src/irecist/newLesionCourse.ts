import { targetState } from '../course/lesionState.js';
import { countedAxis } from '../course/measure.js';
import { type Sum, sumOf, type TargetStates } from '../course/burden.js';
import type { NewLesionRating } from '../course/newLesionRating.js';
import { type NewTargetLimits, takeNewTargets } from '../course/newTargets.js';
import { stateRules } from '../course/baseline.js';
import type { CourseSubject } from '../course/courseRules.js';
import { type Followed, isNode, type Visit } from '../course/subject.js';
import { meetsPd } from '../course/targetRating.js';

/** New lesions of a subject up to and including one visit. */
export interface NewLesionCourse {
  /** New target lesions in the order they were taken. */
  readonly targets: readonly Followed[];
  readonly targetStates: TargetStates;
  /** Every new lesion that was unequivocal so far. */
  readonly counted: ReadonlySet<string>;
  /** Smallest complete sum of the new targets since the last of them was taken; null without one. */
  readonly nadir: bigint | null;
}

export const noNewLesions: NewLesionCourse = {
  targets: [],
  targetStates: [],
  counted: new Set(),
  nadir: null,
};

/** What the new lesions do at one visit. */
export interface NewLesionVisit {
  readonly course: NewLesionCourse;
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
export const newLesionSum = (
  { targetStates }: Pick<NewLesionCourse, 'targetStates'>,
  ids: Iterable<string>
): Sum => sumOf(targetStates, new Set(ids));

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
  const { recordedNew } = visit.lesions;
  const firstSeen = recordedNew.filter(({ id }) => another.includes(id));
  const seenBefore = before.targets.flatMap(({ id }) =>
    history.flatMap(one => one.lesions.get(id) ?? []).slice(0, 1)
  );
  const added = takeNewTargets(firstSeen, before.targets, seenBefore, subject, limits);
  const targets = [...before.targets, ...added];
  const targetStates = targets.map(target => targetState(target, history, stateRules(subject)));
  const counted = new Set([...before.counted, ...present]);
  const ids = targets.map(({ id }) => id);
  const sum = newLesionSum({ targetStates }, ids);
  const lower = (nadir: bigint | null): bigint | null =>
    sum.complete && ids.length > 0 && (nadir === null || sum.known < nadir) ? sum.known : nadir;
  const isNonTarget = (id: string): boolean => !ids.includes(id);
  const nonTargets = recordedNew.filter(({ id }) => isNonTarget(id));
  const progressed = nonTargets
    .filter(({ id, status }) => status === 'progressed' && counted.has(id))
    .map(({ id }) => id);
  const sizes = nonTargets.flatMap((lesion): [string, bigint][] => {
    const axis = present.includes(lesion.id) ? countedAxis(lesion, isNode(lesion)) : null;
    return axis === null ? [] : [[lesion.id, subject.scale.of(axis)]];
  });
  const known = newLesionSum(
    { targetStates },
    before.targets.map(({ id }) => id)
  );
  const grew =
    before.nadir !== null &&
    meetsPd(known.known, before.nadir, subject.scale, subject.rules.target);
  const event =
    another.length > 0
      ? `new lesion ${another.join(', ')}`
      : grew
        ? `new target lesions sum to ${subject.scale.toMm(known.known)} mm, at least 20 % and 5 mm over their nadir of ${subject.scale.toMm(before.nadir ?? 0n)} mm`
        : progressed.length > 0
          ? `unequivocal progression of new lesion ${progressed.join(', ')}`
          : null;
  return {
    course: {
      targets,
      targetStates,
      counted,
      nadir: lower(added.length > 0 ? null : before.nadir),
    },
    present,
    gone: where('NO'),
    missing: where('NE'),
    nonTargetSizes: new Map(sizes),
    progressed,
    event,
  };
}

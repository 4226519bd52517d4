import type { TargetState } from '../course/lesionState.js';
import { targetState } from '../course/lesionState.js';
import { countedAxis } from '../course/measure.js';
import type { NewLesionRating } from '../course/newLesionRating.js';
import { stateRules } from '../course/baseline.js';
import type { CourseSubject } from '../course/courseRules.js';
import { type Followed, isNode, type Visit } from '../course/subject.js';
import { meetsPd } from '../course/targetRating.js';
import { findLocation } from '../locations.js';
import type { LesionInput } from '../schemas.js';
import type { LesionOwn } from './inputs.js';

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

function organOf(lesion: LesionInput): string {
  return isNode(lesion)
    ? 'LYMPH NODES'
    : (findLocation(lesion.location)?.organ ?? lesion.location ?? lesion.id);
}

export interface NewTargetLimits {
  readonly maxNewTargets: number;
  readonly maxNewTargetsPerOrgan: number;
}

interface Taken extends Followed {
  readonly organ: string;
}

function isMeasurable(lesion: LesionInput, { scale, rules }: CourseSubject): boolean {
  const node = isNode(lesion);
  const axis = countedAxis(lesion, node);
  return (
    axis !== null && scale.of(axis) >= scale.of(node ? rules.nodeLimits(lesion).targetFromMm : 10)
  );
}

/** New lesions first seen now that are followed by measurement: as stated, else the largest within the limits. */
export function takeNewTargets(
  lesions: readonly LesionInput[],
  before: readonly Followed[],
  earlier: readonly LesionInput[],
  subject: CourseSubject,
  { maxNewTargets, maxNewTargetsPerOrgan }: NewTargetLimits
): Followed[] {
  const size = (lesion: LesionInput): number => countedAxis(lesion, isNode(lesion)) ?? 0;
  const kind = (lesion: LesionInput) => (lesion as LesionOwn).newLesionKind ?? null;
  const organs = earlier.filter(({ id }) => before.some(one => one.id === id)).map(organOf);
  const taken: Taken[] = [];
  const candidates = [...lesions].sort(
    (a, b) =>
      Number(kind(b) === 'target') - Number(kind(a) === 'target') ||
      size(b) - size(a) ||
      (a.id < b.id ? -1 : 1)
  );
  for (const lesion of candidates) {
    const organ = organOf(lesion);
    const stated = kind(lesion);
    const inOrgan = [...organs, ...taken.map(one => one.organ)].filter(one => one === organ);
    const fits =
      before.length + taken.length < maxNewTargets && inOrgan.length < maxNewTargetsPerOrgan;
    if (stated === 'non-target' || (stated === null && !(fits && isMeasurable(lesion, subject))))
      continue;
    taken.push({ id: lesion.id, node: isNode(lesion), organ });
  }
  return taken.map(({ id, node }) => ({ id, node }));
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
    targets.map(target => [
      target.id,
      targetState(target, history, before.targetStates.get(target.id), stateRules(subject)),
    ])
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

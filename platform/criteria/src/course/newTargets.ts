import { type Static, Type } from '@sinclair/typebox';
import type { LesionInput } from '../schemas.js';
import type { CourseSubject } from './courseRules.js';
import { countedAxis } from './measure.js';
import { organOf } from './selection.js';
import { type Followed, isNode } from './subject.js';

/** What a criterion that measures new lesions takes of a lesion beside RECIST 1.1's. */
export const NewLesionInputs = Type.Object({
  newLesionKind: Type.Optional(
    Type.Union([Type.Literal('target'), Type.Literal('non-target'), Type.Null()], {
      description:
        'New lesions only: followed by measurement (target) or by judgement. Without it the size limits and numbers of targets decide when the lesion is first seen.',
    })
  ),
});
type LesionOwn = Static<typeof NewLesionInputs>;

export interface NewTargetLimits {
  readonly maxNewTargets: number;
  readonly maxNewTargetsPerOrgan: number;
}

interface Taken extends Followed {
  readonly organ: string;
}

/** One whose location is not given is in an organ of its own. */
const organ = (lesion: LesionInput): string => organOf(lesion) ?? lesion.id;

const size = (lesion: LesionInput): number => countedAxis(lesion, isNode(lesion)) ?? 0;

function isMeasurable(lesion: LesionInput, { scale, rules }: CourseSubject): boolean {
  const from = isNode(lesion) ? rules.nodeLimits(lesion).targetFromMm : 10;
  return scale.of(size(lesion)) >= scale.of(from);
}

/** New lesions first seen now that are followed by measurement: as stated, else the largest within the limits. */
export function takeNewTargets(
  lesions: readonly LesionInput[],
  before: readonly Followed[],
  earlier: readonly LesionInput[],
  subject: CourseSubject,
  { maxNewTargets, maxNewTargetsPerOrgan }: NewTargetLimits
): Followed[] {
  const kind = (lesion: LesionInput) => (lesion as LesionOwn).newLesionKind ?? null;
  const organs = earlier.filter(({ id }) => before.some(one => one.id === id)).map(organ);
  const taken: Taken[] = [];
  const candidates = [...lesions].sort(
    (a, b) =>
      Number(kind(b) === 'target') - Number(kind(a) === 'target') ||
      size(b) - size(a) ||
      (a.id < b.id ? -1 : 1)
  );
  for (const lesion of candidates) {
    const where = organ(lesion);
    const stated = kind(lesion);
    const inOrgan = [...organs, ...taken.map(one => one.organ)].filter(one => one === where);
    const fits =
      before.length + taken.length < maxNewTargets && inOrgan.length < maxNewTargetsPerOrgan;
    if (stated === 'non-target' || (stated === null && !(fits && isMeasurable(lesion, subject))))
      continue;
    taken.push({ id: lesion.id, node: isNode(lesion), organ: where });
  }
  return taken.map(({ id, node }) => ({ id, node }));
}

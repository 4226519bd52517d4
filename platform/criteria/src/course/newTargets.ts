import { type Static, Type } from '@sinclair/typebox';
import { findLocation } from '../locations.js';
import type { LesionInput } from '../schemas.js';
import type { CourseSubject } from './courseRules.js';
import { countedAxis } from './measure.js';
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

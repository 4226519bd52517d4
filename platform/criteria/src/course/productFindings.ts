import type { Finding, LesionInput } from '../schemas.js';
import { finding } from './baselineFindings.js';
import type { Subject, Visit } from './subject.js';

function measured(lesion: LesionInput, isParent: boolean, source: string): Finding[] {
  const { id } = lesion;
  const say = (rule: string, text: string): Finding[] => [finding(rule, 'block', id, text, source)];
  const longest = lesion.longestDiameterMm ?? null;
  const perpendicular = lesion.perpendicularDiameterMm ?? null;
  const hasState =
    lesion.evaluable === false ||
    lesion.tooSmallToMeasure === true ||
    lesion.status === 'absent' ||
    Boolean(lesion.mergedInto);
  if (longest && lesion.status === 'absent')
    return say(
      'measurement.contradiction',
      `${id}: ${longest} mm, yet absent; it counts as not evaluable.`
    );
  if (hasState || isParent || longest === 0) return [];
  if (longest === null && perpendicular === null)
    return say('measurement.missing', `${id} has neither a measurement nor a state.`);
  if (longest === null)
    return say('measurement.longestDiameterMissing', `${id}: the longest diameter is missing.`);
  return perpendicular === null
    ? say(
        'measurement.perpendicularMissing',
        `${id}: the product needs the perpendicular diameter, which is missing.`
      )
    : [];
}

/** What is wrong with the lesions of one visit where a criterion takes products of diameters. */
export function productFindings(visit: Visit, subject: Subject, source: string): Finding[] {
  const { targets, nonTargets } = subject;
  const targetIds = new Set(targets.map(({ id }) => id));
  const lesions = visit.lesions.list;
  const found = lesions.flatMap((lesion): Finding[] => {
    const isParent = lesions.some(({ splitFrom }) => splitFrom === lesion.id);
    const { id, role, splitFrom } = lesion;
    if (targetIds.has(id) || (splitFrom && targetIds.has(splitFrom)))
      return measured(lesion, isParent, source);
    const followed = nonTargets.some(one => one.id === id);
    if (role !== 'new' && !followed && !splitFrom) {
      const text = `${id} is ${role} but not in the baseline; it is not used.`;
      return [finding('lesion.notAtBaseline', 'block', id, text, source)];
    }
    return [];
  });
  return found;
}

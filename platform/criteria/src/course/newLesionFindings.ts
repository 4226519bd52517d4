import type { Finding } from '../schemas.js';
import { finding } from './baselineFindings.js';
import type { CourseSubject } from './courseRules.js';
import { hasState } from './measurementFindings.js';
import { newLesionsOf } from './newLesionRating.js';
import type { NodeLimitsOf } from './nodeLimits.js';
import { nodes, reading } from './sources.js';
import { isNode, type Visit } from './subject.js';

/** New lesions that say nothing, or nodes that are none by their size. */
export function newLesionFindings(
  visit: Visit,
  history: readonly Visit[],
  { scale, measure }: Pick<CourseSubject, 'scale' | 'measure'>,
  nodeLimits: NodeLimitsOf
): Finding[] {
  return newLesionsOf(visit, history).flatMap((lesion): Finding[] => {
    const { id } = lesion;
    const axis = lesion.shortAxisMm ?? null;
    const from = nodeLimits(lesion).newFromMm;
    if (isNode(lesion) && !axis && lesion.tooSmallToMeasure && from > 0) {
      const text = `${id}: a node too small to measure is of normal size, and not a new lesion.`;
      return [finding('newLesion.nodeNormal', 'warning', id, text, nodes)];
    }
    if (isNode(lesion) && axis !== null && axis > 0) {
      if (scale.of(axis) < scale.of(from)) {
        return [
          finding(
            'newLesion.nodeNormal',
            'warning',
            id,
            `${id}: a node under ${from} mm short axis (${axis} mm) is not a new lesion.`,
            nodes
          ),
        ];
      }
      const before = history
        .slice(0, -1)
        .map(({ lesions }) => lesions.get(id)?.shortAxisMm ?? null)
        .filter(value => value !== null)
        .at(-1);
      if (
        before !== undefined &&
        before < from &&
        scale.of(axis) - scale.of(before) < scale.of(5)
      ) {
        return [
          finding(
            'newLesion.nodeCaution',
            'warning',
            id,
            `${id}: ${before} to ${axis} mm alone is little; look again before calling it new.`,
            nodes
          ),
        ];
      }
    }
    const noValue = !lesion.status && !hasState(lesion) && axis === null;
    if (isNode(lesion) && noValue && measure.value(lesion, true, scale) === null) {
      if (typeof lesion.longestDiameterMm === 'number') {
        const text = `${id} is a new node measured by its long axis; the short axis counts and is missing.`;
        return [finding('measurement.nodeLongAxis', 'block', id, text, nodes)];
      }
    }
    const empty = !lesion.status && axis === null && (lesion.longestDiameterMm ?? null) === null;
    if (!empty || hasState(lesion)) return [];
    return [
      finding(
        'newLesion.stateMissing',
        'block',
        id,
        `${id} is a new lesion without a state; it counts as not evaluable.`,
        reading
      ),
    ];
  });
}

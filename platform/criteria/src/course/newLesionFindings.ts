import type { LengthScale } from '../decimal.js';
import type { Finding, LesionInput } from '../schemas.js';
import { finding } from './baselineFindings.js';
import { absenceFindings, hasState } from './measurementFindings.js';
import { newLesionsOf } from './newLesionRating.js';
import type { NodeLimitsOf } from './nodeLimits.js';
import { nodes, reading } from './sources.js';
import { isNode, type Visit } from './subject.js';

const warning = (rule: string, id: string, text: string): Finding[] => [
  finding(rule, 'warning', id, text, nodes),
];

/** A node that is none of the new lesions by its short axis, or that crossed the limit by little. */
function nodeSizeFindings(
  id: string,
  axis: number,
  earlier: readonly Visit[],
  fromMm: number,
  scale: LengthScale
): Finding[] {
  if (scale.of(axis) < scale.of(fromMm))
    return warning(
      'newLesion.nodeNormal',
      id,
      `${id}: a node under ${fromMm} mm short axis (${axis} mm) is not a new lesion.`
    );
  return earlier
    .flatMap(({ lesions }) => lesions.get(id)?.shortAxisMm ?? [])
    .slice(-1)
    .filter(before => before < fromMm && scale.of(axis) - scale.of(before) < scale.of(5))
    .flatMap(before =>
      warning(
        'newLesion.nodeCaution',
        id,
        `${id}: ${before} to ${axis} mm alone is little; look again before calling it new.`
      )
    );
}

function findingsOf(
  lesion: LesionInput,
  earlier: readonly Visit[],
  fromMm: number,
  scale: LengthScale
): Finding[] {
  const { id, shortAxisMm: axis } = lesion;
  if (lesion.evaluable === false) return [];
  const block = (rule: string, text: string, source: string): Finding[] => [
    finding(rule, 'block', id, text, source),
  ];
  // Where a criterion has no limit for nodes, they are seen and measured like anything else.
  const byShortAxis = isNode(lesion) && fromMm > 0;
  const absence = absenceFindings(lesion, byShortAxis, fromMm);
  if (absence.length > 0) return absence;
  if (byShortAxis && axis) return nodeSizeFindings(id, axis, earlier, fromMm, scale);
  if (byShortAxis && lesion.tooSmallToMeasure) {
    const text = `${id}: a node too small to measure is of normal size, and not a new lesion.`;
    return warning('newLesion.nodeNormal', id, text);
  }
  if (typeof axis === 'number' || lesion.status || hasState(lesion)) return [];
  if (typeof lesion.longestDiameterMm !== 'number')
    return block(
      'newLesion.stateMissing',
      `${id} is a new lesion without a state; it counts as not evaluable.`,
      reading
    );
  if (!byShortAxis) return [];
  const text = `${id} is a new node measured by its long axis; the short axis counts and is missing.`;
  return block('measurement.nodeLongAxis', text, nodes);
}

/** New lesions that say nothing, and nodes that are none, or hardly, by their size. `history` is baseline to this visit. */
export function newLesionFindings(
  visit: Visit,
  history: readonly Visit[],
  scale: LengthScale,
  nodeLimits: NodeLimitsOf
): Finding[] {
  const earlier = history.slice(0, -1);
  return newLesionsOf(visit, history).flatMap(lesion =>
    findingsOf(lesion, earlier, nodeLimits(lesion).newFromMm, scale)
  );
}

import type { Finding, LesionInput } from '../schemas.js';
import { finding } from './baselineFindings.js';
import { countedAxis } from './measure.js';
import { nodes, reading } from './sources.js';

/** Whether an entry says what became of the lesion without a number. */
export function hasState(lesion: LesionInput): boolean {
  return (
    lesion.evaluable === false ||
    lesion.tooSmallToMeasure === true ||
    lesion.status === 'absent' ||
    Boolean(lesion.mergedInto) ||
    Boolean(lesion.locallyTreated)
  );
}

/** A target without the number that counts, or with one that its state contradicts. */
export function measurementFindings(
  lesion: LesionInput,
  node: boolean,
  isParent: boolean
): Finding[] {
  const { id, status } = lesion;
  const block = (rule: string, text: string, source = reading): Finding[] => [
    finding(rule, 'block', id, text, source),
  ];
  // Its size is that of both, and told where they are measured.
  if (lesion.mergedInto) return [];
  const axis = countedAxis(lesion, node);
  if (status === 'absent' && lesion.tooSmallToMeasure && lesion.evaluable !== false && !axis)
    return block(
      'measurement.contradiction',
      `${id}: too small to measure and status "absent" contradict each other; the lesion counts as not evaluable.`
    );
  if (axis !== null) {
    const isSmall = axis === 0 && lesion.tooSmallToMeasure;
    if (!status || isSmall || axis > 0 !== (status === 'absent')) return [];
    return block(
      'measurement.contradiction',
      `${id}: ${axis} mm and status "${status}" contradict each other; the lesion counts as not evaluable.`
    );
  }
  if (hasState(lesion) || isParent) return [];
  if (node && typeof lesion.longestDiameterMm === 'number')
    return block(
      'measurement.nodeLongAxis',
      `${id} is a node measured by its long axis; the short axis counts and is missing.`,
      nodes
    );
  if (!node && typeof lesion.shortAxisMm === 'number')
    return block(
      'measurement.longestDiameterMissing',
      `${id} has a short axis only; the longest diameter counts and is missing.`
    );
  return block('measurement.missing', `${id} has neither a measurement nor a state.`);
}

/** A lesion without a part in the sum that is called absent and has a size; a node of normal size may be. */
export function absenceFindings(
  lesion: LesionInput,
  node: boolean,
  normalBelowMm: number
): Finding[] {
  const { id, status, evaluable, tooSmallToMeasure } = lesion;
  const axis = countedAxis(lesion, node);
  if (status !== 'absent' || evaluable === false) return [];
  if (axis ? node && axis < normalBelowMm : node || !tooSmallToMeasure) return [];
  const size = axis ? `${axis} mm` : 'too small to measure';
  const text = `${id}: ${size} and status "absent" contradict each other; the lesion counts as absent.`;
  return [finding('measurement.contradiction', 'block', id, text, reading)];
}

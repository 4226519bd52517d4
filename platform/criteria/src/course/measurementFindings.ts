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
  const { id } = lesion;
  const axis = countedAxis(lesion, node);
  if (axis !== null) {
    const contradicts =
      (axis > 0 && lesion.status === 'absent') ||
      (axis === 0 && Boolean(lesion.status) && lesion.status !== 'absent');
    if (!contradicts || (axis === 0 && lesion.tooSmallToMeasure)) return [];
    const text = `${id}: ${axis} mm and status "${lesion.status ?? ''}" contradict each other; the lesion counts as not evaluable.`;
    return [finding('measurement.contradiction', 'block', id, text, reading)];
  }
  if (hasState(lesion) || isParent) return [];
  if (node && typeof lesion.longestDiameterMm === 'number') {
    const text = `${id} is a node measured by its long axis; the short axis counts and is missing.`;
    return [finding('measurement.nodeLongAxis', 'block', id, text, nodes)];
  }
  if (!node && typeof lesion.shortAxisMm === 'number') {
    const text = `${id} has a short axis only; the longest diameter counts and is missing.`;
    return [finding('measurement.longestDiameterMissing', 'block', id, text, reading)];
  }
  return [
    finding(
      'measurement.missing',
      'block',
      id,
      `${id} has neither a measurement nor a state.`,
      reading
    ),
  ];
}

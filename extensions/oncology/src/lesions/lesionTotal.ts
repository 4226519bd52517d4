import type { Lesion, ReadDocument } from '@corelab/reads';
import { countingDiameter } from './lesionValues.js';

/** What a lesion measures as a whole. */
export interface LesionTotal {
  /** mm; the sum of its parts where it is split. Null when nothing of it is measured. */
  value: number | null;
  /** False while a part has neither a number nor a state that stands for zero. */
  complete: boolean;
  /** How many parts it is split in; 0 when it is whole. */
  parts: number;
}

/** A part that is gone, or whose mass another lesion carries, adds nothing. */
function partValue(part: Lesion): number | null {
  return part.state === 'absent' || part.state === 'merged' ? 0 : countingDiameter(part);
}

/** The lesion's own diameter, or the total of its parts. */
export function lesionTotal(document: ReadDocument, lesion: Lesion): LesionTotal {
  if (lesion.state !== 'split') {
    const value = countingDiameter(lesion);
    return { value, complete: value !== null, parts: 0 };
  }
  const parts = document.lesions.filter(({ splitFrom }) => splitFrom === lesion.id);
  const values = parts.map(partValue);
  const known = values.filter(value => value !== null);
  return {
    value: known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0),
    complete: known.length === values.length,
    parts: parts.length,
  };
}

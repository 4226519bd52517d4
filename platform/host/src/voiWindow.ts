import type { VoiRange } from './types.js';

/** A window as readers say it, in units of the modality. */
export interface WindowLevel {
  width: number;
  center: number;
}

/** The window of a range of grey values by DICOM's linear function (PS3.3 C.11.2.1.2.1), as the host has it. */
export function windowOf({ lower, upper }: VoiRange): WindowLevel {
  return { width: upper - lower + 1, center: (lower + upper + 1) / 2 };
}

/** The range of grey values of a window; the inverse of `windowOf`. */
export function rangeOf({ width, center }: WindowLevel): VoiRange {
  return { lower: center - width / 2, upper: center + width / 2 - 1 };
}

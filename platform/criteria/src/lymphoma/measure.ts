import { type Measure, products } from '../course/measure.js';
import type { LengthScale } from '../decimal.js';
import type { LesionInput } from '../schemas.js';

/** Longest diameter, its perpendicular, and their product, in units (squared units) of the subject's scale. */
export interface Size {
  readonly ldi: bigint;
  readonly sdi: bigint;
  readonly ppd: bigint;
}

/** Whether a node of this size is back to normal; `first`: its size at baseline, null where that is not known. */
export type NormalNode = (size: Size, scale: LengthScale, first: Size | null) => boolean;

/** The size a reader recorded; null when a diameter is missing. The longer of the two is the longest diameter. */
export function sizeOf(lesion: LesionInput, scale: LengthScale): Size | null {
  const { longestDiameterMm: longest, perpendicularDiameterMm: across } = lesion;
  if (longest === 0) return { ldi: 0n, sdi: 0n, ppd: 0n };
  if (longest == null || across == null) return null;
  const [a, b] = [scale.of(longest), scale.of(across)];
  return { ldi: a > b ? a : b, sdi: a > b ? b : a, ppd: a * b };
}

/** Products of two diameters; a node is disease unless normal, anything else as long as it is there. */
export function lymphomaProducts(tstmDefaultMm: number, isNormal: NormalNode): Measure {
  const base = products(tstmDefaultMm);
  return {
    ...base,
    recorded: lesion => [...base.recorded(lesion), lesion.shortAxisMm],
    isDisease: (lesion, _value, node, scale) => {
      const size = lesion === null ? null : sizeOf(lesion, scale);
      return node ? size !== null && !isNormal(size, scale, null) : true;
    },
  };
}

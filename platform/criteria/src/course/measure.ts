import type { LengthScale } from '../decimal.js';
import type { LesionInput } from '../schemas.js';

/** How a criterion turns a lesion's entries into what it adds to the burden. Values are integers of the subject's scale. */
export interface Measure {
  /** Unit of the burden: mm for sums of diameters, mm² for sums of products. */
  readonly unit: string;
  /** What the parts of a split lesion come to: their sum without it. */
  readonly parts?: 'sum' | 'highest';
  /** Every number of the lesion that enters the arithmetic, for the decimals to keep. */
  recorded(lesion: LesionInput): readonly (number | null | undefined)[];
  /** The contribution of a measured lesion; null when a number it needs is not given; 0 when it is gone. */
  value(lesion: LesionInput, node: boolean, scale: LengthScale): bigint | null;
  /** The contribution of a lesion that is there but too small to measure. */
  tooSmall(node: boolean, scale: LengthScale): bigint;
  /** Whether a lesion that is there, of this value, is disease: keeps CR away, and is disease again after a CR. */
  isDisease(lesion: LesionInput | null, value: bigint, node: boolean, scale: LengthScale): boolean;
  /** Below what value a lesion that is there is of normal size, and so no disease; null where any size is disease. */
  normalBelow?(lesion: LesionInput, node: boolean, scale: LengthScale): bigint | null;
  /** A contribution in the burden's unit, two decimals. */
  toOutput(value: bigint, scale: LengthScale): number;
}

const normalNodeMm = 10;

/** The diameter that counts: short axis of a node, longest diameter of anything else; null when not given. */
export function countedAxis(lesion: LesionInput, node: boolean): number | null {
  return (node ? lesion.shortAxisMm : lesion.longestDiameterMm) ?? null;
}

/** RECIST: longest diameters and nodal short axes, mm; a node below 10 mm short axis is normal. */
export function diameters(tstmDefaultMm: number): Measure {
  return {
    unit: 'mm',
    recorded: ({ longestDiameterMm, shortAxisMm }) => [longestDiameterMm, shortAxisMm],
    value: (lesion, node, scale) => {
      const axis = countedAxis(lesion, node);
      return axis === null ? null : scale.of(axis);
    },
    tooSmall: (_node, scale) => scale.of(tstmDefaultMm),
    isDisease: (_lesion, value, node, scale) => !node || value >= scale.of(normalNodeMm),
    normalBelow: (_lesion, node, scale) => (node ? scale.of(normalNodeMm) : null),
    toOutput: (value, scale) => scale.toMm(value),
  };
}

/** Products of the longest diameter and its longest perpendicular, mm², nodes like anything else. */
export function products(tstmDefaultMm: number): Measure {
  return {
    unit: 'mm2',
    recorded: ({ longestDiameterMm, perpendicularDiameterMm }) => [
      longestDiameterMm,
      perpendicularDiameterMm,
    ],
    value: ({ longestDiameterMm, perpendicularDiameterMm }, _node, scale) => {
      if (longestDiameterMm === 0) return 0n;
      if (longestDiameterMm == null || perpendicularDiameterMm == null) return null;
      return scale.of(longestDiameterMm) * scale.of(perpendicularDiameterMm);
    },
    tooSmall: (_node, scale) => scale.of(tstmDefaultMm) * scale.of(tstmDefaultMm),
    isDisease: () => true,
    toOutput: (value, scale) => scale.toMm2(value),
  };
}

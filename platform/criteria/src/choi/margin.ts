import { type Crossing, farthestCrossing, nearestMargin } from '../course/margin.js';
import type { LengthScale } from '../decimal.js';
import type { Margin } from '../schemas.js';
import type { Mean } from './density.js';

export interface Measured {
  readonly sum: bigint;
  readonly baseline: bigint;
  /** What size progression is measured against. */
  readonly reference: bigint;
  readonly density: Mean | null;
  readonly baselineDensity: Mean | null;
  readonly modified: boolean;
}

interface Met {
  readonly smaller: boolean;
  readonly grown: boolean;
  /** null: not evaluable, size alone decides. */
  readonly lessDense: boolean | null;
}

/** PD by size that density does not rescue, then response, else stable. */
function categoryOf({ smaller, grown, lessDense }: Met, modified: boolean): 'PD' | 'PR' | 'SD' {
  if (grown && lessDense !== true) return 'PD';
  const responds = modified ? smaller && lessDense !== false : smaller || lessDense === true;
  return responds ? 'PR' : 'SD';
}

/** Current and baseline density in the same units; null where density is not compared. */
function densities({ density, baselineDensity }: Measured) {
  if (density === null || baselineDensity === null || baselineDensity.numerator <= 0n) return null;
  return {
    current: density.numerator * baselineDensity.denominator,
    baseline: baselineDensity.numerator * density.denominator,
    units: density.denominator * baselineDensity.denominator,
  };
}

/**
 * Distance to the nearest threshold of size (mm) or density (HU) beyond which the category is another one, each as a
 * part of its reference. Where neither alone changes it, both must be crossed: the farther of the two.
 */
export function choiMargin(measured: Measured, scale: LengthScale): Margin | null {
  const { sum, baseline, reference, modified } = measured;
  const [pr, pd] = [9n * baseline, 11n * reference];
  const hu = densities(measured);
  const now: Met = {
    smaller: baseline > 0n && 10n * sum <= pr,
    grown: reference === 0n ? sum > 0n : 10n * sum >= pd,
    lessDense: hu === null ? null : 100n * hu.current <= 85n * hu.baseline,
  };
  const category = categoryOf(now, modified);
  const bySize = (numerator: bigint, of: bigint, met: Met): Crossing => ({
    category: categoryOf(met, modified),
    current: sum,
    numerator,
    denominator: 10n,
    unit: 'mm',
    one: scale.one,
    reference: of,
  });
  // Crossing one threshold of size may mean that the other one is crossed as well.
  const crossings: Crossing[] = [
    ...(baseline > 0n
      ? [bySize(pr, baseline, { ...now, smaller: !now.smaller, grown: pr >= pd })]
      : []),
    bySize(pd, reference, { ...now, smaller: baseline > 0n && pd <= pr, grown: !now.grown }),
  ];
  const byDensity = (met: Met): Crossing[] =>
    hu === null
      ? []
      : [
          {
            category: categoryOf({ ...met, lessDense: !now.lessDense }, modified),
            current: hu.current,
            numerator: 85n * hu.baseline,
            denominator: 100n,
            unit: 'HU',
            one: scale.one * hu.units,
            reference: hu.baseline,
          },
        ];
  const changes = [...crossings, ...byDensity(now)].filter(one => one.category !== category);
  if (changes.length > 0) return nearestMargin(changes);
  const [size] = crossings;
  const [density] = byDensity({ ...now, smaller: !now.smaller, grown: pr >= pd });
  if (!size || !density || density.category === category) return null;
  const last = farthestCrossing([size, density]);
  return nearestMargin([{ ...last, category: density.category }]);
}

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
  /** Neither response nor progression: NE where symptoms declined. */
  readonly stable: 'SD' | 'NE';
}

interface Met {
  readonly smaller: boolean;
  readonly grown: boolean;
  /** null: not evaluable, size alone decides. */
  readonly lessDense: boolean | null;
}

/** PD by size that density does not rescue, then response, else stable. */
function categoryOf(
  { smaller, grown, lessDense }: Met,
  { modified, stable }: Measured
): 'PD' | 'PR' | 'SD' | 'NE' {
  if (grown && lessDense !== true) return 'PD';
  const responds = modified ? smaller && lessDense !== false : smaller || lessDense === true;
  return responds ? 'PR' : stable;
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
 * part of its reference. Where it takes both to be crossed, the farther of the two is the distance.
 */
export function choiMargin(measured: Measured, scale: LengthScale): Margin | null {
  const { sum, baseline, reference } = measured;
  const [pr, pd] = [9n * baseline, 11n * reference];
  const hu = densities(measured);
  const now: Met = {
    smaller: 10n * sum <= pr,
    grown: reference === 0n ? sum > 0n : 10n * sum >= pd,
    lessDense: hu === null ? null : 100n * hu.current <= 85n * hu.baseline,
  };
  const bySize = (numerator: bigint, of: bigint, met: Met) => ({
    met,
    current: sum,
    numerator,
    denominator: 10n,
    unit: 'mm',
    one: scale.one,
    reference: of,
    category: categoryOf(met, measured),
  });
  // Crossing one threshold of size may mean that the other one is crossed as well.
  const sizes = [
    bySize(pr, baseline, { ...now, smaller: !now.smaller, grown: pr >= pd }),
    bySize(pd, reference, { ...now, smaller: baseline > 0n && pd <= pr, grown: !now.grown }),
  ];
  const byDensity = (met: Met): Crossing[] =>
    hu === null
      ? []
      : [
          {
            category: categoryOf({ ...met, lessDense: !now.lessDense }, measured),
            current: hu.current,
            numerator: 85n * hu.baseline,
            denominator: 100n,
            unit: 'HU',
            one: scale.one * hu.units,
            reference: hu.baseline,
          },
        ];
  const both = sizes.flatMap(size =>
    byDensity(size.met).map(density => ({
      ...farthestCrossing<Crossing>([size, density]),
      category: density.category,
    }))
  );
  const category = categoryOf(now, measured);
  return nearestMargin(
    [...sizes, ...byDensity(now), ...both].filter(one => one.category !== category)
  );
}

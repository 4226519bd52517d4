import type { Counterfactual } from '@corelab/adjudication';

/** Triggers that it would settle, less those that it would raise. */
const settled = ({ agrees, disagrees }: Counterfactual): number => agrees.length - disagrees.length;

/**
 * The counterfactuals to say of a difference, none where the charter shows none: of the one in hand both reads', of another
 * only the one that settles most, and nothing where neither changes what the reads differ in.
 */
export function counterfactualsShown(
  counterfactuals: readonly Counterfactual[] | null,
  inHand: boolean
): readonly Counterfactual[] {
  if (counterfactuals === null) return [];
  if (inHand) return counterfactuals;
  const telling = counterfactuals.filter(
    ({ refused, changes, disagrees }) =>
      refused === null && (changes.length > 0 || disagrees.length > 0)
  );
  return [...telling].sort((one, two) => settled(two) - settled(one)).slice(0, 1);
}

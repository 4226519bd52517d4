import type { Mark } from '@corelab/reads';
import { keysIn, type ComparedReads, type ReadKey, type ShownDifference } from './comparedReads.js';
import { lesionAt, readMark } from './readMarks.js';

/** One image to look at for a difference. */
export interface DifferenceStop {
  /** The reads whose mark brings to it: both where both marks lie on one image. */
  readonly sides: readonly ReadKey[];
  /** The mark; of another timepoint where the read has none at this one, its nearest slice is then meant. */
  readonly mark: Mark;
  readonly exact: boolean;
}

const marksOf = (
  { sides }: ComparedReads,
  side: ReadKey,
  lesion: string | null | undefined
): { timepoint: string; mark: Mark }[] =>
  (sides[side]?.reads ?? []).flatMap(({ timepoint }) => {
    const mark = readMark(lesionAt(sides[side], timepoint, lesion));
    return mark === null ? [] : [{ timepoint, mark }];
  });

/** The order of all timepoints: those of the images hold every one that the reads had. */
const orderOf = ({ studies }: ComparedReads): string[] =>
  studies.map(({ timepointId }) => timepointId);

/** The mark of a lesion at the timepoint next to the given one, an earlier one first; null without any mark. */
function nextMark(
  given: ComparedReads,
  side: ReadKey,
  { timepoint, lesions }: ShownDifference
): Mark | null {
  const order = orderOf(given);
  const at = order.indexOf(timepoint ?? '');
  const distance = (id: string): number => {
    const steps = order.indexOf(id) - at;
    return steps < 0 ? -steps : steps + order.length;
  };
  const known = marksOf(given, side, lesions[side]).sort(
    (one, two) => distance(one.timepoint) - distance(two.timepoint)
  );
  return known[0]?.mark ?? null;
}

/**
 * The images that show a difference, at its own timepoint: where its reads marked one image, that one; else each read's in
 * turn. A read without a mark there adds nothing, unless none has one: then the slice nearest to where a read marked the
 * lesion at another timepoint. A difference that is about no lesion has none.
 */
export function stopsOf(given: ComparedReads, difference: ShownDifference): DifferenceStop[] {
  const { timepoint, lesions } = difference;
  const about = keysIn(lesions);
  const own = about.flatMap((side): { side: ReadKey; mark: Mark }[] => {
    const mark = readMark(lesionAt(given.sides[side], timepoint, lesions[side]));
    return mark === null ? [] : [{ side, mark }];
  });
  const [first, second] = own;
  if (first !== undefined && second?.mark.sopInstanceUid === first.mark.sopInstanceUid) {
    return [{ sides: about, mark: first.mark, exact: true }];
  }
  if (first !== undefined) {
    return own.map(({ side, mark }) => ({ sides: [side], mark, exact: true }));
  }
  return about
    .flatMap((side): DifferenceStop[] => {
      const mark = nextMark(given, side, difference);
      return mark === null ? [] : [{ sides: [side], mark, exact: false }];
    })
    .slice(0, 1);
}

/** The mark of the same lesion at another timepoint, in the read whose image is looked at; null without one. */
export function markElsewhere(
  given: ComparedReads,
  { lesions }: ShownDifference,
  { sides }: DifferenceStop,
  timepoint: string
): Mark | null {
  const marks = sides.flatMap(
    side => readMark(lesionAt(given.sides[side], timepoint, lesions[side])) ?? []
  );
  return marks[0] ?? null;
}

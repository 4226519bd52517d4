import { RefusalError } from '../refusal.js';
import { hexOf, kindOf } from '../valueRepresentations.js';

/** More elements, items and fragments than any image has: an enhanced one of ten thousand frames has not as many. */
export const mostElements = 600_000;
/** Bytes of one value that is neither text of a limited length nor bulk data, and of all such values of a file. */
export const longestValue = 4 * 1024 ** 2;
export const mostValueBytes = 16 * 1024 ** 2;
/** What an explicit VR has room for: no text with a length of 16 bits is longer, in an implicit one neither. */
const longestText = 0xffff;
/** VRs of text with a length of 32 bits. */
const unlimited: ReadonlySet<string> = new Set(['UC', 'UR', 'UT']);

const longestOf = (vr: string): number => {
  const kind = kindOf(vr);
  if (kind === 'bulk' || kind === 'unknown' || kind === 'sequence') return Number.POSITIVE_INFINITY;
  return kind === 'number' || kind === 'binary' || unlimited.has(vr) ? longestValue : longestText;
};

/** What reading one file may cost: a forged one of a few megabytes would else take all the memory or minutes. */
export class ReadingBudget {
  private elements = 0;
  private valueBytes = 0;

  /** @throws RefusalError malformed when there are more elements, items or fragments than any image has */
  count(): void {
    this.elements += 1;
    if (this.elements > mostElements)
      throw new RefusalError('malformed', `it has more than ${mostElements} elements and items`);
  }

  /** @throws RefusalError malformed when a value, or all of them together, are longer than any image has them */
  value(tag: number, vr: string, length: number): void {
    const longest = longestOf(vr);
    if (length > longest)
      throw new RefusalError(
        'malformed',
        `${hexOf(tag)}: ${length} bytes are too many for a value of VR ${vr}, ${longest} at most`
      );
    if (longest === Number.POSITIVE_INFINITY) return;
    this.valueBytes += length;
    if (this.valueBytes > mostValueBytes)
      throw new RefusalError(
        'malformed',
        `its values without bulk data have more than ${mostValueBytes} bytes`
      );
  }
}

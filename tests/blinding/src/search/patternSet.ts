/** Upper case letters of ASCII as lower case ones; every other byte as it is. */
const folded = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte
);

const block = 3;
const hashBits = 18;
const hashMask = (1 << hashBits) - 1;

const hashOf = (a: number, b: number, c: number): number =>
  ((a << 10) ^ (b << 5) ^ (b << 13) ^ c) & hashMask;

/**
 * Many byte strings looked for at once, ASCII letters in either case, by the algorithm of Wu and Manber (A fast algorithm
 * for multi-pattern searching, University of Arizona TR-94-17): most bytes of a body are skipped, so that tens of thousands
 * of patterns cost about as much as one. The automata in npm work on strings and take a node for each byte of each pattern.
 */
export class PatternSet {
  readonly #patterns: readonly Uint8Array[];
  readonly #shift: Uint8Array;
  readonly #buckets = new Map<number, number[]>();
  /** Bytes of a pattern that are looked at first: all of the shortest one. */
  readonly #window: number;

  /** @throws RangeError for a pattern of fewer than three bytes: it would be found everywhere */
  constructor(patterns: readonly Uint8Array[]) {
    this.#patterns = patterns.map(pattern => pattern.map(byte => folded[byte] ?? byte));
    const shortest = patterns.reduce((least, { length }) => Math.min(least, length), 255);
    if (shortest < block) throw new RangeError(`a pattern of ${shortest} bytes, at least ${block}`);
    this.#window = shortest;
    const furthest = shortest - block + 1;
    this.#shift = new Uint8Array(hashMask + 1).fill(furthest);
    for (const [index, pattern] of this.#patterns.entries()) {
      for (let end = block - 1; end < shortest; end += 1) {
        const hash = hashOf(pattern[end - 2] ?? 0, pattern[end - 1] ?? 0, pattern[end] ?? 0);
        const left = shortest - 1 - end;
        this.#shift[hash] = Math.min(this.#shift[hash] ?? 0, left);
        if (left > 0) continue;
        const bucket = this.#buckets.get(hash) ?? [];
        bucket.push(index);
        this.#buckets.set(hash, bucket);
      }
    }
  }

  /** Calls `found` with the number of the pattern and the offset of its first byte, for each time it stands there. */
  search(body: Uint8Array, found: (pattern: number, offset: number) => void): void {
    if (this.#patterns.length === 0) return;
    const last = body.length;
    let end = this.#window - 1;
    while (end < last) {
      const hash = hashOf(
        folded[body[end - 2] ?? 0] ?? 0,
        folded[body[end - 1] ?? 0] ?? 0,
        folded[body[end] ?? 0] ?? 0
      );
      const step = this.#shift[hash] ?? 1;
      if (step > 0) {
        end += step;
        continue;
      }
      const start = end - this.#window + 1;
      for (const index of this.#buckets.get(hash) ?? []) {
        if (this.#standsAt(body, start, index)) found(index, start);
      }
      end += 1;
    }
  }

  #standsAt(body: Uint8Array, start: number, index: number): boolean {
    const pattern = this.#patterns[index];
    if (pattern === undefined || start + pattern.length > body.length) return false;
    for (let at = 0; at < pattern.length; at += 1) {
      if (folded[body[start + at] ?? 0] !== pattern[at]) return false;
    }
    return true;
  }
}

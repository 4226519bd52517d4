/** A small seeded generator (mulberry32): uniform in [0, 1). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * A square tile of Gaussian-like noise in HU with the short correlation of a soft tissue kernel.
 * It wraps around, so that reading it from any offset gives a new noise image without a seam.
 * @param size side in pixels, a power of two
 * @param sigma standard deviation, HU
 */
export function noiseTile(size: number, sigma: number, seed: number): Int16Array {
  const random = seededRandom(seed);
  const mask = size - 1;
  const white = new Float32Array(size * size);
  for (let i = 0; i < white.length; i++) white[i] = random() + random() + random() + random() - 2;
  const smooth = new Float32Array(white.length);
  let squares = 0;
  for (let y = 0; y < size; y++) {
    const up = ((y - 1) & mask) * size;
    const row = y * size;
    const down = ((y + 1) & mask) * size;
    for (let x = 0; x < size; x++) {
      const left = (x - 1) & mask;
      const right = (x + 1) & mask;
      const value =
        2 * white[row + x]! +
        white[row + left]! +
        white[row + right]! +
        white[up + x]! +
        white[down + x]!;
      smooth[row + x] = value;
      squares += value * value;
    }
  }
  const scale = sigma / Math.sqrt(squares / smooth.length);
  return Int16Array.from(smooth, value => Math.round(value * scale));
}

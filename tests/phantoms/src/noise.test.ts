import { describe, expect, it } from '@jest/globals';
import { noiseTile, seededRandom } from './noise.js';

describe('seededRandom', () => {
  it('repeats its sequence for a seed and stays in [0, 1)', () => {
    const [a, b, c] = [seededRandom(7), seededRandom(7), seededRandom(8)];
    const sequence = Array.from({ length: 100 }, () => a());
    expect(Array.from({ length: 100 }, () => b())).toEqual(sequence);
    expect(c()).not.toBe(sequence[0]);
    expect(sequence.every(value => value >= 0 && value < 1)).toBe(true);
  });
});

describe('noiseTile', () => {
  it('has the mean and the standard deviation asked for, and neighbours that resemble each other', () => {
    const tile = noiseTile(128, 9, 1);
    const mean = tile.reduce((sum, value) => sum + value, 0) / tile.length;
    const square = tile.reduce((sum, value) => sum + value * value, 0) / tile.length;
    let product = 0;
    for (let i = 0; i < tile.length - 1; i++) product += (tile[i] ?? 0) * (tile[i + 1] ?? 0);
    expect(Math.abs(mean)).toBeLessThan(0.3);
    expect(Math.abs(Math.sqrt(square) - 9)).toBeLessThan(0.2);
    expect(product / tile.length / square).toBeGreaterThan(0.4);
    expect(noiseTile(128, 9, 1)).toEqual(tile);
  });
});

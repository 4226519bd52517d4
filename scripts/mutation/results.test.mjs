import { describe, expect, it } from '@jest/globals';
import { currentResults } from './results.mjs';

const result = (source, mutants = []) => ({ source, mutants });
const sources = new Map([
  ['src/a.ts', 'a'],
  ['src/b.ts', 'b'],
  ['src/types.ts', 'type T = 1;'],
]);

describe('the results of several runs', () => {
  it('are those of the files that exist, each as it is now', () => {
    const first = {
      files: { 'src/a.ts': result('older'), 'src/b.ts': result('b'), 'src/gone.ts': result('g') },
    };
    const second = { files: { 'src/a.ts': result('a') } };
    expect(currentResults([first, second], sources)).toEqual({
      files: { 'src/a.ts': result('a'), 'src/b.ts': result('b') },
      missing: ['src/types.ts'],
      changed: [],
    });
  });
  it('keep a changed file, and name it', () => {
    const first = { files: { 'src/a.ts': result('older') } };
    const second = { files: { 'src/a.ts': result('oldest') } };
    expect(currentResults([first, second], sources)).toEqual({
      files: { 'src/a.ts': result('older') },
      missing: ['src/b.ts', 'src/types.ts'],
      changed: ['src/a.ts'],
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { pathPosition } from './pathPosition.js';

const source = [
  'trial: { id: A, name: B }',
  'criterion: { id: recist-1.1 }',
  'tracks:',
  '  - id: efficacy',
  '    slots: [R1, R2]',
].join('\n');

describe('where in the text a place of the resolved charter is', () => {
  it.each([
    ['/tracks/0/slots', 5, 5],
    ['/trial/name', 1, 17],
    ['/tracks/0', 4, 5],
    // Filled in: the closest thing that was written.
    ['/tracks/0/paradigm', 4, 5],
    ['/criteria/0/parameters', 2, 1],
  ])('%s', (path, line, column) => {
    expect(pathPosition(source, path)).toEqual({ line, column });
  });

  it('is nowhere when nothing of it was written', () => {
    expect(pathPosition(source, '/blinding/sexAge')).toBeNull();
  });
});

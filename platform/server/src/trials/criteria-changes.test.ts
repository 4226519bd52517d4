import { describe, expect, it } from '@jest/globals';
import { criteriaChanges } from './criteria-changes.js';

const recist = { criterion: 'recist-1.1', parameters: { confirmation: 'none' } };
const irecist = { criterion: 'irecist', parameters: { windowMinDays: 28 } };
const alone = { ...recist, others: [] };
const both = { ...recist, others: [irecist] };

describe('what an amendment does to criteria', () => {
  it.each([
    ['nothing', both, both, []],
    ['one more', alone, both, [{ criterion: 'irecist', change: 'added' }]],
    ['one less', both, alone, [{ criterion: 'irecist', change: 'removed' }]],
    [
      'other parameters',
      both,
      { ...recist, others: [{ ...irecist, parameters: { windowMinDays: 21 } }] },
      [{ criterion: 'irecist', change: 'parameters' }],
    ],
    [
      'another primary one',
      both,
      { ...irecist, others: [recist] },
      [{ criterion: 'irecist', change: 'primary' }],
    ],
    [
      'another one in its place',
      alone,
      { ...irecist, others: [] },
      [
        { criterion: 'irecist', change: 'primary' },
        { criterion: 'irecist', change: 'added' },
        { criterion: 'recist-1.1', change: 'removed' },
      ],
    ],
  ] as const)('%s', (_name, before, after, changes) => {
    expect(criteriaChanges(before, after)).toEqual(changes);
  });
});

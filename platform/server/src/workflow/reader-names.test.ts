import { describe, expect, it } from '@jest/globals';
import { renamed } from './reader-names.js';

describe('a derived result towards a reader', () => {
  it('has the names that readers see in place of codes, each once', () => {
    const names = new Map([
      ['UNS-1', 'TP2'],
      ['TP2', 'TP3'],
      ['UNS-10', 'TP4'],
    ]);
    const result = {
      timepoints: [
        { id: 'UNS-1', overall: 'PD', trace: ['smallest at TP2, then UNS-1.', 'after UNS-10'] },
        { id: 'TP2', burden: { value: 12.5, nadir: null } },
      ],
    };
    expect(renamed(result, names)).toEqual({
      timepoints: [
        { id: 'TP2', overall: 'PD', trace: ['smallest at TP3, then TP2.', 'after TP4'] },
        { id: 'TP3', burden: { value: 12.5, nadir: null } },
      ],
    });
  });
});

import { readFileSync } from 'node:fs';
import { loadCharter } from '@corelab/charter';
import { describe, expect, it } from '@jest/globals';
import { comparedWith } from './compared-with.js';

const demo = readFileSync(
  new URL('../../../charter/examples/demo-onc.yaml', import.meta.url),
  'utf8'
);
/** The demonstration charter with one more line of its track. */
const charterWith = (line: string) => {
  const loaded = loadCharter(`${demo.trimEnd()}\n    ${line}\n`);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors));
  return loaded.charter;
};

const earlier = [
  { code: 'SCR', kind: 'screening' },
  { code: 'BL', kind: 'baseline' },
  { code: 'TP1', kind: 'follow-up' },
  { code: 'TP2', kind: 'follow-up' },
];
const shown = (line: string, current = 'TP3', before = earlier) =>
  comparedWith(before, current, charterWith(line), 'efficacy').map(({ code }) => code);

describe('what is shown beside a timepoint', () => {
  it.each([
    ['comparison: all', ['SCR', 'BL', 'TP1', 'TP2']],
    ['comparison: baselineAndPrevious', ['BL', 'TP2']],
    ['comparison: baseline', ['BL']],
    ['comparison: previous', ['TP2']],
    ['comparison: none', []],
  ])('%s', (line, codes) => {
    expect(shown(line)).toEqual(codes);
  });

  it('is the baseline once where it is the timepoint before', () => {
    expect(shown('comparison: baselineAndPrevious', 'TP1', earlier.slice(0, 2))).toEqual(['BL']);
  });

  it('is what the charter names for that timepoint alone', () => {
    const line = 'comparisonAt: { TP3: baseline }';
    expect(shown(line, 'TP3')).toEqual(['BL']);
    expect(shown(line, 'TP2', earlier.slice(0, 3))).toEqual(['SCR', 'BL', 'TP1']);
  });

  it('is refused of a track that the charter does not have', () => {
    expect(() => comparedWith(earlier, 'TP3', charterWith('comparison: all'), 'safety')).toThrow(
      'no track safety'
    );
  });
});

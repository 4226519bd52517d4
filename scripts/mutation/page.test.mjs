import { describe, expect, it } from '@jest/globals';
import { code, mutationPage, shortChange } from './page.mjs';

const survivor = {
  file: 'platform/scoring/src/a.ts',
  mutator: 'EqualityOperator',
  within: 'if (a < b)',
  original: 'a < b',
  replacement: 'a <= b',
  line: 7,
  covered: true,
  why: 'Both give the same.',
};
const report = {
  files: {
    'platform/scoring/src/a.ts': { mutants: [{ status: 'Killed' }, { status: 'Survived' }] },
    'platform/scoring/src/deep/b.ts': { mutants: [{ status: 'Killed' }] },
  },
};
const page = survivors => mutationPage({ name: 'scoring', report, survivors });

describe('the page', () => {
  it('has the score of each folder and of all', () => {
    expect(page([])).toContain(
      [
        '| src | 1 | 1 | 0 | 0 | 50.0 % |',
        '| deep | 1 | 0 | 0 | 0 | 100.0 % |',
        '| all | 2 | 1 | 0 | 0 | 66.6 % |',
      ].join('\n')
    );
    expect(page([])).toContain('## What survives\n\nNothing.\n');
  });
  it('lists survivors by file, those of one reason together', () => {
    const other = { ...survivor, line: 9, original: '1', replacement: '', covered: false };
    const open = { ...survivor, line: 8, why: null };
    expect(page([survivor, open, other])).toContain(
      [
        '### a.ts',
        '',
        'Both give the same.',
        '',
        '- line 7: `a < b` becomes `a <= b`',
        '- line 9: `1` becomes nothing (reached by no test)',
        '',
        '**Not explained:**',
        '',
        '- line 8: `a < b` becomes `a <= b`',
      ].join('\n')
    );
  });
});

describe('code in Markdown', () => {
  it('is fenced by more backticks than it has', () => {
    expect(code('`a ${b}`')).toBe('`` `a ${b}` ``');
    expect(code('a`` + b')).toBe('```a`` + b```');
  });
});

describe('a long change', () => {
  it('is cut down to where it begins to differ', () => {
    const same = 'x + '.repeat(60);
    const [before, after] = shortChange(`${same}y - z`, `${same}y * z`);
    expect(before).toMatch(/^….*y - z$/);
    expect(after).toMatch(/^….*y \* z$/);
    expect(before.length).toBeLessThan(60);
    const [block, empty] = shortChange(`{ ${same}}`, '{}');
    expect([block.at(-1), empty]).toEqual(['…', '{}']);
    expect(block.length).toBeLessThanOrEqual(120);
  });
});

import { describe, expect, it } from '@jest/globals';
import { explained, reasonFor, survivorsOf } from './survivors.mjs';

const source = ['const a =', '  left <', '    right;', 'const b = left < right;'].join('\n');
const mutant = (start, end, replacement, status = 'Survived') => ({
  mutatorName: 'EqualityOperator',
  replacement,
  status,
  location: { start, end },
});
const overTwoLines = {
  ...mutant({ line: 2, column: 3 }, { line: 3, column: 10 }, 'left <= right'),
  static: true,
};
const onOneLine = mutant(
  { line: 4, column: 11 },
  { line: 4, column: 23 },
  'left >= right',
  'NoCoverage'
);
const report = (mutants, text = source) => ({
  files: { 'src/a.ts': { source: text, mutants } },
});

describe('survivors', () => {
  it('are those that no test noticed, in order of place, with the text that was replaced', () => {
    const killed = mutant({ line: 1, column: 1 }, { line: 1, column: 6 }, 'let', 'Killed');
    expect(survivorsOf(report([onOneLine, killed, overTwoLines]))).toEqual([
      {
        file: 'src/a.ts',
        mutator: 'EqualityOperator',
        within: 'left <',
        original: 'left < right',
        replacement: 'left <= right',
        line: 2,
        covered: true,
        loading: true,
      },
      {
        file: 'src/a.ts',
        mutator: 'EqualityOperator',
        within: 'const b = left < right;',
        original: 'left < right',
        replacement: 'left >= right',
        line: 4,
        covered: false,
        loading: false,
      },
    ]);
  });
});

describe('a reason', () => {
  const survivors = survivorsOf(report([overTwoLines, onOneLine]));
  const because = survivor => ({ ...reasonFor(survivor), why: 'because' });

  it('explains its survivor wherever the line has moved', () => {
    const reasons = survivors.map(because);
    const below = ({ line, column }) => ({ line: line + 2, column });
    const moved = [overTwoLines, onOneLine].map(({ location: { start, end }, ...rest }) => ({
      ...rest,
      location: { start: below(start), end: below(end) },
    }));
    const after = explained(survivorsOf(report(moved, `// one\n// two\n${source}`)), reasons);
    expect(after.survivors.map(({ line, why }) => [line, why])).toEqual([
      [4, 'because'],
      [6, 'because'],
    ]);
    expect(after.stale).toEqual([]);
  });
  it('does not explain another change, nor the same one in another line', () => {
    const [first, second] = survivors;
    const reason = because(first);
    const unlike = [
      { ...reason, replacement: second.replacement },
      { ...reason, within: second.within },
      { ...reason, original: 'left' },
      { ...reason, mutator: 'StringLiteral' },
      { ...reason, file: 'src/b.ts' },
    ];
    const { survivors: found, stale } = explained([first], unlike);
    expect(found).toEqual([{ ...first, why: null }]);
    expect(stale).toEqual(unlike);
  });
  it('explains one survivor: the same line a second time needs a second reason', () => {
    const [first] = survivors;
    const twice = [first, { ...first, line: 9 }];
    const whys = reasons => explained(twice, reasons).survivors.map(({ why }) => why);
    expect(whys([because(first)])).toEqual(['because', null]);
    expect(whys([because(first), because(first)])).toEqual(['because', 'because']);
  });
  it('is stale once its mutant is killed, but not while its file has not run', () => {
    const reasons = [because(survivors[0])];
    expect(explained([], reasons).stale).toEqual(reasons);
    expect(explained([], reasons, new Set(['src/a.ts'])).stale).toEqual([]);
  });
  it('without words is none', () => {
    const [first] = survivors;
    expect(explained([first], [reasonFor(first)]).survivors[0].why).toBeNull();
  });
});

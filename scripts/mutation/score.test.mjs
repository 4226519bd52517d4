import { describe, expect, it } from '@jest/globals';
import { percentText, scoreOf, scores } from './score.mjs';

const of = (...statuses) => statuses.map(status => ({ status }));

describe('the score', () => {
  it('counts a mutant that ran out of time as killed and one that no test reached as not', () => {
    expect(scoreOf(of('Killed', 'Timeout', 'Survived', 'NoCoverage'))).toEqual({
      killed: 2,
      survived: 1,
      noCoverage: 1,
      static: 0,
      otherwise: 0,
      percent: 50,
    });
  });
  it('leaves static mutants out and tells them from what is ignored for another reason', () => {
    const mutants = [
      { status: 'Killed' },
      { status: 'Ignored', statusReason: 'Static mutant (and "ignoreStatic" was enabled)' },
      { status: 'Ignored', statusReason: 'Ignored by user comment' },
      { status: 'Ignored' },
      { status: 'CompileError' },
    ];
    expect(scoreOf(mutants)).toMatchObject({ static: 1, otherwise: 3, percent: 100 });
  });
  it('is none where nothing counts', () => {
    expect(scoreOf([]).percent).toBeNull();
    expect(percentText(scoreOf([]))).toBe('none counted');
  });
  it('is not 100.0 % while one survives', () => {
    expect(percentText({ percent: 99.96 })).toBe('99.9 %');
    expect(percentText({ percent: 100 })).toBe('100.0 %');
  });
  it('is given for all, by folder and by file, sorted', () => {
    const { total, folders, files } = scores({
      files: {
        'src/b/two.ts': { mutants: of('Survived', 'Killed') },
        'src/a.ts': { mutants: of('Killed') },
        'src/b/one.ts': { mutants: of('Killed', 'Killed') },
      },
    });
    expect(total).toMatchObject({ killed: 4, survived: 1, percent: 80 });
    expect(folders.map(({ name, percent }) => [name, percent])).toEqual([
      ['src', 100],
      ['src/b', 75],
    ]);
    expect(files.map(({ name, percent }) => [name, percent])).toEqual([
      ['src/a.ts', 100],
      ['src/b/one.ts', 100],
      ['src/b/two.ts', 50],
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { LesionInput } from '@corelab/criteria';
import { adjudicationCase, type RankedDifference } from './adjudicationCase.js';
import type { CourseRead } from './courseRead.js';
import { exchangedDifference, type DifferenceKind } from './difference.js';
import { differences } from './differences.js';
import { responseOf } from './outcome.js';
import { sayInEnglish } from './sayInEnglish.js';
import { read, sizes } from './testing/reads.js';
import { withDifferenceReplaced } from './withDifferenceReplaced.js';

const ranked = (a: CourseRead, b: CourseRead) =>
  adjudicationCase(a, b, false, { counterfactual: true }).differences;
const sentences = (difference: RankedDifference | undefined, side: 'a' | 'b') =>
  (difference?.counterfactuals ?? [])
    .filter(one => one.in === side)
    .flatMap(({ messages }) => messages.map(sayInEnglish));

function the(a: CourseRead, b: CourseRead, kind: DifferenceKind) {
  const found = differences(a, b).find(one => one.kind === kind);
  if (!found) throw new Error(`no difference ${kind}`);
  return found;
}
/** A with that difference as B has it: the responses of its visits, or why not. */
function taken(a: CourseRead, b: CourseRead, kind: DifferenceKind) {
  const { course, refused } = withDifferenceReplaced(a, the(a, b, kind), b);
  return course ? course.output.timepoints.slice(1).map(responseOf) : refused?.reason;
}
/** And B with it as A has it. */
function given(a: CourseRead, b: CourseRead, kind: DifferenceKind) {
  const { course, refused } = withDifferenceReplaced(b, exchangedDifference(the(a, b, kind)), a);
  return course ? course.output.timepoints.slice(1).map(responseOf) : refused?.reason;
}

describe('a new lesion that one alone saw', () => {
  const visits = { BL: { T01: 50 }, TP1: { T01: 30 }, TP2: { T01: 30 } };
  const a = read({ ...visits, TP3: { T01: 31 } });
  const b = read({ ...visits, TP3: { T01: 30, NL01: 'unequivocal' } });

  it('is what makes the reads differ, so it comes first', () => {
    const found = ranked(a, b);
    expect(found.map(({ kind }) => kind)).toEqual(['newLesionOnlyOne', 'size']);
    expect(sentences(found[0], 'b')).toEqual([
      'Without it B has no PD.',
      'The reads would agree in whether there is PD.',
      'The PD dates would agree.',
    ]);
    expect(sentences(found[0], 'a')).toEqual([
      'With it A has PD on day 168 (TP3).',
      'The reads would agree in whether there is PD.',
      'The PD dates would agree.',
    ]);
    expect(sentences(found[1], 'b')).toEqual([
      'As in A, nothing changes in B of what the reads differ in.',
    ]);
  });
  it('is in the numbers as well as in words', () => {
    const [first] = ranked(a, b);
    const [, inB] = first?.counterfactuals ?? [];
    expect(inB).toMatchObject({
      in: 'b',
      refused: null,
      agrees: ['pdStatus', 'pdDate'],
      disagrees: [],
      changes: [
        { variable: 'pdStatus', before: { value: 'PD' }, after: { value: 'NONE' }, agrees: true },
        {
          variable: 'pdDate',
          before: { timepoint: 'TP3', day: 168 },
          after: { value: null, timepoint: null },
          agrees: true,
        },
      ],
    });
  });
  it('is not shown where the charter does not allow it, and the order stays', () => {
    const shown = adjudicationCase(a, b, false).differences;
    expect(shown.map(({ kind }) => kind)).toEqual(['newLesionOnlyOne', 'size']);
    expect(shown.every(({ counterfactuals }) => counterfactuals === null)).toBe(true);
  });
  it('seen earlier by one: goes before the later sight, or comes', () => {
    const early = read({
      BL: { T01: 50 },
      TP1: { T01: 50, NL01: 'unequivocal' },
      TP2: { T01: 50, NL01: 'unequivocal' },
    });
    const late = read({
      BL: { T01: 50 },
      TP1: { T01: 50 },
      TP2: { T01: 50, NL02: { location: 'BRAIN', status: 'unequivocal' } },
    });
    expect(taken(early, late, 'newLesionEarlier')).toEqual(['SD', 'PD']);
    expect(given(early, late, 'newLesionEarlier')).toEqual(['PD', 'PD']);
  });
});

describe('one value, one state, one judgement', () => {
  it('a size decides over progression', () => {
    // 60 is a fifth over 50 and 10 mm more.
    const a = sizes(50, 60);
    const b = sizes(50, 59);
    expect(taken(a, b, 'size')).toEqual(['SD']);
    expect(given(a, b, 'size')).toEqual(['PD']);
    expect(sentences(ranked(a, b)[0], 'a')).toEqual([
      'As in B, the best response of A is SD.',
      'As in B, A has no PD.',
      'The best responses would agree.',
      'The reads would agree in whether there is PD.',
      'The PD dates would agree.',
    ]);
  });
  it('a state brings its size, and its lack of one', () => {
    const a = read({ BL: { T01: 50, T02: 50 }, TP1: { T01: 30, T02: 'NE' } });
    const b = read({ BL: { T01: 50, T02: 50 }, TP1: { T01: 30, T02: 20 } });
    expect(taken(a, b, 'evaluability')).toEqual(['PR']);
    expect(given(a, b, 'evaluability')).toEqual(['NE']);
  });
  it('what one did not list is not listed then, which is not evaluable and never 0', () => {
    const a = read({ BL: { T01: 50 }, TP1: { T01: 30 } });
    const b = read({ BL: { T01: 50 }, TP1: {} });
    expect(taken(a, b, 'state')).toEqual(['NE']);
    const { course } = withDifferenceReplaced(b, exchangedDifference(the(a, b, 'state')), a);
    expect(course?.input.timepoints[1]?.lesions).toEqual([
      { id: 'T01', role: 'target', location: 'LIVER', longestDiameterMm: 30 },
    ]);
  });
  it('the judgement of the non-targets', () => {
    const visit = { T01: 50, NT01: 'progressed' };
    const base = { BL: { T01: 50, NT01: 'present' } };
    const a = read({ ...base, TP1: { ...visit, NT01: 'present', judgement: 'PD' } });
    const b = read({ ...base, TP1: { ...visit, NT01: 'present', judgement: 'NON-CR/NON-PD' } });
    expect(taken(a, b, 'nonTargetJudgement')).toEqual(['SD']);
    expect(given(a, b, 'nonTargetJudgement')).toEqual(['PD']);
  });
  it('a whole timepoint that one could not evaluate', () => {
    const a = read({ BL: { T01: 50 }, TP1: { ne: 'motion' } });
    const b = read({ BL: { T07: { location: 'LIVER', longestDiameterMm: 50 } }, TP1: { T07: 30 } });
    expect(taken(a, b, 'timepointEvaluability')).toEqual(['PR']);
    expect(given(a, b, 'timepointEvaluability')).toEqual(['NE']);
  });
  it('a value of a score; the criterion is not asked', () => {
    const series = (value: number | null) => ({
      numeric: [{ name: 'ef', unit: '%', visits: [{ timepoint: 'TP1', value }] }],
    });
    const visits = { BL: { T01: 50 }, TP1: { T01: 50 } };
    const [a, b] = [read(visits, {}, series(50)), read(visits, {}, series(null))];
    const { course } = withDifferenceReplaced(a, the(a, b, 'number'), b);
    expect(course?.numeric).toEqual(series(null).numeric);
    expect(course?.output).toBe(a.output);
  });
});

describe('targets', () => {
  const lung = (laterality: string, longestDiameterMm: number): Partial<LesionInput> => ({
    location: 'LUNG',
    laterality,
    longestDiameterMm,
  });
  const a = read({
    BL: { T01: 30, T02: lung('RIGHT', 20) },
    TP1: { T01: 30, T02: lung('RIGHT', 32) },
  });
  const b = read({
    BL: { T01: 30, T02: lung('LEFT', 20) },
    TP1: { T01: 30, T02: lung('LEFT', 20) },
  });

  it('an exchange takes the other lesion over all timepoints', () => {
    // A: 62 of 50 is progression; with the left lung 50 of 50 is not.
    expect(a.output.timepoints[1]?.overall).toBe('PD');
    expect(taken(a, b, 'otherTarget')).toEqual(['SD']);
    expect(given(a, b, 'otherTarget')).toEqual(['PD']);
  });
  it('one that the other does not follow goes, or comes under a free label', () => {
    const more = read({ BL: { T01: 30, T03: 20 }, TP1: { T01: 30, T03: 32 } });
    const less = read({ BL: { T01: 30 }, TP1: { T01: 30 } });
    expect(taken(more, less, 'targetOnlyOne')).toEqual(['SD']);
    expect(given(more, less, 'targetOnlyOne')).toEqual(['PD']);
  });
  it('of the other role: it is followed as the other reader does', () => {
    const at = (lesion: string) => ({
      positions: [{ timepoint: 'BL', lesion, lps: [0, 0, 0] as [number, number, number] }],
    });
    const target = read({ BL: { T01: 30, T03: 20 }, TP1: { T01: 30, T03: 32 } }, {}, at('T03'));
    const nonTarget = read(
      {
        BL: { T01: 30, NT02: { location: 'PANCREAS', status: 'present' } },
        TP1: { T01: 30, NT02: { location: 'PANCREAS', status: 'present' } },
      },
      {},
      at('NT02')
    );
    expect(taken(target, nonTarget, 'role')).toEqual(['SD']);
    expect(given(target, nonTarget, 'role')).toEqual(['PD']);
  });
});

describe('what can not be taken by itself', () => {
  it('the last target', () => {
    const a = read({ BL: { T01: 30 }, TP1: { T01: 30 } });
    const b = read({ BL: { T03: 30 }, TP1: { T03: 30 } });
    expect(differences(a, b).map(({ kind }) => kind)).toEqual(['targetOnlyOne', 'targetOnlyOne']);
    const [first, second] = differences(a, b);
    const own = [first, second].find(one => one?.by === 'a');
    expect(own && withDifferenceReplaced(a, own, b).refused).toEqual({
      reason: 'lastTarget',
      detail: null,
    });
  });
  it('a target at timepoints that the other did not read', () => {
    const a = read({ BL: { T01: 30 }, TP1: { T01: 30 }, TP2: { T01: 30 } });
    const b = read({ BL: { T01: 30, T03: 30 }, TP1: { T01: 30, T03: 30 } });
    expect(taken(a, b, 'targetOnlyOne')).toBe('notReadThere');
    expect(given(a, b, 'targetOnlyOne')).toEqual(['SD']);
  });
  it('lesions that are merged', () => {
    const a = read({ BL: { T01: 30, T03: 20 }, TP1: { T01: 40, T03: { mergedInto: 'T01' } } });
    const b = read({ BL: { T01: 30 }, TP1: { T01: 40 } });
    expect(taken(a, b, 'targetOnlyOne')).toBe('linked');
  });
  it('merged into what the other read does not have', () => {
    const a = read({ BL: { T01: 30, T02: 20 }, TP1: { T01: 40, T02: 20 } });
    const b = read({
      BL: { T01: 30, T02: 20, T03: 20 },
      TP1: { T01: 40, T02: { mergedInto: 'T03' }, T03: 35 },
    });
    expect(taken(a, b, 'state')).toBe('unmatchedHost');
  });
  it('merged into a lesion of another label is translated', () => {
    const a = read({ BL: { T01: 30, T02: 20 }, TP1: { T01: 40, T02: 20 } });
    const b = read({
      BL: { T05: { location: 'LIVER', longestDiameterMm: 30 }, T02: 20 },
      TP1: { T05: 40, T02: { mergedInto: 'T05' } },
    });
    const { course } = withDifferenceReplaced(a, the(a, b, 'state'), b);
    expect(course?.input.timepoints[1]?.lesions[1]?.mergedInto).toBe('T01');
  });
  it('a nadir, image quality, a timepoint of one read', () => {
    const a = sizes(100, 60, 70, 70);
    const b = sizes(100, 80, 60, 70);
    expect(taken(a, b, 'nadir')).toBe('derived');
    expect(taken(a, sizes(100), 'timepointOnlyOne')).toBe('notReadThere');
    const clear = {
      ...a,
      quality: [{ timepoint: 'BL', region: 'chest', value: 'optimal', reason: null }],
    };
    expect(taken(a, clear, 'quality')).toBe('noEffectOfItsOwn');
  });
  it('what the criterion refuses, with its words', () => {
    const a = read({ BL: { T01: 50 }, TP1: { T01: 50 } });
    // A baseline that is later than the visit.
    const timepoints = a.input.timepoints.map(one => ({
      ...one,
      kind: one.id === 'BL' ? 'baseline' : 'follow-up',
      date: one.id === 'BL' ? '2026-02-27' : '2026-02-28',
    }));
    const own = a.input.timepoints.map(one => ({
      ...one,
      kind: one.id === 'BL' ? 'baseline' : 'follow-up',
    }));
    const first = { ...a, input: { ...a.input, timepoints: own } };
    const second = { ...a, input: { ...a.input, timepoints } };
    const [difference] = differences(first, second);
    if (!difference) throw new Error('no difference');
    const { refused } = withDifferenceReplaced(first, difference, second);
    expect(refused?.reason).toBe('criterion');
    expect(refused?.detail).toMatch(/baseline/);
  });
  it('a difference of other reads is an error', () => {
    const a = sizes(50, 40);
    const b = sizes(50, 45);
    const other = { ...the(a, b, 'size'), lesions: { a: 'T09', b: 'T01' } };
    expect(() => withDifferenceReplaced(a, other, b)).toThrow(
      expect.objectContaining({ code: 'CL_DIFFERENCE', path: '/lesions/a' })
    );
  });
});

describe('what a counterfactual would upset', () => {
  it('is said too, and counts against it', () => {
    // Both progress at TP1 by other means: A by size, B by a new lesion. Taking B's size makes A stable.
    const a = read({ BL: { T01: 50 }, TP1: { T01: 70 }, TP2: { T01: 70, NL01: 'equivocal' } });
    const b = read({ BL: { T01: 50 }, TP1: { T01: 50, NL01: 'unequivocal' }, TP2: { T01: 30 } });
    const found = ranked(a, b);
    const size = found.find(({ kind, timepoint }) => kind === 'size' && timepoint === 'TP1');
    const inA = size?.counterfactuals?.[0];
    expect(inA?.disagrees).toEqual(expect.arrayContaining(['bor', 'pdDate']));
    expect(sentences(size, 'a')).toContain('The PD dates, now equal, would differ.');
  });
});

import { describe, expect, it } from '@jest/globals';
import {
  bone,
  dateOf,
  nl,
  nt,
  rated,
  revised,
  run,
  sum,
  unread,
  type VisitOf,
} from './course.testdata.js';

const second = (mm: number) => ({ ...sum(mm), id: 'T02', location: 'LUNG' });
const unsure = { ...bone, status: 'equivocal' as const };

describe('a progression that a later visit judges', () => {
  // 60 is +20 % and +10 mm over 50; 45 at the next visit is not.
  const base: VisitOf = [0, [sum(50)]];
  const void35: VisitOf[] = [base, [42, [sum(60)]], [77, [sum(45)]]];
  it.each<[string, VisitOf[], object, (string | null)[]]>([
    [
      'not by itself, with no days asked for',
      void35,
      { parameters: { pdConfirmationDays: 0 } },
      ['SD', null],
    ],
    ['before new therapy', void35, { newTherapyDate: dateOf(78) }, ['SD', null]],
    ['not from the day of new therapy on', void35, { newTherapyDate: dateOf(77) }, [null, null]],
    ['after exactly 28 days', [base, [42, [sum(60)]], [70, [sum(45)]]], {}, ['SD', null]],
    ['not after 27 days', [base, [42, [sum(60)]], [69, [sum(45)]]], {}, [null, null]],
    [
      'void: a visit with a target that was not read is not evaluable',
      [
        [0, [sum(30), second(10)]],
        [42, [sum(60), { ...unread, id: 'T02' }]],
        [77, [sum(30), second(10)]],
      ],
      {},
      ['NE', null],
    ],
  ])('%s', (_name, visits, more, expected) => {
    expect(revised(visits, more)).toEqual(expected);
  });
});

describe('an equivocal new lesion', () => {
  const base: VisitOf = [0, [sum(30)]];
  it('that is no longer in doubt takes the complete response of its first visit', () => {
    const visits: VisitOf[] = [base, [42, [sum(0), unsure]], [84, [sum(0), bone]]];
    expect(rated(visits)).toEqual(['CR', 'PR']);
    expect(revised(visits)).toEqual(['PR', null]);
  });
  it('is rated as unequivocal there, and against what came before alone', () => {
    const visits: VisitOf[] = [base, [42, [sum(0), unsure]], [84, [sum(0), bone]]];
    expect(revised(visits, { parameters: { newLesionNe: 'ignore' } })).toEqual(['PR', null]);
    // 30 is no progression over the 20 of the next visit.
    expect(revised([base, [42, [sum(30), unsure]], [84, [sum(20), bone]]])).toEqual([null, null]);
  });
  it('is what a reader was in doubt of, not what was not judged', () => {
    const visits: VisitOf[] = [
      base,
      [42, [sum(0), { ...bone, status: null }]],
      [84, [sum(0), bone]],
    ];
    const more = { parameters: { newLesionNe: 'ignore' } };
    expect(rated(visits, more)).toEqual(['CR', 'PR']);
    expect(revised(visits, more)).toEqual([null, null]);
  });
  it('that is in doubt once more is judged anew from there', () => {
    const visits: VisitOf[] = [
      base,
      [42, [sum(0), unsure]],
      [84, [sum(0), bone]],
      [126, [sum(0), unsure]],
      [168, [sum(0), bone]],
    ];
    expect(rated(visits)).toEqual(['CR', 'PR', 'CR', 'PR']);
    expect(revised(visits)).toEqual(['PR', null, 'PR', null]);
  });
  it('counts from its first sight on only', () => {
    const visits: VisitOf[] = [
      base,
      [42, [sum(0)]],
      [84, [sum(0), unsure]],
      [126, [sum(0), unsure]],
      [168, [sum(0), bone]],
    ];
    expect(rated(visits)).toEqual(['CR', 'CR', 'CR', 'PR']);
    expect(revised(visits)).toEqual([null, 'PR', null, null]);
  });
});

describe('the burden with new lesions', () => {
  it('has two of an organ, also where they come one after another', () => {
    // 110 + 10 + 10 is below 120 % of 110; the third of the lung adds nothing.
    const two = [sum(110), nl(10), nl(10, 'NL02')];
    const visits: VisitOf[] = [
      [0, [sum(110)]],
      [42, two],
      [84, [...two, nl(20, 'NL03')]],
    ];
    expect(rated(visits)).toEqual(['SD', 'SD']);
  });
  it('has none of a visit that was not evaluable', () => {
    const visits: VisitOf[] = [
      [0, [sum(80)]],
      [42, [sum(80), nl(20)], { evaluable: false }],
      [84, [sum(80)]],
    ];
    expect(rated(visits)).toEqual(['NE', 'SD']);
    expect(run(visits).timepoints[1]?.lesions.map(({ id }) => id)).toEqual(['T01']);
  });
  it('keeps the decimals of what too small to measure stands for', () => {
    const small = {
      id: 'T01',
      role: 'target' as const,
      location: 'LIVER',
      tooSmallToMeasure: true,
    };
    const visits: VisitOf[] = [
      [0, [sum(30)]],
      [42, [small]],
    ];
    const output = run(visits, { parameters: { tstmDefaultMm: 2.25 } });
    expect(output.timepoints[1]).toMatchObject({ overall: 'PR', burden: { value: 2.25 } });
  });
  it('dates a progression, whatever the non-targets do', () => {
    const worse = { ...nt('progressed'), date: dateOf(40) };
    const output = run([
      [0, [sum(50), nt('present')]],
      [42, [sum(60), worse]],
    ]);
    expect(output.timepoints[1]).toMatchObject({ overall: 'PD', date: dateOf(42) });
  });
});

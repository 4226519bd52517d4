import { describe, expect, it } from '@jest/globals';
import {
  fresh,
  mass,
  node,
  other,
  type Row,
  stated,
  timepoints,
  visits,
} from '../lymphoma/course.testdata.js';
import { assess } from '../assess.js';

const id = 'lugano-2014';
const one = (longest: number, across: number): Row => [[node('N1', longest, across)]];
const gone = (name: string, isNode = true) => stated(name, { status: 'absent' }, isNode);
/** A trace of the last visit. */
const traceOf = (rows: Row[], rule: string | RegExp, parameters: Record<string, unknown> = {}) =>
  visits(id, rows, parameters)
    .at(-1)
    ?.trace.find(trace => (typeof rule === 'string' ? trace.rule === rule : rule.test(trace.rule)));
const sum = (rows: Row[], parameters: Record<string, unknown> = {}) =>
  traceOf(rows, /^target\./, parameters);

describe('growth by either diameter', () => {
  it('is progression by SDi alone, exactly at +5 mm, and SDi is its margin', () => {
    const rows = [one(16, 10), one(17, 15)];
    // PPD 160 to 255 mm², LDi +1 mm, SDi +5 mm
    expect(visits(id, rows)[0]).toMatchObject({ overall: 'PD' });
    expect(traceOf(rows, 'ct.pd.growth')?.margin).toEqual({
      value: 0,
      unit: 'mm',
      category: 'SD',
      lesion: 'N1',
    });
  });
});

describe('how near a lesion is to progression by itself', () => {
  it.each([
    // PPD 200 to 308 mm² (+54 %), LDi +2 and SDi +4 mm: 3 mm more, of the 5 asked up to 20 mm
    ['a nadir of exactly 20 mm asks for 5 mm', [one(20, 10), one(22, 14)], {}, -3],
    // PPD 180 to 308 mm²; at 20 mm LDi is +5 mm of 5, over 20 mm 10 are asked: nearer than 25 mm
    [
      'a size class that is left by shrinking',
      [one(15, 12), one(22, 14)],
      { incrementBySizeAt: 'current' },
      2,
    ],
    // SDi is +5 mm already: over 15 mm it is progression
    ['SDi that has grown enough', [one(30, 20), one(12, 5), one(14, 10)], {}, -1],
  ] satisfies [string, Row[], Record<string, unknown>, number][])(
    '%s',
    (_name, rows, parameters, value) => {
      const [margin, overall] = [
        sum(rows, parameters)?.margin,
        visits(id, rows, parameters).at(-1)?.overall,
      ];
      expect(overall).not.toBe('PD');
      expect(margin).toEqual({ value, unit: 'mm', category: 'PD', lesion: 'N1' });
    }
  );

  it('is 10 mm for an extranodal lesion that had resolved', () => {
    const rows: Row[] = [[[mass('M1', 30, 20)]], [[gone('M1', false)]], [[mass('M1', 8, 6)]]];
    expect(visits(id, rows).map(visit => visit.overall)).toEqual(['CR', 'PR']);
    expect(sum(rows)?.margin).toEqual({ value: -2, unit: 'mm', category: 'PD', lesion: 'M1' });
  });

  it('is none for what is gone, a second time too', () => {
    for (const name of ['N1', 'M1']) {
      const target = name === 'N1' ? node(name, 30, 20) : mass(name, 30, 20);
      const rows: Row[] = [
        [[target]],
        [[gone(name, name === 'N1')]],
        [[gone(name, name === 'N1')]],
      ];
      expect(sum(rows.slice(0, 2))).toMatchObject({ rule: 'target.cr', margin: null });
      expect(sum(rows)).toMatchObject({ rule: 'target.cr', margin: null });
    }
  });
});

describe('the way out of a complete response', () => {
  it('is that of each node: 14.9 mm is nearer than one that would have to grow further', () => {
    const two = (a: [number, number], b: [number, number]): Row => [
      [node('N1', ...a), node('N2', ...b)],
    ];
    const rows = [two([30, 20], [16, 10]), two([5, 5], [14.9, 10]), two([10, 10], [14.9, 10])];
    // SPD 250 of 760 mm² at 15 mm: still half gone
    expect(sum(rows)).toMatchObject({
      rule: 'target.cr',
      margin: { value: -0.1, unit: 'mm', category: 'PR', lesion: 'N2' },
    });
  });

  it('leads to stable disease where just over 15 mm is more than half of the baseline', () => {
    // 15 x 10 mm is 150 mm², half of 20 x 15: anything longer is more than half.
    expect(sum([one(20, 15), one(14, 10)])?.margin).toEqual({
      value: -1,
      unit: 'mm',
      category: 'SD',
      lesion: 'N1',
    });
    expect(sum([one(20, 15.1), one(14, 10)])?.margin).toMatchObject({ category: 'PR' });
  });
});

describe('what no number decides', () => {
  it('a baseline sum of 0 has no change, and no way to a partial response', () => {
    const rows: Row[] = [[[mass('M1', 0, 0)]], [[mass('M1', 20, 10)]]];
    const trace = sum(rows);
    expect(visits(id, rows)[0]?.overall).toBe('PD');
    expect(trace).toMatchObject({ rule: 'target.sd', margin: null });
    expect(trace?.text).toBe('SPD 200 mm² against 0 mm² at baseline: not half gone.');
  });

  it("a reader's word that a lesion is back has no margin, nor has what progressed beside it", () => {
    const again = (status: 'unequivocal' | null, more: Row[0]): Row => [
      [...more, mass('M1', 8, 6, { status })],
    ];
    const base: Row[] = [
      [[node('N1', 30, 20), mass('M1', 30, 20)]],
      [[node('N1', 30, 20), gone('M1', false)]],
    ];
    const rows = [...base, again('unequivocal', [node('N1', 40, 30)])];
    expect(traceOf(rows, 'ct.pd.growth')).toMatchObject({ margin: null });
    const word = traceOf(rows, 'ct.pd.regrowth');
    expect(word && Object.keys(word).sort()).toEqual(['numbers', 'rule', 'source', 'text']);
  });

  it('gives thresholds only where there is one', () => {
    const rows: Row[] = [
      [[node('N1', 30, 20)], { spleenLengthMm: 140 }],
      [[stated('N1', { evaluable: false, reason: 'OBSCURED' })]],
    ];
    for (const rule of ['target.ne', 'spleen.ne']) {
      const trace = traceOf(rows, rule);
      expect(trace && Object.keys(trace).sort()).toEqual(['numbers', 'rule', 'source', 'text']);
    }
  });
});

describe('several targets', () => {
  it('a part that stays under its own name is read with the others, whatever else is there', () => {
    const parts: Row = [
      [node('N1', 25, 16), node('N1b', 20, 10, { splitFrom: 'N1' }), node('N2', 30, 20)],
    ];
    // N1 400 mm²; 400 + 200 mm², LDi +5 mm. Neither part has grown by itself.
    const rows: Row[] = [[[node('N1', 20, 20), node('N2', 30, 20)]], parts];
    const found = traceOf(rows, 'ct.pd.growth');
    expect(found?.text).toContain('N1: LDi 25 mm, PPD 600 mm² against its nadir of 400 mm²');
  });

  it('one that is back is told from growth beside one that fell apart', () => {
    const rows: Row[] = [
      [[node('N1', 30, 20), mass('M2', 30, 20)]],
      [[node('N1', 30, 20), gone('M2', false)]],
      [
        [
          node('N1a', 16, 10, { splitFrom: 'N1' }),
          node('N1b', 16, 10, { splitFrom: 'N1' }),
          mass('M2', 11, 6),
        ],
      ],
    ];
    expect(traceOf(rows, 'ct.pd.regrowth')?.text).toMatch(/^M2 had resolved and is back/);
  });

  it('is NE, not an error, where a node that was not read at baseline is confluent', () => {
    const rows: Row[] = [
      [[node('N1', 20, 10), stated('N2', { evaluable: false })]],
      [[node('N1', 14, 10), stated('N2', { mergedInto: 'N1' })]],
      [[node('N1', 60, 40), stated('N2', { mergedInto: 'N1' })]],
    ];
    expect(visits(id, rows).map(visit => visit.overall)).toEqual(['NE', 'NE']);
  });
});

describe('dates and errors', () => {
  it('names the date of a PET that does not exist by its path', () => {
    const rows: Row[] = [one(30, 20), [[node('N1', 30, 20)], { petDate: '2026-02-30' }]];
    let error: unknown;
    try {
      assess({ criterion: id, timepoints: timepoints(rows) });
    } catch (caught) {
      error = caught;
    }
    expect(error).toMatchObject({ code: 'CL_DATE', path: '/timepoints/1/petDate' });
  });

  it('dates disease that is clearly worse to its own scan, though the visit began earlier', () => {
    const late = { date: '2026-03-09' };
    const rows: Row[] = [
      [[node('N1', 30, 20), other('X', 'present')]],
      [[node('N1', 30, 20), other('X', 'progressed', late)]],
    ];
    expect(visits(id, rows)[0]).toMatchObject({ overall: 'PD', date: '2026-03-09' });
  });

  it('takes no date from a PET that was not done', () => {
    const rows: Row[] = [
      one(30, 20),
      [[node('N1', 30, 20)], { pet: 'notDone', petDate: '2026-03-09' }],
    ];
    expect(visits(id, rows)[0]?.date).toBe('2026-03-02');
  });

  it('a new lesion keeps its date beside a PET that is not', () => {
    const seen = fresh('NL', { longestDiameterMm: 20, date: '2026-02-28' });
    const rows: Row[] = [one(30, 20), [[node('N1', 30, 20), seen], { deauville: 2 }]];
    expect(visits(id, rows, { petCtConflict: 'worst' })[0]?.date).toBe('2026-02-28');
  });
});

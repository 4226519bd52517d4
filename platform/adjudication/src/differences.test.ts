import { describe, expect, it } from '@jest/globals';
import { courseRead, type CourseRead } from './courseRead.js';
import { exchangedDifference } from './difference.js';
import { differences } from './differences.js';
import { sayInEnglish } from './sayInEnglish.js';
import { read, sizes } from './testing/reads.js';
import { withDifferenceReplaced } from './withDifferenceReplaced.js';

const told = (a: CourseRead, b: CourseRead) =>
  differences(a, b).map(one => [one.kind, one.timepoint, sayInEnglish(one.message)]);

describe('lesions that one read has alone', () => {
  it('a new lesion', () => {
    const a = read({ BL: { T01: 50 }, TP1: { T01: 50 } });
    const b = read({ BL: { T01: 50 }, TP1: { T01: 50, NL01: 'unequivocal' } });
    expect(told(a, b)).toEqual([
      ['newLesionOnlyOne', 'TP1', 'B calls a new lesion, NL01, brain (unequivocal); A saw none'],
    ]);
    expect(differences(a, b)[0]).toMatchObject({ lesions: { a: null, b: 'NL01' }, by: 'b' });
  });
  it('a new lesion that the other saw later', () => {
    const a = read({
      BL: { T01: 50 },
      TP1: { T01: 50, NL01: 'unequivocal' },
      TP2: { T01: 50, NL01: 'unequivocal' },
    });
    const b = read({
      BL: { T01: 50 },
      TP1: { T01: 50 },
      TP2: { T01: 50, NL01: 'equivocal' },
    });
    expect(told(a, b)).toEqual([
      ['newLesionEarlier', 'TP1', 'A calls the new lesion brain here already; B first at TP2'],
      ['state', 'TP2', 'Same lesion, brain: A unequivocal, B equivocal'],
    ]);
  });
  it('targets of one organ are an exchange, others stand alone', () => {
    const right = { location: 'LUNG', laterality: 'RIGHT', longestDiameterMm: 14 };
    const a = read({ BL: { T01: 50, T02: right } });
    const b = read({ BL: { T01: 50, T02: 12, T03: 20 } });
    expect(told(a, b)).toEqual([
      ['targetOnlyOne', 'BL', 'B follows T03, pancreas, as a target; A has no mark there'],
      ['otherTarget', 'BL', 'Other target: A T02, right lung; B T02, left lung'],
    ]);
  });
  it('a non-target', () => {
    const a = read({ BL: { T01: 50, NT01: 'present' } });
    expect(told(a, read({ BL: { T01: 50 } }))).toEqual([
      ['nonTargetOnlyOne', 'BL', 'A follows NT01, bone, as a non-target; B does not list it'],
    ]);
  });
  it('a part of a lesion that split', () => {
    const a = read({ BL: { T01: 50 }, TP1: { T01: 30 } });
    const b = read({
      BL: { T01: 50 },
      TP1: { T01: 20, T01a: { location: 'LIVER', splitFrom: 'T01', longestDiameterMm: 10 } },
    });
    expect(told(a, b).map(([kind]) => kind)).toEqual(['partOnlyOne', 'size']);
  });
});

describe('the same lesion', () => {
  const base = { BL: { T01: 50 } };
  it.each([
    ['size', 14.2, 17.9, 'Same lesion, liver: A 14.2 mm, B 17.9 mm'],
    ['state', 'absent', 17.9, 'Same lesion, liver: A absent, B measured'],
    ['state', 4, 'TSTM', 'Same lesion, liver: A measured, B too small to measure'],
    ['evaluability', 14, 'NE', 'B could not evaluate T01, liver (POOR_QUALITY); A could'],
    [
      'reason',
      'NE',
      { evaluable: false, reason: 'NOT_IMAGED' },
      'Neither could evaluate liver: A POOR_QUALITY, B NOT_IMAGED',
    ],
    [
      'lesionDate',
      { longestDiameterMm: 14, date: '2026-02-20' },
      { longestDiameterMm: 14 },
      'Same lesion, liver, another day: A 2026-02-20, B not given',
    ],
    [
      'lesionDetail',
      { longestDiameterMm: 14, sliceThicknessMm: 5 },
      { longestDiameterMm: 14, sliceThicknessMm: 2.5 },
      'Same lesion, liver, sliceThicknessMm: A 5, B 2.5',
    ],
    [
      'size',
      { longestDiameterMm: 14, perpendicularDiameterMm: 10 },
      { longestDiameterMm: 14, perpendicularDiameterMm: 9 },
      'Same lesion, liver, perpendicular: A 10 mm, B 9 mm',
    ],
  ])('%s: %j against %j', (kind, one, other, sentence) => {
    const a = read({ ...base, TP1: { T01: one } });
    const b = read({ ...base, TP1: { T01: other } });
    expect(told(a, b)).toEqual([[kind, 'TP1', sentence]]);
  });
  it('a diameter of 0 and "absent" are one state', () => {
    const a = read({ ...base, TP1: { T01: 0 } });
    const b = read({ ...base, TP1: { T01: 'absent' } });
    expect(told(a, b)).toEqual([]);
    // A size beside "absent" contradicts itself, which the criterion does not overlook.
    const contradiction = read({
      ...base,
      TP1: { T01: { status: 'absent', longestDiameterMm: 4 } },
    });
    expect(told(b, contradiction).map(([kind]) => kind)).toEqual(['size']);
  });
  it('not listed at a timepoint is a state of its own', () => {
    const a = read({ ...base, TP1: { T01: 40 } });
    expect(told(a, read({ ...base, TP1: {} }))).toEqual([
      ['state', 'TP1', 'Same lesion, liver: A measured, B not listed'],
    ]);
  });
  it('the short axis stands for a node', () => {
    const node = (shortAxisMm: number) => ({
      location: 'AXILLARY LYMPH NODE',
      laterality: 'LEFT',
      shortAxisMm,
    });
    expect(told(read({ BL: { T05: node(16) } }), read({ BL: { T05: node(17) } }))).toEqual([
      ['size', 'BL', 'Same lesion, left axillary lymph node, short axis: A 16 mm, B 17 mm'],
    ]);
  });
  it('merged into other lesions', () => {
    const visits = (host: string) => ({
      BL: { T01: 20, T02: 20, T03: 20 },
      TP1: { T01: { mergedInto: host }, T02: 20, T03: 20 },
    });
    expect(told(read(visits('T02')), read(visits('T03')))).toEqual([
      ['mergedInto', 'TP1', 'Same lesion, liver: A has it merged into T02, B into T03'],
    ]);
  });
  it('a target of one and a non-target of the other, and another name of its place', () => {
    const position = (lesion: string) => ({
      positions: [{ timepoint: 'BL', lesion, lps: [0, 0, 0] as [number, number, number] }],
    });
    const a = read({ BL: { T01: 20, T02: 20 } }, {}, position('T01'));
    const asNonTarget = read(
      { BL: { NT02: { location: 'LIVER', status: 'present' }, T02: 20 } },
      {},
      position('NT02')
    );
    expect(told(a, asNonTarget)).toEqual([
      ['role', 'BL', 'Same lesion, liver: A calls it a target, B a non-target'],
    ]);
    const elsewhere = read(
      { BL: { T01: { location: 'DUODENUM', longestDiameterMm: 20 }, T02: 20 } },
      {},
      position('T01')
    );
    expect(told(a, elsewhere)).toEqual([
      ['place', 'BL', 'Same lesion, named otherwise: A liver, B duodenum'],
    ]);
  });
});

describe('a timepoint as a whole', () => {
  const base = { BL: { T01: 50, NT01: 'present' } };
  const visit = { T01: 50, NT01: 'present' };
  it('the judgement of the non-targets', () => {
    const a = read({ ...base, TP1: { ...visit, judgement: 'NON-CR/NON-PD' } });
    const b = read({ ...base, TP1: { ...visit, judgement: 'PD' } });
    expect(told(a, b)).toEqual([
      ['nonTargetJudgement', 'TP1', 'Non-targets together: A NON-CR/NON-PD, B PD'],
    ]);
  });
  it('a response that a reader gave in place of the calculated one', () => {
    const plain = read({ ...base, TP1: visit });
    const giving = (value: string) => {
      const timepoints = plain.input.timepoints.map(one =>
        one.id === 'TP1' ? { ...one, readerResponse: { value, inPlaceOf: 'SD' } } : one
      );
      return courseRead({ ...plain.input, timepoints });
    };
    expect(told(giving('PD'), plain)).toEqual([
      [
        ...['readerResponseOnlyOne', 'TP1'],
        'A gave PD in place of the calculated SD; B kept the calculated response',
      ],
    ]);
    expect(told(giving('PD'), giving('NE'))).toEqual([
      ['readerResponse', 'TP1', 'Own responses: A PD in place of SD, B NE in place of SD'],
    ]);
    expect(told(giving('PD'), giving('PD'))).toEqual([]);
    const { course } = withDifferenceReplaced(
      giving('PD'),
      differences(giving('PD'), plain)[0]!,
      plain
    );
    expect(course?.output).toEqual(plain.output);
  });
  it('not evaluable: said once, not for each of its lesions', () => {
    const a = read({ ...base, TP1: visit });
    const b = read({ ...base, TP1: { ne: 'motion' } });
    expect(told(a, b)).toEqual([
      ['timepointEvaluability', 'TP1', 'B could not evaluate this timepoint (motion); A could'],
    ]);
  });
  it('read by one alone: what it holds is no difference', () => {
    const a = read({ ...base, TP1: { ...visit, NL01: 'unequivocal' } });
    expect(told(a, read(base))).toEqual([
      ['timepointOnlyOne', 'TP1', 'Only A read this timepoint'],
    ]);
  });
  it('entries of the criterion, dates, image quality and numbers', () => {
    const a = read(
      base,
      {},
      {
        quality: [{ timepoint: 'BL', region: 'chest', value: 'optimal', reason: null }],
        numeric: [{ name: 'volume', unit: 'ml', visits: [{ timepoint: 'BL', value: 12 }] }],
      }
    );
    const timepoints = a.input.timepoints.map(one => ({
      ...one,
      date: '2026-01-02',
      petNegative: true,
    }));
    const b = {
      ...a,
      input: { ...a.input, timepoints },
      quality: [{ timepoint: 'BL', region: 'chest', value: 'notReadable', reason: 'MOTION' }],
      numeric: [{ name: 'volume', unit: 'ml', visits: [{ timepoint: 'BL', value: null }] }],
    };
    expect(told(a, b)).toEqual([
      ['number', 'BL', 'volume: A 12, B not given'],
      ['timepointDate', 'BL', 'Another day: A 2026-01-01, B 2026-01-02'],
      ['timepointDetail', 'BL', 'petNegative: A not given, B true'],
      ['quality', 'BL', 'Image quality, chest: A optimal, B not readable'],
    ]);
  });
  it('another nadir, told where it begins', () => {
    // A is lowest at TP1, B at TP2: from TP3 on they are compared with other visits.
    const a = sizes(100, 60, 70, 70, 70);
    const b = sizes(100, 80, 60, 70, 70);
    expect(told(a, b).filter(([kind]) => kind === 'nadir')).toEqual([
      ['nadir', 'TP3', 'Compared with another visit: A with TP1, B with TP2'],
    ]);
  });
});

describe('names exchanged', () => {
  it('the same differences with A and B exchanged', () => {
    const a = read({ BL: { T01: 50, T02: 10 }, TP1: { T01: 40, T02: 'NE', NL01: 'equivocal' } });
    const b = read({ BL: { T01: 55, T03: 10 }, TP1: { T01: 'absent', T03: 10 } });
    const found = differences(a, b);
    expect(found.length).toBeGreaterThan(4);
    expect(differences(b, a)).toEqual(found.map(exchangedDifference));
  });
});

import { describe, expect, it } from '@jest/globals';
import {
  course,
  fresh,
  mass,
  node,
  other,
  overall,
  type Row,
  stated,
  visits,
} from '../lymphoma/course.testdata.js';

const id = 'lugano-2014';
const one = (longest: number, across: number): Row => [[node('N1', longest, across)]];
const rules = (row: Row | undefined, base: Row) =>
  visits(id, [base, row ?? base])[0]?.findings.map(({ rule }) => rule) ?? [];

describe('states of a target under Lugano 2014', () => {
  it('too small to measure is 5 x 5 mm: normal for a node, disease elsewhere', () => {
    const small = (isNode: boolean) => stated('N1', { tooSmallToMeasure: true }, isNode);
    const [visit] = visits(id, [one(30, 20), [[small(true)]]]);
    expect(visit).toMatchObject({ overall: 'CR', burden: { value: 25 } });
    expect(overall(id, [[[mass('N1', 30, 20)]], [[small(false)]]])).toEqual(['PR']);
  });

  it('a target that was not read: NE, unless something else progressed', () => {
    const lost = stated('N2', { evaluable: false, reason: 'OBSCURED' });
    const base: Row = [[node('N1', 20, 10), node('N2', 30, 20)]];
    expect(overall(id, [base, [[node('N1', 20, 10), lost]]])).toEqual(['NE']);
    expect(overall(id, [base, [[node('N1', 30, 12), lost]]])).toEqual(['PD']);
    expect(
      overall(id, [base, [[node('N1', 20, 10), lost, fresh('NL', { longestDiameterMm: 20 })]]])
    ).toEqual(['PD']);
  });

  it('each lesion has its own nadir, also from a visit that was not complete', () => {
    const lost = stated('N2', { evaluable: false, reason: 'OBSCURED' });
    const both = (longest: number, across: number): Row => [
      [node('N1', longest, across), node('N2', 30, 20)],
    ];
    const rows: Row[] = [both(30, 20), [[node('N1', 16, 10), lost]], both(22, 12)];
    const rated = visits(id, rows);
    expect(rated.map(visit => visit.overall)).toEqual(['NE', 'PD']);
    expect(rated[1]?.burden?.nadir).toBe(1200);
  });

  it('a confluent mass is compared with the sum of its nodes', () => {
    const base: Row = [[node('N1', 20, 20), node('N2', 20, 20)]];
    const joint = (longest: number, across: number): Row => [
      [node('N1', longest, across), stated('N2', { mergedInto: 'N1' })],
    ];
    expect(overall(id, [base, joint(40, 20)])).toEqual(['SD']);
    expect(overall(id, [base, joint(40, 29.9)])).toEqual(['SD']);
    expect(overall(id, [base, joint(40, 30)])).toEqual(['PD']);
    // apart again: each against its own baseline, not against the mass
    expect(overall(id, [base, joint(40, 20), base])).toEqual(['SD', 'SD']);
  });

  it('parts are summed, then followed each by its own nadir', () => {
    const base = one(40, 30);
    const parts = (a: [number, number], b: [number, number]): Row => [
      [node('N1a', ...a, { splitFrom: 'N1' }), node('N1b', ...b, { splitFrom: 'N1' })],
    ];
    const rows = [base, parts([20, 10], [20, 20]), parts([26, 12], [20, 20])];
    const rated = visits(id, rows);
    expect(rated.map(visit => visit.overall)).toEqual(['PR', 'PD']);
    expect(rated[0]?.burden?.value).toBe(600);
    expect(rated.map(visit => visit.newLesions)).toEqual([false, false]);
  });

  it('a resolved lesion that is back', () => {
    const gone = (isNode: boolean): Row => [[stated('N1', { status: 'absent' }, isNode)]];
    const back = (mm: number, more: object = {}): Row => [[mass('N1', mm, 6, more)]];
    const base: Row = [[mass('N1', 30, 20)]];
    expect(overall(id, [base, gone(false), back(10)])).toEqual(['CR', 'PR']);
    expect(overall(id, [base, gone(false), back(11)])).toEqual(['CR', 'PD']);
    expect(overall(id, [base, gone(false), back(8, { status: 'unequivocal' })])).toEqual([
      'CR',
      'PD',
    ]);
    expect(overall(id, [one(30, 20), gone(true), one(15, 10)])).toEqual(['CR', 'CR']);
    expect(overall(id, [one(30, 20), gone(true), one(16, 10)])).toEqual(['CR', 'PD']);
  });

  it('treated on study', () => {
    const treated: Row = [[node('N1', 14, 10, { locallyTreated: { date: '2026-01-20' } })]];
    expect(overall(id, [one(30, 20), treated])).toEqual(['NE']);
    expect(overall(id, [one(30, 20), treated], { localTreatment: 'zero' })).toEqual(['PR']);
    expect(overall(id, [one(30, 20), treated], { localTreatment: 'exclude' })).toEqual(['NE']);
  });
});

describe('what the subject has at baseline', () => {
  it('no baseline value makes every visit NE', () => {
    const lost: Row = [[stated('N1', { evaluable: false, reason: 'POOR_QUALITY' })]];
    const rated = course(id, [lost, one(30, 20), one(60, 50)]);
    expect(rated.timepoints.slice(1).map(visit => visit.overall)).toEqual(['NE', 'NE']);
    expect(rated.timepoints[1]?.components).toEqual({ ct: 'NE', pet: null });
    expect(rated.timepoints[0]?.findings.map(({ rule }) => rule)).toContain(
      'baseline.notEvaluable'
    );
    expect(rated.bestOverallResponse.unconfirmed.value).toBe('NE');
    expect(course(id, []).bestOverallResponse.unconfirmed.value).toBe('MISSING');
  });

  it('no disease at baseline', () => {
    const free: Row = [[], { noDisease: true }];
    expect(overall(id, [free, [[]]])).toEqual(['NED']);
    expect(overall(id, [free, [[], { deauville: 1 }]])).toEqual(['NED']);
    expect(overall(id, [free, [[], { deauville: 5, petNewFocus: true }]])).toEqual(['PD']);
    expect(overall(id, [free, [[fresh('NL', { longestDiameterMm: 12 })]]])).toEqual(['PD']);
    const avid: Row = [[], { deauville: 5, uptakeChange: 'UNCHANGED' }];
    expect(overall(id, [avid, [[], { deauville: 2 }]])).toEqual(['CR']);
  });

  it('only disease that is not measured: CR if all is gone, else SD', () => {
    const base: Row = [[other('X', 'present'), other('Y', 'present')]];
    const now = (a: 'present' | 'absent', b: 'present' | 'absent'): Row => [
      [other('X', a), other('Y', b)],
    ];
    expect(overall(id, [base, now('absent', 'absent')])).toEqual(['CR']);
    expect(overall(id, [base, now('absent', 'present')])).toEqual(['SD']);
    const unread: Row = [[other('X', 'absent'), other('Y', null, { evaluable: false })]];
    expect(overall(id, [base, unread])).toEqual(['NE']);
  });

  it('an enlarged spleen alone', () => {
    const spleen = (spleenLengthMm: number | null): Row => [[], { spleenLengthMm }];
    expect(overall(id, [spleen(160), spleen(125)])).toEqual(['CR']);
    expect(overall(id, [spleen(160), spleen(140)])).toEqual(['SD']);
    expect(overall(id, [spleen(160), spleen(176)])).toEqual(['PD']);
  });

  it('the only diseased organ that was not looked at: NE', () => {
    const spleen: Row = [[], { spleenLengthMm: 160 }];
    expect(overall(id, [spleen, [[]]])).toEqual(['NE']);
    expect(overall(id, [[[], { liver: 'enlarged' }], [[]]])).toEqual(['NE']);
    // It is not asked for where something else is followed.
    expect(overall(id, [[[node('N1', 40, 20)], { liver: 'enlarged' }], one(40, 20)])).toEqual([
      'SD',
    ]);
  });

  it('an enlarged spleen that was normal and is enlarged again by too little for progression', () => {
    const row = (spleenLengthMm: number): Row => [[node('N1', 14, 10)], { spleenLengthMm }];
    const base: Row = [[node('N1', 40, 20)], { spleenLengthMm: 180 }];
    // 19 of 50 mm over 130 mm are left; of 10 mm at baseline, 9 mm are more than half.
    expect(overall(id, [base, row(130), row(149), row(150)])).toEqual(['CR', 'PR', 'PD']);
    const slight: Row = [[node('N1', 40, 20)], { spleenLengthMm: 140 }];
    expect(overall(id, [slight, row(125), row(139)])).toEqual(['CR', 'SD']);
  });

  it('organs that keep CR away, and that decide nothing when they are missing', () => {
    const row = (longest: number, more: Record<string, unknown>): Row => [
      [node('N1', longest, 10)],
      more,
    ];
    const after = (base: Record<string, unknown>, now: Record<string, unknown>) =>
      overall(id, [row(40, base), row(14, now)])[0];
    expect(after({ liver: 'enlarged' }, { liver: 'normal' })).toBe('CR');
    expect(after({ liver: 'enlarged' }, { liver: 'enlarged' })).toBe('PR');
    expect(after({ liver: 'enlarged' }, {})).toBe('PR');
    expect(after({ marrow: 'positive' }, { marrow: 'negative' })).toBe('CR');
    expect(after({ marrow: 'positive' }, {})).toBe('PR');
    expect(after({ marrow: 'negative' }, { marrow: 'positive' })).toBe('PD');
    expect(after({ marrow: 'positive' }, { marrow: 'indeterminate', marrowIhc: 'negative' })).toBe(
      'CR'
    );
    expect(after({ spleenLengthMm: 120 }, {})).toBe('PR');
    expect(after({ spleenLengthMm: 150 }, {})).toBe('NE');
    expect(after({ spleenLengthMm: 150 }, { spleenLengthMm: 130 })).toBe('CR');
    expect(after({ spleenLengthMm: 150 }, { spleenLengthMm: 135 })).toBe('PR');
    expect(after({ spleenLengthMm: 150 }, { spleenLengthMm: 145 })).toBe('SD');
  });
});

describe('PET and CT over time', () => {
  it('an equivocal lesion that is confirmed backdates the progression', () => {
    const seen = (status: 'equivocal' | 'unequivocal', longestDiameterMm: number): Row => [
      [node('N1', 30, 20), fresh('NL', { status, longestDiameterMm })],
    ];
    const rated = course(id, [one(30, 20), seen('equivocal', 8), seen('unequivocal', 12)]);
    expect(rated.timepoints.map(visit => visit.overall)).toEqual([undefined, 'SD', 'PD']);
    expect(rated.timepoints[1]?.revised).toMatchObject({ value: 'PD', byTimepoint: 'V2' });
    expect(rated.bestOverallResponse.unconfirmed).toEqual({ value: 'PD', date: '2026-03-02' });
    const kept = course(id, [one(30, 20), seen('equivocal', 8), seen('unequivocal', 12)], {
      equivocalBackdate: false,
    });
    expect(kept.timepoints[1]?.revised).toBeNull();
  });

  it('a lesion that was new and is not listed any more forbids CR', () => {
    const rows: Row[] = [
      one(30, 20),
      [[node('N1', 30, 20), fresh('NL', { status: 'equivocal', longestDiameterMm: 8 })]],
      one(14, 10),
    ];
    expect(overall(id, rows)).toEqual(['SD', 'PR']);
    expect(overall(id, rows, { newLesionNe: 'ignore' })).toEqual(['SD', 'CR']);
  });

  it('one of the two examinations', () => {
    const base = one(30, 20);
    expect(overall(id, [base, [[], { ct: 'notDone', deauville: 2 }]])).toEqual(['CR']);
    expect(overall(id, [base, [[], { ct: 'notDone' }]])).toEqual(['NE']);
    expect(overall(id, [base, [[node('N1', 20, 15)], { pet: 'notDone' }]])).toEqual(['PR']);
    expect(overall(id, [base, [[], { evaluable: false, deauville: 2 }]])).toEqual(['NE']);
  });

  it('lesions listed without a CT are not used, then or later', () => {
    const without = (ct: string): Row => [
      [node('N1', 10, 8), fresh('NL', { status: 'equivocal', longestDiameterMm: 8 })],
      { ct, deauville: 2 },
    ];
    for (const ct of ['notDone', 'notEvaluable']) {
      // 16 x 14 mm would be progression against 10 x 8 mm; against 30 x 20 mm it is a response.
      const rated = visits(id, [
        one(30, 20),
        without(ct),
        [[node('N1', 16, 14), fresh('NL', { longestDiameterMm: 8 })]],
      ]);
      expect(rated.map(visit => visit.overall)).toEqual(['CR', 'PR']);
      expect(rated[0]).toMatchObject({ newLesions: null, burden: { value: null } });
      expect(rated[1]?.burden).toMatchObject({ nadir: 600 });
    }
  });

  it('a lesion treated at a visit without a CT stays treated', () => {
    const treated: Row = [
      [node('N1', 30, 20, { locallyTreated: { date: '2026-02-20' } })],
      { ct: 'notDone', deauville: 2 },
    ];
    expect(overall(id, [one(30, 20), treated, one(14, 10)])).toEqual(['CR', 'NE']);
  });

  it.each([
    [{ deauville: 4 }, 'pet.uptakeChangeMissing'],
    [{ deauville: 'X' }, 'pet.scoreMissing'],
    [{ pet: 'done' }, 'pet.scoreMissing'],
    [{ pet: 'notDone', deauville: 4 }, 'pet.contradiction'],
    [{ pet: 'notEvaluable', deauville: 4 }, 'pet.contradiction'],
    [{ deauville: 2, uptakeChange: 'INCREASED' }, 'pet.increaseAtLowScore'],
    [{ deauville: 2, petNewFocus: true }, 'pet.newFocusAtLowScore'],
    [{ deauville: 3, petNewFocus: true }, 'pet.newFocusAtLowScore'],
  ])('finding on %j: %s', (pet, rule) => {
    expect(rules([[node('N1', 30, 20)], pet], one(30, 20))).toContain(rule);
  });

  it('dates a progression to the examination that shows it', () => {
    const rows = (petDate: string): Row[] => [
      one(30, 20),
      [[node('N1', 40, 25, { date: '2026-03-04' })], { deauville: 5, petNewFocus: true, petDate }],
    ];
    expect(visits(id, rows('2026-03-01'))[0]?.date).toBe('2026-03-01');
    expect(visits(id, rows('2026-03-09'))[0]?.date).toBe('2026-03-04');
    expect(visits(id, rows('2026-03-09'), { visitDateRule: 'latest' })[0]?.date).toBe('2026-03-09');
    expect(() => visits(id, rows('2026-02-30'))).toThrow(/not a date/);
    expect(rules(rows('2026-03-01')[1], one(30, 20))).not.toContain('pet.newFocusAtLowScore');
  });

  it('dates a progression that no lesion shows to the visit', () => {
    const late = node('N1', 30, 20, { date: '2026-03-09' });
    const spleen = (spleenLengthMm: number): Row => [[late], { spleenLengthMm }];
    expect(visits(id, [spleen(150), spleen(170)])[0]).toMatchObject({
      overall: 'PD',
      date: '2026-03-02',
    });
    const marrow = (state: string): Row => [[late], { marrow: state }];
    expect(visits(id, [marrow('negative'), marrow('positive')])[0]?.date).toBe('2026-03-02');
    const judged: Row = [[late, other('X', 'present')], { nonTargetJudgement: 'PD' }];
    expect(visits(id, [[[late, other('X', 'present')]], judged])[0]?.date).toBe('2026-03-02');
    const early = fresh('NL', { longestDiameterMm: 20, date: '2026-02-27' });
    expect(visits(id, [one(30, 20), [[late, early]]])[0]?.date).toBe('2026-02-27');
    // Growth is later than the spleen, and none of the spleen's where it is the node alone.
    const grown = node('N1', 45, 30, { date: '2026-03-09' });
    expect(visits(id, [one(30, 20), [[grown]]])[0]?.date).toBe('2026-03-09');
  });

  it('names what decided: a larger lesion or the spleen only where a response is refused', () => {
    const rule = (rows: Row[]) =>
      visits(id, rows)[0]?.trace.find(trace => /^ct\.(grid|sd|ne)/.test(trace.rule))?.rule;
    const larger = other('X', 'present', { larger: true });
    expect(
      rule([[[node('N1', 40, 20), other('X', 'present')]], [[node('N1', 38, 20), larger]]])
    ).toBe('ct.grid');
    const spleen = (length: number, spleenLengthMm: number | null): Row => [
      [node('N1', length, 20)],
      { spleenLengthMm },
    ];
    expect(rule([spleen(40, 150), spleen(38, 150)])).toBe('ct.grid');
    expect(rule([spleen(40, 150), spleen(38, null)])).toBe('ct.grid');
    expect(rule([spleen(40, 150), spleen(20, null)])).toBe('ct.ne.spleen');
  });

  it('keeps the decimals of the spleen', () => {
    const spleen = (spleenLengthMm: number): Row => [[], { spleenLengthMm }];
    // 20.002 mm over 130 mm: half of it is 10.001 mm.
    expect(overall(id, [spleen(150.002), spleen(160.003), spleen(160.004)])).toEqual(['SD', 'PD']);
  });

  it('asks for each organ that is all there was', () => {
    const [visit] = visits(id, [[[], { spleenLengthMm: 160, liver: 'enlarged' }], [[]]]);
    expect(visit?.trace.find(({ rule }) => rule === 'ct.ne.organs')?.text).toContain(
      'the enlarged spleen was not measured, the enlarged liver is not stated'
    );
  });

  it('takes a baseline PET at or below the limit, without avid marrow, for no disease', () => {
    const after = (base: Record<string, unknown>) =>
      overall(id, [
        [[], { noDisease: true, ...base }],
        [[], { deauville: 2 }],
      ])[0];
    expect(after({ deauville: 3 })).toBe('NED');
    expect(after({ deauville: 4 })).toBe('CR');
    expect(after({ deauville: 'X' })).toBe('NED');
    expect(after({ deauville: 3, petMarrow: 'none' })).toBe('NED');
    expect(after({ deauville: 3, petMarrow: 'reduced' })).toBe('CR');
  });

  it('dates a progression to the earlier of a lesion that is back and one that is clearly worse', () => {
    const rows = (date: string): Row[] => [
      [[node('N1', 30, 20), other('X', 'present'), other('Y', 'present')]],
      [[node('N1', 30, 20), other('X', 'absent'), other('Y', 'present')]],
      [[node('N1', 30, 20), other('X', 'present'), other('Y', 'progressed', { date })]],
    ];
    expect(visits(id, rows('2026-04-20'))[1]).toMatchObject({ overall: 'PD', date: '2026-04-20' });
    expect(visits(id, rows('2026-05-20'))[1]).toMatchObject({ overall: 'PD', date: '2026-04-27' });
  });
});

describe('findings about what was entered', () => {
  it.each([
    [
      'perpendicular missing',
      [stated('N1', { longestDiameterMm: 20 })],
      'measurement.perpendicularMissing',
    ],
    ['short axis only', [stated('N1', { shortAxisMm: 12 })], 'measurement.longestDiameterMissing'],
    ['nothing', [stated('N1', {})], 'measurement.missing'],
    ['the wrong way round', [node('N1', 10, 20)], 'measurement.perpendicularLonger'],
    ['absent with a size', [node('N1', 10, 8, { status: 'absent' })], 'measurement.contradiction'],
    ['not listed', [], 'lesion.notAssessed'],
    ['not at baseline', [node('N1', 30, 20), node('N9', 30, 20)], 'lesion.notAtBaseline'],
    ['role changed', [{ ...node('N1', 30, 20), role: 'non-target' }], 'lesion.roleChanged'],
    ['merged into nothing', [stated('N1', { mergedInto: 'N9' })], 'lesion.mergedIntoUnknown'],
    ['new lesion without a state', [node('N1', 30, 20), fresh('NL', {})], 'newLesion.stateMissing'],
  ] satisfies [string, Row[0], string][])('%s', (_name, lesions, rule) => {
    expect(rules([lesions], one(30, 20))).toContain(rule);
  });

  it('asks nothing of what stays confluent, nor of the parts of a new lesion', () => {
    const base: Row = [[node('N1', 30, 20), node('N2', 30, 20)]];
    const joint = stated('N2', { mergedInto: 'N1' });
    const of = (rows: Row[]) =>
      visits(id, rows)
        .at(-1)
        ?.findings.map(({ rule }) => rule);
    expect(of([base, [[node('N1', 40, 30), joint]], [[node('N1', 40, 30)]]])).toEqual([]);
    expect(of([base, [[node('N1', 40, 30)]]])).toEqual(['lesion.notAssessed']);
    const found = fresh('NL', { longestDiameterMm: 20 });
    const part = fresh('NLa', { longestDiameterMm: 12, splitFrom: 'NL' });
    expect(of([one(30, 20), [[node('N1', 30, 20), found, part]]])).toEqual([]);
    const orphan = fresh('NLb', { longestDiameterMm: 12, splitFrom: 'N9' });
    expect(of([one(30, 20), [[node('N1', 30, 20), orphan]]])).toEqual(['lesion.splitFromUnknown']);
  });

  it('baseline: too many, too small, absent', () => {
    const at = (...lesions: Row[0]) =>
      course(id, [[lesions]]).timepoints[0]?.findings.map(
        ({ rule, lesion }) => `${rule} ${lesion ?? ''}`
      );
    const seven = [1, 2, 3, 4, 5, 6, 7].map(index => node(`N${index}`, 30, 20));
    expect(at(...seven)).toContain('baseline.targets.tooMany N7');
    expect(at(node('N1', 15, 12))).toContain('baseline.target.tooSmall N1');
    expect(at(node('N1', 15.1, 12))).not.toContain('baseline.target.tooSmall N1');
    expect(at(mass('M1', 10, 8))).toContain('baseline.target.tooSmall M1');
    expect(at(stated('N1', { status: 'absent' }))).toContain('baseline.target.absent N1');
    expect(at()).toContain('baseline.noLesions ');
    const unread = course(id, [[[], { evaluable: false }]]).timepoints[0]?.findings;
    expect(unread?.map(({ rule }) => rule)).toEqual(['baseline.notEvaluable']);
  });
});

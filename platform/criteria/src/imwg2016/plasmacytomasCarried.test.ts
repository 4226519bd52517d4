import { describe, expect, it } from '@jest/globals';
import type { LesionInput } from '../schemas.js';
import type { Labs } from './inputs.js';
import { plasmacytoma, run } from './course.testdata.js';

const base: Labs = { serumMGPerDl: 3 };
const fixed: Labs = {
  serumMGPerDl: 0,
  serumImmunofixation: 'negative',
  urineImmunofixation: 'negative',
  marrowPlasmaCellsPct: 2,
};
const other = (status?: LesionInput['status'], location = 'SOFT TISSUE'): LesionInput => ({
  id: 'NT01',
  role: 'non-target',
  location,
  ...(status ? { status } : {}),
});
const gone = plasmacytoma(0, 0);
/** Categories after a baseline with these lesions, everything of a complete response but the images given. */
const after = (
  first: LesionInput[],
  visits: LesionInput[][],
  parameters: Record<string, unknown> = {}
) =>
  run(
    [{ labs: base, lesions: first }, ...visits.map(lesions => ({ labs: fixed, lesions }))],
    parameters
  )
    .timepoints.slice(1)
    .map(({ overall }) => overall);

// Images need not be repeated: a plasmacytoma that is not listed is as it was last seen.
describe('plasmacytomas that are not measured', () => {
  it.each([
    ['gone', [[other('absent')]], ['CR']],
    ['there', [[other('present')]], ['VGPR']],
    ['never imaged', [[]], ['VGPR']],
    ['listed without a state', [[other()]], ['VGPR']],
    ['gone, and not imaged again', [[other('absent')], []], ['CR', 'CR']],
    ['there, and not imaged again', [[other('present')], []], ['VGPR', 'VGPR']],
  ] as [string, LesionInput[][], string[]][])('%s', (_name, visits, expected) => {
    expect(after([other('present')], visits)).toEqual(expected);
  });

  it.each([
    ['not known', []],
    ['not known', [other()]],
    ['no', [other('present')]],
  ])('says "%s" of what keeps a complete response away: %j', (said, lesions) => {
    const visits = [
      { labs: base, lesions: [other('present')] },
      { labs: fixed, lesions },
    ];
    const trace = run(visits).timepoints[1]?.trace.find(({ rule }) => rule === 'complete.no');
    expect(trace?.text).toBe(`Not a complete response: no plasmacytoma (${said}).`);
  });

  it('asks for them at every visit if told so', () => {
    const visits = [[other('absent')], []];
    const parameters = { 'imwg.carryUnrepeated': false };
    expect(after([other('present')], visits, parameters)).toEqual(['CR', 'VGPR']);
    // A measured one is missing then, one level lower than VGPR; the marrow is given at both.
    expect(after([plasmacytoma(20, 20)], [[gone], []], parameters)).toEqual(['CR', 'PR']);
  });

  it('takes nothing of a visit that was not evaluable', () => {
    const visits = [
      { labs: base, lesions: [other('present')] },
      { labs: fixed, lesions: [other('absent')], more: { evaluable: false } },
      { labs: fixed, lesions: [] },
    ];
    expect(run(visits).timepoints[2]?.overall).toBe('VGPR');
  });

  it('keeps no complete response away in bone, which need not heal', () => {
    expect(after([other('present', 'BONE')], [[other('present', 'BONE')], []])).toEqual([
      'CR',
      'CR',
    ]);
  });
});

describe('plasmacytomas of both kinds', () => {
  const first = [plasmacytoma(20, 20), other('present')];
  it.each([
    ['both gone', [[gone, other('absent')]], ['CR']],
    ['one there', [[gone, other('present')]], ['VGPR']],
    ['the other there', [[plasmacytoma(2, 2), other('absent')]], ['VGPR']],
    ['one not listed', [[gone]], ['VGPR']],
    ['both gone, and not imaged again', [[gone, other('absent')], []], ['CR', 'CR']],
    // The images were repeated: what they do not tell of is missing, one level lower than VGPR.
    [
      'seen again without the measured one',
      [[gone, other('absent')], [other('present')]],
      ['CR', 'PR'],
    ],
  ] as [string, LesionInput[][], string[]][])('%s', (_name, visits, expected) => {
    expect(after(first, visits)).toEqual(expected);
  });
});

describe('a plasmacytoma that was treated', () => {
  const treated = { ...plasmacytoma(20, 20), locallyTreated: { kind: 'radiotherapy' } };
  const rate = (localTreatment: string) => {
    const lesions = [treated as LesionInput];
    const visits = [
      { labs: base, lesions: [plasmacytoma(20, 20)] },
      { labs: { serumMGPerDl: 1.5 }, lesions },
    ];
    const visit = run(visits, { localTreatment }).timepoints[1];
    return [visit?.overall, visit?.trace.find(({ rule }) => rule.startsWith('plasmacytoma'))?.text];
  };
  it.each([
    // PR of serum, one level lower for what is not known.
    ['exclude', ['MR', 'Every measured plasmacytoma was treated.']],
    ['NE', ['MR', 'Not every plasmacytoma was assessed.']],
    ['zero', ['PR', 'Plasmacytomas 0 mm², -100.00 % against baseline: VGPR.']],
  ])('with %s', (localTreatment, expected) => {
    expect(rate(localTreatment)).toEqual(expected);
  });
});

describe('images that were not repeated', () => {
  it('were where a part of a plasmacytoma is listed alone', () => {
    const part = (mm: number): LesionInput => ({
      ...plasmacytoma(mm, mm, 'T01a'),
      splitFrom: 'T01',
    });
    // 25 of 400 mm² is 94 % less, but there.
    const visits = [[gone], [part(5)]];
    expect(after([plasmacytoma(20, 20)], visits)).toEqual(['CR', 'VGPR']);
  });

  const one = plasmacytoma(20, 12);
  const two = plasmacytoma(20, 12, 'T02');
  const small = [plasmacytoma(2, 2), plasmacytoma(2, 2, 'T02')];
  const vgpr: Labs = { serumMGPerDl: 0.3, urineMMgPer24h: 0 };
  const course = (...visits: [Labs, LesionInput[]][]) =>
    run(visits.map(([labs, lesions]) => ({ labs, lesions }))).timepoints.slice(1);

  it('are those of the last visit that showed them all', () => {
    const rated = course([base, [one, two]], [vgpr, small], [vgpr, small.slice(0, 1)], [vgpr, []]);
    // One that is missing takes one level.
    expect(rated.map(({ overall }) => overall)).toEqual(['VGPR', 'PR', 'VGPR']);
    expect(rated[2]?.trace.find(({ rule }) => rule.startsWith('plasmacytoma'))?.text).toBe(
      'Plasmacytomas 8 mm², -98.33 % against baseline: VGPR. Not imaged at this visit, as at V1.'
    );
  });

  it('progress at the visit that shows it only, and that needs no second sample', () => {
    const grown = plasmacytoma(30, 12);
    const rated = course([base, [one]], [base, [grown]], [base, []]);
    expect(rated.map(({ overall }) => overall)).toEqual(['PD', 'SD']);
    expect(rated.map(({ components }) => components?.confirmed)).toEqual(['PD', 'PD']);
  });

  it('need none either beside the laboratory', () => {
    const fresh: LesionInput = { id: 'NL01', role: 'new', location: 'BONE', status: 'unequivocal' };
    for (const lesions of [[plasmacytoma(30, 12)], [one, fresh]]) {
      const rated = course([base, [one]], [{ serumMGPerDl: 4 }, lesions], [base, [one]]);
      expect(rated[0]).toMatchObject({ overall: 'PD', components: { confirmed: 'PD' } });
    }
    const laboratory = course([base, [one]], [{ serumMGPerDl: 4 }, [one]], [base, [one]]);
    expect(laboratory[0]).toMatchObject({ overall: 'PD', components: { confirmed: 'NE' } });
  });
});

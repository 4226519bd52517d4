import { describe, expect, it } from '@jest/globals';
import { assess, combine } from '../assess.js';
import { fresh, notRead, second, seen, tumour, unmeasured } from '../courses/brain.testdata.js';
import type { BrainLesion } from '../courses/brain.testdata.js';
import { dateOn } from '../courses/course.testdata.js';
import type { AssessmentInput } from '../schemas.js';

type More = Readonly<Record<string, unknown>>;
type Given = readonly [day: number, lesions: readonly BrainLesion[], more?: More];

/** The visits after the first, which is the baseline. */
function rate(visits: readonly Given[], more: More = {}) {
  const timepoints = visits.map(([day, lesions, told]) => ({
    id: `d${day}`,
    date: dateOn(day),
    ...seen(lesions, { t2Flair: 'STABLE_OR_BETTER', ...told }),
  }));
  const input = { criterion: 'rano-hgg-2010', tumourType: 'CE', timepoints, ...more };
  return assess(input as AssessmentInput).timepoints.slice(1);
}
const overall = (...given: Parameters<typeof rate>) => rate(...given).map(one => one.overall);
const t = (mm2: number) => tumour(40, mm2 / 40);
const base: Given = [0, [t(800)]];
const rano2 = { criterion: 'rano-2.0' };
const higher = { steroids: 'HIGHER' };
const off = { steroids: 'NONE' };

describe('the combination of components', () => {
  it.each([
    ['target', 'MR'],
    ['nonTarget', 'OK'],
    ['newLesions', 'MAYBE'],
    ['clinicalStatus', 'BAD'],
    ['t2Flair', 'UP'],
    ['steroids', 'MORE'],
  ])('refuses %s %s', (component, code) => {
    const components = { [component]: code };
    expect(() => combine({ criterion: 'rano-hgg-2010', components })).toThrow(
      expect.objectContaining({ code: 'CL_RESPONSE_UNKNOWN', path: `/components/${component}` })
    );
  });
  it('takes NA for none, as null', () => {
    const none = { newLesions: 'NA', clinicalStatus: 'NA', t2Flair: 'NA', steroids: 'NA' };
    for (const [target, nonTarget, value] of [
      ['CR', 'NA', 'CR'],
      ['CR', 'NN', 'PR'],
      ['NA', 'NA', 'NED'],
    ])
      expect(
        combine({ criterion: 'rano-hgg-2010', components: { ...none, target, nonTarget } })
      ).toEqual({ overall: value });
  });
  it.each([
    ['NONE', 'PR'],
    ['SAME', 'PR'],
    ['HIGHER', 'SD'],
  ])(
    'by Macdonald, gone while new tumour could not be judged, steroids %s: %s',
    (steroids, value) => {
      const components = { target: 'CR', newLesions: 'NE', steroids };
      expect(combine({ criterion: 'macdonald', components })).toEqual({ overall: value });
    }
  );
});

describe('steroids', () => {
  const two: Given = [0, [t(800), second(20, 20)]];
  const half = [t(800), second(null, null, notRead)];
  it('leave nothing undetermined where a lesion was not read', () => {
    const [first] = rate([two, [28, half, higher], [56, [t(800), second(20, 20)]]]);
    expect([first?.overall, first?.flags, first?.revised]).toEqual(['NE', [], null]);
  });
  it('do not matter without disease, known or not', () => {
    const none: Given = [0, [], { noDisease: true }];
    const visits: Given[] = [none, [28, [], higher], [56, [], { steroids: null }]];
    expect(overall(visits, { parameters: { missingContext: 'ne' } })).toEqual(['NED', 'NED']);
  });
  it('that are still higher do not make an undetermined visit stable', () => {
    const window = { setting: 'newDiagnosis', radiotherapyEndDate: dateOn(0) };
    const visits: Given[] = [base, [28, [t(800)], higher], [56, [t(1100)], higher]];
    expect(overall(visits, window)).toEqual(['NE', 'SD']);
    expect(rate(visits, window).map(({ revised }) => revised)).toEqual([null, null]);
    const back: Given = [70, [t(900)]];
    expect(rate([...visits, back], window)[0]?.revised?.byTimepoint).toBe('d70');
  });
  it.each([
    ['lowered', 'SAME', 'LOWER', 'NE'],
    ['stopped', 'SAME', 'NONE', 'NE'],
    ['never given', 'NONE', 'NONE', 'PD'],
    ['none now, not told at baseline', null, 'NONE', 'PD'],
    ['the same', 'SAME', 'SAME', 'PD'],
    ['higher', 'SAME', 'HIGHER', 'PD'],
    ['not told now', 'SAME', null, 'PD'],
  ])("%s: growth with sizePdOnTaper 'ne'", (_name, before, now, expected) => {
    const visits: Given[] = [
      [0, [t(800)], { steroids: before }],
      [28, [t(1000)], { steroids: now }],
    ];
    const parameters = { sizePdOnTaper: 'ne' };
    expect(overall(visits, { parameters })).toEqual([expected]);
    expect(overall(visits, { parameters, ...rano2 })).toEqual([expected]);
    expect(overall(visits)).toEqual(['PD']);
  });
});

describe('what was not given', () => {
  const ne = { parameters: { missingContext: 'ne' } };
  it.each([
    ['nothing missing', {}, ['SD', 'SD']],
    ['steroids', { steroids: null }, ['NE', 'NE']],
    ['the clinical status', { clinicalStatus: null }, ['NE', 'NE']],
    ['T2/FLAIR, which RANO 2.0 does not ask for', { t2Flair: null }, ['NE', 'SD']],
  ])("with missingContext 'ne': %s", (_name, more, expected) => {
    const visits: Given[] = [base, [28, [t(800)], more]];
    expect([...overall(visits, ne), ...overall(visits, { ...ne, ...rano2 })]).toEqual(expected);
  });
  it("with nonTargetNe 'ne': non-targets that were not assessed", () => {
    const start: Given = [0, [t(800), unmeasured('present')]];
    const more = { parameters: { nonTargetNe: 'ne' } };
    expect(overall([start, [28, [t(800), unmeasured('present')]]], more)).toEqual(['SD']);
    expect(overall([start, [28, [t(800)]]], more)).toEqual(['NE']);
  });
  it("with newLesionNe 'ignore': new lesions that could not be judged", () => {
    const lost = { ...fresh('absent'), ...notRead };
    const visits: Given[] = [base, [28, [tumour(0, 0), lost], off]];
    expect(overall(visits)).toEqual(['PR']);
    expect(overall(visits, { parameters: { newLesionNe: 'ignore' } })).toEqual(['CR']);
  });
});

describe.each(['rano-hgg-2010', 'rano-2.0'])('a baseline that was not read, by %s', criterion => {
  const window = { setting: 'newDiagnosis', radiotherapyEndDate: dateOn(0) };
  const lesions = [unmeasured('present')];
  const start: Given = [0, lesions, { evaluable: false }];
  it('leaves no flag, no revision and no reason but itself', () => {
    const visits: Given[] = [
      start,
      [28, lesions, higher],
      [56, lesions],
      [70, [...lesions, fresh('equivocal')]],
      [84, [...lesions, fresh('unequivocal')]],
      [112, [...lesions, fresh('unequivocal'), fresh('unequivocal', { id: 'NL02' })]],
    ];
    const rated = rate(visits, { criterion, ...window });
    for (const { overall: value, flags, revised } of rated)
      expect([value, flags, revised]).toEqual(['NE', [], null]);
    const rules = rated[0]?.trace.map(({ rule }) => rule).filter(rule => rule.endsWith('.ne'));
    expect(rules).toEqual(['overall.ne']);
  });
  it('names the size as well where lesions were measured', () => {
    const [visit] = rate(
      [
        [0, [t(800)], { evaluable: false }],
        [28, [t(800)]],
      ],
      { criterion }
    );
    expect(visit?.trace.map(({ rule }) => rule).filter(rule => rule.endsWith('.ne'))).toEqual([
      'target.ne',
      'overall.ne',
    ]);
  });
});

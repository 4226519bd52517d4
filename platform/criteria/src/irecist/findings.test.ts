import { describe, expect, it } from '@jest/globals';
import type { LesionInput } from '../schemas.js';
import { at, base, nt, run, sum, unread, type Given, type VisitOf } from './course.testdata.js';

const bone = (id: string): LesionInput => ({
  id,
  role: 'new',
  location: 'BONE',
  status: 'unequivocal',
});
const asked = (visits: readonly VisitOf[]) =>
  run(visits)
    .timepoints.at(-1)
    ?.findings.filter(({ rule }) => rule.startsWith('run.'));
const rules = (visits: readonly VisitOf[]) => asked(visits)?.map(({ rule }) => rule);

describe('what iRECIST asks of the non-targets', () => {
  const notImaged: LesionInput = { id: 'NT01', role: 'non-target', evaluable: false };
  it.each<[string, LesionInput[], Given, string[]]>([
    ['still progressed', [sum(100), nt('progressed')], {}, ['run.ntFurtherMissing']],
    ['present', [sum(100), nt('present')], {}, ['run.ntFurtherMissing']],
    ['answered', [sum(100), nt('progressed')], { ntFurther: false }, []],
    ['gone', [sum(100), nt('absent')], {}, []],
    ['not imaged', [sum(100), notImaged], {}, []],
    [
      'present while the targets were not read: growth would confirm',
      [unread, nt('present')],
      {},
      ['run.ntFurtherMissing'],
    ],
  ])('%s', (_name, lesions, more, expected) => {
    const visits = [
      at(0, [sum(100), nt('present')]),
      at(56, [sum(100), nt('progressed')]),
      at(91, lesions, more),
    ];
    expect(rules(visits)).toEqual(expected);
  });
});

describe('what iRECIST asks of new non-target lesions', () => {
  const opened = at(56, [sum(100), bone('NL01'), bone('NL02')]);
  const stay = [bone('NL01'), bone('NL02')];
  it('names those whose growth is not answered', () => {
    expect(asked([base, opened, at(91, [sum(100), ...stay])])).toEqual([
      expect.objectContaining({
        rule: 'run.nlntFurtherMissing',
        severity: 'warning',
        text: 'Whether new non-target lesions (NL01, NL02) grew further (nlntFurther) is not answered; only a state of progressed counts.',
      }),
    ]);
  });
  it.each<[string, VisitOf, string[]]>([
    ['answered', at(91, [sum(100), ...stay], { nlntFurther: false }), []],
    ['the run is closed', at(91, [sum(60), ...stay]), []],
    ['something else would have confirmed, were it not too early', at(70, [sum(120), ...stay]), []],
    ['the targets were not read', at(91, [unread, ...stay]), ['run.nlntFurtherMissing']],
  ])('%s', (_name, visit, expected) => {
    expect(rules([base, opened, visit])).toEqual(expected);
  });
});

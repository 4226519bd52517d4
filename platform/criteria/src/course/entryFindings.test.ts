import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import type { LesionInput, TimepointInput } from '../schemas.js';

const reading = 'Eisenhauer 2009 (RECIST 1.1) sections 4.2 and 4.4';
const dictionary = 'CDISC LOC (closed list of this project)';

type More = Partial<LesionInput>;
const said = (id: string, role: LesionInput['role'], more: More = {}): LesionInput => ({
  id,
  role,
  location: 'LIVER',
  ...more,
});
const t = (id: string, mm: number, more: More = {}) =>
  said(id, 'target', { longestDiameterMm: mm, ...more });
const nt = (more: More = {}, id = 'NT01') => said(id, 'non-target', more);
const there = nt({ status: 'present' });
const part = (id: string, mm: number) => t(id, mm, { splitFrom: 'T01' });
const ntPart = (id: string, more: More = { status: 'present' }) =>
  nt({ splitFrom: 'NT01', ...more }, id);

type Row = readonly LesionInput[] | Omit<TimepointInput, 'id'>;
/** What is found at the last of these visits, the first being the baseline. */
function found(rows: readonly Row[], parameters: Record<string, unknown> = {}) {
  const timepoints = rows.map((row, index): TimepointInput => {
    const visit = 'lesions' in row ? row : { lesions: [...row] };
    return { id: `V${index}`, ...visit };
  });
  const { timepoints: rated } = assess({ criterion: 'recist-1.1', parameters, timepoints });
  return rated.at(-1)?.findings;
}
const block = (rule: string, lesion: string, text: string) => ({
  rule,
  severity: 'block',
  lesion,
  text,
  source: reading,
});
const base = [t('T01', 20), there];

describe('what a visit makes of a lesion of the baseline', () => {
  const stays = (id: string, role: string) =>
    block('lesion.roleChanged', id, `${id} was a ${role} lesion at baseline and stays one.`);
  it.each<[string, Row[], object[]]>([
    ['a target', [base, base], []],
    [
      'a target as a non-target',
      [base, [{ ...t('T01', 20), role: 'non-target' }, there]],
      [stays('T01', 'target')],
    ],
    [
      'a non-target as a target',
      [base, [t('T01', 20), { ...there, role: 'target' }]],
      [stays('NT01', 'non-target')],
    ],
    [
      'a target as a new lesion',
      [base, [{ ...t('T01', 20), role: 'new' }, there]],
      [stays('T01', 'target')],
    ],
    [
      'a target that was none',
      [base, [...base, t('T02', 12)]],
      [
        block(
          'lesion.notAtBaseline',
          'T02',
          'T02 is a target lesion, but not in the baseline; it is not used.'
        ),
      ],
    ],
    [
      'a non-target that was none',
      [base, [...base, { ...there, id: 'NT02' }]],
      [
        block(
          'lesion.notAtBaseline',
          'NT02',
          'NT02 is a non-target lesion, but not in the baseline; it is not used.'
        ),
      ],
    ],
    ['a new lesion', [base, [...base, said('NL01', 'new', { status: 'equivocal' })]], []],
    [
      'a non-target of which nothing is said',
      [base, [t('T01', 20), nt()]],
      [block('nonTarget.stateMissing', 'NT01', 'NT01 has no state.')],
    ],
    ['a non-target by its size', [base, [t('T01', 20), nt({ longestDiameterMm: 9 })]], []],
    [
      'a target merged into a non-target',
      [
        [t('T01', 20), t('T02', 15), there],
        [t('T01', 20), said('T02', 'target', { mergedInto: 'NT01' }), there],
      ],
      [
        block(
          'lesion.mergedIntoNoTarget',
          'T02',
          'T02 is merged into NT01, which is no target: the size of both is in no sum, and T02 counts as not evaluable.'
        ),
      ],
    ],
    [
      'two of which one is not listed',
      [base, [t('T01', 20)]],
      [
        block(
          'lesion.notAssessed',
          'NT01',
          'NT01 of the baseline is not listed; it counts as not evaluable.'
        ),
      ],
    ],
    ['nothing, without images', [base, { evaluable: false, lesions: [] }], []],
  ])('%s', (_name, rows, expected) => {
    expect(found(rows)).toEqual(expected);
  });
});

describe('merges and splits', () => {
  const splitFrom = (id: string, from: string) =>
    block(
      'lesion.splitFromUnknown',
      id,
      `${id} is split from "${from}", which no timepoint lists.`
    );
  it.each<[string, Row[], object[]]>([
    ['parts at baseline of a lesion that it lists', [[...base, part('T01a', 9)]], []],
    [
      'a part of a lesion that no visit lists',
      [base, [...base, t('T09a', 9, { splitFrom: 'T09' })]],
      [splitFrom('T09a', 'T09')],
    ],
    [
      'a part of itself',
      [base, [...base, t('T09', 9, { splitFrom: 'T09' })]],
      [splitFrom('T09', 'T09')],
    ],
    [
      'parts of each other',
      [base, [...base, t('A', 9, { splitFrom: 'B' }), t('B', 9, { splitFrom: 'A' })]],
      [splitFrom('A', 'B'), splitFrom('B', 'A')],
    ],
    [
      'a merge into a lesion that the visit does not list',
      [base, [said('T01', 'target', { mergedInto: 'T09' }), there]],
      [
        block(
          'lesion.mergedIntoUnknown',
          'T01',
          'T01 is merged into "T09", but no lesion of this timepoint carries the measurement of both.'
        ),
      ],
    ],
  ])('%s', (_name, rows, expected) => {
    expect(found(rows)).toEqual(expected);
  });
});

describe('a part that was seen before and is not listed', () => {
  const lost = (id: string, of: string) =>
    block(
      'lesion.notAssessed',
      id,
      `${id}, a part of ${of}, is not listed; ${of} counts as not evaluable.`
    );
  const apart = [part('T01a', 9), part('T01b', 8), there];
  const ntApart = [t('T01', 20), ntPart('NT01a'), ntPart('NT01b')];
  const treated = said('T01', 'target', { locallyTreated: {} });
  it.each<[string, Row[], object[]]>([
    ['of a target', [base, apart, [part('T01a', 9), there]], [lost('T01b', 'T01')]],
    [
      'of a target that is listed as well',
      [base, apart, [t('T01', 9), part('T01a', 9), there]],
      [lost('T01b', 'T01')],
    ],
    [
      'that a visit between listed without saying of what',
      [base, apart, [t('T01a', 9), part('T01b', 8), there], [part('T01b', 8), there]],
      [lost('T01a', 'T01')],
    ],
    ['of a target that is told by itself again', [base, apart, base], []],
    [
      'and fell apart again, also where a visit between did not say of what',
      [
        base,
        apart,
        [t('T01aa', 9, { splitFrom: 'T01a' }), part('T01b', 8), there],
        [t('T01aa', 9), part('T01b', 8), there],
        [t('T01aaa', 9, { splitFrom: 'T01aa' }), part('T01b', 8), there],
      ],
      [],
    ],
    ['of a non-target', [base, ntApart, [t('T01', 20), ntPart('NT01a')]], [lost('NT01b', 'NT01')]],
    [
      'of a non-target that has a state of its own',
      [base, ntApart, [...base, ntPart('NT01a')]],
      [],
    ],
    ['of a target that was treated', [base, apart, [treated, part('T01a', 9), there]], []],
    [
      'that was treated itself',
      [
        base,
        [part('T01a', 9), { ...part('T01b', 8), locallyTreated: {} }, there],
        [part('T01a', 9), there],
      ],
      [],
    ],
  ])('%s', (_name, rows, expected) => {
    expect(found(rows)).toEqual(expected);
    expect(found(rows, { localTreatment: 'zero' })).toEqual(expected);
  });
});

describe('the place of a lesion', () => {
  const nowhere = { location: null };
  const missing = (id: string) => ({
    rule: 'location.missing',
    severity: 'warning',
    lesion: id,
    text: `${id} has no location.`,
    source: dictionary,
  });
  const newAtBaseline = said('NL01', 'new', { status: 'present' });
  it.each<[string, Row[], object[]]>([
    ['is asked for at the baseline', [[t('T01', 20, nowhere), there]], [missing('T01')]],
    ['and not again', [base, [t('T01', 20, nowhere), { ...there, ...nowhere }]], []],
    [
      'is asked for of a new lesion',
      [base, [...base, said('NL01', 'new', { status: 'present', ...nowhere })]],
      [missing('NL01')],
    ],
    [
      'at every visit, also where the baseline listed it as new',
      [
        [...base, newAtBaseline],
        [...base, { ...newAtBaseline, ...nowhere }],
      ],
      [missing('NL01')],
    ],
    [
      'is asked for of a part',
      [base, [{ ...part('T01a', 9), ...nowhere }, there]],
      [missing('T01a')],
    ],
  ])('%s', (_name, rows, expected) => {
    expect(found(rows)).toEqual(expected);
  });
});

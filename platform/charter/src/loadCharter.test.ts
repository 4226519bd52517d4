import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Value } from '@sinclair/typebox/value';
import { charterJsonSchema, CharterSchema, hashCharter, loadCharter } from './index.js';

const demo = readFileSync(new URL('../examples/demo-onc.yaml', import.meta.url), 'utf8');

function errorsOf(text: string) {
  const loaded = loadCharter(text);
  return loaded.ok ? [] : loaded.errors;
}

function charterOf(text: string) {
  const loaded = loadCharter(text);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors));
  return loaded;
}

describe('the demonstration charter', () => {
  it('is under 40 lines and loads', () => {
    expect(demo.split('\n').length).toBeLessThan(40);
    const { charter, hash } = charterOf(demo);
    expect(Value.Check(CharterSchema, charter)).toBe(true);
    expect(charter.trial.id).toBe('DEMO-ONC');
    expect(charter.mode).toBe('oncology-recist');
    expect(charter.timepoints.map(({ id, kind, day }) => [id, kind, day])).toEqual([
      ['BL', 'baseline', 0],
      ['TP1', 'follow-up', 56],
      ['TP2', 'follow-up', 112],
      ['TP3', 'follow-up', 168],
    ]);
    expect(charter.timepoints[1]).toMatchObject({ label: 'TP1', roles: ['CT-PV-AX'] });
    expect(charter.tracks).toEqual([
      {
        id: 'efficacy',
        slots: ['R1'],
        readers: { R1: ['reader1'] },
        order: 'sequential',
        showDerived: 'live',
        comparison: 'all',
        bulkUnchanged: true,
        kind: 'efficacy',
        paradigm: 'oneReader',
        release: { when: 'onArrival' },
        closing: 'endOfSchedule',
        turnaroundDays: 5,
        recipients: [],
        mayReadEfficacy: true,
        replacement: 'takeOver',
        assignment: { how: 'rule', load: 'fewestOpen', sameReader: true, backups: {} },
        comparisonAt: {},
        readerMayDiffer: false,
        bulkZero: false,
      },
    ]);
    expect(charter.export).toEqual({ formats: ['csv'], studyId: 'DEMO-ONC' });
    expect(charter.criteria).toMatchObject([
      { id: 'recist-1.1', parameters: { confirmationDays: 28 }, primary: true },
    ]);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(hash).toBe(hashCharter(charter));
  });

  it('hashes what it means, not how it is written', () => {
    const spelled = demo
      .replace(/^#.*\n/, '')
      .replace('area: oncology\n', 'area: oncology\nblinding: { sexAge: false, dates: shifted }\n');
    expect(charterOf(spelled).hash).toBe(charterOf(demo).hash);
    expect(charterOf(demo.replace('day: 56', 'day: 57')).hash).not.toBe(charterOf(demo).hash);
  });

  it('resolves twice into separate objects', () => {
    const first = charterOf(demo).charter;
    first.signatureMeanings.push('changed');
    first.matching.subject.attribute = 'PatientID';
    expect(charterOf(demo).charter.signatureMeanings).toHaveLength(1);
    expect(charterOf(demo).charter.matching.subject.attribute).toBe('ClinicalTrialSubjectID');
  });
});

describe('loadCharter', () => {
  const change = (from: string, to: string) => {
    if (!demo.includes(from)) throw new Error(`the demonstration charter has no ${from}`);
    return demo.replace(from, to);
  };

  it.each<[string, string, string, RegExp]>([
    [
      'an unknown key',
      change('area: oncology', 'aera: oncology'),
      '/aera',
      /unknown key aera; did you mean area\?/,
    ],
    [
      'a missing key',
      change('area: oncology\n', ''),
      '/area',
      /missing key area: expected one of "oncology", "msk"/,
    ],
    [
      'an unknown key inside',
      change('modality: CT', 'modality: CT\n    rulez: []'),
      '/series/0/rulez',
      /did you mean rules/,
    ],
    [
      'a number for a text',
      change("code: '101'", 'code: 101'),
      '/sites/0/code',
      /put it in quotes: '101'/,
    ],
    [
      'a value outside the list',
      change('showDerived: live', 'showDerived: always'),
      '/tracks/0/showDerived',
      /"live", "afterLesions", "afterSigning", found "always"/,
    ],
    [
      'a word for a yes or no',
      change('showDerived: live', 'bulkUnchanged: often'),
      '/tracks/0/bulkUnchanged',
      /expected true or false, found "often"/,
    ],
    [
      'a negative day',
      change('day: 56', 'day: -56'),
      '/timepoints/1/day',
      /whole number of at least 0/,
    ],
    ['a follow-up without a day', change(', day: 56', ''), '/timepoints/1/day', /missing key day/],
    [
      'an unknown criterion',
      change('id: recist-1.1', 'id: recist-1.2'),
      '/criterion/id',
      /unknown criterion recist-1.2; did you mean recist-1.1\?/,
    ],
    [
      'an unknown parameter',
      change('id: recist-1.1', 'id: recist-1.1, parameters: { confirmationDay: 28 }'),
      '/criterion/parameters/confirmationDay',
      /did you mean confirmationDays\?/,
    ],
    [
      'a parameter of the wrong kind',
      change('id: recist-1.1', 'id: recist-1.1, parameters: { confirmationDays: soon }'),
      '/criterion/parameters/confirmationDays',
      /./,
    ],
    [
      'a site twice',
      change("code: '102'", "code: '101'"),
      '/sites/1/code',
      /code 101 occurs twice in sites/,
    ],
    ['a timepoint twice', change('id: TP2', 'id: TP1'), '/timepoints/2/id', /id TP1 occurs twice/],
    ['no baseline', change('kind: baseline', 'day: 0'), '/timepoints', /no baseline/],
    [
      'two baselines',
      change('{ id: TP1, day', '{ id: TP1, kind: baseline, day'),
      '/timepoints/1/kind',
      /second baseline/,
    ],
    [
      'days out of order',
      change('day: 112', 'day: 50'),
      '/timepoints/2/day',
      /after TP1's \(56\), found 50/,
    ],
    ['windows that overlap', change('day: 112', 'day: 60'), '/timepoints/2/window', /overlap/],
    [
      'an unknown role',
      change('day: 56', 'day: 56, roles: [CT-PV-AXX]'),
      '/timepoints/1/roles/0',
      /unknown role CT-PV-AXX; did you mean CT-PV-AX\?/,
    ],
    [
      'readers of no slot',
      change('R1: [reader1]', 'R1: [reader1], R2: [reader2]'),
      '/tracks/0/readers/R2',
      /slot R2 that the track does not have/,
    ],
    [
      'a pattern that is none',
      change('area: oncology', "area: oncology\nmatching: { subject: { pattern: '(' } }"),
      '/matching/subject/pattern',
      /regular expression/,
    ],
  ])('names %s, where it is', (_name, text, path, message) => {
    const error = errorsOf(text).find(candidate => candidate.path === path);
    expect(error?.message).toMatch(message);
    expect(error?.line).toBeGreaterThan(0);
  });

  it('points at the line and column of the defect', () => {
    expect(errorsOf(change('showDerived: live', 'showDerived: always'))).toEqual([
      expect.objectContaining({ line: 24, column: 18 }),
    ]);
    expect(
      errorsOf(change('area: oncology', 'aera: oncology')).map(({ line, column }) => [line, column])
    ).toContainEqual([6, 1]);
  });

  it.each<[string, string, RegExp]>([
    ['nothing', '', /expected a mapping/],
    ['a list', '- a', /expected a mapping/],
    ['broken YAML', 'trial: { id: X', /./],
    ['a key twice', `${demo}\narea: oncology\n`, /unique/i],
    ['two documents', `${demo}---\n${demo}`, /document/i],
    ['an unknown tag', demo.replace('area: oncology', 'area: !run oncology'), /tag/i],
    [
      'an anchor bomb',
      `a: &a [x,x]\nb: &b [${Array(15).fill('*a')}]\nc: [${Array(15).fill('*b')}]\n`,
      /at most 20 aliases/,
    ],
    [
      'nested aliases',
      `a: &a [x,x]\nb: &b [*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c]\n`,
      /alias/i,
    ],
    ['an alias of nothing', 'trial: *nowhere\n', /alias/i],
    ['a very long text', `# ${'x'.repeat(300_000)}`, /at most/],
    ['a prototype key', `${demo}__proto__: { a: 1 }\n`, /unknown key __proto__/],
  ])('refuses %s without throwing', (_name, text, message) => {
    const errors = errorsOf(text);
    expect(errors.map(error => error.message).join('\n')).toMatch(message);
  });

  it('publishes its schema as JSON', () => {
    const schema = charterJsonSchema();
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { changed, errorsOf } from './testing/changing.js';

const read = (name: string) =>
  readFileSync(new URL(`../examples/${name}.yaml`, import.meta.url), 'utf8');
const demo = read('demo-onc');
const recist = read('recist-two-readers-adjudication');
const averaged = read('two-averaged');
const consensus = read('consensus');

describe('what has the wrong form', () => {
  it.each<[string, string, string, RegExp]>([
    [
      'an unknown qualification',
      changed(recist, '[cv, gcp,', '[cv, gpc,'),
      '/qualifications/reader/1',
      /found "gpc"; did you mean gcp\?/,
    ],
    [
      'a role that does not exist',
      changed(recist, 'qualifications: { reader:', 'qualifications: { raeder:'),
      '/qualifications/raeder',
      /unknown key raeder; did you mean reader\?/,
    ],
    [
      'a phase without quotes',
      changed(demo, "phase: '2'", 'phase: 2'),
      '/trial/phase',
      /put it in quotes: '2'/,
    ],
    [
      'both forms of a criterion',
      changed(demo, 'criterion:', 'criteria: [{ id: recist-1.1 }]\ncriterion:'),
      '/criterion',
      /unknown key criterion; did you mean criteria\?/,
    ],
    [
      'a later format that does not exist',
      changed(consensus, 'formats: [csv]', 'formats: [csv, sdtm]'),
      '/export/formats/1',
      /expected one of "csv", "sdtm-xpt"/,
    ],
    [
      'a mapping that cannot become a text',
      changed(demo, "phase: '2'", 'phase: { toString: 2 }'),
      '/trial/phase',
      /found a mapping$/,
    ],
    [
      'a mode that an area has no default for',
      changed(averaged, 'mode: msk-ramris\n', ''),
      '/mode',
      /missing key mode/,
    ],
  ])('is named: %s', (_name, text, path, message) => {
    const errors = errorsOf(text);
    expect(errors.map(error => error.path)).toEqual([path]);
    expect(errors[0]?.message).toMatch(message);
  });
});

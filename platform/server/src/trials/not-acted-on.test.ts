import { readFileSync } from 'node:fs';
import { type Charter, loadCharter } from '@corelab/charter';
import { describe, expect, it } from '@jest/globals';
import { notActedOn } from './not-acted-on.js';

const textOf = (name: string) =>
  readFileSync(new URL(`../../../charter/examples/${name}.yaml`, import.meta.url), 'utf8');
const charterOf = (text: string): Charter => {
  const loaded = loadCharter(text);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors));
  return loaded.charter;
};
const demo = textOf('demo-onc');
const found = (text: string) =>
  notActedOn(charterOf(text)).map(({ path, message }) => `${path} ${message}`);
/** The demonstration charter with more lines of its track, or at its end. */
const inTrack = (line: string) => `${demo.trimEnd()}\n    ${line}\n`;
const atEnd = (line: string) => `${demo.trimEnd()}\n${line}\n`;

describe('what this release does of a charter', () => {
  it('is all of the demonstration', () => {
    expect(found(demo)).toEqual([]);
    expect(found(inTrack('comparison: previous'))).toEqual([]);
    for (const policy of ['hold', 'readAndContinue', 'readAgainFromInserted']) {
      expect(found(atEnd(`gapPolicy: ${policy}`))).toEqual([]);
    }
    expect(found(demo.replace('qc: automatic', 'qc: person'))).toEqual([]);
    expect(found(atEnd('signatureMeanings: [I read this]'))).toEqual([]);
    expect(found(atEnd('qualifications: { reader: [charterTraining] }'))).toEqual([]);
    expect(found(inTrack('assignment: { backups: { R1: [reader2] } }'))).toEqual([]);
    expect(found(atEnd('roles: { dataManager: [manager1] }'))).toEqual([]);
  });

  it.each([
    [inTrack('order: allAtOnce'), ['/tracks/0/order must be "sequential"']],
    [inTrack('release: { when: dataCut }'), ['/tracks/0/release/when must be "onArrival"']],
    [inTrack('assignment: { how: byHand }'), ['/tracks/0/assignment/how must be "rule"']],
    [inTrack('readerMayDiffer: true'), ['/tracks/0/readerMayDiffer must be false']],
    [atEnd('blinding: { dates: removed }'), ['/blinding/dates must be "shifted"']],
  ])('is not what it would have to leave undone: %#', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    [
      'recist-two-readers-adjudication',
      ['/criteria a trial has one criterion', '/tracks/0/slots one reader, R1'],
    ],
    ['one-reader-eligibility', ['/tracks/0 a trial has one track, efficacy']],
    [
      'two-averaged',
      ['/criteria a trial has one criterion', '/instruments there are no instruments'],
    ],
  ])('is not the example %s', (name, expected) => {
    expect(found(textOf(name))).toEqual(expect.arrayContaining(expected));
  });
});

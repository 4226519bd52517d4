import { describe, expect, it } from '@jest/globals';
import { Value } from '@sinclair/typebox/value';
import { deidentify } from './deidentify.js';
import { mergeReports } from './mergeReports.js';
import { defaultOptions } from './options.js';
import { sequence } from './part10/element.js';
import { type DeidentificationReport, ReportSchema } from './report.js';
import { ascii, fileOf, planWith, text } from './testing/files.js';

const reportOf = (number: number, differs = {}): DeidentificationReport => {
  const person = text(0x00100010, 'PN', 'MILLER');
  const item = [text(0x00080050, 'SH', `A${number}`)];
  const file = fileOf([
    person,
    text(0x00200013, 'IS', String(number)),
    sequence(0x00400275, [item, item]),
  ]);
  const result = deidentify(file, planWith(differs));
  if (!result.ok) throw new Error(result.refusal.message);
  return result.report;
};

const reports = Array.from({ length: 600 }, (_, i) => reportOf(i));
const merged = mergeReports(reports);
const entry = (path: string) => merged.entries.find(one => one.path === path);

describe('an exam’s report', () => {
  it('says of each element what became of it, why, and how often', () => {
    expect(merged.instances).toBe(600);
    expect(entry('00100010')).toMatchObject({
      ...{ action: 'replaced', rule: 'identity', instances: 600, elements: 600 },
    });
    expect(entry('00400275/00080050')).toMatchObject({
      ...{ action: 'emptied', rule: 'basic', instances: 600, elements: 1200 },
    });
    expect(entry('00200013')).toMatchObject({ action: 'kept', rule: 'unlisted' });
  });

  it('has keyed digests of values, by which one can be checked', () => {
    const digest = planWith().digest(ascii('MILLER')).slice(0, 32);
    expect(entry('00100010')?.before).toEqual({ least: [digest], more: false });
    expect(entry('00200013')?.before).toMatchObject({ more: true });
    expect(entry('00200013')?.before.least).toHaveLength(4);
    expect(JSON.stringify(merged)).not.toMatch(/MILLER|101-001/);
  });

  it('is of its schema, and small', () => {
    expect([...Value.Errors(ReportSchema, merged)]).toEqual([]);
    expect(JSON.stringify(merged).length).toBeLessThan(10_000);
  });

  it('is the same in every order, merged at once or bit by bit', () => {
    expect(mergeReports([...reports].reverse())).toEqual(merged);
    const halves = [mergeReports(reports.slice(0, 100)), mergeReports(reports.slice(100))];
    expect(mergeReports(halves)).toEqual(merged);
  });

  it('is not made of none, nor of files under other options', () => {
    expect(() => mergeReports([])).toThrow('no report');
    const other = reportOf(1, { options: { ...defaultOptions, retainUids: false } });
    expect(() => mergeReports([reportOf(1), other])).toThrow('other options');
  });
});

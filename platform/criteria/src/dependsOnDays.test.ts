import { describe, expect, it } from '@jest/globals';
import { assess, criteria } from './assess.js';
import { courses } from './courses/courses.testdata.js';
import { dependsOnDays } from './dependsOnDays.js';
import type { AssessmentInput } from './schemas.js';

/** The same visits in the same order, a day apart. */
const dayByDay = (input: AssessmentInput): AssessmentInput => ({
  ...input,
  timepoints: input.timepoints.map((timepoint, index) => ({
    ...timepoint,
    date: new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10),
  })),
});

/** What is rated at each visit, and why, without its date. */
const rated = (input: AssessmentInput): unknown =>
  assess(input).timepoints.map(({ date: _date, ...timepoint }) => timepoint);

/** Whether dates stand in it beside those of the visits, or the visits are out of order. */
const hasOtherDates = ({ timepoints, ...subject }: AssessmentInput): boolean => {
  const dates = timepoints.map(({ date }) => date ?? '');
  return (
    /\d{4}-\d{2}-\d{2}/.test(
      JSON.stringify([subject, timepoints.map(({ date: _date, ...rest }) => rest)])
    ) || [...dates].sort().join() !== dates.join()
  );
};

const plain = Object.entries(courses).flatMap(([id, all]) =>
  all
    .filter(({ input }) => !dependsOnDays(id, input.parameters ?? {}) && !hasOtherDates(input))
    .map(({ title, input }) => [id, title, input] as const)
);

describe('responses that do not depend on days', () => {
  it('are those of most criteria', () => {
    expect(new Set(plain.map(([id]) => id)).size).toBeGreaterThan(5);
    expect(Object.keys(criteria)).toEqual(expect.arrayContaining(Object.keys(courses)));
  });

  it.each(plain)('%s: %s', (_id, _title, input) => {
    expect(rated(dayByDay(input))).toEqual(rated(input));
  });

  it('say no days in their reasons', () => {
    const said = plain.flatMap(([, , input]) =>
      assess(input).timepoints.flatMap(({ trace, findings }) => [...trace, ...findings])
    );
    const texts = said.map(({ text }) => text);
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.filter(text => /\d days|\d{4}-\d{2}-\d{2}/.test(text))).toEqual([]);
  });
});

describe('responses that depend on days', () => {
  it('are those that a later visit has to confirm', () => {
    expect(dependsOnDays('irecist')).toBe(true);
    expect(dependsOnDays('recist-1.1')).toBe(false);
    expect(dependsOnDays('recist-1.1', { prCarry: 'faq', confirmation: 'none' })).toBe(false);
    expect(dependsOnDays('recist-1.1', { prCarry: 'faq', confirmation: 'responses' })).toBe(true);
  });
});

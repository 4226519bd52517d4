import { describe, expect, it } from '@jest/globals';
import { assess, combine, criteria } from './assess.js';
import type { AssessmentInput } from './schemas.js';

/** A liver target of these sizes, eight weeks apart, null where it is gone; the reader's responses by place. */
const course = (
  sizes: readonly (number | null)[],
  given: Readonly<Record<number, { value: string; inPlaceOf: string }>> = {},
  criterion = 'recist-1.1'
): AssessmentInput => ({
  criterion,
  timepoints: sizes.map((mm, index) => ({
    id: `TP${index}`,
    date: new Date(Date.UTC(2026, 0, 1 + 56 * index)).toISOString().slice(0, 10),
    lesions: [
      {
        ...{ id: 'T01', role: 'target', location: 'LIVER' },
        ...(mm === null ? { status: 'absent' } : { longestDiameterMm: mm }),
      },
    ],
    ...(given[index] === undefined ? {} : { readerResponse: given[index] }),
  })),
});
const responses = (input: AssessmentInput) =>
  assess(input).timepoints.map(({ overall, calculated }) => [overall, calculated]);
const given = { value: 'SD', inPlaceOf: 'PR' };

describe('a response that the reader gave', () => {
  it('is the timepoint’s and counts in the best response; what is calculated stays, there and later', () => {
    const input = course([40, 20, 60], { 1: given });
    expect(responses(input)).toEqual([
      [undefined, undefined],
      ['SD', 'PR'],
      ['PD', undefined],
    ]);
    expect(assess(course([40, 20, 60])).bestOverallResponse.unconfirmed.value).toBe('PR');
    expect(assess(input).bestOverallResponse.unconfirmed).toEqual({
      ...{ value: 'SD', date: '2026-02-26' },
    });
    const { burden, target } = assess(input).timepoints[1]!;
    expect({ burden, target }).toEqual({
      burden: assess(course([40, 20, 60])).timepoints[1]?.burden,
      target: 'PR',
    });
  });

  it('leaves what is calculated later as it is: disease that comes back after a calculated CR', () => {
    const sizes = [40, null, 12];
    const own = { value: 'PR', inPlaceOf: 'CR' };
    expect(responses(course(sizes)).map(([overall]) => overall)).toEqual([undefined, 'CR', 'PD']);
    expect(responses(course(sizes, { 1: own })).map(([overall]) => overall)).toEqual([
      ...[undefined, 'PR', 'PD'],
    ]);
  });

  it('is said last of the reasons, with both', () => {
    const { trace } = assess(course([40, 20], { 1: given })).timepoints[1]!;
    expect(trace.at(-1)).toMatchObject({
      rule: 'overall.reader',
      text: 'The reader gave SD in place of the calculated PR.',
    });
  });

  it('blocks once something else is calculated than the reader saw, also what the reader gave', () => {
    const found = (mm: number, value = 'SD') =>
      assess(course([40, mm], { 1: { value, inPlaceOf: 'PR' } }))
        .timepoints[1]?.findings.filter(({ rule }) => rule === 'overall.reader')
        .map(({ severity, text }) => [severity, text]);
    expect(found(20)).toEqual([]);
    expect(found(60)).toEqual([
      ['block', 'The calculated response is PD now: SD was given in place of PR.'],
    ]);
    expect(found(40)).toEqual([
      ['block', 'The calculated response is SD now: SD was given in place of PR.'],
    ]);
  });

  it.each([
    [
      'a code of another criterion',
      course([40, 20], { 1: { value: 'ISD', inPlaceOf: 'PR' } }),
      '/timepoints/1/readerResponse/value',
      'TP1: "ISD" is no reader\'s response by RECIST 1.1: a reader may give CR, PR, SD, NON-CR/NON-PD, NED, PD, NE',
    ],
    [
      'a baseline',
      course([40, 20], { 0: given }),
      '/timepoints',
      "TP0: there is no response here that a reader's could stand in place of",
    ],
    [
      'a criterion whose response no reader decides',
      course([40, 20], { 1: given }, 'pcwg3'),
      '/timepoints/1/readerResponse/value',
      'TP1: "SD" is no reader\'s response by PCWG3 (and PCWG2): its response is calculated alone',
    ],
  ])('is refused: %s', (_, input, path, message) => {
    expect(() => assess(input)).toThrow(
      expect.objectContaining({ code: 'CL_READER_RESPONSE', path, message })
    );
  });
});

describe('the responses that readers may give', () => {
  const readable = Object.values(criteria).filter(
    ({ readerResponses }) => readerResponses.length > 0
  );

  it.each(readable.map(one => [one.id, one] as const))(
    'are, by %s, all that its combination comes to',
    (_, { id, tables, readerResponses }) => {
      const found = new Set<string>();
      for (const { axes, fixed = {} } of tables) {
        let rows: Record<string, string | boolean | null>[] = [{ ...fixed }];
        for (const { component, values } of axes)
          rows = rows.flatMap(row => values.map(value => ({ ...row, [component]: value })));
        for (const components of rows) {
          const { overall } = combine({ criterion: id, components });
          found.add(overall);
        }
      }
      expect(readerResponses).toEqual(expect.arrayContaining([...found]));
    }
  );

  it('are each known to the best response of their criterion', () => {
    for (const { id, readerResponses } of readable) {
      for (const value of readerResponses) {
        const input = course([40, 20], {}, id);
        const calculated = responses(input)[1]?.[0];
        if (calculated === undefined) throw new Error(`${id} calculates nothing`);
        const own = course([40, 20], { 1: { value, inPlaceOf: calculated } }, id);
        expect([id, value, assess(own).timepoints[1]?.overall]).toEqual([id, value, value]);
      }
    }
  });
});

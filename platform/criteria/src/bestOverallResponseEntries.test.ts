import { describe, expect, it } from '@jest/globals';
import { bestOverallResponse, type BestResponseOptions } from './bestOverallResponse.js';
import { pcwg2Vocabulary } from './pcwg3/vocabulary.js';

const options: BestResponseOptions = {
  referenceDate: '2020-01-01',
  newTherapyDate: null,
  confirmationDays: 28,
  minStableDays: 28,
  maxInterveningNE: 1,
  acceptInterveningSD: false,
  missingAs: 'MISSING',
  truncateAtPd: true,
  pdCutoff: null,
};

/** "V1 2020-01-05 PR, V2 - PD": name, date (- without one) and response. */
const read = (text: string) =>
  text.split(', ').map(part => {
    const [id = '', date = '', response = ''] = part.split(' ');
    return { id, date: date === '-' ? null : date, response };
  });
const of = (visits: string, more: Partial<BestResponseOptions> = {}) =>
  bestOverallResponse(read(visits), { ...options, ...more });
const entered = (visits: string, more: Partial<BestResponseOptions> = {}) =>
  of(visits, more).visits.map(({ id }) => id);

describe('which visits enter', () => {
  it('not one without a response, whatever says so', () => {
    const none = [null, '', 'NA'].map((response, index) => {
      return { id: `V${index}`, date: '2020-02-01', response };
    });
    expect(bestOverallResponse(none, options)).toMatchObject({
      visits: [],
      unconfirmed: { value: 'MISSING', date: null },
    });
    expect(bestOverallResponse(none, { ...options, missingAs: 'NE' }).confirmed).toEqual({
      value: 'NE',
      date: null,
    });
  });

  it.each<[string, string, Partial<BestResponseOptions>, string[]]>([
    ['by date', 'V2 2020-03-01 SD, V1 2020-02-01 SD, V3 2020-04-01 SD', {}, ['V1', 'V2', 'V3']],
    ['the worse of one date, first', 'a 2020-02-01 PD, b 2020-02-01 PR', {}, ['a']],
    ['the worse of one date, last', 'a 2020-02-01 PR, b 2020-02-01 PD', {}, ['b']],
    ['the first of two alike', 'a 2020-02-01 SD, b 2020-02-01 SD', {}, ['a']],
    ['two without a date are two', 'a - SD, b - PR', {}, ['a', 'b']],
    ['one without a date before all', 'a - SD, b 2020-02-01 PR', {}, ['a', 'b']],
    [
      'one without a date, before the therapy',
      'a - SD, b 2020-02-01 PR',
      { newTherapyDate: '2020-01-15' },
      ['a'],
    ],
    [
      'none on the day of new therapy',
      'a 2020-02-01 SD, b 2020-02-02 PR',
      { newTherapyDate: '2020-02-02' },
      ['a'],
    ],
    [
      'up to the date given for progression, that day included',
      'a 2020-02-01 PD, b 2020-02-02 PR, c 2020-02-03 PR',
      { pdCutoff: '2020-02-02' },
      ['a', 'b'],
    ],
  ])('%s', (_name, visits, more, ids) => {
    expect(entered(visits, more)).toEqual(ids);
  });
});

describe('what it cannot use', () => {
  it.each<[string, string, Partial<BestResponseOptions>, [string, string, string]]>([
    [
      'a response that is none',
      'V1 2020-02-01 SD, V2 2020-03-01 XX',
      { vocabulary: pcwg2Vocabulary },
      [
        'CL_RESPONSE_UNKNOWN',
        '/visits/0/response',
        '"SD" at V1 is not a response (known: NON-PD, NED, PD, NE, ND, MISSING)',
      ],
    ],
    [
      'a day that does not exist',
      'V1 2020-02-01 SD, V2 2020-02-30 SD',
      {},
      ['CL_DATE', '/visits/1/date', '"2020-02-30" is not a date (YYYY-MM-DD)'],
    ],
    [
      'a reference date that does not exist',
      'V1 2020-02-01 SD',
      { referenceDate: '2019-02-29' },
      ['CL_DATE', '/referenceDate', '"2019-02-29" is not a date (YYYY-MM-DD)'],
    ],
  ])('%s', (_name, visits, more, [code, path, message]) => {
    expect(() => of(visits, more)).toThrow(expect.objectContaining({ code, path, message }));
  });
});

describe('a duration that is not known', () => {
  it.each<[string, string, Partial<BestResponseOptions>, string]>([
    ['SD after 27 days', 'V1 2020-01-28 SD', {}, 'NE'],
    ['SD after 28 days', 'V1 2020-01-29 SD', {}, 'SD'],
    ['NN after 27 days', 'V1 2020-01-28 NON-CR/NON-PD', {}, 'NE'],
    ['NN after 28 days', 'V1 2020-01-29 NON-CR/NON-PD', {}, 'NON-CR/NON-PD'],
    ['SD without a reference date', 'V1 2020-03-01 SD', { referenceDate: null }, 'NE'],
    ['SD without a date', 'V1 - SD', { referenceDate: '1969-01-01' }, 'NE'],
    ['NED needs no time', 'V1 2020-01-02 NED', {}, 'NED'],
  ])('%s', (_name, visits, more, value) => {
    expect(of(visits, more).unconfirmed.value).toBe(value);
    expect(of(visits, more).confirmed.value).toBe(value);
  });

  it.each<[string, string, Partial<BestResponseOptions>]>([
    ['confirmed', '- PR', {}],
    ['confirming', '1969-02-01 PR', { referenceDate: '1969-01-01' }],
  ])('does not confirm: the %s response has no date', (_name, first, more) => {
    const visits = first === '- PR' ? 'V1 - PR, V2 2020-01-10 PR' : 'V1 1969-02-01 PR, V2 - PR';
    expect(of(visits, more).confirmed.value).not.toBe('PR');
  });
});

describe('confirmation in a longer course', () => {
  it('is not lost where a complete response follows partial ones', () => {
    // V3 is the first at least 28 days after V1; the only partial response between stands before the complete one.
    const visits = 'V1 2020-02-01 PR, V2 2020-02-11 PR, V3 2020-03-10 CR';
    expect(of(visits).confirmed).toEqual({ value: 'PR', date: '2020-02-01' });
  });
  it('needs no visit between', () => {
    expect(of('V1 2020-02-01 CR, V2 2020-02-29 CR').confirmed).toEqual({
      value: 'CR',
      date: '2020-02-01',
    });
  });
  it('has the earliest of what is best', () => {
    const visits = 'V1 2020-02-01 SD, V2 2020-03-01 PR, V3 2020-04-01 PR, V4 2020-05-01 SD';
    expect(of(visits).unconfirmed).toEqual({ value: 'PR', date: '2020-03-01' });
    expect(of(visits).confirmed).toEqual({ value: 'PR', date: '2020-03-01' });
  });
});

describe('partial after complete response', () => {
  it.each([
    ['V1 2020-02-01 PR, V2 2020-03-01 CR, V3 2020-04-01 SD', []],
    ['V1 2020-02-01 CR, V2 2020-03-01 PR, V3 2020-04-01 CR', ['V1', 'V2']],
    ['V1 2020-02-01 CR, V2 2020-03-01 CR, V3 2020-04-01 PR', ['V1', 'V2', 'V3']],
  ])('%s: %j', (visits, flagged) => {
    expect(of(visits).flags).toEqual(flagged.map(timepoint => ({ code: 'CR_THEN_PR', timepoint })));
  });
});

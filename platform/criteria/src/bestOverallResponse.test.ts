import { describe, expect, it } from '@jest/globals';
import { bestOverallResponse, type BestResponseOptions } from './bestOverallResponse.js';
import { irecistVocabulary, progressionRunStart } from './bestOverallResponseVocabulary.js';

const options: BestResponseOptions = {
  referenceDate: null,
  newTherapyDate: null,
  confirmationDays: 28,
  minStableDays: 28,
  maxInterveningNE: 1,
  acceptInterveningSD: false,
  missingAs: 'MISSING',
  truncateAtPd: true,
  pdCutoff: null,
};
const dated = (text: string) =>
  text.split(', ').map(part => {
    const [response = '', date = ''] = part.split(' ');
    return { id: date, date, response };
  });
const best = (referenceDate: string, visits: string, more: Partial<BestResponseOptions> = {}) =>
  bestOverallResponse(dated(visits), { ...options, referenceDate, ...more });

describe('section 16.1 examples', () => {
  it.each([
    [
      '2020-01-01',
      'PR 2020-01-01, CR 2020-02-01, NE 2020-02-16, CR 2020-03-01, SD 2020-04-01',
      {},
      'CR',
      '2020-02-01',
    ],
    [
      '2019-12-30',
      'PR 2020-01-01, SD 2020-03-01, SD 2020-04-01, PR 2020-05-01',
      { acceptInterveningSD: true },
      'SD',
      '2020-03-01',
    ],
    [
      '2020-02-02',
      'PR 2020-02-06, CR 2020-02-16, PR 2020-03-30, PD 2020-04-12',
      {},
      'SD',
      '2020-03-30',
    ],
    ['2020-02-02', 'PR 2020-02-06, CR 2020-02-16, NE 2020-04-01', {}, 'NE', '2020-02-06'],
    [
      '2020-03-01',
      'CR 2020-03-16, NE 2020-04-01, NE 2020-04-16, CR 2020-05-01',
      {},
      'SD',
      '2020-05-01',
    ],
    [
      '2020-03-01',
      'CR 2020-03-16, NE 2020-04-01, NE 2020-04-16, CR 2020-05-01',
      { maxInterveningNE: 2 },
      'CR',
      '2020-03-16',
    ],
    ['2019-11-11', 'CR 2019-11-12, CR 2019-12-02, SD 2020-01-01', {}, 'SD', '2020-01-01'],
    ['2020-01-01', 'PR 2020-02-01, SD 2020-02-20, PR 2020-03-20', {}, 'SD', '2020-02-01'],
    [
      '2020-01-01',
      'PR 2020-02-01, SD 2020-02-20, PR 2020-03-20',
      { acceptInterveningSD: true },
      'PR',
      '2020-02-01',
    ],
    ['2020-01-01', 'PR 2020-02-01, CR 2020-02-28', {}, 'SD', '2020-02-01'],
    ['2020-01-01', 'PR 2020-02-01, CR 2020-02-29', {}, 'PR', '2020-02-01'],
  ] as const)('%s: %s %j', (start, visits, more, value, date) => {
    expect(best(start, visits, more).confirmed).toEqual({ value, date });
  });
});

describe('Table 3: two visits, 28 days apart or more', () => {
  const late = ['2020-03-01', '2020-04-01'] as const;
  const early = ['2020-01-05', '2020-01-20'] as const;
  it.each([
    ['CR', 'CR', 'CR', 'NE'],
    ['CR', 'PR', 'SD', 'PD'],
    ['CR', 'SD', 'SD', 'PD'],
    ['CR', 'PD', 'SD', 'PD'],
    ['CR', 'NE', 'SD', 'NE'],
    ['PR', 'CR', 'PR', 'NE'],
    ['PR', 'PR', 'PR', 'NE'],
    ['PR', 'SD', 'SD', 'NE'],
    ['PR', 'PD', 'SD', 'PD'],
    ['PR', 'NE', 'SD', 'NE'],
    ['SD', 'PD', 'SD', 'PD'],
    ['SD', 'NE', 'SD', 'NE'],
    ['NE', 'NE', 'NE', 'NE'],
  ])('%s then %s: %s late, %s early', (first, second, whenLate, whenEarly) => {
    expect(best('2020-01-01', `${first} ${late[0]}, ${second} ${late[1]}`).confirmed.value).toBe(
      whenLate
    );
    expect(best('2020-01-01', `${first} ${early[0]}, ${second} ${early[1]}`).confirmed.value).toBe(
      whenEarly
    );
  });
});

describe('what enters', () => {
  it('ends at the first PD, at a given date instead, and before new therapy', () => {
    const visits = 'SD 2020-03-01, PD 2020-04-01, PR 2020-05-01';
    expect(best('2020-01-01', visits).unconfirmed.value).toBe('SD');
    expect(best('2020-01-01', visits, { truncateAtPd: false }).unconfirmed.value).toBe('PR');
    expect(best('2020-01-01', visits, { pdCutoff: '2020-05-01' }).unconfirmed.value).toBe('PR');
    expect(best('2020-01-01', visits, { newTherapyDate: '2020-03-01' }).unconfirmed).toEqual({
      value: 'MISSING',
      date: null,
    });
  });
  it('keeps the worse of two on one date, ignores empty ones and refuses unknown codes', () => {
    expect(best('2020-01-01', 'PR 2020-03-01, PD 2020-03-01').unconfirmed.value).toBe('PD');
    expect(best('2020-01-01', 'NA 2020-03-01, SD 2020-04-01').unconfirmed.date).toBe('2020-04-01');
    expect(() => best('2020-01-01', 'XX 2020-03-01')).toThrow(
      expect.objectContaining({ code: 'CL_RESPONSE_UNKNOWN' })
    );
  });
  it('counts stable disease only from minStableDays on, the response on any day', () => {
    expect(best('2020-01-01', 'SD 2020-01-28').unconfirmed.value).toBe('NE');
    expect(best('2020-01-01', 'SD 2020-01-29').unconfirmed.value).toBe('SD');
    expect(best('2020-01-01', 'PR 2020-01-02').unconfirmed.value).toBe('PR');
    expect(
      bestOverallResponse([{ id: 'V1', date: null, response: 'SD' }], options).unconfirmed.value
    ).toBe('NE');
  });
  it('marks a partial response after a complete one', () => {
    const { flags } = best('2020-01-01', 'PR 2020-02-01, CR 2020-03-01, PR 2020-04-01');
    expect(flags.map(({ timepoint }) => timepoint)).toEqual(['2020-03-01', '2020-04-01']);
  });
});

describe('visits without a date', () => {
  const visit = (id: string, date: string | null, response: string) => ({ id, date, response });
  it('stand after the visit before them, also when the dates are out of order', () => {
    const visits = [
      visit('V3', '2020-06-01', 'PD'),
      visit('after V3', null, 'CR'),
      visit('V1', '2020-02-01', 'PR'),
    ];
    const { unconfirmed, visits: counted } = bestOverallResponse(visits, options);
    expect(unconfirmed).toEqual({ value: 'PR', date: '2020-02-01' });
    expect(counted.map(({ id }) => id)).toEqual(['V1', 'V3']);
  });
  it('after new therapy do not enter', () => {
    const visits = [visit('V1', '2020-02-01', 'SD'), visit('after V1', null, 'CR')];
    const { visits: counted } = bestOverallResponse(visits, {
      ...options,
      newTherapyDate: '2020-01-15',
    });
    expect(counted).toEqual([]);
  });
});

describe('what each visit counted as', () => {
  it('has the duration rule and confirmation applied', () => {
    const { visits } = best(
      '2020-01-01',
      'SD 2020-01-10, PR 2020-01-20, CR 2020-03-20, PD 2020-04-01'
    );
    expect(visits.map(({ unconfirmed }) => unconfirmed)).toEqual(['NE', 'PR', 'CR', 'PD']);
    expect(visits.map(({ confirmed }) => confirmed)).toEqual(['NE', 'PR', 'SD', 'PD']);
  });
});

describe('iRECIST', () => {
  const immune = (visits: string, more: Partial<BestResponseOptions> = {}) =>
    best('2020-01-01', visits, { vocabulary: irecistVocabulary, ...more });
  it.each([
    [
      'I10, response after an unconfirmed progression',
      'IUPD 2020-02-26, IPR 2020-04-01, IUPD 2020-05-27, ICPD 2020-07-01',
      { value: 'IPR', date: '2020-04-01' },
    ],
    [
      'I10, confirmed progression has the date of the first',
      'IUPD 2020-02-26, NE 2020-03-20, ICPD 2020-04-01',
      { value: 'ICPD', date: '2020-02-26' },
    ],
    [
      'I10, never resolved',
      'IUPD 2020-02-26, NE 2020-04-01, NE 2020-05-01',
      { value: 'IUPD', date: '2020-02-26' },
    ],
    [
      'a run that was left does not lend its date',
      'IUPD 2020-01-10, ISD 2020-01-20, IUPD 2020-02-26, ICPD 2020-04-01',
      { value: 'ICPD', date: '2020-02-26' },
    ],
    [
      'nothing after the confirmed one',
      'IUPD 2020-02-26, ICPD 2020-04-01, ICR 2020-06-01',
      {
        value: 'ICPD',
        date: '2020-02-26',
      },
    ],
  ])('%s', (_name, visits, expected) => {
    expect(immune(visits).unconfirmed).toEqual(expected);
  });
  it('confirms responses as section 16.1 does, and not across an unconfirmed progression', () => {
    expect(immune('IPR 2020-02-01, IPR 2020-03-01').confirmed.value).toBe('IPR');
    expect(immune('IPR 2020-02-01, IUPD 2020-02-20, IPR 2020-03-20').confirmed).toEqual({
      value: 'ISD',
      date: '2020-02-01',
    });
  });
  it('calls disease back after an early unconfirmed complete response unconfirmed progression', () => {
    expect(immune('ICR 2020-01-05, IPR 2020-01-20').confirmed).toEqual({
      value: 'IUPD',
      date: '2020-01-20',
    });
  });
  it('does not know the codes without the prefix', () => {
    expect(() => immune('PD 2020-02-01')).toThrow(
      expect.objectContaining({ code: 'CL_RESPONSE_UNKNOWN' })
    );
  });
  it('finds the start of a run across visits without an answer', () => {
    const run = ['IUPD', 'ISD', 'IUPD', 'ND', 'NE', 'IUPD'];
    expect(progressionRunStart(run, 5, irecistVocabulary)).toBe(2);
    expect(progressionRunStart(run, 0, irecistVocabulary)).toBe(0);
  });
});

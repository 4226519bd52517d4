import { describe, expect, it } from '@jest/globals';
import { assess, criteria } from '@corelab/criteria';
import { endpoints } from './endpoints.js';
import type { EndpointOptions } from './options.js';
import { onDay, start } from './testing/subjects.js';

type Fields = Record<string, unknown>;
type Given = readonly [day: number, lesions: readonly object[], more?: Fields];

const assessed = (criterion: string, visits: readonly Given[], subject: Fields = {}) =>
  assess({
    criterion,
    startDate: start,
    ...subject,
    timepoints: visits.map(([day, lesions, more]) => ({
      id: day === 0 ? 'BL' : `d${day}`,
      date: onDay(day),
      lesions,
      ...more,
    })),
  } as unknown as Parameters<typeof assess>[0]);

function follow(
  criterion: string,
  visits: readonly Given[],
  subject: Fields = {},
  options: Partial<EndpointOptions> = {}
) {
  const assessment = assessed(criterion, visits, subject);
  const result = endpoints({ subjects: [{ id: 'S1', startDate: start, assessment }], options });
  const [one] = result.subjects;
  if (!one) throw new Error('no subject came back');
  return { ...one, orr: result.cohort.orr?.n ?? null, options: result.options };
}

const liver = { id: 'T01', role: 'target', location: 'LIVER' };
const mm = (longestDiameterMm: number) => [{ ...liver, longestDiameterMm }];
const hu = (longestDiameterMm: number, densityHu: number) => [
  { ...liver, longestDiameterMm, densityHu },
];
const viable = (viableDiameterMm: number) => [{ ...liver, viableDiameterMm }];
const area = (longestDiameterMm: number, perpendicularDiameterMm: number, location = 'LIVER') => [
  { ...liver, location, longestDiameterMm, perpendicularDiameterMm },
];
const node = (longest: number, across: number) =>
  area(longest, across, 'LYMPH NODE').map(one => ({ ...one, node: true }));
const brain = (mm2: number) => area(40, mm2 / 40, 'BRAIN');
const hot = (sulPeak: number) => [
  { id: 'T01', role: 'target', location: 'LUNG', sulPeak, distinctFromBackground: true },
];
const liverUptake = { liverSulMean: 1, liverSulSd: 0.1 };
const good = { steroids: 'SAME', clinicalStatus: 'SAME', t2Flair: 'STABLE_OR_BETTER' };
const lung = (longestDiameterMm: number) => ({
  id: 'NL01',
  role: 'new',
  location: 'LUNG',
  status: 'unequivocal',
  longestDiameterMm,
});
const blood = {
  spleenLengthMm: 110,
  liverExcessMm: 0,
  constitutionalSymptoms: false,
  labs: { lymphocytes10e9PerL: 2, platelets10e9PerL: 200, haemoglobinGPerDl: 13 },
};
const serum = (serumMGPerDl: number) => ({ labs: { serumMGPerDl } });
const scan = (newLesions: number) => ({ boneScan: { newLesions, lesionsPresent: true } });

interface Course {
  readonly visits: readonly Given[];
  readonly subject?: Fields;
  /** Value and day of the best response that the criterion's defaults use; day of the event of PFS. */
  readonly best: readonly [string, number];
  readonly responded: 0 | 1;
  readonly progressed: number | null;
}

/** One course a criterion; the days follow from its section of the specification. */
const courses: Readonly<Record<string, Course>> = {
  // 100 to 70 is -30 %; 70 to 90 is +28.6 % and +20 mm.
  'recist-1.1': {
    visits: [
      [0, mm(100)],
      [56, mm(70)],
      [112, mm(70)],
      [168, mm(90)],
    ],
    best: ['PR', 56],
    responded: 1,
    progressed: 168,
  },
  // +6 mm in the run, 35 days after its first iUPD, confirms: the event is the first.
  irecist: {
    visits: [
      [0, mm(100)],
      [56, mm(70)],
      [112, mm(90)],
      [147, mm(96)],
    ],
    best: ['IPR', 56],
    responded: 1,
    progressed: 112,
  },
  // M6: 40 + 15 is +37.5 % over 40, confirmed 28 days later.
  imrecist: {
    visits: [
      [0, mm(60)],
      [56, mm(40)],
      [112, [...mm(40), lung(15)]],
      [140, [...mm(39), lung(15)]],
    ],
    best: ['PR', 56],
    responded: 1,
    progressed: 112,
  },
  // H1, then 25 to 30 is +20 %.
  mrecist: {
    visits: [
      [0, viable(60)],
      [56, viable(42)],
      [112, viable(25)],
      [168, viable(30)],
    ],
    best: ['PR', 56],
    responded: 1,
    progressed: 168,
  },
  // K4: PR by -10 %, then +10 % over 90 without the density's answer.
  choi: {
    visits: [
      [0, hu(100, 80)],
      [56, hu(90, 80)],
      [112, hu(99, 78)],
    ],
    best: ['PR', 56],
    responded: 1,
    progressed: 112,
  },
  // 480 and 450 of 1000 are 28 days apart or more; 700 is +55 % over 450, twice.
  irrc: {
    visits: [
      [0, area(40, 25)],
      [84, area(24, 20)],
      [126, area(25, 18)],
      [168, area(35, 20)],
      [196, area(35, 20)],
    ],
    best: ['irPR', 84],
    responded: 1,
    progressed: 168,
  },
  // 560 of 1200 is -53 %; 38 x 24 is +63 % over it and +10 mm from above 20 mm.
  'lugano-2014': {
    visits: [
      [0, node(40, 30)],
      [56, node(28, 20)],
      [112, node(38, 24)],
    ],
    best: ['PR', 56],
    responded: 1,
    progressed: 112,
  },
  // One node: 28 to 42 mm is +50 % of its longest diameter.
  'cheson-2007': {
    visits: [
      [0, node(40, 30)],
      [56, node(28, 20)],
      [112, node(42, 25)],
    ],
    subject: { petClass: 'variable' },
    best: ['PR', 56],
    responded: 1,
    progressed: 112,
  },
  // G1 and G2: held 28 days, then 750 is +25 % over 600.
  'rano-hgg-2010': {
    visits: [
      [0, brain(1200), good],
      [56, brain(600), good],
      [84, brain(600), good],
      [140, brain(750), good],
    ],
    best: ['PR', 56],
    responded: 1,
    progressed: 140,
  },
  // D2: the response is not held, so that the best response is stable disease.
  macdonald: {
    visits: [
      [0, brain(1000), good],
      [56, brain(500), good],
      [112, brain(625), good],
    ],
    best: ['SD', 56],
    responded: 0,
    progressed: 112,
  },
  // N1: preliminary at day 56, confirmed against it at day 91.
  'rano-2.0': {
    visits: [
      [0, brain(800), good],
      [56, brain(1000), good],
      [91, brain(1250), good],
    ],
    subject: { tumourType: 'CE', setting: 'newDiagnosis', radiotherapyEndDate: '2025-12-04' },
    best: ['PD', 56],
    responded: 0,
    progressed: 56,
  },
  // P1: two more new lesions at week 14 confirm those of week 8; soft tissue is stable at both.
  pcwg3: {
    visits: [
      [0, mm(50), { boneScan: { lesionsPresent: true } }],
      [56, mm(50), scan(2)],
      [98, mm(50), scan(4)],
    ],
    best: ['PD', 56],
    responded: 0,
    progressed: 56,
  },
  // 1.4 of 3.0 is -53 %, twice; 2.0 is +43 % and +0.6 over 1.4, twice.
  'imwg-2016': {
    visits: [
      [0, [], serum(3)],
      [28, [], serum(1.4)],
      [56, [], serum(1.4)],
      [84, [], serum(2)],
      [112, [], serum(2.1)],
    ],
    best: ['PR', 28],
    responded: 1,
    progressed: 84,
  },
  // 8 to 4 g/mL is -50 % and -4; 8 to 11 is +37.5 % and +3 over the baseline.
  'percist-1.0': {
    visits: [
      [0, hot(8), liverUptake],
      [56, hot(4), liverUptake],
      [112, hot(4), liverUptake],
      [168, hot(11), liverUptake],
    ],
    best: ['PMR', 56],
    responded: 1,
    progressed: 168,
  },
  // -55 % held 56 days, marrow not done; then +67 % over 1080.
  'iwcll-2018': {
    visits: [
      [0, node(60, 40), blood],
      [56, node(36, 30), blood],
      [112, node(36, 30), blood],
      [168, node(45, 40), blood],
    ],
    best: ['PR', 56],
    responded: 1,
    progressed: 168,
  },
};

describe('from lesions to endpoints', () => {
  it.each(Object.keys(criteria))('%s: best response, ORR and PFS', criterion => {
    const course = courses[criterion];
    if (!course) throw new Error(`no course of ${criterion}`);
    const { visits, subject, best, responded, progressed } = course;
    const one = follow(criterion, visits, subject);
    const variant = one.options.confirmation === 'responses' ? 'confirmed' : 'unconfirmed';
    expect(one.bestOverallResponse[variant]).toEqual({ value: best[0], date: onDay(best[1]) });
    expect(one.orr).toBe(responded);
    expect(one.pfs).toMatchObject(
      progressed === null
        ? { event: false }
        : { event: true, reason: 'progression', date: onDay(progressed), days: progressed + 1 }
    );
  });

  it('says what it was rated by, with the parameters of the assessment', () => {
    const parameters = { confirmationDays: 35, unresolvedIupd: 'censor' };
    const { options } = follow(
      'irecist',
      [
        [0, mm(100)],
        [56, mm(130)],
      ],
      { parameters }
    );
    expect(options).toMatchObject({ criterion: 'irecist', vocabulary: 'irecist', ...parameters });
  });
  it('takes the options given before the parameters of the assessment', () => {
    const visits: Given[] = [
      [0, mm(100)],
      [56, mm(130)],
    ];
    const parameters = { unresolvedIupd: 'censor' };
    expect(follow('irecist', visits, { parameters }).pfs.event).toBe(false);
    const event = follow('irecist', visits, { parameters }, { unresolvedIupd: 'event' });
    expect(event.pfs).toMatchObject({ event: true, date: onDay(56) });
  });
  it('refuses subjects rated by different parameters, unless an option decides', () => {
    const subjects = [28, 35].map((confirmationDays, index) => ({
      id: `S${index}`,
      startDate: start,
      assessment: assessed('recist-1.1', [[0, mm(100)]], { parameters: { confirmationDays } }),
    }));
    expect(() => endpoints({ subjects })).toThrow(
      expect.objectContaining({ code: 'CL_CRITERION_MISMATCH', subject: 'S1' })
    );
    expect(endpoints({ subjects, options: { confirmationDays: 28 } }).cohort.n).toBe(2);
  });
  it('refuses a subject with visits and an assessment, and with neither', () => {
    const assessment = assessed('recist-1.1', [[0, mm(100)]]);
    for (const more of [{ visits: [], assessment }, {}])
      expect(() => endpoints({ subjects: [{ id: 'S1', startDate: start, ...more }] })).toThrow(
        expect.objectContaining({ code: 'CL_ENDPOINT_INPUT', path: '/subjects/0/visits' })
      );
  });
});

describe('progression that nothing resolved', () => {
  const pcwg: Given[] = [
    [0, mm(50), { boneScan: { lesionsPresent: true } }],
    [56, mm(50), scan(2)],
  ];
  it('PDu of bone is no event unless pduRpfs says so, also under stable soft tissue', () => {
    const one = follow('pcwg3', pcwg);
    expect(one.bestOverallResponse.confirmed.value).toBe('SD');
    expect(one.pfs).toMatchObject({ event: false, date: onDay(56) });
    expect(one.findings.map(({ rule }) => rule)).toContain('unresolvedProgression');
    const strict = follow('pcwg3', pcwg, {}, { pduRpfs: 'event' });
    expect(strict.pfs).toMatchObject({ event: true, date: onDay(56) });
    expect(strict.options.pduRpfs).toBe('event');
  });
  it('PDu alone counts as pduBor says', () => {
    const bone: Given[] = [
      [0, [], { boneScan: { lesionsPresent: true } }],
      [56, [], scan(2)],
    ];
    expect(follow('pcwg3', bone).bestOverallResponse.unconfirmed.value).toBe('SD');
    const strict = follow('pcwg3', bone, {}, { pduBor: 'PD' });
    expect(strict.bestOverallResponse.unconfirmed.value).toBe('PD');
    expect(strict.pfs.event).toBe(false);
  });
  it('pPD is an event unless unresolvedPpd censors before it', () => {
    const visits: Given[] = [
      [0, brain(800), good],
      [28, brain(800), good],
      [56, brain(1000), good],
    ];
    const subject = courses['rano-2.0']?.subject ?? {};
    expect(follow('rano-2.0', visits, subject).pfs).toMatchObject({
      event: true,
      date: onDay(56),
    });
    const censored = follow('rano-2.0', visits, subject, { unresolvedPpd: 'censor' });
    expect(censored.pfs).toMatchObject({
      event: false,
      reason: 'unresolvedProgression',
      date: onDay(28),
    });
  });
});

describe('IMWG: two consecutive samples', () => {
  const course = (...values: number[]): Given[] =>
    values.map((value, index) => [28 * index, [], serum(value)]);
  it('a response of the last visit is not confirmed, and no ORR', () => {
    const one = follow('imwg-2016', course(3, 1.4));
    expect(one.bestOverallResponse).toMatchObject({
      unconfirmed: { value: 'PR', date: onDay(28) },
      confirmed: { value: 'SD', date: onDay(28) },
    });
    expect([one.orr, one.responseDate]).toEqual([0, { unconfirmed: onDay(28), confirmed: null }]);
    expect(follow('imwg-2016', course(3, 1.4), {}, { confirmation: 'none' }).orr).toBe(1);
  });
  it('a lower response at the next visit confirms that level', () => {
    // -92 % without urine below 100 mg is PR (section 14), -30 % MR: MR is what both show.
    const one = follow('imwg-2016', course(3, 1.4, 2.1));
    expect(one.bestOverallResponse.confirmed).toEqual({ value: 'MR', date: onDay(28) });
    expect(one.orr).toBe(0);
  });
  it('a first progression at the last visit is no event: censored at the visit before', () => {
    const one = follow('imwg-2016', course(3, 1.4, 1.4, 2));
    expect(one.pfs).toMatchObject({ event: false, date: onDay(56) });
    expect(one.orr).toBe(1);
  });
  it('confirms plain visits by the next one too', () => {
    const visits = ['VGPR', 'NE', 'PR', 'PD', 'PD'].map((response, index) => ({
      date: onDay(28 * (index + 1)),
      response,
    }));
    const given = (many: object[]) =>
      endpoints({
        subjects: [{ id: 'S1', startDate: start, visits: many }],
        options: { criterion: 'imwg-2016' },
      });
    const [one] = given(visits).subjects;
    expect(one?.bestOverallResponse.confirmed).toEqual({ value: 'PR', date: onDay(28) });
    expect(one?.pfs).toMatchObject({ event: true, date: onDay(112) });
    const [short] = given(visits.slice(0, 4)).subjects;
    expect(short?.pfs).toMatchObject({ event: false, date: onDay(84) });
    const imaging = [...visits.slice(0, 3), { ...visits[3], confirmed: 'PD' }];
    expect(given(imaging).subjects[0]?.pfs).toMatchObject({ event: true, date: onDay(112) });
  });
});

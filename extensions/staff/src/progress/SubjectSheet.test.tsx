import { afterEach, describe, expect, it } from '@jest/globals';
import { ClientError } from '@corelab/client';
import { fakeServer, openPage, sessionOf, type Bench } from '../roomBench.testdata.js';
import { act, oneTrack, page, place, row, summary, visit } from './progress.testdata.js';
import { ProgressPage } from './ProgressPage.js';

const sheetPath = 'get /api/admin/trials/{trial}/progress/subjects/{subject}';
const endPath = 'post /api/admin/trials/{trial}/end-of-imaging';
const withdrawPath = 'post /api/admin/trials/{trial}/end-of-imaging/withdraw';

const away = place('R1', {
  ...{ standing: 'draft', readState: 'draft', since: '2026-03-01T09:00:00.000Z' },
  ...{ due: '2026-03-05', late: true },
  reader: { user: 'ben', absentUntil: '2026-03-09', backup: 'cleo' },
  reasons: [
    {
      ...{ key: 'readerAbsent' as const, stuck: true, needs: 'dataManager' },
      params: { user: 'ben', until: '2026-03-09', backup: 'cleo' },
    },
  ],
});
const sheet = {
  row: row('S-1'),
  timepoints: [
    visit('BL', 'complete', [away, place('R2')]),
    visit('TP1', 'expected', [place(null, { standing: 'expected', readState: null })]),
    visit('TP2', 'expected', [place(null, { standing: 'expected', readState: null })]),
  ],
  whole: [],
  imagingEnd: null,
  signatures: [] as object[],
  history: [
    act('read.assigned', { timepoint: 'BL', slot: 'R1', params: { user: 'ben' }, by: 'dora' }),
    act('draft.saved', {
      ...{ timepoint: 'BL', slot: 'R1', times: 7, until: '2026-03-02T10:00:00.000Z' },
    }),
    act('timepoint.expectedAgain', { timepoint: 'TP1', by: null }),
    act('read.neverHeardOf'),
  ],
};

let bench: Bench | null = null;
afterEach(() => bench?.end());

/** The page with the sheet of S-1 opened at a column of the matrix: 0 the subject, 1 baseline. */
const open = async (column: number, role = 'dataManager', more: object = {}) => {
  const { server, asked } = fakeServer(sessionOf(role), {
    'get /api/admin/trials/{trial}/progress': page([row('S-1')]),
    'get /api/admin/trials/{trial}/progress/summary': summary,
    'get /api/admin/trials/{trial}/tracks': oneTrack,
    [sheetPath]: sheet,
    'get /api/admin/trials/{trial}/unlocks': { unlocks: [] },
    'get /api/admin/problems': { problems: [] },
    'get /api/admin/trials/{trial}/identity-destructions': { destructions: [] },
    [endPath]: { notAwaited: ['TP1', 'TP2'] },
    ...more,
  });
  bench = await openPage('progress', <ProgressPage />, server);
  bench.press(bench.place.querySelector(`[data-cell="0 ${column}"]`) ?? bench.place, 'Enter');
  await bench.settle();
  const aside = (): HTMLElement => bench?.place.querySelector('aside') ?? document.body;
  const words = () => aside().textContent ?? '';
  return { ...bench, asked, aside, words };
};

const history = (aside: HTMLElement) =>
  [...aside.querySelectorAll('.cl-history li')].map(({ textContent }) => textContent);

describe('the sheet of a subject', () => {
  it('says of a read since when, whose, due when and why it does not go on', async () => {
    const { aside, words } = await open(0);
    const [first] = aside().querySelectorAll('.cl-place');
    for (const part of [
      ...['R1', 'draft', '2026-03-01 09:00 UTC', 'ben', '2026-03-05, late'],
      ...['ben is away until 2026-03-09; cleo is named to stand in.', 'Next: data manager'],
    ]) {
      expect(first?.textContent).toContain(part);
    }
    expect(words()).toContain('nobody yet');
    expect(words()).toContain('Visit TP2');
  });

  it('tells what was done, the newest first, with acts that it does not know', async () => {
    const { aside } = await open(0);
    expect(history(aside())).toEqual([
      'Recorded as read.neverHeardOf2026-03-01 09:00 UTC, ben',
      'Images expected againVisit TP12026-03-01 09:00 UTC, by the server',
      'Draft savedVisit BL, R12026-03-01 09:00 UTC to 2026-03-02 10:00 UTC, 7 times, ben',
      'Read given to benVisit BL, R12026-03-01 09:00 UTC, dora',
    ]);
  });

  it('is about one timepoint where it was opened there, until all are asked for', async () => {
    const { aside, words, click } = await open(1);
    expect(words()).not.toContain('Visit TP2');
    expect(history(aside())).toHaveLength(2);
    await click('Show all timepoints');
    expect(words()).toContain('Visit TP2');
    expect(history(aside())).toHaveLength(4);
  });

  it('tells each signature with its meaning, moment and hash, and whether it stands', async () => {
    const signed = {
      ...{ kind: 'read', readId: 'r-1', timepoint: 'BL', slot: 'R1', version: 1, by: 'ben' },
      ...{ name: 'Dr Ben', at: '2026-03-01T09:00:00.000Z', zone: 'Europe/Berlin' },
      ...{ meaning: 'I read it', hash: 'a'.repeat(64), standing: 'superseded' },
      until: '2026-03-02T09:00:00.000Z',
    };
    const decision = {
      ...{ ...signed, kind: 'adjudication', readId: null, slot: 'ADJ', hash: 'b'.repeat(64) },
      ...{ standing: 'stands', until: null },
    };
    const { aside, asked, click } = await open(0, 'auditor', {
      [sheetPath]: { ...sheet, signatures: [signed, decision] },
      'get /api/reads/{readId}/replay/images': { readId: 'r-1', mode: 'm', studies: [] },
    });
    const [first, second] = [...aside().querySelectorAll('[data-signature]')];
    for (const said of [
      ...['Visit BL, R1, version 1', 'superseded on 2026-03-02 09:00 UTC', 'Dr Ben', 'I read it'],
      ...['2026-03-01 09:00 UTC (Europe/Berlin)', signed.hash],
    ])
      expect(first?.textContent).toContain(said);
    expect(second?.textContent).toContain('stands');
    expect(second?.querySelector('button')).toBeNull();
    expect(first?.querySelector('a')?.getAttribute('href')).toBe(
      '/api/admin/trials/T-1/reads/r-1/report'
    );
    await click('Replay');
    expect(asked.at(-1)?.given).toEqual({ path: { readId: 'r-1' } });
  });

  it('says in the server’s sentence why there is none', async () => {
    const { words } = await open(0, 'auditor', {
      [sheetPath]: new ClientError('CL_NOT_FOUND', 404, 'Not found.'),
    });
    expect(words()).toContain('Not found.');
  });
});

describe('what is said of a timepoint', () => {
  const sayPath = (said: string) => `post /api/admin/trials/{trial}/timepoints/${said}`;
  const standing = (state: string) => ({
    [sheetPath]: { ...sheet, timepoints: [visit('TP1', state, [])], history: [] },
  });
  const offered = (aside: HTMLElement) =>
    [...aside.querySelectorAll('[role="group"] button')].map(({ textContent }) => textContent);

  it.each([
    ['expected', ['Declare it missed']],
    ['incomplete', ['Declare it complete', 'Declare it not readable', 'Declare it missed']],
    ['complete', ['Declare it not readable']],
    ['missed', ['Expect images again']],
    ['notReadable', ['Declare it complete']],
  ])('of one that is %s is what can be', async (state, offers) => {
    expect(offered((await open(0, 'dataManager', standing(state))).aside())).toEqual(offers);
    bench?.end();
    expect(offered((await open(0, 'auditor', standing(state))).aside())).toEqual([]);
  });

  it('needs a reason, says before what it does, and is taken back by Esc', async () => {
    const { words, click, write, asked, press, aside } = await open(0, 'dataManager', {
      ...standing('incomplete'),
      [sayPath('not-readable')]: { state: 'notReadable' },
    });
    await click('Declare it not readable');
    expect(words()).toContain('Nothing of Visit TP1 of S-1 is read');
    press(aside().querySelector('textarea') ?? aside(), 'Escape');
    expect(offered(aside())).toHaveLength(3);
    await click('Declare it not readable');
    await click('Declare Visit TP1 not readable');
    expect(asked.some(({ method }) => method === 'post')).toBe(false);
    write('Reason', ' Motion everywhere ');
    await click('Declare Visit TP1 not readable');
    expect(asked.find(({ method }) => method === 'post')).toMatchObject({
      path: '/api/admin/trials/{trial}/timepoints/not-readable',
      given: {
        path: { trial: 'T-1' },
        body: { subject: 'S-1', timepoint: 'TP1', reason: 'Motion everywhere' },
      },
    });
    expect(words()).toContain('Visit TP1: images not readable.');
  });

  it('is refused in the server’s sentence, and the reason stays', async () => {
    const sentence = 'TP1 is read already: its reader says what can not be read.';
    const { words, click, write, aside } = await open(0, 'dataManager', {
      ...standing('complete'),
      [sayPath('not-readable')]: new ClientError('CL_TIMEPOINT_READ', 409, sentence),
    });
    await click('Declare it not readable');
    write('Reason', 'Motion');
    await click('Declare Visit TP1 not readable');
    expect(words()).toContain(sentence);
    expect(aside().querySelector('textarea')?.value).toBe('Motion');
  });

  it('is beside the code and kind of a visit that readers see a number of', async () => {
    const unscheduled = { ...visit('UNS-1', 'complete', []), label: 'TP2', kind: 'unscheduled' };
    const { words } = await open(0, 'auditor', {
      [sheetPath]: { ...sheet, timepoints: [unscheduled] },
    });
    expect(words()).toContain('UNS-1, unscheduled visit');
  });
});

describe('the end of imaging', () => {
  it('is declared with a last timepoint and a reason, saying before what it does', async () => {
    const { words, click, write, asked, aside } = await open(0);
    await click('Declare the end of imaging');
    expect([...aside().querySelectorAll('option')].map(({ value }) => value)).toEqual([
      ...['BL', 'TP1', 'TP2'],
    ]);
    expect(words()).toContain('Not awaited any more: Visit TP1, Visit TP2.');
    write('Reason', ' Treatment discontinued ');
    await click('Declare the end with Visit BL');
    expect(asked.find(({ method }) => method === 'post')?.given).toEqual({
      path: { trial: 'T-1' },
      body: { subject: 'S-1', lastTimepoint: 'BL', reason: 'Treatment discontinued' },
    });
    expect(words()).toContain('The end of imaging is declared with Visit BL.');
    const again = asked.filter(({ path }) => path.endsWith('/progress'));
    expect(again.length).toBeGreaterThan(1);
  });

  it('is not offered with a timepoint before one that has images', async () => {
    const { click, aside } = await open(0, 'admin', {
      [sheetPath]: {
        ...sheet,
        timepoints: [
          visit('BL', 'complete', []),
          visit('TP1', 'missed', []),
          visit('TP2', 'incomplete', []),
          visit('TP3', 'expected', []),
        ],
      },
    });
    await click('Declare the end of imaging');
    expect([...aside().querySelectorAll('option')].map(({ value }) => value)).toEqual([
      ...['TP2', 'TP3'],
    ]);
  });

  it('that the server refuses keeps the reason, with the server’s sentence', async () => {
    const sentence = 'The end of imaging of this subject is declared already, with BL.';
    const { words, click, write, aside } = await open(0, 'admin', {
      [endPath]: new ClientError('CL_IMAGING_ENDED', 409, sentence),
    });
    await click('Declare the end of imaging');
    write('Reason', 'Progress');
    await click('Declare the end with Visit BL');
    expect(words()).toContain(sentence);
    expect(aside().querySelector('textarea')?.value).toBe('Progress');
  });

  it('that is declared is said, with the timepoints that nothing is expected of', async () => {
    const { words, click, write, asked } = await open(0, 'admin', {
      [withdrawPath]: { withdrawn: true },
      [sheetPath]: {
        ...sheet,
        timepoints: sheet.timepoints.map((timepoint, index) => ({
          ...timepoint,
          awaited: index === 0,
        })),
        imagingEnd: {
          ...{ timepoint: 'BL', reason: 'Toxicity', declaredBy: 'dora' },
          declaredAt: '2026-03-01T09:00:00.000Z',
        },
      },
    });
    const ended = 'Not expected: imaging ended with Visit BL (declared 2026-03-01 09:00 UTC).';
    expect(words().split(ended)).toHaveLength(3);
    expect(words()).toContain('declared 2026-03-01 09:00 UTC by dora: Toxicity');
    expect(words()).not.toContain('Declare the end');
    expect(words()).not.toContain('images expected');
    await click('Withdraw the end of imaging');
    expect(words()).toContain('Timepoints of S-1 after Visit BL are awaited again.');
    write('Reason', 'Said of another subject');
    await click('Withdraw the end of imaging');
    expect(asked.find(({ method }) => method === 'post')?.given).toEqual({
      path: { trial: 'T-1' },
      body: { subject: 'S-1', reason: 'Said of another subject' },
    });
    expect(words()).toContain('The end of imaging is withdrawn.');
  });

  it('is not for an auditor, nor where nothing is awaited', async () => {
    expect((await open(0, 'auditor')).words()).not.toContain('Declare');
    bench?.end();
    const ended = { ...sheet, timepoints: [visit('BL', 'complete', [])] };
    expect((await open(0, 'admin', { [sheetPath]: ended })).words()).not.toContain('Declare');
  });
});

import { act } from 'react';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ClientError, type Session } from '@corelab/client';
import { fakeServer, openPage, sessionOf, type Bench } from '../roomBench.testdata.js';
import { arrival, group, matched, paths, receipt, sheet, summary } from './intake.testdata.js';
import { IntakePage } from './IntakePage.js';

let bench: Bench | null = null;
afterEach(() => bench?.end());

const noSubjects = { subjects: [] };
const knownSubject = {
  subjects: [
    {
      ...{ subject: 'S-50', site: '101' },
      timepoints: [
        { timepoint: 'TP1', kind: 'follow-up', date: '2026-03-01', state: 'complete', exams: 1 },
      ],
    },
  ],
};

const open = async (answers: object, search = '', session: Session = sessionOf('dataManager')) => {
  const { server, asked } = fakeServer(session, {
    [paths.summary]: summary,
    [paths.list]: { arrivals: [arrival('a1'), matched('a2')], total: 2 },
    [paths.study]: sheet(arrival('a1')),
    [paths.subjects]: noSubjects,
    [paths.corrections]: { corrections: [] },
    ...answers,
  });
  const opened = await openPage('intake', <IntakePage />, server, search);
  bench = opened;
  const { place } = opened;
  const row = (at: number): HTMLElement => {
    const found = place.querySelector<HTMLElement>(`[data-row="${at}"]`);
    if (found === null) throw new Error(`no row ${at}`);
    return found;
  };
  /** Lets time pass until what is waited for is there. */
  const until = async (what: () => boolean): Promise<void> => {
    while (!what()) await act(() => new Promise(done => setTimeout(done, 10)));
  };
  const choose = async (label: string, value: string): Promise<void> => {
    const select = [...place.querySelectorAll('label')]
      .find(one => one.querySelector('.cl-label')?.textContent === label)
      ?.querySelector('select');
    if (select == null) throw new Error(`no choice ${label}`);
    act(() => {
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await opened.settle();
  };
  const says = (words: string): boolean => place.textContent?.includes(words) === true;
  const askedOf = (key: string) => asked.filter(({ method, path }) => `${method} ${path}` === key);
  return { ...opened, asked, askedOf, row, until, choose, says };
};

const cells = (row: Element): (string | null)[] =>
  [...row.children].map(({ textContent }) => textContent);

describe('the studies that came', () => {
  it('say where they belong or why that is not known, and how much waits', async () => {
    const { row, says, askedOf } = await open({}, 'state=all');
    expect(says('1 study waits')).toBe(true);
    expect(says('2 images in quarantine')).toBe(true);
    expect(cells(row(0))).toEqual([
      ...['waits', 'S-5O', 'TP9', '101'],
      'Subject S-5O is unknown and spelt like S-50. Day 61 is in no visit window.',
      ...['2026-03-02', '4', 'upload', '2026-03-04 09:30 UTC'],
    ]);
    expect(cells(row(1)).slice(0, 6)).toEqual(['in QC', 'S-50', 'BL', '101', '', '2026-01-05']);
    expect(askedOf(paths.list)[0]?.given).toEqual({
      path: { trial: 'T-1' },
      query: { state: 'all', order: 'newest', limit: 100 },
    });
  });

  it('are what waits until another state is chosen; filters go to the address and the server', async () => {
    const { askedOf, choose, visited } = await open({}, 'site=101&text=S-5');
    const query = (): unknown => (askedOf(paths.list).at(-1)?.given as { query: unknown }).query;
    expect(query()).toMatchObject({ state: 'waiting', site: '101', text: 'S-5' });
    await choose('State', 'matched');
    expect(visited.at(-1)).toBe('/intake?trial=T-1&state=matched&site=101&text=S-5');
    expect(query()).toMatchObject({ state: 'matched', site: '101' });
  });

  it('come page by page as the end of the list comes near', async () => {
    const { askedOf, place, until } = await open({
      [paths.list]: ({ query }: { query: { after?: string } }) => ({
        arrivals: query.after === undefined ? [arrival('a1'), arrival('a2')] : [arrival('a3')],
        total: 3,
      }),
    });
    await until(() => place.querySelectorAll('[data-row]').length === 3);
    expect(askedOf(paths.list).map(({ given }) => given)).toMatchObject([
      { query: { limit: 100 } },
      { query: { after: 'a2' } },
    ]);
    expect(place.querySelector('[role="grid"]')?.getAttribute('aria-rowcount')).toBe('3');
  });

  it('that are none say so, and lead to all', async () => {
    const { says, click, visited } = await open({ [paths.list]: { arrivals: [], total: 0 } });
    expect(says('No study waits to be matched.')).toBe(true);
    await click('Show all studies');
    expect(visited.at(-1)).toBe('/intake?trial=T-1&state=all');
  });

  it('that the server refuses say why and are tried again', async () => {
    let refuses = true;
    const { place, click, row } = await open({
      [paths.list]: () =>
        refuses
          ? new ClientError('CL_DOWN', 400, 'The database is away.')
          : { arrivals: [arrival('a1')], total: 1 },
    });
    expect(place.querySelector('[role="alert"]')?.textContent).toBe('The database is away.');
    refuses = false;
    await click('Try again');
    expect(row(0).textContent).toContain('S-5O');
  });
});

describe('a study beside the list', () => {
  it('opens by Enter and closes by Esc, with series, receipt, hashes and history', async () => {
    const { row, press, settle, place, says, click, askedOf } = await open({
      [paths.files]: {
        files: [
          {
            ...{ ordinal: 1, studyUid: '1', seriesUid: '1.2.3.1', sopUid: '1', sha256: 'abc12' },
            ...{ outcome: 'quarantined', reason: 'otherBytes' },
          },
        ],
      },
    });
    row(0).focus();
    press(row(0), 'Enter');
    await settle();
    expect(place.querySelector('aside h2')?.textContent).toBe('Study of S-5O');
    for (const words of [
      ...['Day 61 is in no visit window.', 'CT-PV-AX', 'slices too thick'],
      ...['2026-03-04 09:29 UTC, upload by carla', '3 taken, 1 in quarantine'],
      'Waits to be matched',
    ]) {
      expect([words, says(words)]).toEqual([words, true]);
    }
    await click('Show files and hashes');
    expect(says('abc12')).toBe(true);
    expect(says('The same image is known with other bytes.')).toBe(true);
    expect(askedOf(paths.files)[0]?.given).toMatchObject({
      path: { id: 'r1' },
      query: { series: '1.2.3.1', after: 0 },
    });
    press(place.querySelector('aside') ?? place, 'Escape');
    expect(place.querySelector('aside')).toBeNull();
    expect(document.activeElement).toBe(row(0));
  });

  it('that waits is matched by the candidates, on an authority and with a reason', async () => {
    const { row, click, choose, write, place, askedOf, says, until } = await open({
      [paths.subjects]: knownSubject,
      [paths.match]: { exam: 'e1' },
    });
    await act(async () => row(0).click());
    await bench?.settle();
    await click('Match it');
    await click('S-50');
    await choose('Timepoint', 'TP1');
    await until(() => says('S-50 has 1 exam at TP1 already.'));
    const options = [...place.querySelectorAll('aside option')].map(one => one.textContent);
    expect(options).toContain('TP1, 2 days after its window');
    expect(options).toContain('UNS: new unscheduled visit of 2026-03-02');
    const act1 = [...place.querySelectorAll('button')].find(
      one => one.textContent === 'Match to S-50, TP1'
    );
    expect(act1?.disabled).toBe(true);
    write('On whose authority', 'Letter');
    write('Reason', 'Typing error');
    await click('Match to S-50, TP1');
    expect(askedOf(paths.match)[0]?.given).toEqual({
      path: { trial: 'T-1', id: 'a1' },
      body: { subject: 'S-50', timepoint: 'TP1', authority: 'Letter', reason: 'Typing error' },
    });
    expect(says('Matched to S-50, TP1.')).toBe(true);
    // The lists are asked for anew.
    expect(askedOf(paths.list)).toHaveLength(2);
  });

  it('that the server does not match says why beside the fields, which stay', async () => {
    const { row, click, choose, write, place } = await open({
      [paths.match]: new ClientError('CL_SITE_UNKNOWN', 422, 'Say of which site it is.'),
    });
    await act(async () => row(0).click());
    await bench?.settle();
    await click('Match it');
    await choose('Timepoint', 'BL');
    write('On whose authority', 'Letter');
    write('Reason', 'New subject');
    await click('Match to S-5O, BL');
    const alert = place.querySelector('aside form [role="alert"]');
    expect(alert?.textContent).toBe('Say of which site it is.');
    expect(place.querySelector('textarea')?.value).toBe('New subject');
  });

  it('that belongs to an exam is corrected once what it changes was seen', async () => {
    const of = matched('a2');
    const { row, click, choose, write, askedOf, says } = await open(
      {
        [paths.study]: sheet(of),
        [paths.foresee]: {
          reads: [
            {
              ...{ subject: 'S-50', timepoint: 'BL', track: 'efficacy', slot: 'R1' },
              ...{ component: 'lesions', state: 'signed', cause: 'imagesCorrected' },
            },
          ],
        },
        [paths.correct]: { id: 'c1', marked: 1, reads: [] },
      },
      'state=all'
    );
    await act(async () => row(1).click());
    await bench?.settle();
    await click('Correct it');
    await choose('What', 'timepoint');
    await choose('To be', 'TP1');
    await click('See what it changes');
    expect(askedOf(paths.foresee)[0]?.given).toEqual({
      path: { trial: 'T-1' },
      body: { exam: 'e1', attribute: 'timepoint', value: 'TP1' },
    });
    expect(says('1 read has a decision to come')).toBe(true);
    expect(says('S-50 BL, efficacy R1, lesions: signed')).toBe(true);
    // Another value is another question.
    await choose('To be', 'BL');
    expect(says('1 read has a decision to come')).toBe(false);
    await choose('To be', 'TP1');
    await click('See what it changes');
    write('On whose authority', 'Query 12');
    write('Reason', 'Wrong visit');
    await click('Correct to TP1');
    expect(askedOf(paths.correct)[0]?.given).toEqual({
      path: { trial: 'T-1' },
      body: {
        ...{ exam: 'e1', attribute: 'timepoint', value: 'TP1' },
        ...{ authority: 'Query 12', reason: 'Wrong visit' },
      },
    });
    expect(says('Corrected to TP1.')).toBe(true);
  });

  it('is for an auditor to look at', async () => {
    const { row, place } = await open({}, '', sessionOf('auditor'));
    await act(async () => row(0).click());
    await bench?.settle();
    const words = [...place.querySelectorAll('aside button')].map(one => one.textContent);
    expect(words).toEqual(['Close', 'Show files and hashes']);
    const tabs = [...place.querySelectorAll('[role="tab"]')].map(one => one.textContent);
    expect(tabs).toEqual(['Studies', 'Quarantine', 'Deliveries']);
  });
});

describe('the quarantine', () => {
  it('says why, and lets in on an authority after what follows was said', async () => {
    let left = [group('g1')];
    const { row, click, write, askedOf, says } = await open(
      {
        [paths.groups]: () => ({ groups: left }),
        [paths.release]: () => {
          left = [];
          return { images: 2 };
        },
      },
      'view=apart'
    );
    expect(cells(row(0)).slice(0, 4)).toEqual([
      ...['in quarantine', 'identifies a person', '2', 'no exam yet'],
    ]);
    await act(async () => row(0).click());
    expect(says('It still identifies a person, by PatientName.')).toBe(true);
    await click('Let in');
    expect(says('reads that have begun and show it get a decision to come')).toBe(true);
    write('On whose authority', 'Call');
    write('Reason', 'Not a name');
    await click('Let 2 images in');
    expect(askedOf(paths.release)[0]?.given).toEqual({
      path: { trial: 'T-1' },
      body: { receipt: 'r1', study: '1.2.g1', authority: 'Call', reason: 'Not a name' },
    });
    expect(says('2 images were let in.')).toBe(true);
    expect(says('Nothing is in quarantine.')).toBe(true);
  });

  it('refuses with a reason, and says what the server refuses', async () => {
    const { row, click, write, place } = await open(
      {
        [paths.groups]: { groups: [group('g1')] },
        [paths.refuseGroup]: new ClientError('CL_NOTHING_APART', 409, 'Look again.'),
      },
      'view=apart'
    );
    await act(async () => row(0).click());
    await click('Refuse');
    write('Reason', 'Names a person');
    await click('Refuse 2 images');
    expect(place.querySelector('aside [role="alert"]')?.textContent).toBe('Look again.');
  });
});

describe('a site coordinator', () => {
  it('has own deliveries and the upload, and asks for nothing else', async () => {
    const { asked, place, row } = await open(
      { [paths.deliveries]: { receipts: [receipt('r1')] } },
      '',
      sessionOf('siteCoordinator')
    );
    const tabs = [...place.querySelectorAll('[role="tab"]')].map(one => one.textContent);
    expect(tabs).toEqual(['Deliveries', 'Upload']);
    expect(cells(row(0))).toEqual([
      ...['2026-03-04 09:29 UTC', 'STOW', 'carla', '1', '4', '1 in quarantine, 3 taken'],
    ]);
    expect(asked.map(({ path }) => path)).toEqual(['/api/admin/trials/{trial}/deliveries']);
  });
});

import { afterEach, describe, expect, it } from '@jest/globals';
import { act } from 'react';
import { ClientError } from '@corelab/client';
import { setLanguage } from '@corelab/ui';
import { fakeServer, openPage, sessionOf, type Asked, type Bench } from '../roomBench.testdata.js';
import { buttonsOf, choose, claimed, exam, judged, sheetOf } from './qc.testdata.js';
import { QcPage } from './QcPage.js';

const exams = '/api/admin/trials/{trial}/exams';
const oneExam = `${exams}/{exam}`;
const acquisition = {
  ...{
    series: 'series-1',
    images: 60,
    number: 3,
    description: 'Portal venous',
    scanner: 'Maker 4',
  },
  ...{ sliceThicknessMm: { from: 2.5, to: 5 }, pixelSpacingMm: { from: 0.7, to: 0.7 } },
  ...{ matrix: '512 × 512', kernel: null, contrastAgent: true },
};
const digests = { least: ['0123456789abcdef0123456789abcdef'], more: false };
const entry = { instances: 58, elements: 58, before: digests, after: digests };
const report = {
  ...{ plan: 'p', edition: '2024b', options: ['retainUids'], images: 58 },
  ...{ firstAt: '2026-03-03T09:00:00.000Z', lastAt: '2026-03-03T09:00:00.000Z' },
  entries: [
    { ...entry, path: '00080080', name: 'InstitutionName', action: 'removed', rule: 'basic' },
    { ...entry, path: '00200052', name: 'FrameUID', action: 'kept', rule: 'retainUids' },
  ],
};
const second = { ...exam, id: 'exam-2', subject: 'S-2' };

let bench: Bench | null = null;
afterEach(() => {
  bench?.end();
  setLanguage('en');
});

const open = async (more: object = {}, search = 'tab=exams', roles = ['qcTechnologist']) => {
  const { server, asked } = fakeServer(sessionOf(...roles), {
    [`get ${exams}`]: { exams: [exam, second], sites: ['101', '102'], next: null },
    [`get ${oneExam}`]: exam,
    [`get ${oneExam}/acquisition`]: { series: [acquisition] },
    [`get ${oneExam}/deidentification`]: { off: null, images: 60, reports: [report] },
    'get /api/admin/trials/{trial}/queries': { queries: [], sites: [], next: null },
    ...more,
  });
  bench = await openPage('qc', <QcPage />, server, search);
  return { ...bench, asked, posted: () => asked.filter(({ method }) => method === 'post') };
};

/** Ids of the exams that were opened, in order. */
const askedExams = (asked: readonly Asked[]): unknown[] =>
  asked.flatMap(({ method, path, given }) =>
    method === 'get' && path === oneExam ? [(given as { path: { exam: string } }).path.exam] : []
  );

const opened = (shown: object, more: object = {}, roles = ['qcTechnologist']) =>
  open({ [`get ${oneExam}`]: shown, ...more }, 'tab=exams&open=exam-1', roles);

describe('the exams that wait for QC', () => {
  it('are asked for as such, and say why they wait', async () => {
    const page = await open();
    expect(page.asked[0]?.given).toEqual({ path: { trial: 'T-1' }, query: { state: 'waiting' } });
    const row = page.place.querySelector('[data-row="0"]');
    expect(row?.textContent).toContain('S-1TP1');
    expect(row?.textContent).toContain('1 series with a problem. 1 series without a role.');
  });

  it('are asked for page by page, by state, site and letters of the subject', async () => {
    let pages = 0;
    const page = await open(
      {
        [`get ${exams}`]: () => {
          pages += 1;
          return pages === 1
            ? { exams: [exam], sites: [], next: 'exam-1' }
            : { exams: [second], sites: [], next: null };
        },
      },
      'state=passed&site=102&text=s-'
    );
    const query = { state: 'passed', site: '102', text: 's-' };
    expect(page.asked.map(({ given }) => given)).toEqual([
      { path: { trial: 'T-1' }, query },
      { path: { trial: 'T-1' }, query: { ...query, after: 'exam-1' } },
    ]);
    expect(page.place.querySelectorAll('[data-row]')).toHaveLength(2);
  });

  it('are found by their address, filter and all', async () => {
    const page = await open({}, 'site=102');
    await page.click('Clear filters');
    expect(page.visited).toEqual(['/qc?trial=T-1&tab=exams']);
  });

  it('say that none waits, and what the server says when it fails', async () => {
    const none = await open({ [`get ${exams}`]: { exams: [], sites: [], next: null } });
    expect(none.place.textContent).toContain('No exam waits for QC.');
    none.end();
    const failed = await open({ [`get ${exams}`]: new ClientError('CL_X', 500, 'It broke.') });
    expect(failed.place.querySelector('[role="alert"]')?.textContent).toBe('It broke.');
  });

  it('open by Enter, close by Escape, and move by arrow keys', async () => {
    const page = await open();
    const row = (at: number) => page.place.querySelector<HTMLElement>(`[data-row="${at}"]`);
    row(0)?.focus();
    page.press(document.activeElement ?? page.place, 'ArrowDown');
    expect(document.activeElement).toBe(row(1));
    page.press(document.activeElement ?? page.place, 'Enter');
    await page.settle();
    expect(askedExams(page.asked)).toEqual(['exam-2']);
    expect(sheetOf(page)).toContain('S-1, TP1');
    page.press(page.place.querySelector('aside h2') ?? page.place, 'Escape');
    expect(page.place.querySelector('aside')).toBeNull();
    expect(document.activeElement).toBe(row(1));
  });
});

describe('the images of an exam', () => {
  const answer = {
    studyInstanceUid: '2.25.1',
    series: [{ series: 'series-1', seriesInstanceUid: '2.25.2', images: 60 }],
  };
  const address = '/exam-qc?StudyInstanceUIDs=2.25.1&trial=T-1&exam=exam-1&series=1';

  it('are opened by a button and by a key', async () => {
    const page = await opened(exam, { [`post ${oneExam}/images`]: answer });
    await page.click('Open images');
    expect(page.posted()).toMatchObject([{ given: { path: { trial: 'T-1', exam: 'exam-1' } } }]);
    expect(page.visited).toEqual([address]);
    page.press(page.place.querySelector('aside h2') ?? page.place, 'i');
    await page.settle();
    expect(page.posted()).toHaveLength(2);
    expect(page.visited).toEqual([address, address]);
  });

  it('that no viewer can show are said to be none, and the refusal of the server is said', async () => {
    const none = await opened(exam, { [`post ${oneExam}/images`]: { ...answer, series: [] } });
    await none.click('Open images');
    expect(sheetOf(none)).toContain('no images that the viewer can show');
    expect(none.visited).toEqual([]);
    none.end();
    const reason = new ClientError('CL_X', 500, 'It broke.');
    const failed = await opened(exam, { [`post ${oneExam}/images`]: reason });
    await failed.click('Open images');
    expect(failed.place.querySelector('[role="alert"]')?.textContent).toBe('It broke.');
  });

  it('are not for who only looks at the page', async () => {
    const page = await opened(exam, {}, ['auditor']);
    expect(buttonsOf(page)).not.toContain('Open images');
    page.press(page.place.querySelector('aside h2') ?? page.place, 'i');
    expect(page.posted()).toEqual([]);
  });
});

describe('an exam in QC', () => {
  it('that is not in the list leaves the list to the keyboard', async () => {
    const page = await open({}, 'open=exam-9');
    expect(sheetOf(page)).toContain('S-1, TP1');
    expect(page.place.querySelector<HTMLElement>('[data-row="0"]')?.tabIndex).toBe(0);
  });

  it('is shown with its series, how they were acquired and what the protocol asks', async () => {
    const sheet = sheetOf(await opened(exam));
    for (const words of [
      'Week 8 needs',
      'CT-PV-AX, there',
      'MR-T1, missing',
      'Description' + 'Portal venous',
      'Slice thickness' + '2.5 to 5 mm',
      'Kernel' + 'not known',
      'The protocol asks of CT-PV-AX: slices of at most 5 mm, at least 300 mm long, with contrast medium',
      '4 of 60 slices are missing (4, 7-9)',
      'TP1 R1, version 2draft',
    ]) {
      expect(sheet).toContain(words);
    }
  });

  it('is shown without the archive too, which is said', async () => {
    const page = await opened(exam, {
      [`get ${oneExam}/acquisition`]: new ClientError('CL_ARCHIVE_UNAVAILABLE', 503, 'No answer.'),
    });
    expect(page.place.querySelector('aside [role="alert"]')?.textContent).toBe(
      'How the series were acquired is not known now: No answer. All else can be judged.'
    );
    expect(sheetOf(page)).toContain('Images60');
  });

  it('is taken first: without that nothing of it is judged or passed', async () => {
    const page = await opened(exam, { [`post ${oneExam}/claim`]: { id: 'exam-1', state: 'inQc' } });
    expect(buttonsOf(page)).toEqual(
      expect.arrayContaining(['Take the check', 'Ask the site', 'Refuse'])
    );
    expect(buttonsOf(page)).not.toContain('Pass');
    expect(page.place.querySelector('aside select')).toBeNull();
    await page.click('Take the check');
    expect(page.posted()[0]?.given).toEqual({ path: { trial: 'T-1', exam: 'exam-1' }, body: {} });
  });

  it('is taken over from another with a reason', async () => {
    const page = await opened(
      { ...claimed, claimedBy: 'ben' },
      { [`post ${oneExam}/claim`]: { id: 'exam-1', state: 'inQc' } }
    );
    expect(sheetOf(page)).toContain('ben checks this exam.');
    await page.click('Take it over');
    page.write('Reason', 'Ben is away');
    await page.click('Take the check over from ben');
    expect(page.posted()[0]?.given).toMatchObject({ body: { takeOver: 'Ben is away' } });
  });

  it('has its series confirmed: role, and what each may be used for', async () => {
    const page = await opened(claimed, { [`post ${oneExam}/series`]: judged });
    expect(sheetOf(page)).toContain('Choose its role.');
    expect(buttonsOf(page)).toContain('Confirm 1 series');
    const [first, other] = page.place.querySelectorAll('aside .cl-qc-series');
    const at = (series: Element | undefined) => ({ ...page, place: series as HTMLElement });
    // No role of another modality is offered.
    expect(other?.textContent).not.toContain('MR-T1');
    choose(at(other), 'Role', 'CT-PV-AX');
    choose(at(first), 'Usable for reading', 'limited');
    expect(sheetOf(page)).toContain('Give a reason where it is not fully usable.');
    page.write('Reason for reading', 'Moved');
    const unfold = [...(other?.querySelectorAll('button') ?? [])].find(
      ({ textContent }) => textContent === 'Other purposes'
    );
    act(() => unfold?.click());
    choose(at(other), 'Usable for recist-1.1', 'no');
    // One reason is given; the other series waits for its own.
    expect(sheetOf(page)).toContain('Reason for recist-1.1');
    await page.click('Confirm 1 series');
    expect(page.posted()[0]?.given).toEqual({
      path: { trial: 'T-1', exam: 'exam-1' },
      body: {
        series: [
          {
            ...{ series: 'series-1', role: 'CT-PV-AX' },
            usable: [{ purpose: 'read', usable: 'limited', reason: 'Moved' }],
          },
        ],
      },
    });
  });

  it('can be said to have a series that fits no role, which is then not read', async () => {
    const page = await opened(claimed, { [`post ${oneExam}/series`]: judged });
    const other = page.place.querySelectorAll<HTMLElement>('aside .cl-qc-series')[1];
    choose({ ...page, place: other ?? page.place }, 'Role', '-');
    page.write('Reason for reading', 'A localiser');
    await page.click('Confirm 2 series');
    expect(page.posted()[0]?.given).toMatchObject({
      body: {
        series: [
          { series: 'series-1', role: 'CT-PV-AX' },
          {
            ...{ series: 'series-2', role: null },
            usable: [{ purpose: 'read', usable: 'no', reason: 'A localiser' }],
          },
        ],
      },
    });
  });

  it('passes once all of it is confirmed, and the next one is opened', async () => {
    let passed = false;
    const page = await open(
      {
        [`get ${oneExam}`]: () => (passed ? { ...judged, state: 'passed', reasons: [] } : judged),
        [`post ${oneExam}/decide`]: () => {
          passed = true;
          return { id: 'exam-1', state: 'passed' };
        },
      },
      'open=exam-1'
    );
    await page.click('Pass');
    expect(page.posted()[0]?.given).toMatchObject({ body: { act: 'pass' } });
    expect(sheetOf(page)).toContain('Done: passed.');
    await page.click('Next exam');
    expect(askedExams(page.asked).at(-1)).toBe('exam-2');
  });

  it('does not pass before', async () => {
    const page = await opened(claimed);
    const pass = [...page.place.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'Pass'
    );
    expect(pass?.disabled).toBe(true);
    expect(sheetOf(page)).toContain('Confirm all series, then it can pass.');
  });

  it('passes with deviations by series and purpose, and a reason', async () => {
    const page = await opened(judged, {
      [`post ${oneExam}/decide`]: { id: 'exam-1', state: 'passedWithDeviation' },
    });
    await page.click('Pass with deviation');
    choose(page, 'Series of deviation 1', 'series-2');
    choose(page, 'Purpose of deviation 1', 'recist-1.1');
    page.write('What deviates (1)', 'Slices of 6 mm');
    page.write('Reason', 'The lesions are large');
    await page.click('Pass the exam with deviation');
    expect(page.posted()[0]?.given).toMatchObject({
      body: {
        ...{ act: 'passWithDeviation', reason: 'The lesions are large' },
        deviations: [{ series: 'series-2', purpose: 'recist-1.1', text: 'Slices of 6 mm' }],
      },
    });
  });

  it('is asked about at its site, by a day', async () => {
    const page = await opened(claimed, {
      'post /api/admin/trials/{trial}/queries': { id: 'query-1' },
    });
    await page.click('Ask the site');
    expect(sheetOf(page)).toContain('The exam waits for the answer');
    choose(page, 'About', 'series-2');
    page.write('Question to the site', 'Where are slices 7 to 9?');
    page.write('Answer by', '2026-03-20');
    await page.click('Send the query');
    expect(page.posted()[0]?.given).toEqual({
      path: { trial: 'T-1' },
      body: {
        ...{ exam: 'exam-1', series: 'series-2', text: 'Where are slices 7 to 9?' },
        dueDate: '2026-03-20',
      },
    });
    expect(sheetOf(page)).toContain('The site is asked.');
  });

  it('keeps an exam apart, which a data manager alone lets go on', async () => {
    const path = `post ${oneExam}/decide`;
    const page = await opened(claimed, { [path]: { id: 'e1', state: 'quarantined' } });
    const offered = () =>
      [...page.place.querySelectorAll('aside button')].map(({ textContent }) => textContent);
    expect(offered()).not.toContain('Let it go on');
    await page.click('Keep apart');
    page.write('Reason', 'A name is burned in');
    await page.click('Keep the exam apart');
    expect(page.asked.filter(({ method }) => method === 'post')).toMatchObject([
      { given: { body: { act: 'quarantine', reason: 'A name is burned in' } } },
    ]);
  });

  it('shows a refusal beside what was typed', async () => {
    const page = await opened(claimed, {
      [`post ${oneExam}/decide`]: new ClientError('CL_X', 409, 'The exam is passed.'),
    });
    await page.click('Refuse');
    page.write('Reason', 'Another patient');
    await page.click('Refuse the exam');
    expect(page.place.querySelector('aside [role="alert"]')?.textContent).toBe(
      'The exam is passed.'
    );
    expect(page.place.querySelector('textarea')?.value).toBe('Another patient');
  });

  it('is withdrawn and superseded by a data manager alone', async () => {
    const qc = await opened(exam);
    expect(buttonsOf(qc)).not.toContain('Withdraw');
    qc.end();
    const manager = await opened(exam, {}, ['dataManager']);
    expect(buttonsOf(manager)).toEqual(expect.arrayContaining(['Withdraw', 'Supersede']));
  });

  it('has its unsigned reads returned to QC with a reason', async () => {
    const path = '/api/admin/trials/{trial}/reads/{readId}/return-to-qc';
    const page = await opened(exam, { [`post ${path}`]: { state: 'returnedToQc' } });
    expect(buttonsOf(page)).not.toContain('Return TP1 R2 to QC');
    await page.click('Return TP1 R1 to QC');
    page.write('Reason', 'Wrong phase');
    await page.click('Return the read to QC');
    expect(page.posted()[0]?.given).toEqual({
      path: { trial: 'T-1', readId: 'read-1' },
      body: { reason: 'Wrong phase' },
    });
  });

  it('is looked at by an auditor without any act', async () => {
    const page = await opened(claimed, {}, ['auditor']);
    expect(buttonsOf(page)).toEqual(['Close']);
  });

  it('is there in German', async () => {
    document.documentElement.lang = 'de';
    const page = await opened(exam);
    document.documentElement.lang = '';
    expect(sheetOf(page)).toContain('Das Protokoll verlangt von CT-PV-AX');
    expect(page.place.textContent).toContain('1 Serie mit einem Problem. 1 Serie ohne Rolle.');
  });
});

describe('the de-identification of an exam', () => {
  it('is said attribute by attribute with its reason, and which images have none', async () => {
    const page = await opened(exam);
    const sheet = sheetOf(page);
    expect(sheet).toContain('58 images de-identified by DICOM PS3.15 2024b');
    expect(sheet).toContain('2 images are kept as they came.');
    expect(sheet).toContain('Removed: 1');
    expect(sheet).toContain('InstitutionNamebasic profile58');
    expect(sheet).toContain('FrameUIDUIDs are kept58');
    expect(sheet).toContain('Nothing of the values is kept');
    expect(sheet).not.toContain('0123456789abcdef');
  });

  it('is said to be off with the reason of the charter', async () => {
    const off = { off: 'a third party does it', images: 60, reports: [] };
    const page = await opened(exam, { [`get ${oneExam}/deidentification`]: off });
    const sheet = sheetOf(page);
    expect(sheet).toContain('Off by the charter: a third party does it');
    expect(sheet).toContain('60 images are kept as they came.');
    expect(sheet).not.toContain('Nothing of the values');
  });
});

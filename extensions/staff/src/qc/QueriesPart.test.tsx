import { afterEach, describe, expect, it } from '@jest/globals';
import { ClientError } from '@corelab/client';
import { fakeServer, openPage, sessionOf, type Bench } from '../roomBench.testdata.js';
import { buttonsOf, query, sheetOf } from './qc.testdata.js';
import { QcPage } from './QcPage.js';

const queries = '/api/admin/trials/{trial}/queries';
const oneQuery = `${queries}/{query}`;

let bench: Bench | null = null;
afterEach(() => bench?.end());

const open = async (role: string, more: object = {}, search = 'tab=queries&open=query-1') => {
  const { server, asked } = fakeServer(sessionOf(role), {
    [`get ${queries}`]: { queries: [query], sites: ['101'], next: null },
    [`get ${oneQuery}`]: query,
    ...more,
  });
  bench = await openPage('qc', <QcPage />, server, search);
  return { ...bench, asked, posted: () => asked.filter(({ method }) => method === 'post') };
};

const answered = { ...query, state: 'answered', overdue: false };
const path = { trial: 'T-1', query: 'query-1' };

describe('the queries', () => {
  it('that are not settled are listed with who has to act, and since when', async () => {
    const { asked, place } = await open('qcTechnologist', {}, 'tab=queries');
    expect(asked[0]?.given).toEqual({ path: { trial: 'T-1' }, query: { state: 'unsettled' } });
    const row = place.querySelector('[data-row="0"]')?.textContent ?? '';
    expect(row).toContain('S-1TP1site 101Slices 7 to 9 are missing. Send them?');
    expect(row).toContain('2026-03-09, overdue');
    expect(row).toMatch(/\d+ days/);
  });

  it('are asked for by state, site, subject and whether they are overdue', async () => {
    const search = 'tab=queries&state=answered&site=101&text=s-1&overdue=true';
    const { asked } = await open('dataManager', {}, search);
    expect(asked[0]?.given).toEqual({
      path: { trial: 'T-1' },
      query: { state: 'answered', site: '101', text: 's-1', overdue: 'true' },
    });
  });

  it('are all that a site coordinator has here', async () => {
    const page = await open('siteCoordinator', {}, 'tab=exams');
    expect(page.asked.map(({ path: asked }) => asked)).toEqual([queries]);
    expect(page.place.querySelector('[role="tab"]')).toBeNull();
  });
});

describe('a query', () => {
  it.each([
    ['open', 'siteCoordinator', ['Answer']],
    ['reopened', 'siteCoordinator', ['Answer']],
    ['answered', 'siteCoordinator', []],
    ['open', 'qcTechnologist', ['Cancel the query']],
    ['answered', 'qcTechnologist', ['Close the query', 'Ask again']],
    ['closed', 'qcTechnologist', ['Ask again']],
    [
      'answered',
      'dataManager',
      ['Close the query', 'Ask again', 'The site will not send it again'],
    ],
    ['closed', 'dataManager', ['Ask again']],
    ['open', 'auditor', []],
  ])('that is %s lets a %s do what the state machine allows', async (state, role, acts) => {
    const page = await open(role, { [`get ${oneQuery}`]: { ...query, state } });
    const way = role === 'siteCoordinator' ? ['Close'] : ['Close', 'To its exam'];
    expect(buttonsOf(page)).toEqual([...way, ...acts]);
  });

  it('is answered by its site, with the images sent again', async () => {
    const page = await open('siteCoordinator', {
      [`post ${oneQuery}/answer`]: { id: 'query-1', state: 'answered' },
    });
    expect(sheetOf(page)).toContain('Asked 2026-03-03 09:00 UTC by quin');
    await page.click('Answer');
    page.write('Answer of the site', 'Here they are');
    page.write('Images sent again: which, how and when (if any)', 'Slices 7 to 9, upload today');
    await page.click('Send the answer');
    expect(page.posted()[0]?.given).toEqual({
      path,
      body: { text: 'Here they are\n\nImages sent again: Slices 7 to 9, upload today' },
    });
  });

  it('is closed without words', async () => {
    const page = await open('qcTechnologist', {
      [`get ${oneQuery}`]: answered,
      [`post ${oneQuery}/close`]: { id: 'query-1', state: 'closed' },
    });
    await page.click('Close the query');
    expect(page.posted()[0]?.given).toEqual({ path, body: {} });
  });

  it('is asked again with words and a new day', async () => {
    const page = await open('qcTechnologist', {
      [`get ${oneQuery}`]: answered,
      [`post ${oneQuery}/reopen`]: { id: 'query-1', state: 'reopened' },
    });
    await page.click('Ask again');
    page.write('Question to the site', 'Slice 8 is missing still');
    await page.click('Send the query again');
    expect(page.posted()).toEqual([]);
    page.write('Answer by', '2026-03-20');
    await page.click('Send the query again');
    expect(page.posted()[0]?.given).toEqual({
      path,
      body: { text: 'Slice 8 is missing still', dueDate: '2026-03-20' },
    });
  });

  it('is ended with its exam by a data manager, who is told what that does', async () => {
    const page = await open('dataManager', {
      [`post ${oneQuery}/not-resupplied`]: { id: 'query-1', state: 'closed' },
    });
    await page.click('The site will not send it again');
    expect(sheetOf(page)).toContain('the exam is out of its timepoint');
    page.write('Reason', 'The disk is lost');
    await page.click('End the query and its exam');
    expect(page.posted()[0]?.given).toEqual({ path, body: { reason: 'The disk is lost' } });
  });

  it('shows a refusal and keeps what was typed', async () => {
    const page = await open('qcTechnologist', {
      [`post ${oneQuery}/cancel`]: new ClientError('CL_X', 409, 'The query is answered.'),
    });
    await page.click('Cancel the query');
    page.write('Reason', 'Found it');
    await page.click('Cancel the query');
    expect(page.place.querySelector('aside [role="alert"]')?.textContent).toBe(
      'The query is answered.'
    );
    expect(page.place.querySelector('textarea')?.value).toBe('Found it');
  });

  it('leads to its exam', async () => {
    const page = await open('qcTechnologist');
    await page.click('To its exam');
    expect(page.visited).toEqual(['/qc?trial=T-1&tab=exams&open=exam-1']);
  });
});

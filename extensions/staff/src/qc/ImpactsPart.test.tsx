import { afterEach, describe, expect, it } from '@jest/globals';
import { ClientError } from '@corelab/client';
import { fakeServer, openPage, sessionOf, type Bench } from '../roomBench.testdata.js';
import { impact, sheetOf, tick } from './qc.testdata.js';
import { QcPage } from './QcPage.js';

const impacts = '/api/admin/trials/{trial}/impacts';
const decide = `post ${impacts}/{impact}/decide`;
const meaning = 'I looked at what changed and decide what it means';

let bench: Bench | null = null;
afterEach(() => bench?.end());

const open = async (shown: object, more: object = {}, role = 'dataManager') => {
  const { server, asked } = fakeServer(sessionOf(role), {
    [`get ${impacts}`]: { impacts: [shown], meanings: [meaning], next: null },
    ...more,
  });
  bench = await openPage('qc', <QcPage />, server, 'tab=impacts');
  bench.press(bench.place.querySelector('[data-row="0"]') ?? bench.place, 'Enter');
  await bench.settle();
  return { ...bench, asked, posted: () => asked.filter(({ method }) => method === 'post') };
};

const sign = async (page: Bench, decision: string): Promise<void> => {
  tick(page, decision);
  page.write('Reason', 'The node is no target');
  page.write('Password', 'secret');
  await page.click('Sign the decision');
};

describe('a change under a read', () => {
  it('is listed while it is undecided, with what changed and the read', async () => {
    const page = await open(impact);
    expect(page.asked[0]?.given).toEqual({ path: { trial: 'T-1' }, query: { state: 'pending' } });
    const row = page.place.querySelector('[data-row="0"]')?.textContent;
    expect(row).toContain('S-1TP1 R2Images reached its timepoint after the read had begun.');
    expect(row).toContain('signed, change to be decided on');
  });

  it('is decided signed, each choice with its consequence', async () => {
    const page = await open(impact, {
      [decide]: {
        ...{ id: 'impact-1', decision: 'readAgain', contentHash: '9f3c'.repeat(16) },
        newReadId: 'read-9',
      },
    });
    for (const words of [
      'Later reads of this reader do not show what changed either.',
      'Later reads of this reader show what there is now.',
      'The signed read stays on record as superseded.',
    ]) {
      expect(sheetOf(page)).toContain(words);
    }
    await sign(page, 'Read again');
    expect(page.posted()[0]?.given).toEqual({
      path: { trial: 'T-1', impact: 'impact-1' },
      body: {
        ...{ decision: 'readAgain', meaning, reason: 'The node is no target' },
        password: 'secret',
      },
    });
    expect(sheetOf(page)).toContain('A new version of the read is there. Record 9f3c9f3c9f3c.');
  });

  it('says what reading an open read again does', async () => {
    const page = await open({ ...impact, readState: 'draft' });
    expect(sheetOf(page)).toContain('The read that is open ends as void.');
    expect(sheetOf(page)).not.toContain('superseded');
  });

  it('stays undecided where the password is wrong: only that is typed anew', async () => {
    const page = await open(impact, {
      [decide]: new ClientError('CL_PASSWORD_WRONG', 403, 'The password is wrong.'),
    });
    await sign(page, 'No impact');
    expect(page.place.querySelector('[role="alert"]')?.textContent).toBe('The password is wrong.');
    expect(page.place.querySelector<HTMLInputElement>('input[type="password"]')?.value).toBe('');
    expect(page.place.querySelector('textarea')?.value).toBe('The node is no target');
  });

  it('is not signed without decision, reason and password', async () => {
    const page = await open(impact);
    const button = () =>
      [...page.place.querySelectorAll('button')].find(
        ({ textContent }) => textContent === 'Sign the decision'
      );
    expect(button()?.disabled).toBe(true);
    tick(page, 'No impact');
    page.write('Reason', 'x');
    expect(button()?.disabled).toBe(true);
    page.write('Password', 'secret');
    expect(button()?.disabled).toBe(false);
  });

  it.each<[string, object, string, string]>([
    ['of a later read waits its turn', { decidable: false }, 'dataManager', 'that comes first'],
    ['is decided by no QC technologist', {}, 'qcTechnologist', 'A data manager decides this'],
    [
      'that is decided shows by whom and why',
      { decision: 'noImpact', decidedBy: 'mara', reason: 'No target', decidable: false },
      'dataManager',
      'No impact, by mara: No target',
    ],
  ])('%s', async (_, more, role, words) => {
    const page = await open({ ...impact, ...more }, {}, role);
    expect(sheetOf(page)).toContain(words);
    expect(page.place.querySelector('input[type="password"]')).toBeNull();
  });

  it('is none where nothing has changed', async () => {
    const page = await open(impact, {
      [`get ${impacts}`]: { impacts: [], meanings: [meaning], next: null },
    });
    expect(page.place.textContent).toContain('No change of images waits for a decision.');
  });
});

describe('a read that is back in QC', () => {
  const read = {
    ...{ readId: 'read-1', timepoint: 'TP1', slot: 'R1', component: 'all', version: 1 },
    ...{ state: 'returnedToQc', returnable: false, subject: 'S-1', site: '101' },
    ...{ exams: 2, examsInQc: 1, problemOpen: false },
  };
  const leave = 'post /api/admin/trials/{trial}/reads/{readId}/leave-qc';
  const shown = async (more: object, role = 'qcTechnologist') => {
    const { server, asked } = fakeServer(sessionOf(role), {
      'get /api/admin/trials/{trial}/reads/returned': { reads: [{ ...read, ...more }], next: null },
      [leave]: { state: 'waiting' },
    });
    bench = await openPage('qc', <QcPage />, server, 'tab=returned&open=read-1');
    return { ...bench, asked };
  };

  it('goes on with the images it had or those there are now, and says what it waits for', async () => {
    const page = await shown({});
    expect(page.place.querySelector('[data-row="0"]')?.textContent).toContain('1 of 2');
    expect(sheetOf(page)).toContain('1 exam of its timepoint is not through QC');
    tick(page, 'As they are now');
    await page.click('Let the read go on');
    expect(page.asked.find(({ method }) => method === 'post')?.given).toEqual({
      path: { trial: 'T-1', readId: 'read-1' },
      body: { images: 'asNow' },
    });
  });

  it.each<[object, string]>([
    [{ problemOpen: true }, 'qcTechnologist'],
    [{}, 'auditor'],
  ])('does not go on with a problem, or by an auditor: %j', async (more, role) => {
    const page = await shown(more, role);
    expect(page.place.querySelector('aside input')).toBeNull();
  });
});

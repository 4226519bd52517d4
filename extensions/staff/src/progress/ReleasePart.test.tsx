import { afterEach, describe, expect, it } from '@jest/globals';
import { ClientError } from '@corelab/client';
import { fakeServer, openPage, sessionOf, type Bench } from '../roomBench.testdata.js';
import { onArrival, oneTrack, page, row, summary } from './progress.testdata.js';
import { ProgressPage } from './ProgressPage.js';
import type { ReleasedBatch, Releases } from './releases.js';

const batches = '/api/admin/trials/{trial}/batches';
const waiting = [
  { subject: 'S-1', timepoint: 'BL', label: 'Baseline' },
  { subject: 'S-2', timepoint: 'TP1', label: 'Week 8' },
];
const gathering: Releases = { when: 'batches', size: 5, gathered: 2, waiting, batches: [] };
const untilCut: Releases = { ...gathering, when: 'dataCut', size: null };
const released = (more: Partial<ReleasedBatch>): ReleasedBatch => ({
  ...{ id: 'b1', kind: 'batch', name: null, timepoints: 20, releasedBy: null, reason: null },
  ...{ releasedAt: '2026-03-01T09:00:00.000Z', sequence: 4711 },
  ...more,
});

let bench: Bench | null = null;
afterEach(() => bench?.end());

const open = async (
  answer: unknown,
  { role = 'dataManager', search = '?view=release', ...more }
) => {
  const { server, asked } = fakeServer(sessionOf(role), {
    'get /api/admin/trials/{trial}/progress': page([row('S-1')]),
    'get /api/admin/trials/{trial}/progress/summary': summary,
    'get /api/admin/trials/{trial}/tracks': oneTrack,
    [`get ${batches}`]: answer,
    'get /api/admin/trials/{trial}/unlocks': { unlocks: [] },
    'get /api/admin/problems': { problems: [] },
    'get /api/admin/trials/{trial}/identity-destructions': { destructions: [] },
    ...more,
  });
  bench = await openPage('progress', <ProgressPage />, server, search);
  const { place } = bench;
  const buttons = () => [...place.querySelectorAll('button')].map(one => one.textContent);
  const posted = () => asked.filter(({ method }) => method === 'post');
  return { ...bench, asked, buttons, posted };
};

describe('the view of releases', () => {
  it('is offered where timepoints are released together, and nowhere else', async () => {
    const together = await open(gathering, { search: '' });
    expect(together.buttons()).toContain('Releases');
    together.end();
    const alone = await open(onArrival, { search: '' });
    expect(alone.buttons()).toContain('Summary');
    expect(alone.buttons()).not.toContain('Releases');
    alone.end();
    const past = await open({ ...onArrival, batches: [released({})] }, { search: '' });
    expect(past.buttons()).toContain('Releases');
    await past.click('Releases');
    expect(past.visited.at(-1)).toBe('/progress?trial=T-1&view=release');
  });

  it('says how full the batch is and what waits, and lets a person release it with a reason', async () => {
    let now: Releases = gathering;
    const made = await open(() => now, {
      [`post ${batches}`]: () => {
        now = { ...gathering, gathered: 0, waiting: [], batches: [released({ timepoints: 2 })] };
        return { id: 'b1', timepoints: 2 };
      },
    });
    expect(made.place.textContent).toContain('2 of 5 timepoints have gathered');
    expect([...made.place.querySelectorAll('tbody tr')].map(one => one.textContent)).toEqual([
      'S-1Baseline',
      'S-2Week 8',
    ]);
    expect(made.place.textContent).toContain('Nothing was released in a batch or data cut yet.');
    await made.click('Release before the batch is full');
    await made.click('Release 2 timepoints');
    expect(made.posted()).toEqual([]);
    made.write('Reason', 'The last ones of the year');
    await made.click('Release 2 timepoints');
    expect(made.posted().map(({ given }) => given)).toEqual([
      { path: { trial: 'T-1' }, body: { reason: 'The last ones of the year' } },
    ]);
    await made.says('2 timepoints are released to the readers.');
    expect(made.place.textContent).toContain('No timepoint waits to be released.');
    expect(made.buttons()).not.toContain('Release before the batch is full');
  });

  it('declares a data cut, which needs a name, and keeps what was typed when it is refused', async () => {
    const refusal = new ClientError('CL_DATA_CUT_DECLARED', 409, 'Interim 1 was declared before.');
    const made = await open({ ...untilCut, gathered: 300 }, { [`post ${batches}`]: refusal });
    expect(made.place.textContent).toContain('300 timepoints wait for the next data cut.');
    expect(made.place.textContent).toContain('and 298 more');
    await made.click('Declare a data cut');
    made.write('Reason', 'As the protocol says');
    await made.click('Declare the data cut of 300 timepoints');
    expect(made.posted()).toEqual([]);
    made.write('Name of the data cut', 'Interim 1');
    await made.click('Declare the data cut of 300 timepoints');
    expect(made.posted().map(({ given }) => given)).toEqual([
      { path: { trial: 'T-1' }, body: { reason: 'As the protocol says', name: 'Interim 1' } },
    ]);
    await made.says('Interim 1 was declared before.');
    expect(made.place.querySelector('textarea')?.value).toBe('As the protocol says');
  });

  it('lists what was released, by whom and why, and the audit entry to export as of', async () => {
    const cut = released({
      ...{ id: 'b2', kind: 'dataCut', name: 'Interim 1', releasedBy: 'mia', reason: 'Planned' },
      sequence: 5000,
    });
    const made = await open({ ...gathering, batches: [cut, released({})] }, {});
    const rows = [...(made.place.querySelectorAll('table')[1]?.querySelectorAll('tbody tr') ?? [])];
    const shown = rows.map(one => [...one.children].map(({ textContent }) => textContent));
    expect(shown).toEqual([
      ['Data cut Interim 1', '20', '2026-03-01 09:00 UTC', 'mia', 'Planned', '5000'],
      ['Batch', '20', '2026-03-01 09:00 UTC', 'by itself, it was full', '', '4711'],
    ]);
  });

  it('shows an auditor what waits and nothing to do, and says where the charter releases by rule', async () => {
    const auditor = await open(gathering, { role: 'auditor' });
    expect(auditor.place.textContent).toContain('2 of 5');
    expect(auditor.buttons()).not.toContain('Release before the batch is full');
    auditor.end();
    const byRule = await open(onArrival, {});
    expect(byRule.place.textContent).toContain('The charter releases timepoints by rule');
    byRule.end();
    const refused = await open(new ClientError('CL_X', 500, 'The database is away.'), {});
    expect(refused.place.querySelector('[role="alert"]')?.textContent).toContain(
      'The database is away.'
    );
  });
});

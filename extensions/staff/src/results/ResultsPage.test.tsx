import { afterEach, describe, expect, it } from '@jest/globals';
import { ClientError, type Session } from '@corelab/client';
import { fakeServer, openPage, sessionOf, type Bench } from '../roomBench.testdata.js';
import { ResultsPage } from './ResultsPage.js';
import type { Result, ResultTrack } from './results.js';

const trial = '/api/admin/trials/{trial}';
const tracksPath = `get ${trial}/results/tracks`;
const listPath = `get ${trial}/results`;
const seenPath = `post ${trial}/results/acknowledge`;
const assessPath = `post ${trial}/site-assessments`;

const track = (more: Partial<ResultTrack> = {}): ResultTrack => ({
  ...{ track: 'progressionConfirmation', kind: 'progressionConfirmation' },
  ...{ told: true, site: true, enters: true, responses: ['CR', 'PR', 'SD', 'PD', 'NE'] },
  ...more,
});
const result = (timepoint: string, more: Partial<Result> = {}): Result => ({
  ...{ subject: 'S-1', site: '501', timepoint, label: `Week ${timepoint}`, date: '2026-03-02' },
  ...{ central: null, bySite: null, version: 0, seen: [], toAcknowledge: false },
  ...more,
});
const stands = (response: string): Result['central'] => ({
  ...{ standing: 'stands', result: 'r-1', response, at: '2026-03-04T09:00:00.000Z' },
});
const bySite = (response: string): Pick<Result, 'bySite' | 'version'> => ({
  bySite: {
    ...{ version: 1, response, assessedOn: '2026-03-03', enteredBy: 'cora' },
    enteredAt: '2026-03-03T10:00:00.000Z',
  },
  version: 1,
});

let bench: Bench | null = null;
afterEach(() => bench?.end());

const open = async (results: readonly Result[], more: object = {}, tracks = [track()]) => {
  const session = sessionOf('siteCoordinator');
  const of: Session = {
    ...session,
    trials: session.trials.map(one => ({ ...one, results: true })),
  };
  const { server, asked } = fakeServer(of, {
    [tracksPath]: { tracks },
    [listPath]: { results, next: null },
    ...more,
  });
  bench = await openPage('results', <ResultsPage />, server);
  const { place, press, settle } = bench;
  const openRow = async (at: number): Promise<void> => {
    press(place.querySelector(`[data-row="${at}"]`) ?? place, 'Enter');
    await settle();
  };
  const posted = () => asked.filter(({ method }) => method === 'post');
  return { ...bench, asked, openRow, posted };
};
const words = (place: HTMLElement, row: number): string =>
  place.querySelector(`[data-row="${row}"]`)?.textContent ?? '';

describe('the page of results', () => {
  it('says of each visit what the site and what the readers came to, and how they go together', async () => {
    const { place } = await open([
      result('8', { central: stands('PD'), ...bySite('PD'), seen: [{ by: 'cora', at: '' }] }),
      result('16', { central: stands('SD'), ...bySite('PD'), toAcknowledge: true }),
      result('24', { central: { ...stands('PD')!, standing: 'inReview' } }),
      result('32', {
        central: { standing: 'readAgain', result: null, response: null, at: null },
      }),
      result('40'),
    ]);
    expect(words(place, 0)).toContain('PDPD progression confirmed2026-03-04 09:00 UTCcora');
    expect(words(place, 1)).toContain('progression not confirmed');
    expect(words(place, 1)).toContain('1 result you have not confirmed as seen');
    expect(words(place, 2)).toContain('none yetPD, under review');
    expect(words(place, 3)).toContain('being read again');
    expect(words(place, 4)).toContain('not read yet');
  });

  it('confirms that a result was seen, of the one that is shown', async () => {
    const { openRow, click, posted, place } = await open(
      [result('8', { central: stands('PD'), toAcknowledge: true })],
      { [seenPath]: { acknowledged: true } }
    );
    expect(place.querySelector('[role="status"]')?.textContent).toContain('1 result');
    await openRow(0);
    await click('I have seen the result of Week 8 of S-1');
    expect(posted().at(-1)?.given).toEqual({
      path: { trial: 'T-1' },
      body: { track: 'progressionConfirmation', subject: 'S-1', timepoint: '8', result: 'r-1' },
    });
  });

  it('takes in what the site found, and another opinion with its reason alone', async () => {
    const first = await open([result('8')], { [assessPath]: { version: 1, changed: true } });
    await first.openRow(0);
    await first.click('Enter the site’s assessment');
    first.choose(first.place.querySelector('aside select'), 'PD');
    first.write('Assessed on (such as 2026-03-29, 2026-03 or 2026)', '2026-03');
    await first.click('Save the assessment');
    expect(first.posted().at(-1)?.given).toMatchObject({
      body: { timepoint: '8', response: 'PD', assessedOn: '2026-03', after: 0 },
    });
    await first.says('The assessment is kept.');
    first.end();
    const again = await open([result('8', bySite('PD'))], {
      [assessPath]: { version: 2, changed: true },
    });
    await again.openRow(0);
    await again.click('Withdraw the assessment');
    await again.click('Withdraw the assessment');
    expect(again.posted()).toEqual([]);
    again.write('Why it is another than before', 'Other subject');
    await again.click('Withdraw the assessment');
    expect(again.posted().at(-1)?.given).toMatchObject({
      body: { response: null, assessedOn: null, reason: 'Other subject', after: 1 },
    });
    await again.says('The assessment is withdrawn.');
  });

  it('says why the server refuses, and keeps what was typed', async () => {
    const refused = new ClientError('CL_DATE_AHEAD', 422, '2026-12 is still to come.');
    const { openRow, click, choose, write, says, place } = await open([result('8')], {
      [assessPath]: refused,
    });
    await openRow(0);
    await click('Enter the site’s assessment');
    choose(place.querySelector('aside select'), 'SD');
    write('Assessed on (such as 2026-03-29, 2026-03 or 2026)', '2026-12');
    await click('Save the assessment');
    await says('2026-12 is still to come.');
    expect(place.querySelector<HTMLSelectElement>('aside select')?.value).toBe('SD');
  });

  it('has no column of what the person is not told, and goes from track to track', async () => {
    const { place, choose, visited } = await open([result('8', bySite('PD'))], {}, [
      track({ told: false }),
      track({ track: 'safety', kind: 'safety', site: false }),
    ]);
    const heads = [...place.querySelectorAll('[role="columnheader"]')].map(one => one.textContent);
    expect(heads).toEqual(['Subject', 'Site', 'Visit', 'Imaged', 'Site’s assessment']);
    choose(place.querySelector('.cl-tools select'), 'safety');
    expect(visited).toEqual(['/results?trial=T-1&track=safety']);
  });

  it('says that there is nothing yet, or nothing at all', async () => {
    const none = await open([]);
    expect(none.place.textContent).toContain('No visit after the baseline yet.');
    none.end();
    const { place } = await open([], {}, []);
    expect(place.textContent).toContain('The charter has nobody told single results');
  });
});

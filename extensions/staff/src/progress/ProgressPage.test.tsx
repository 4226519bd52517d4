import { act as settled } from 'react';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ClientError } from '@corelab/client';
import { fakeServer, openPage, sessionOf, type Bench } from '../roomBench.testdata.js';
import { cell, onArrival, oneTrack, page, row, slot, summary } from './progress.testdata.js';
import { ProgressPage } from './ProgressPage.js';

const matrix = 'get /api/admin/trials/{trial}/progress';
const counts = 'get /api/admin/trials/{trial}/progress/summary';
const noHistory = {
  ...{ row: row('S-1'), timepoints: [], whole: [], imagingEnd: null },
  ...{ signatures: [], history: [] },
};

interface Given {
  readonly query: { readonly after?: string };
}

let bench: Bench | null = null;
afterEach(() => bench?.end());

const open = async (answers: object, search = '', session = sessionOf('dataManager')) => {
  const { server, asked } = fakeServer(session, {
    [counts]: summary,
    'get /api/admin/trials/{trial}/batches': onArrival,
    'get /api/admin/trials/{trial}/tracks': oneTrack,
    'get /api/admin/trials/{trial}/progress/subjects/{subject}': noHistory,
    'get /api/admin/trials/{trial}/unlocks': { unlocks: [] },
    'get /api/admin/problems': { problems: [] },
    'get /api/admin/trials/{trial}/identity-destructions': { destructions: [] },
    ...answers,
  });
  bench = await openPage('progress', <ProgressPage />, server, search);
  const { place } = bench;
  const at = (rowAt: number, column: number): HTMLElement => {
    const found = place.querySelector<HTMLElement>(`[data-cell="${rowAt} ${column}"]`);
    if (found === null) throw new Error(`no cell ${rowAt} ${column}`);
    return found;
  };
  return { ...bench, asked, at, queries: () => asked.filter(one => `get ${one.path}` === matrix) };
};

const busy = row('S-0011', {
  late: true,
  cells: [
    cell('BL', {
      standing: 'late',
      late: true,
      stuck: true,
      queries: 2,
      slots: [
        slot('R1', { standing: 'signed', mark: '+' }),
        slot('R2', { standing: 'draft', mark: '~', late: true, stuck: 'readerAbsent' }),
      ],
    }),
    cell('TP1', {
      standing: 'expected',
      slots: [slot('R1', { standing: 'expected' }), slot('R2', { standing: 'expected' })],
    }),
  ],
  course: { state: 'discordant', slots: [] },
});

describe('the matrix', () => {
  it('says above it how much there is, what is late and what is stuck', async () => {
    const { place } = await open({ [matrix]: page([busy]) });
    for (const words of ['1,204 subjects', '4,212 reads', '38 late', '12 stuck']) {
      expect(place.textContent).toContain(words);
    }
  });

  it('carries standings by letters and marks, and says them in words', async () => {
    const { at } = await open({ [matrix]: page([busy]) });
    expect(at(0, 1).textContent).toBe('R1+R2~!?2');
    expect(at(0, 1).getAttribute('aria-label')).toBe(
      'S-0011, Baseline: R1 signed, R2 draft, late, stuck, 2 queries'
    );
    expect(at(0, 2).textContent).toBe('expected');
    expect(at(0, 3).textContent).toBe('discordant');
    expect(at(0, 0).getAttribute('role')).toBe('rowheader');
  });

  it('is of the track that is chosen, with its counts and its subject', async () => {
    const two = {
      tracks: [
        { track: 'efficacy', kind: 'efficacy' },
        { track: 'rt', kind: 'progressionConfirmation' },
      ],
    };
    const answers = {
      [matrix]: page([row('S-1')]),
      'get /api/admin/trials/{trial}/tracks': two,
    };
    const first = await open(answers);
    const choice = first.place.querySelector<HTMLSelectElement>('.cl-progress-head select');
    expect([...(choice?.options ?? [])].map(option => option.text)).toEqual([
      'Endpoint',
      'Confirmation of progression (rt)',
    ]);
    first.choose(choice, 'rt');
    expect(first.visited).toEqual(['/progress?trial=T-1&track=rt']);
    first.end();
    const other = await open(answers, '?track=rt');
    other.press(other.at(0, 0), 'Enter');
    await other.settle();
    const asked = other.asked.filter(({ path }) => path.includes('/progress'));
    expect(asked.length).toBeGreaterThan(2);
    for (const { given } of asked) expect(given).toMatchObject({ query: { track: 'rt' } });
    other.choose(other.place.querySelector('.cl-progress-head select'), 'efficacy');
    expect(other.visited).toEqual(['/progress?trial=T-1']);
  });

  it('tells slots of several components apart, and a visit that a subject does not have', async () => {
    const two = [slot('R1', { component: 'lesions' }), slot('R1', { component: 'bone' })];
    const { at } = await open({
      [matrix]: page([row('S-1', { cells: [cell('BL', { slots: two })] })]),
    });
    expect(at(0, 1).getAttribute('aria-label')).toContain('R1 lesions waiting, R1 bone waiting');
    expect(at(0, 2).textContent).toBe('not planned');
  });

  it('has one cell in the order of Tab; arrow keys move it, Enter opens the subject', async () => {
    const { place, at, press, settle, asked } = await open({
      [matrix]: page([row('S-1'), row('S-2')]),
    });
    expect(place.querySelectorAll('[data-cell][tabindex="0"]')).toHaveLength(1);
    at(0, 0).focus();
    press(at(0, 0), 'ArrowDown');
    press(at(1, 0), 'ArrowRight');
    expect(document.activeElement).toBe(at(1, 1));
    press(at(1, 1), 'End');
    expect(document.activeElement).toBe(at(1, 3));
    press(at(1, 3), 'ArrowRight');
    expect(document.activeElement).toBe(at(1, 3));
    press(at(1, 3), 'Enter');
    await settle();
    expect(asked.findLast(({ path }) => path.endsWith('{subject}'))?.given).toEqual({
      ...{ path: { trial: 'T-1', subject: 'S-2' }, query: {} },
    });
    expect(place.querySelector('aside h2')?.textContent).toBe('S-2');
    press(place.querySelector('aside') ?? place, 'Escape');
    expect(place.querySelector('aside')).toBeNull();
    expect(document.activeElement).toBe(at(1, 3));
  });

  it('of many subjects has those in sight in the page', async () => {
    const many = Array.from({ length: 1000 }, (_, index) => row(`S-${index}`));
    const { place } = await open({ [matrix]: page(many, 'S-999') });
    expect(place.querySelectorAll('.cl-grid-row').length).toBeLessThan(100);
    expect(place.querySelector('[role="grid"]')?.getAttribute('aria-rowcount')).toBe('1205');
  });

  it('asks for the next page when its end comes near, also after a page without rows', async () => {
    const pages: Record<string, object> = {
      '': page([row('S-1')], 'S-5'),
      'S-5': page([], 'S-9'),
      'S-9': page([row('S-11')]),
    };
    const { place, queries, settle } = await open({
      [matrix]: ({ query }: Given) => pages[query.after ?? ''],
    });
    await settle();
    expect(queries().map(({ given }) => (given as Given).query.after)).toEqual([
      undefined,
      'S-5',
      'S-9',
    ]);
    expect(place.querySelectorAll('.cl-grid-row')).toHaveLength(2);
    expect(place.querySelector('[role="grid"]')?.getAttribute('aria-rowcount')).toBe('3');
  });

  it('keeps what is here when a later page fails, and tries again when asked to', async () => {
    let fails = true;
    const { place, click } = await open({
      [matrix]: ({ query }: Given) => {
        if (query.after === undefined) return page([row('S-1')], 'S-1');
        return fails
          ? new ClientError('CL_DOWN', 500, 'The database is away.')
          : page([row('S-2')]);
      },
    });
    expect(place.querySelector('[role="alert"]')?.textContent).toBe('The database is away.');
    expect(place.querySelectorAll('.cl-grid-row')).toHaveLength(1);
    fails = false;
    await click('Try again');
    expect(place.querySelector('[role="alert"]')).toBeNull();
    expect(place.querySelectorAll('.cl-grid-row')).toHaveLength(2);
  });

  it('is refreshed without losing the place', async () => {
    let signed = false;
    const { at, click } = await open({
      [matrix]: () =>
        page([
          row('S-1'),
          row('S-2', {
            cells: [cell('BL', signed ? { slots: [slot('R1', { standing: 'signed' })] } : {})],
          }),
        ]),
    });
    const before = at(1, 1);
    before.focus();
    signed = true;
    await click('Refresh');
    expect(at(1, 1)).toBe(before);
    expect(document.activeElement).toBe(before);
    expect(before.textContent).toBe('R1+');
  });

  it('says that there is nothing, and that the server refused', async () => {
    const { place, end } = await open({ [matrix]: page([]) });
    expect(place.textContent).toContain('No subject is in this trial yet.');
    end();
    bench = null;
    const refused = await open({ [matrix]: new ClientError('CL_X', 403, 'Not you.') });
    expect(refused.place.querySelector('[role="alert"]')?.textContent).toBe('Not you.');
  });
});

describe('the filters', () => {
  const search = '?site=101&reader=ben&state=draft&late=true&stuck=true&text=S-00';

  it('of the address are asked of the server and shown', async () => {
    const { place, queries } = await open({ [matrix]: page([busy]) }, search);
    expect((queries()[0]?.given as { query: object }).query).toEqual({
      ...{ site: '101', reader: 'ben', state: 'draft', late: 'true', stuck: 'true' },
      ...{ text: 'S-00', limit: '100' },
    });
    const values = [...place.querySelectorAll<HTMLSelectElement>('.cl-filters select')];
    expect(values.map(({ value }) => value)).toEqual(['101', 'ben', 'draft']);
    expect(place.querySelector<HTMLInputElement>('input[type="search"]')?.value).toBe('S-00');
    expect(place.querySelectorAll('.cl-filters [aria-pressed="true"]')).toHaveLength(2);
  });

  it('go to the address when they are changed', async () => {
    const { visited, click, place } = await open({ [matrix]: page([busy]) }, '?site=101');
    await click('Late only');
    expect(visited.at(-1)).toBe('/progress?trial=T-1&site=101&late=true');
    const [, reader] = place.querySelectorAll<HTMLSelectElement>('.cl-filters select');
    if (reader === undefined) throw new Error('no choice of readers');
    settled(() => {
      reader.value = 'ben';
      reader.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(visited.at(-1)).toBe('/progress?trial=T-1&site=101&reader=ben');
  });

  it('with letters go there after a pause', async () => {
    const { visited, write } = await open({ [matrix]: page([busy]) });
    write('Subject', ' S-1 ');
    expect(visited).toEqual([]);
    await settled(() => new Promise(done => setTimeout(done, 600)));
    expect(visited).toEqual(['/progress?trial=T-1&text=S-1']);
  });

  it('that nothing matches say so and can be cleared', async () => {
    const { place, visited, click } = await open({ [matrix]: page([]) }, search);
    expect(place.textContent).toContain('No subjects match these filters.');
    await click('Clear filters');
    expect(visited.at(-1)).toBe('/progress?trial=T-1');
  });
});

describe('the summary', () => {
  const tables = (place: HTMLElement) =>
    [...place.querySelectorAll('table')].map(table => table.caption?.textContent);

  it('is three tables of counts', async () => {
    const { place } = await open({}, '?view=summary');
    expect(tables(place)).toEqual(['By site', 'By timepoint', 'By reader']);
    const lines = [...place.querySelectorAll('tr')].map(line =>
      [...line.children].map(({ textContent }) => textContent)
    );
    // Reads, late, stuck, problem, discordant, waiting, draft, signed.
    expect(lines[1]?.slice(0, 9)).toEqual([
      '101',
      '4,200',
      '38',
      '12',
      '0',
      '0',
      '200',
      '0',
      '4,000',
    ]);
    expect(lines[2]?.[0]).toBe('no site');
    expect(lines[3]?.slice(0, 2)).toEqual(['All', '4,212']);
  });

  it('is all that a sponsor has: no subject is asked for', async () => {
    const { readers, ...forSponsor } = summary;
    expect(readers).toHaveLength(1);
    const { place, asked } = await open({ [counts]: forSponsor }, '', sessionOf('sponsor'));
    expect(tables(place)).toEqual(['By site', 'By timepoint']);
    expect(asked.map(({ path }) => path).sort()).toEqual([
      '/api/admin/trials/{trial}/progress/summary',
      '/api/admin/trials/{trial}/tracks',
    ]);
    expect(place.querySelector('[role="grid"]')).toBeNull();
    expect(place.textContent).not.toContain('Matrix');
  });
});

import '../intake/blobs.testdata.js';
import { act } from 'react';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ClientError, type Session } from '@corelab/client';
import { fakeServer, openPage, sessionOf, type Bench } from '../roomBench.testdata.js';
import { fact, imported, list, planned, subjectFacts, unchanged, wrong } from './facts.testdata.js';
import { FactsPage } from './FactsPage.js';

let bench: Bench | null = null;
afterEach(() => bench?.end());

const root = '/api/admin/trials/{trial}/facts';
const paths = {
  list: `get ${root}`,
  subject: `get ${root}/subjects/{subject}`,
  imports: `get ${root}/imports`,
  bring: `post ${root}/import`,
  record: `post ${root}`,
  withdraw: `post ${root}/{id}/withdraw`,
};

const open = async (answers: object, search = '', session: Session = sessionOf('dataManager')) => {
  const { server, asked } = fakeServer(session, {
    [paths.list]: list([
      fact('f1'),
      fact('f2', { kind: 'labs', name: 'LDH', value: '<250', unit: 'U/l' }),
      fact('f3', { kind: 'death', date: '2026-02', value: null, unit: null }),
    ]),
    [paths.subject]: subjectFacts,
    [paths.imports]: { imports: [imported] },
    ...answers,
  });
  const opened = await openPage('facts', <FactsPage />, server, search);
  bench = opened;
  const { place, settle } = opened;
  const choose = async (label: string, value: string): Promise<void> => {
    // The filter has a choice of kinds too, above the form's.
    const select = [...place.querySelectorAll('label')]
      .findLast(one => one.querySelector('.cl-label')?.textContent === label)
      ?.querySelector('select');
    if (select == null) throw new Error(`no choice ${label}`);
    act(() => {
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await settle();
  };
  const file = async (text: string): Promise<void> => {
    const field = place.querySelector<HTMLInputElement>('input[type="file"]');
    if (field === null) throw new Error('no field for files');
    Object.defineProperty(field, 'files', {
      configurable: true,
      value: [new File([text], 'facts.csv', { type: 'text/csv' })],
    });
    act(() => void field.dispatchEvent(new Event('change', { bubbles: true })));
    await opened.until(() => place.textContent?.includes('facts.csv'));
  };
  const row = (at: number): HTMLElement => {
    const found = place.querySelector<HTMLElement>(`[data-row="${at}"]`);
    if (found === null) throw new Error(`no row ${at}`);
    return found;
  };
  const askedOf = (key: string) =>
    asked.filter(({ method, path }) => `${method} ${path}` === key).map(({ given }) => given);
  const button = (words: string): HTMLButtonElement | undefined =>
    [...place.querySelectorAll('button')].find(({ textContent }) => textContent === words);
  return { ...opened, askedOf, choose, file, row, button };
};

const cells = (row: Element): (string | null)[] =>
  [...row.children].map(({ textContent }) => textContent);

describe('the clinical facts of a trial', () => {
  it('stand in a list with kind, date and value in words, and come page by page', async () => {
    const { row, askedOf, says, place, until } = await open({
      [paths.list]: ({ query }: { query: { after?: string } }) =>
        query.after === undefined
          ? list(
              [fact('f1'), fact('f2', { kind: 'labs', name: 'LDH', value: '<250', unit: 'U/l' })],
              {
                total: 3,
              }
            )
          : list([fact('f3', { kind: 'death', date: '2026-02', value: null, unit: null })], {
              total: 3,
            }),
    });
    await until(() => place.querySelectorAll('[data-row]').length === 3);
    expect(cells(row(0))).toEqual([
      ...['S-1', 'Body weight', '2026-01-05', '70 kg', '1', 'EDC', '2026-03-04 09:30 UTC', 'carla'],
    ]);
    expect(cells(row(1)).slice(1, 4)).toEqual(['Laboratory value: LDH', '2026-01-05', '<250 U/l']);
    expect(cells(row(2)).slice(1, 4)).toEqual(['Death', '2026-02', 'date alone']);
    await says('3 of 3');
    expect(askedOf(paths.list)).toMatchObject([
      { path: { trial: 'T-1' }, query: { limit: '100' } },
      { query: { after: 'f2' } },
    ]);
  });

  it('are filtered by subject and kind, in the address and at the server', async () => {
    const { askedOf, choose, visited, click } = await open({}, 'subject=S-1');
    expect(askedOf(paths.list)[0]).toMatchObject({ query: { subject: 'S-1' } });
    await choose('Kind', 'weight');
    expect(visited.at(-1)).toBe('/facts?trial=T-1&subject=S-1&kind=weight');
    expect(askedOf(paths.list).at(-1)).toMatchObject({ query: { subject: 'S-1', kind: 'weight' } });
    await click('Clear filters');
    expect(visited.at(-1)).toBe('/facts?trial=T-1');
  });

  it.each([
    [[], {}, '', 'No clinical facts are kept yet. Import a file, or enter one by hand.'],
    [[], { keeps: false }, '', 'No clinical facts are kept yet.'],
    [[], { kinds: [] }, '', 'The charter shows your role no clinical facts.'],
    [[], {}, 'kind=weight', 'No facts match these filters.'],
    [
      [],
      { notKept: [{ kind: 'histology', facts: 2 }] },
      '',
      '2 facts of the kind Histology are on record from an earlier version of the charter.',
    ],
  ])('that are none say why (%#)', async (facts, over, search, words) => {
    const { says } = await open({ [paths.list]: list(facts, over) }, search);
    await says(words);
  });

  it('that the server refuses say why and are tried again', async () => {
    let refuses = true;
    const { place, click, row } = await open({
      [paths.list]: () =>
        refuses ? new ClientError('CL_DOWN', 400, 'The database is away.') : list([fact('f1')]),
    });
    expect(place.querySelector('[role="alert"]')?.textContent).toBe('The database is away.');
    refuses = false;
    await click('Try again');
    expect(row(0).textContent).toContain('S-1');
  });

  it('are looked at, and not brought in, by who does not keep them', async () => {
    const { button, place } = await open(
      { [paths.list]: list([fact('f1')], { keeps: false }) },
      '',
      sessionOf('auditor')
    );
    expect(button('Enter a fact')).toBeUndefined();
    const tabs = [...place.querySelectorAll('[role="tab"]')].map(({ textContent }) => textContent);
    expect(tabs).toEqual(['Facts', 'Imported files']);
  });
});

describe('the facts of a subject', () => {
  it('have their versions with who, when, from where or why, and the reads they touched', async () => {
    const { row, press, settle, place, says } = await open({});
    row(0).focus();
    press(row(0), 'Enter');
    await settle();
    await says('Facts of S-1');
    for (const words of [
      ...['2026-01-05, 71 kg', 'Version 2, 2026-03-04 09:30 UTC, carla', 'By hand: Letter'],
      'Signed reads of its day or later when it came: TP1 R1',
      ...['1 earlier version', '2026-01-05, 70 kg', 'From EDC, file facts.csv'],
      ...['Laboratory value: LDH', '2026-01-05, <250 U/l'],
    ]) {
      await says(words);
    }
    press(place.querySelector('aside') ?? place, 'Escape');
    await settle();
    expect(place.querySelector('aside')).toBeNull();
  });

  it('are corrected and withdrawn with a reason, once what that touches was looked at', async () => {
    const { row, settle, click, write, says, askedOf } = await open({
      [paths.record]: ({ body }: { body: { preview?: boolean } }) =>
        body.preview === true ? planned : { ...planned, done: true },
      [paths.withdraw]: { ...unchanged, withdrawn: 1 },
    });
    act(() => row(0).click());
    await settle();
    await click('Correct');
    write('Value, kg', '72');
    write('Reason', 'Letter of the site');
    await click('Look at what it changes');
    await says('2 signed reads are of the day of a changed fact or later. They stay as they are.');
    await says('S-1: TP1 efficacy R1, TP1 safety R2');
    expect(askedOf(paths.record)).toHaveLength(1);
    await click('Record the correction');
    expect(askedOf(paths.record)).toMatchObject([
      { body: { preview: true } },
      {
        path: { trial: 'T-1' },
        body: {
          ...{ subject: 'S-1', kind: 'weight', date: '2026-01-05', value: '72', unit: 'kg' },
          ...{ replaces: 'f2', reason: 'Letter of the site', tag: 'tag-1' },
        },
      },
    ]);
    await says('Done. It is in the record.');
    await click('Withdraw');
    write('Reason', 'Of another subject');
    await click('Look at what it changes');
    await click('Withdraw this fact');
    expect(askedOf(paths.withdraw)).toMatchObject([
      { path: { id: 'f2' }, body: { preview: true } },
      { path: { id: 'f2' }, body: { reason: 'Of another subject', tag: 'tag-1' } },
    ]);
  });
});

describe('a fact by hand', () => {
  it('has the fields of its kind, and what is wrong with them stands beside their names', async () => {
    const { click, write, choose, says, askedOf, place, button } = await open({
      [paths.record]: wrong,
    });
    await click('Enter a fact');
    expect(button('Look at what it changes')?.disabled).toBe(true);
    write('Subject, as the trial writes it', 'S-9');
    await choose('Kind', 'clinicalStatus');
    await choose('Kind', 'labs');
    write('What was measured', 'LDH');
    write('Date (YYYY-MM-DD, or YYYY-MM or YYYY)', '2026-01');
    write('Value', 'heavy');
    write('Unit (1 where there is none)', 'U/l');
    write('Reason', 'Letter');
    await click('Look at what it changes');
    expect(askedOf(paths.record)).toMatchObject([
      {
        body: {
          ...{ subject: 'S-9', kind: 'labs', date: '2026-01', value: 'heavy', unit: 'U/l' },
          ...{ name: 'LDH', reason: 'Letter', preview: true },
        },
      },
    ]);
    await says('heavy is no number (with a decimal point, without a unit).');
    expect(button('Record this fact')).toBeUndefined();
    expect(place.querySelector('aside h2')?.textContent).toBe('Enter a fact');
  });

  it('that was looked at is looked at again when it is changed', async () => {
    const { click, write, choose, button } = await open({ [paths.record]: planned });
    await click('Enter a fact');
    write('Subject, as the trial writes it', 'S-9');
    await choose('Kind', 'death');
    write('Date (YYYY-MM-DD, or YYYY-MM or YYYY)', '2026-01');
    write('Reason', 'Letter');
    await click('Look at what it changes');
    expect(button('Record this fact')).toBeDefined();
    write('Date (YYYY-MM-DD, or YYYY-MM or YYYY)', '2026-02');
    expect(button('Record this fact')).toBeUndefined();
  });
});

describe('a file of facts', () => {
  const base64 = (text: string): string => Buffer.from(text).toString('base64');

  it('is checked, looked at and confirmed as it was looked at', async () => {
    const { file, write, click, says, askedOf, place, button } = await open(
      {
        [paths.bring]: ({ body }: { body: { preview?: boolean } }) =>
          body.preview === true ? planned : { ...planned, done: true, import: 'b1' },
      },
      'view=import'
    );
    expect(button('Check the file')?.disabled).toBe(true);
    await file('subject,kind\nS-ä');
    write('Where the file is from', 'EDC');
    await click('Check the file');
    await says('1 new, 1 changed, 0 withdrawn, 3 as they are');
    const changes = place.querySelector('table[aria-label="What changes"] tbody');
    expect([...(changes?.children ?? [])].map(cells)).toEqual([
      ['S-1', 'Death', '', '2026-02'],
      ['S-2', 'Body weight', '2026-01-05, 70 kg', '2026-01-05, 71 kg'],
    ]);
    await says('1 final response rests on them.');
    await click('Import these facts');
    const sent = { fileName: 'facts.csv', source: 'EDC', content: base64('subject,kind\nS-ä') };
    expect(askedOf(paths.bring)).toEqual([
      { path: { trial: 'T-1' }, body: { ...sent, preview: true } },
      { path: { trial: 'T-1' }, body: { ...sent, tag: 'tag-1' } },
    ]);
    await says('Imported facts.csv.');
    await says('1 new, 1 changed, 0 withdrawn, 3 as they are');
    await click('Import another file');
    expect(button('Choose a file')).toBeDefined();
  });

  it('with anything wrong says line, column and what, and can not be confirmed', async () => {
    const { file, write, click, place, button } = await open(
      { [paths.bring]: wrong },
      'view=import'
    );
    await file('subject');
    write('Where the file is from', 'EDC');
    await click('Check the file');
    expect(place.querySelector('[role="alert"]')?.textContent).toBe(
      '2 things are wrong in the file. Nothing was imported.'
    );
    const found = place.querySelector('table[aria-label="What is wrong"] tbody');
    expect([...(found?.children ?? [])].map(cells)).toEqual([
      ['2', 'value', 'heavy is no number (with a decimal point, without a unit).'],
      ['3', '', 'what only the server knows'],
    ]);
    expect(button('Import these facts')).toBeUndefined();
    expect(button('Check the file')?.disabled).toBe(false);
  });

  it('that changes nothing says so', async () => {
    const { file, write, click, says, button } = await open(
      { [paths.bring]: unchanged },
      'view=import'
    );
    await file('subject');
    write('Where the file is from', 'EDC');
    await click('Check the file');
    await says('Everything in the file is on record already: nothing changes.');
    expect(button('Record the file all the same')).toBeDefined();
  });

  it('that was overtaken is not imported, and the server says why', async () => {
    const { file, write, click, says, button } = await open(
      {
        [paths.bring]: ({ body }: { body: { preview?: boolean } }) =>
          body.preview === true
            ? planned
            : new ClientError('CL_FACTS_CHANGED', 409, 'Something changed since the preview.'),
      },
      'view=import'
    );
    await file('subject');
    write('Where the file is from', 'EDC');
    await click('Check the file');
    await click('Import these facts');
    await says('Something changed since the preview.');
    expect(button('Import these facts')).toBeDefined();
  });

  it('that was imported stands in the list of files', async () => {
    const { row } = await open({}, 'view=imports');
    expect(cells(row(0))).toEqual([
      ...['2026-03-04 09:30 UTC', 'carla', 'facts.csv', 'EDC', '1', '1', '3', '2', 'ab12'],
    ]);
  });
});

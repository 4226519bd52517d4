import { afterEach, describe, expect, it } from '@jest/globals';
import { act } from 'react';
import { fakeServer, openPage, sessionOf, type Bench } from '../roomBench.testdata.js';
import { paths, type Entry, type Review, type ReviewItem } from './auditData.js';
import { AuditPage } from './AuditPage.js';

const entry = (sequence: number, more: Partial<Entry> = {}): Entry => ({
  ...{ sequence, at: '2026-03-01T14:05:10.000Z', zone: 'Europe/Berlin', act: 'draft.saved' },
  ...{ kind: 'change', by: { id: 'p-1', user: 'reader1' }, roles: ['reader'] },
  ...{ subject: { id: 's-1', identifier: 'S-0042' }, about: { kind: 'read', name: 'Week 8, R1' } },
  ...{ readId: 'r-1', changed: 3, hash: 'a'.repeat(64) },
  differences: [
    { path: '/lesions/0/mark/longestDiameterMm', from: '24', to: '24.1' },
    { path: '/lesions/0/comment', from: null, to: `{"digest":"${'b'.repeat(64)}"}` },
  ],
  ...more,
});
const sheet = (row: Entry) => ({
  ...{ row, previousHash: '0'.repeat(64), software: 'corelab 0.1.0', entry: { act: row.act } },
  charter: { hash: 'c'.repeat(64), version: 2 },
  differences: row.differences,
  names: [{ id: 'r-1', kind: 'read', name: 'Week 8, R1', subject: row.subject }],
  texts: [
    { path: '/reason', text: 'A node was measured twice' },
    { path: '/text', text: null },
  ],
});
const facets = {
  ...{ entries: 18_204, lastHash: '9f3c'.repeat(16), acts: ['draft.saved', 'read.signed'] },
  people: [{ id: 'p-1', user: 'reader1', name: 'Dr One' }],
  head: { sequence: 18_200, at: '2026-03-01T14:00:00.000Z' },
  anchored: null,
};

let bench: Bench | null = null;
afterEach(() => bench?.end());

const open = async (search = '', answers: object = {}, role = 'auditor') => {
  const { server, asked } = fakeServer(sessionOf(role), {
    [`get ${paths.facets}`]: facets,
    [`get ${paths.entries}`]: { entries: [entry(18_204), entry(18_203)], next: null },
    [`get ${paths.entry}`]: sheet(entry(18_204)),
    ...answers,
  });
  bench = await openPage('audit', <AuditPage />, server, search);
  const posted = () => asked.filter(({ method }) => method === 'post');
  return { ...bench, asked, posted };
};

describe('the page of the record', () => {
  it('says who did what to what, and what stood before and after', async () => {
    const { place } = await open();
    const words = place.querySelector('[data-row="0"]')?.textContent ?? '';
    for (const part of [
      ...['18204', '2026-03-01 14:05:10 UTC', 'reader1', 'Change saved', 'S-0042, read Week 8, R1'],
      ...['lesions · 0 · mark · longestDiameterMm: 24 → 24.1', 'and 1 more'],
      'nothing → a text, by digest bbbbbbbb',
    ])
      expect(words).toContain(part);
  });

  it('opens an entry by keys, as a whole, and leads from there', async () => {
    const { place, press, says, click, visited } = await open();
    press(place.querySelector('[data-row="0"]') ?? place, 'Enter');
    await says('A node was measured twice');
    const aside = place.querySelector('aside')?.textContent ?? '';
    for (const part of [
      '2026-03-01 15:05:10 in Europe/Berlin',
      'version 2',
      'kept as a digest only',
    ])
      expect(aside).toContain(part);
    await click('Life of this read');
    await click('Entries of this subject');
    expect(visited).toEqual([
      '/audit?trial=T-1&tab=life&open=r-1',
      '/audit?trial=T-1&tab=entries&subject=s-1',
    ]);
  });

  it('is narrowed by its address, which names nobody', async () => {
    const { place, choose, write, click, visited, asked } = await open(
      'act=read.signed&order=oldest',
      {
        [`get ${paths.entries}`]: { entries: [], next: null },
        [`get ${paths.subjects}`]: {
          subjects: [{ id: 's-1', identifier: 'S-0042', reads: [] }],
        },
      }
    );
    expect(asked.find(({ path }) => path === paths.entries)?.given).toMatchObject({
      query: { act: 'read.signed', order: 'oldest' },
    });
    expect(place.textContent).toContain('No entry is like that.');
    const [who] = [...place.querySelectorAll('.cl-filters select')];
    choose(who ?? null, 'p-1');
    write('From (UTC)', '2026-03-01');
    write('Words in the details', 'T01');
    const finds = [...place.querySelectorAll('form')].find(form =>
      form.textContent?.includes('Words in')
    );
    act(() => finds?.requestSubmit());
    write('Subject', 'S-0042');
    await click('Find');
    expect(visited).toEqual([
      '/audit?trial=T-1&tab=entries&order=oldest&act=read.signed&by=p-1',
      '/audit?trial=T-1&tab=entries&order=oldest&act=read.signed&from=2026-03-01T00%3A00%3A00Z&text=T01',
      '/audit?trial=T-1&tab=entries&order=oldest&act=read.signed&subject=s-1',
    ]);
    const file = [...place.querySelectorAll('a')].find(one => one.textContent === 'Export as CSV');
    expect(file?.getAttribute('href')).toBe(
      '/api/admin/audit/T-1/export?act=read.signed&format=csv'
    );
  });

  it('is the installation’s too, without reads and reviews', async () => {
    const { place, choose, visited } = await open('of=system');
    const tabs = [...place.querySelectorAll('[role="tab"]')].map(one => one.textContent);
    expect(tabs).toEqual(['Entries', 'Verification']);
    choose(place.querySelector('.cl-audit-chain select'), 'T-1');
    expect(visited).toEqual(['/audit?trial=T-1&tab=entries']);
  });

  it('tells a read’s life, by kinds', async () => {
    const event = (sequence: number, act: string, kind: string) => ({
      ...entry(sequence, { act, kind, differences: [], changed: 0 }),
      ...{ meaning: act === 'read.signed' ? 'I performed this read' : null, words: [] },
    });
    const { place, says } = await open('tab=life&open=r-1', {
      [`get ${paths.life}`]: {
        read: {
          ...{ id: 'r-1', timepoint: 'Week 8', track: 'efficacy', slot: 'R1', version: 1 },
          ...{ state: 'signed', subject: { id: 's-1', identifier: 'S-0042' } },
        },
        versions: [{ id: 'r-1', version: 1 }],
        events: [event(5, 'read.opened', 'opening'), event(9, 'read.signed', 'signature')],
        cut: false,
      },
    });
    await says('S-0042, Week 8, R1');
    const told = () => [...place.querySelectorAll('.cl-audit-event b')].map(one => one.textContent);
    expect(told()).toEqual(['Read opened', 'Read signed']);
    expect(place.textContent).toContain('Meaning: I performed this read');
    const [openings] = [...place.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
    act(() => openings?.click());
    expect(told()).toEqual(['Read signed']);
  });

  it('verifies a chain and says what came of it, also what can’t be shown', async () => {
    const run = (verdict: object | null, state = 'done') => ({
      ...{ id: `${state}-${JSON.stringify(verdict)}`, state, entries: 100, checked: 40, verdict },
      ...{ startedBy: 'anna', startedAt: '2026-03-01T09:00:00.000Z', finishedAt: null },
    });
    const whole = {
      ...{ ok: true, entries: 100, lastHash: 'a', broken: null, heads: [], provenTo: 90 },
      ...{ anchoredTo: null, headCount: 3, notProvable: ['that nothing was cut'] },
    };
    const broken = { place: 5, sequence: 5, code: 'CL_AUDIT_HASH', message: 'entry 5 is wrong' };
    const { place, click, posted } = await open('tab=verification', {
      [`get ${paths.verifications}`]: {
        verifications: [
          ...[run(whole), run({ ...whole, ok: false, broken }), run(null, 'interrupted')],
        ],
      },
      [`post ${paths.verifications}`]: { id: 'v' },
    });
    for (const words of [
      ...['Whole: 100 entries', 'Proven to entry 90 by 3 signed heads.', 'Broken at entry 5'],
      ...['Not provable: that nothing was cut.', 'The anchor could not be read back'],
      ...['Interrupted after 40 of 100 entries', 'Signed to entry 18200', 'entry 5 is wrong'],
    ])
      expect(place.textContent).toContain(words);
    await click('Verify the chain now');
    expect(posted()).toHaveLength(1);
  });
});

describe('a review of the record', () => {
  const review = (more: Partial<Review> = {}): Review => ({
    ...{ id: 'v-1', title: 'March', state: 'open', dueDate: '2999-01-01', plannedBy: 'anna' },
    ...{ plannedAt: '2026-03-01T09:00:00.000Z', items: 2, judged: 1, findings: 1 },
    ...{ openFindings: 0, signedBy: null, signedAt: null, version: 4, notes: '' },
    ...{ entries: { from: 1, to: 90 }, period: { from: null, to: null }, acts: [], reads: [] },
    sampling: { kind: 'random', size: 2, seed: 'abc', population: 90 },
    ...{ signature: null, meanings: ['I have reviewed'] },
    ...more,
  });
  const item = (place: number, more: Partial<ReviewItem> = {}): ReviewItem => ({
    ...{ place, hash: 'd'.repeat(64), outcome: null, severity: null, text: null },
    ...{ entry: entry(10 + place), closed: false, responses: [] },
    ...more,
  });
  const finding = item(1, { outcome: 'finding', severity: 'major', text: 'No look' });
  const openReview = (of: Review, items: readonly ReviewItem[], role = 'auditor') =>
    open(
      'tab=reviews&open=v-1',
      {
        [`get ${paths.review}`]: of,
        [`get ${paths.items}`]: { items, next: null },
        [`post ${paths.item}`]: { version: 5 },
        [`post ${paths.sign}`]: { contentHash: 'e', signedAt: '' },
        [`post ${paths.answer}`]: { kept: true },
      },
      role
    );

  it('is planned with what is to be reviewed and how it is drawn', async () => {
    const { click, write, posted, visited, place, choose } = await open('tab=reviews', {
      [`get ${paths.reviews}`]: { reviews: [] },
      [`post ${paths.reviews}`]: { id: 'v-1', items: 5, population: 90 },
    });
    expect(place.textContent).toContain('No review is planned yet.');
    await click('Plan a review');
    write('Title', 'March');
    write('Due on', '2026-04-01');
    await click('Plan the review and draw its sample');
    expect(posted()).toEqual([]);
    write('How many', '5');
    choose(place.querySelector('form select'), 'read.signed');
    await click('Plan the review and draw its sample');
    expect(posted()[0]?.given).toEqual({
      path: { trial: 'T-1' },
      body: {
        ...{ title: 'March', dueDate: '2026-04-01', acts: ['read.signed'] },
        sampling: { kind: 'random', size: 5 },
      },
    });
    expect(visited).toEqual(['/audit?trial=T-1&tab=reviews&open=v-1']);
  });

  it('is worked through entry by entry; a finding needs its words', async () => {
    const { place, press, click, write, posted, says } = await openReview(review(), [
      ...[finding, item(2)],
    ]);
    expect(place.textContent).toContain('2 of 90 entries by chance, seed abc');
    expect(place.textContent).toContain('1 entry is still to be reviewed');
    press(place.querySelector('[data-row="1"]') ?? place, 'Enter');
    await says('Entry 12, 2 of 2');
    const choice = (name: string) =>
      [...place.querySelectorAll('aside label')].find(one => one.textContent === name);
    act(() => choice('finding')?.querySelector('input')?.click());
    await click('Keep this judgement');
    expect(posted()).toEqual([]);
    act(() => choice('minor')?.querySelector('input')?.click());
    write('What was found', 'Late');
    await click('Keep this judgement');
    expect(posted()[0]?.given).toEqual({
      path: { trial: 'T-1', review: 'v-1', place: '2' },
      body: { outcome: 'finding', severity: 'minor', text: 'Late' },
    });
  });

  it('is signed with the password when all is reviewed, as it was seen', async () => {
    const { click, write, posted } = await openReview(review({ judged: 2 }), [finding]);
    await click('Sign the review');
    write('Password', 'secret');
    await click('Sign the review');
    expect(posted()[0]?.given).toMatchObject({
      body: { password: 'secret', meaning: 'I have reviewed', version: 4 },
    });
  });

  it('is looked at by an admin, who answers the findings of a signed one', async () => {
    const signature = { by: 'anna', name: 'Anna', at: '', meaning: 'I have reviewed', hash: 'ff' };
    const { place, press, click, write, posted, says } = await openReview(
      review({ state: 'signed', judged: 2, signature }),
      [finding],
      'admin'
    );
    expect(place.textContent).toContain('Hash of what was signed: ff');
    expect(place.textContent).not.toContain('Withdraw the review');
    press(place.querySelector('[data-row="0"]') ?? place, 'Enter');
    await says('No look');
    await click('Answer the finding');
    write('What you say', 'Trained again');
    await click('Answer the finding');
    expect(posted()[0]?.given).toEqual({
      path: { trial: 'T-1', review: 'v-1', place: '1' },
      body: { text: 'Trained again' },
    });
  });
});

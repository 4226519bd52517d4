import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { ClientError, type ServerCalls } from '@corelab/client';
import { setMark } from '@corelab/reads';
import { setLanguage } from '@corelab/ui';
import { readA, readB } from '../adjudication/adjudicationBench.testdata.js';
import {
  baselineDocument,
  currentStudy,
  earlierStudy,
  markOf,
} from '../case/caseBench.testdata.js';
import { stopsOf } from '../compared/differencePlaces.js';
import { marksOnImage } from '../compared/readMarks.js';
import { loadMeeting, type Meeting, type MeetingPorts } from './loadMeeting.js';
import { runMeetingAction } from './meetingActions.js';
import { MeetingPanel } from './MeetingPanel.js';
import { MeetingStore } from './meetingStore.js';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const burden = (value: number) => ({
  ...{ measure: 'SOD', unit: 'mm', value, nadir: 36, bestValue: null },
  ...{ changeFromBaselinePct: null, changeFromNadirPct: null, changeFromNadir: null },
});
const readOf = (name: 'A' | 'B' | 'C', response: string, mm: number) => ({
  ...{ name, bestResponse: response },
  progression: { status: 'NONE', timepoint: null, day: null },
  response: response === 'PR' ? { timepoint: 'TP1', day: 56 } : null,
  timepoints: [
    { timepoint: 'BL', response: null, burden: burden(40), newLesions: null },
    { timepoint: 'TP1', response, burden: burden(mm), newLesions: false },
  ],
});
const study = { current: false, series: [], notShown: [] };
/** Read C measures T02 on another slice than A and B do. */
const readC = () => setMark(readA(), 'T02', markOf(36, 20, 9));
const meetingOf = (over: Partial<Meeting> = {}): Meeting =>
  ({
    ...{ consensusId: 'meeting-1', state: 'open', turn: 'propose', slot: 'R1' },
    ...{ slots: ['R1', 'R2', 'R3'], trialName: 'Trial one', subjectCode: 'S-000001' },
    ...{ dueDate: null, charter: { criterion: 'recist-1.1' } },
    timepoints: [
      { id: 'BL', label: 'Baseline', day: 0, date: '2020-01-05' },
      { id: 'TP1', label: 'Week 8', day: 56, date: '2020-03-01' },
    ],
    case: {
      comparison: {
        ...{ status: 'discordant', timepoints: ['BL', 'TP1'] },
        ...{ differing: ['TP1'], differ: ['visitResponse', 'bor', 'respDate'] },
      },
      reads: [readOf('A', 'PR', 20), readOf('B', 'PR', 21), readOf('C', 'SD', 36)],
      differences: [
        {
          ...{ between: { one: 'B', other: 'C' }, kind: 'size', timepoint: 'TP1' },
          field: 'longestDiameterMm',
          ...{ lesions: { a: 'T02', b: 'T02' }, by: null, match: null, said: { a: {}, b: {} } },
          message: {
            key: 'difference.size.longestDiameterMm',
            values: {
              ...{ nameA: 'B', nameB: 'C', placeA: 'LIVER', placeB: 'LIVER' },
              ...{ sizeMmA: 21, sizeMmB: 36, field: 'longestDiameterMm' },
            },
          },
        },
      ],
    },
    documents: Object.entries({ A: readA(), B: readB(), C: readC() }).map(([name, later]) => ({
      name,
      reads: [
        { timepoint: 'BL', document: baselineDocument() },
        { timepoint: 'TP1', document: later },
      ],
    })),
    studies: [
      { ...study, studyInstanceUid: earlierStudy, timepoint: 'Baseline', timepointId: 'BL' },
      { ...study, studyInstanceUid: currentStudy, timepoint: 'Week 8', timepointId: 'TP1' },
    ],
    proposals: [],
    reasons: ['measurement'],
    meanings: ['I made this assessment and it is complete'],
    ...over,
  }) as unknown as Meeting;

const proposal = (over: object = {}) => ({
  ...{ version: 1, outcome: 'open', proposedBy: 'R1', at: '2026-03-01T09:00:00.000Z' },
  choice: { kind: 'read', name: 'A' },
  reason: { code: 'measurement', text: 'The margin is clear.' },
  votes: [
    { slot: 'R1', at: '2026-03-01T09:00:00.000Z', vote: null, reason: null },
    { slot: 'R3', at: '2026-03-01T09:01:00.000Z', vote: null, reason: null },
  ],
  ...over,
});

let place: HTMLElement;
let root: Root;
beforeEach(() => {
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
  setLanguage('en');
});

interface Posted {
  path: string;
  given: { body: Record<string, unknown> };
}

/** The panel over meetings that are shown one after the other, each after the next thing that was signed. */
async function open(meetings: readonly Meeting[], refuse: ClientError | null = null) {
  const posted: Posted[] = [];
  let shown = 0;
  const ports: MeetingPorts = {
    server: {
      get: () => Promise.resolve(meetings[Math.min(shown, meetings.length - 1)]),
      post: (path: string, given: Posted['given']) => {
        posted.push({ path, given });
        if (refuse !== null) return Promise.reject(refuse);
        shown += 1;
        return Promise.resolve({});
      },
    } as unknown as ServerCalls,
    api: {
      session: () =>
        Promise.resolve({
          ...{ user: 'r', name: 'Dr Reader', roles: ['reader'], administrator: false },
          ...{ hat: 'reader', hats: ['reader'] },
          ...{ trials: [], provider: null, csrfToken: '', expiresAt: '' },
        }),
    },
    newRequestId: () => `request-${posted.length + 1}`,
  };
  const store = new MeetingStore(ports, await loadMeeting(ports, 'meeting-1'));
  await act(async () => root.render(<MeetingPanel store={store} />));
  return { posted, store };
}

const find = (selector: string): HTMLElement => {
  const found = place.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`no ${selector}; the page says: ${place.textContent}`);
  return found;
};
const click = (selector: string): Promise<void> =>
  act(async () => {
    find(selector).click();
  });
const write = async (element: Element | null, value: string): Promise<void> => {
  if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) {
    throw new Error(`nothing to write into; the page says: ${place.textContent}`);
  }
  const prototype = Object.getPrototypeOf(element) as object;
  await act(async () => {
    element.focus();
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, value);
    element.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await act(async () => element.blur());
};
const sign = async (): Promise<void> => {
  await write(place.querySelector('input[type="password"]'), 'a secret');
  await click('[data-act="sign"]');
  await act(async () => Promise.resolve());
  await act(async () => Promise.resolve());
};

describe('the panel of readers who meet', () => {
  it('shows every read under its drawn name, where they differ and in what', async () => {
    await open([meetingOf()]);
    expect(find('thead').textContent).toBe('Read ARead BRead C');
    const row = find('[data-row="TP1"]');
    expect([...row.querySelectorAll('td')].map(cell => cell.textContent)).toEqual([
      'PR, sum 20.0 mm',
      'PR, sum 21.0 mm',
      'SD, sum 36.0 mm',
    ]);
    expect(row.textContent).toContain('readers differ');
    expect(find('[data-row="BL"]').textContent).not.toContain('readers differ');
    expect(find('[data-row="respDate"]').textContent).toContain('Day +56 (Week 8)');
    expect(find('[data-differences="TP1"]').textContent).toMatch(
      /B–C.*liver: B 21\.0\smm, C 36\.0\smm/
    );
  });

  it('has the first reader choose for every timepoint, say why and sign', async () => {
    const after = meetingOf({
      turn: 'others',
      state: 'proposed',
      proposals: [proposal() as never],
    });
    const { posted } = await open([meetingOf(), after]);
    const putForward = (): HTMLButtonElement =>
      find('[data-act="putForward"]') as HTMLButtonElement;
    await click('[data-act="choose"]');
    await click('[data-choose="A BL"]');
    expect(putForward().disabled).toBe(true);
    // What was chosen stays while the images are looked at.
    await click('[data-act="later"]');
    await click('[data-act="choose"]');
    await click('[data-choose="C TP1"]');
    await act(async () => {
      const select = find('[data-reason="code"]') as HTMLSelectElement;
      select.value = 'measurement';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await write(place.querySelector('textarea'), 'The margin is clear.');
    expect(putForward().disabled).toBe(false);
    await click('[data-act="putForward"]');
    expect(find('.cl-sheet').textContent).toContain('Baseline: Read A; Week 8: Read C');
    await sign();
    expect(posted).toEqual([
      {
        path: '/api/consensus/{consensusId}/proposals',
        given: {
          path: { consensusId: 'meeting-1' },
          body: {
            proposal: {
              choice: { kind: 'perTimepoint', names: { BL: 'A', TP1: 'C' } },
              reason: { code: 'measurement', text: 'The margin is clear.' },
            },
            ...{ after: 0, requestId: 'request-1', password: 'a secret' },
            meaning: 'I made this assessment and it is complete',
          },
        },
      },
    ]);
    expect(find('[data-turn]').textContent).toContain('other readers');
  });

  it('tells who has voted and not what, takes a reason from whoever disagrees, then shows the votes', async () => {
    const toVote = meetingOf({
      ...{ turn: 'vote', state: 'proposed', slot: 'R2', proposals: [proposal() as never] },
    });
    const votes = [
      { slot: 'R1', at: '', vote: 'agree', reason: '' },
      { slot: 'R3', at: '', vote: 'agree', reason: 'So I saw it' },
      { slot: 'R2', at: '', vote: 'disagree', reason: 'The node is benign' },
    ];
    const sentBack = meetingOf({
      ...{ turn: 'others', state: 'open', slot: 'R2' },
      proposals: [proposal({ outcome: 'sentBack', votes }) as never],
    });
    const { posted } = await open([toVote, sentBack]);
    const history = (): string => find('[data-proposal="1"]').textContent ?? '';
    expect(history()).toContain('R3 has voted');
    expect(history()).toContain('Still to vote: R2');
    await click('[data-vote="disagree"]');
    const button = find('[data-act="vote"]') as HTMLButtonElement;
    expect(button.disabled).toBe(true);
    await write(place.querySelector('textarea'), 'The node is benign');
    await click('[data-act="vote"]');
    await sign();
    expect(posted[0]?.given.body).toMatchObject({
      ...{ proposal: 1, vote: 'disagree', reason: 'The node is benign' },
    });
    expect(history()).toContain('Sent back');
    expect(history()).toContain('R2 disagrees: The node is benign');
    expect(history()).toContain('R3 agrees: So I saw it');
    expect(place.querySelector('[data-act="vote"]')).toBeNull();
  });

  it('says what the server refused, and keeps what was written', async () => {
    const toVote = meetingOf({
      ...{ turn: 'vote', state: 'proposed', slot: 'R2', proposals: [proposal() as never] },
    });
    const refused = new ClientError('CL_PASSWORD_WRONG', 403, 'The password is wrong.');
    const { posted } = await open([toVote], refused);
    await click('[data-vote="agree"]');
    await click('[data-act="vote"]');
    await sign();
    expect(find('[role="alert"]').textContent).toBe('The password is wrong.');
    await click('[data-act="sign"]');
    expect(posted.map(({ given }) => given.body['requestId'])).toEqual(['request-1', 'request-2']);
  });

  it('takes no words that look like identity, unless their writer insists', async () => {
    const toVote = meetingOf({
      ...{ turn: 'vote', state: 'proposed', slot: 'R2', proposals: [proposal() as never] },
    });
    const { posted } = await open([toVote]);
    await click('[data-vote="disagree"]');
    await write(place.querySelector('textarea'), 'Dr. Zyxwvut measured it');
    expect((find('[data-act="vote"]') as HTMLButtonElement).disabled).toBe(true);
    expect(find('[data-found="person"]').textContent).toContain('“Dr. Zyxwvut”');
    await click('[data-act="insist"]');
    await click('[data-act="vote"]');
    await sign();
    expect(posted.map(({ given }) => given.body['notIdentity'])).toEqual([
      [{ path: '/reason', kinds: ['person'] }],
    ]);
  });

  it('goes to the images of a difference, each read’s mark on its own', async () => {
    const { store } = await open([meetingOf()]);
    expect(store.getSnapshot()).toMatchObject({
      ...{ selected: 0, timepoint: 'TP1', comparison: 'Baseline', stop: 0 },
      shown: { a: true, b: true, c: true },
    });
    const images = (): string[] =>
      stopsOf(store.compared, store.difference ?? { timepoint: null, lesions: {} }).map(
        ({ sides, mark }) => `${sides.join('')} ${mark.sopInstanceUid}`
      );
    expect(images()).toEqual([`b ${currentStudy}.1.6`, `c ${currentStudy}.1.9`]);
    let brought = 0;
    const commands = { showImage: () => void (brought += 1), nextCase: () => undefined };
    const press = (action: Parameters<typeof runMeetingAction>[1]) =>
      act(async () => void runMeetingAction(store, action, commands));
    await press('back');
    expect([store.getSnapshot().stop, brought]).toEqual([1, 1]);
    expect(find('[data-stop="c"]').getAttribute('aria-pressed')).toBe('true');
    await press('escape');
    expect(find('[data-difference="1"]').className).not.toContain('selected');
    await click('[data-difference="1"] button');
    expect(store.getSnapshot()).toMatchObject({ selected: 0, stop: 0 });
  });

  it('draws the marks of every read, each by its letter, and hides a read’s with its key', async () => {
    const { store } = await open([meetingOf()]);
    const labels = (): string[] =>
      marksOnImage(
        store.compared,
        { shown: store.getSnapshot().shown, lesions: store.difference?.lesions ?? null },
        `${currentStudy}.1.5`
      ).map(({ label }) => label.slice(0, 5));
    expect(labels()).toEqual(['A T01', 'B T01', 'C T01']);
    const nothing = { showImage: () => undefined, nextCase: () => undefined };
    const press = (action: Parameters<typeof runMeetingAction>[1]) =>
      act(async () => void runMeetingAction(store, action, nothing));
    await press('toggleB');
    expect(labels()).toEqual(['A T01', 'C T01']);
    expect(find('[data-side="b"]').getAttribute('aria-pressed')).toBe('false');
    await click('[data-side="c"]');
    expect(labels()).toEqual(['A T01']);
    // Nobody's read has that name.
    await press('toggleE');
    expect(Object.keys(store.getSnapshot().shown)).toEqual(['a', 'b', 'c']);
  });

  it('goes to the next case only once its reader has done their part', async () => {
    const { store } = await open([meetingOf()]);
    let went = 0;
    const commands = { showImage: () => undefined, nextCase: () => void (went += 1) };
    await act(async () => void runMeetingAction(store, 'nextCase', commands));
    expect([went, find('[data-prompt]').textContent]).toEqual([
      ...[0, 'The next case comes when you have done your part of this one.'],
    ]);
    const { store: done } = await open([meetingOf({ turn: 'others' })]);
    runMeetingAction(done, 'nextCase', commands);
    expect(went).toBe(1);
  });

  it('is in German too', async () => {
    setLanguage('de');
    await open([meetingOf({ turn: 'done', state: 'agreed' })]);
    expect(find('[data-turn="done"]').textContent).toContain('einig');
    expect(find('[data-side="a"]').textContent).toContain('Befund A');
    expect(find('[data-differences="TP1"]').textContent).toContain('Leber');
  });
});

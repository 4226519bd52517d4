import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { ClientError, type ServerCalls } from '@corelab/client';
import { setLanguage } from '@corelab/ui';
import { ConsensusPage } from './ConsensusPage.js';
import type { ConsensusPorts, Meeting } from './consensusStore.js';

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
const meetingOf = (over: Partial<Meeting> = {}): Meeting =>
  ({
    ...{ consensusId: 'meeting-1', state: 'open', turn: 'propose', slot: 'R1' },
    ...{ slots: ['R1', 'R2', 'R3'], trialName: 'Trial one', subjectCode: 'S-000001' },
    ...{ dueDate: null, criterion: 'recist-1.1' },
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
          ...{ lesions: { a: 'T01', b: 'T01' }, by: null, match: null, said: { a: {}, b: {} } },
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
  document.documentElement.lang = '';
});

interface Posted {
  path: string;
  given: { body: Record<string, unknown> };
}

/** The page over meetings that are shown one after the other, each after the next thing that was signed. */
async function open(meetings: readonly Meeting[], refuse: ClientError | null = null) {
  const posted: Posted[] = [];
  const visited: string[] = [];
  let shown = 0;
  const ports: ConsensusPorts = {
    server: {
      get: () => Promise.resolve(meetings[Math.min(shown, meetings.length - 1)]),
      post: (path: string, given: Posted['given']) => {
        posted.push({ path, given });
        if (refuse !== null) return Promise.reject(refuse);
        shown += 1;
        return Promise.resolve({});
      },
    } as unknown as ServerCalls,
    session: () =>
      Promise.resolve({
        ...{ user: 'r', name: 'Dr Reader', roles: ['reader'], administrator: false },
        ...{ hat: 'reader', hats: ['reader'], trials: [], csrfToken: '', expiresAt: '' },
      }),
    meeting: () => 'meeting-1',
    newRequestId: () => `request-${posted.length + 1}`,
    navigate: address => void visited.push(address),
  };
  const given = () => ports;
  await act(async () => root.render(<ConsensusPage ports={given} />));
  await act(async () => Promise.resolve());
  return { posted, visited };
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
};

describe('the page of readers who meet', () => {
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
      /B and C:.*liver: B 21\.0\smm, C 36\.0\smm/
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
    await click('[data-choose="A BL"]');
    expect(putForward().disabled).toBe(true);
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

  it('is in German too', async () => {
    document.documentElement.lang = 'de';
    await open([meetingOf({ turn: 'done', state: 'agreed' })]);
    expect(find('h1').textContent).toBe('Konsens');
    expect(find('[data-turn="done"]').textContent).toContain('einig');
    expect(find('[data-differences="TP1"]').textContent).toContain('B und C');
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { emptyDecision } from '@corelab/adjudication';
import { ClientError } from '@corelab/client';
import { setLanguage } from '@corelab/ui';
import { AdjudicationPanel } from './AdjudicationPanel.js';
import { runAdjudicationAction } from './adjudicationActions.js';
import {
  adjudicationOf,
  openAdjudicationBench,
  readA,
  readB,
  turns,
} from './adjudicationBench.testdata.js';
import { chooseRead, setReasonCode, setReasonText } from './decisionEdits.js';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

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

const commands = { showImage: () => undefined, nextCase: () => undefined };

async function show(...given: Parameters<typeof openAdjudicationBench>) {
  const opened = await openAdjudicationBench(...given);
  await act(async () => {
    root.render(
      <AdjudicationPanel
        store={opened.store}
        commands={commands}
      />
    );
  });
  return opened;
}

const shown = (selector: string): string => place.querySelector(selector)?.textContent ?? '';

async function click(selector: string): Promise<void> {
  const button = place.querySelector<HTMLElement>(selector);
  if (button === null) throw new Error(`nothing matches ${selector}`);
  await act(async () => {
    button.click();
    await turns();
  });
}

describe('AdjudicationPanel', () => {
  it('sets what both reads come to side by side, and marks what sent them here', async () => {
    await show();
    expect(shown('[data-outcome="bor"]')).toContain('PR');
    expect(shown('[data-outcome="pdDate"]')).toContain('none');
    expect(shown('[data-outcome="pdDate"]')).toContain('Day +56 (TP 1)');
    expect(place.querySelector('[data-outcome="pdStatus"]')?.getAttribute('data-fired')).toBe(
      'true'
    );
    expect(shown('[data-outcome="pdStatus"]')).toContain('sent here');
  });

  it('says which timepoints it is about where what came before was settled, in both languages', async () => {
    const whole = adjudicationOf();
    await show(whole);
    expect(place.querySelector('[data-period]')).toBeNull();
    const timepoints = whole.timepoints.slice(1);
    const scope = { kind: 'period', after: 'BL', through: null } as const;
    for (const [language, line] of [
      ['en', 'About TP 1. What came before was settled earlier and is not asked again.'],
      ['de', 'Über TP 1. Was davor liegt, ist entschieden und wird nicht erneut gefragt.'],
    ] as const) {
      setLanguage(language);
      act(() => root.unmount());
      root = createRoot(place);
      const { store } = await show({ ...whole, scope, timepoints });
      expect(shown('[data-period]')).toBe(line);
      expect(store.covers).toBe('TP 1');
    }
  });

  it('says the differences in words, the largest effect first, with what it would change', async () => {
    await show();
    expect(shown('[data-difference="1"]')).toContain(
      'B calls a new lesion, NL01, brain (unequivocal); A saw none'
    );
    expect(shown('[data-difference="1"] [data-counterfactual="b"]')).toContain(
      'Without it B has no PD.'
    );
    expect(shown('[data-difference="1"] [data-counterfactual="b"]')).toContain(
      'The PD dates would agree.'
    );
  });

  it('shows no counterfactual where the charter does not', async () => {
    await show(adjudicationOf({}, { a: readA(), b: readB() }, {}));
    expect(place.querySelector('[data-difference="1"]')).not.toBeNull();
    expect(place.querySelector('[data-counterfactual]')).toBeNull();
  });

  it('takes a difference in hand and says how sure it is that the lesion is the same', async () => {
    const { store } = await show();
    const size = store.adjudication.case.differences.findIndex(({ kind }) => kind === 'size');
    await click(`[data-difference="${size + 1}"] button`);
    expect(store.getSnapshot().selected).toBe(size);
    expect(shown(`[data-difference="${size + 1}"]`)).toContain('The same lesion: certain');
  });

  it('is left to do until a read is chosen and the reason said', async () => {
    const { saved } = await show();
    expect(place.querySelector('[data-sign="blocked"]')).not.toBeNull();
    expect(shown('.cl-sign-bar')).toContain('3 things before you can sign');
    await click('[data-choose="a"]');
    expect(saved.at(-1)?.choice).toEqual({ kind: 'read', side: 'a' });
    expect(shown('[data-choose="a"]')).toContain('Read A stands');
    expect(shown('.cl-sign-bar')).toContain('2 things before you can sign');
  });

  it('signs in a sheet that says what is signed, then shows the signature and lets nothing change', async () => {
    const document = setReasonText(
      setReasonCode(chooseRead(emptyDecision(), 'b'), 'newLesion'),
      'It is there'
    );
    const { store } = await show(adjudicationOf(), { document });
    await click('.cl-sign-bar .cl-button-primary');
    expect(shown('.cl-sheet')).toContain('S-0011: Read B. Reason: New lesion: It is there');
    await act(async () => store.sign('secret', 'My assessment'));
    expect(shown('[data-sign="signed"]')).toContain('Signed by C. Lang');
    expect(place.querySelector('[data-choose="a"]')?.getAttribute('aria-disabled')).toBe('true');
  });

  it('flags a problem with one key, waits with its draft, and goes on when it is answered', async () => {
    const problem = {
      ...{ problemId: 'p1', kind: 'wrongSubject' as const, text: 'Another person' },
      ...{ raisedAt: '2026-11-23T14:00:00Z', decision: null, answers: [] },
    };
    const held = { state: 'onHold', suspended: false, problems: [problem] };
    const answer = {
      text: 'It is the same',
      decision: 'resume' as const,
      at: '2026-11-23T15:00:00Z',
    };
    const resumed = {
      ...{ state: 'draft', suspended: false },
      problems: [{ ...problem, decision: 'resume' as const, answers: [answer] }],
    };
    const asked: unknown[] = [];
    let answered = false;
    const { store } = await show(adjudicationOf(), {
      document: chooseRead(emptyDecision(), 'b'),
      api: {
        adjudicationProblems: () =>
          Promise.resolve(answered ? resumed : { state: 'draft', suspended: false, problems: [] }),
        flagAdjudicationProblem: (id, request) => {
          asked.push([id, request.kind, request.text]);
          return Promise.resolve(held);
        },
      },
    });
    await act(async () => void runAdjudicationAction(store, 'flag', commands));
    expect(shown('[data-sheet="problem"]')).toContain('Write nothing about what either read found');
    expect(shown('[data-sheet="problem"]')).toContain('The case goes on hold');
    await act(async () => store.desk.flag('wrongSubject', 'Another person'));
    expect(asked).toEqual([['adjudication-1', 'wrongSubject', 'Another person']]);
    expect(place.querySelector('[data-sheet="problem"]')).toBeNull();
    expect(shown('[data-problem="waiting"]')).toContain('you flagged a wrong subject');
    expect(shown('[data-sign="onHold"]')).toContain('On hold');
    store.edit('x', document => chooseRead(document, 'a'));
    expect(store.getSnapshot().document).toEqual(chooseRead(emptyDecision(), 'b'));
    answered = true;
    await act(async () => store.desk.look());
    expect(shown('[data-problem="answered"]')).toContain('It is the same');
    expect(store.locked).toBe(false);
    expect(place.querySelector('[data-sign="onHold"]')).toBeNull();
  });

  it('leaves a case that somebody else decides now', async () => {
    const gone = new ClientError('CL_NOT_FOUND', 404, 'not there');
    let loaded = false;
    const { store, navigated } = await show(adjudicationOf({ state: 'onHold' }), {
      api: {
        adjudicationProblems: () => {
          if (loaded) return Promise.reject(gone);
          loaded = true;
          return Promise.resolve({ state: 'onHold', suspended: false, problems: [] });
        },
      },
    });
    await act(async () => store.desk.look());
    expect(navigated).toEqual(['/']);
  });

  it('lists a read’s timepoints, lesions and comments when it is unfolded', async () => {
    await show();
    await click('[data-fold="b"]');
    const tables = [...place.querySelectorAll('.cl-read-table')].map(table => table.textContent);
    expect(tables[0]).toContain('34.0\u00a0mm');
    expect(tables[0]).toContain('PD');
    expect(tables[1]).toContain('NL01');
    expect(shown('.cl-comments')).toBe('TP 1, NL01 Ring enhancing');
    const blank = [...place.querySelectorAll('.cl-read-table td')].filter(
      cell => cell.textContent === ''
    );
    expect(blank).toEqual([]);
  });

  it('says nothing of who read, when or in which slot', async () => {
    await show();
    await click('[data-fold="a"]');
    await click('[data-fold="b"]');
    expect(place.textContent).not.toMatch(/R1|R2|reader|2020|2026/i);
  });

  it('speaks German, with decimal points as everywhere', async () => {
    setLanguage('de');
    await show();
    expect(shown('[data-difference="1"]')).toContain('B nennt eine neue Läsion, NL01');
    expect(shown('[data-outcome="pdDate"]')).toContain('Tag +56 (TP 1)');
  });
});

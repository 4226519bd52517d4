import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { ReadContext } from '@corelab/client';
import {
  addLesion,
  carryForward,
  setMark,
  setNonTargetJudgement,
  setState,
  type ReadDocument,
} from '@corelab/reads';
import {
  baselineDocument,
  earlierStudy,
  followUpContext,
  markOf,
  noPanes as commands,
  openBench,
  turns,
} from '../case/caseBench.testdata.js';
import { mayBe } from '../lesions/judgeLesion.js';
import { dueThings, runCaseAction } from '../keys/caseActions.js';
import { CasePanel } from './CasePanel.js';

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
});

/** Targets of these diameters; the pleura worse than before. */
const worse = (before: readonly ReadDocument[], ...mm: readonly [number, number]): ReadDocument => {
  let read = carryForward(before);
  read = setMark(read, 'T01', markOf(mm[0], mm[0] * 0.6, 5, earlierStudy));
  read = setMark(read, 'T02', markOf(mm[1], mm[1] * 0.6, 6, earlierStudy));
  return setNonTargetJudgement(setState(read, 'NT01', 'progressed'), 'PD');
};

const first = baselineDocument();
const second = worse([first], 40, 20);
const third = worse([first, second], 20, 10);
const alone: ReadContext['charter'] = {
  ...{ criterion: 'recist-1.1', parameters: {}, showDerived: 'live', bulkUnchanged: true },
};
const both = { ...alone, others: [{ criterion: 'irecist', parameters: {} }] };
/** Eight weeks after non-target progression. */
const afterProgression = (charter: ReadContext['charter'] = both): ReadContext =>
  followUpContext({
    ...{ timepoint: 'TP 2', date: '2020-04-22', charter },
    history: [
      { timepoint: 'Baseline', day: 0, date: '2020-01-01', document: first },
      { timepoint: 'TP 1', day: 56, date: '2020-02-26', document: second },
    ],
  });

async function show(context: ReadContext, document: ReadDocument) {
  const { store } = await openBench(context, { document });
  await act(async () => {
    root.render(
      <CasePanel
        store={store}
        commands={commands}
      />
    );
  });
  return store;
}

const shown = (selector: string): string => place.querySelector(selector)?.textContent ?? '';
const click = async (selector: string, name: string): Promise<void> => {
  const button = [...place.querySelectorAll<HTMLElement>(`${selector} button`)].find(
    one => one.textContent === name
  );
  if (button === undefined) throw new Error(`no ${name} in ${selector}`);
  await act(async () => {
    button.click();
    await turns();
  });
};

describe('a read rated by RECIST 1.1 and iRECIST', () => {
  it('has the response by the primary one as ever, and a line with its own reasons for the other', async () => {
    const store = await show(afterProgression(), third);
    expect(shown('[data-response]')).toContain('calculated by RECIST 1.1');
    expect(shown('[data-overall]')).toBe('PD');
    expect(shown('[data-criterion="irecist"]')).toContain('iRECISTIUPD');
    await click('[data-criterion="irecist"]', 'How');
    expect(place.textContent).toContain('How the response by iRECIST is derived');
    expect(shown('.cl-steps')).toContain('run.');
    act(() => store.open('none'));
    for (const name of ['RECIST 1.1', 'iRECIST']) {
      act(() => void runCaseAction(store, 'derivation', commands));
      expect(place.textContent).toContain(`How the response by ${name} is derived`);
    }
    act(() => void runCaseAction(store, 'derivation', commands));
    expect(store.getSnapshot().sheet).toBe('none');
  });

  it('asks what iRECIST has to know, blocks without it, and takes an answer back', async () => {
    const store = await show(afterProgression(), third);
    const facts = [...place.querySelectorAll<HTMLElement>('[data-fact]')];
    expect(facts.map(({ dataset }) => dataset['fact'])).toEqual(['ntFurther', 'newSymptom']);
    expect(dueThings(store).map(({ message }) => message)).toEqual([
      expect.stringContaining('ntFurther'),
    ]);
    await click('[data-fact="ntFurther"]', 'Yes');
    expect(shown('[data-criterion="irecist"]')).toContain('ICPD');
    expect(dueThings(store)).toEqual([]);
    await click('[data-fact="ntFurther"]', 'Yes');
    expect(store.getSnapshot().document).not.toHaveProperty('ntFurther');
    expect(shown('[data-criterion="irecist"]')).toContain('IUPD');
  });

  it('takes the progression of a new lesion that was there before, which RECIST 1.1 alone does not ask', () => {
    const there = addLesion(second, {
      ...{ role: 'new', baseline: false, trackingUid: '2.25.9' },
      ...{ location: 'BONE', mark: null },
    }).lesions.at(-1);
    if (there === undefined) throw new Error('no new lesion');
    const before = { ...there, createdInThisRead: false };
    expect(mayBe(before, 'progressed', afterProgression())).toBe(true);
    expect(mayBe(there, 'progressed', afterProgression())).toBe(false);
    expect(mayBe(before, 'progressed', afterProgression(alone))).toBe(false);
    expect(mayBe(before, 'unequivocal', afterProgression(alone))).toBe(true);
  });

  it('says nothing of either where the charter shows it after signing alone, and no category before all is read', async () => {
    await show(afterProgression({ ...both, showDerived: 'afterSigning' }), third);
    expect(place.querySelector('[data-criterion]')).toBeNull();
    act(() => root.unmount());
    root = createRoot(place);
    await show(afterProgression(), carryForward([first, second]));
    expect(shown('[data-criterion="irecist"]')).toContain('When all lesions are done');
  });

  it('asks nothing and has no line where RECIST 1.1 is alone, or nothing progressed before', async () => {
    await show(afterProgression(alone), third);
    expect(place.querySelector('[data-criterion], [data-fact]')).toBeNull();
    expect(shown('[data-response]')).toContain('calculated');
    expect(shown('[data-response]')).not.toContain('RECIST');
    act(() => root.unmount());
    root = createRoot(place);
    await show(followUpContext({ charter: both }), second);
    expect(place.querySelector('[data-fact]')).toBeNull();
    expect(shown('[data-criterion="irecist"]')).toContain('IUPD');
  });
});

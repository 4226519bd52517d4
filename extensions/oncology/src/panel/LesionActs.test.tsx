import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { ReadDocument } from '@corelab/reads';
import {
  noPanes as commands,
  baselineDocument,
  contextOf,
  followUpContext,
  markOf,
  openBench,
} from '../case/caseBench.testdata.js';
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

async function show(context = followUpContext(), read?: ReadDocument) {
  const { store } = await openBench(context, read === undefined ? {} : { document: read });
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

function element(selector: string): HTMLElement {
  const found = place.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`nothing matches ${selector}`);
  return found;
}
const click = (selector: string): Promise<void> => act(async () => element(selector).click());
const rowText = (id: string): string => element(`[data-lesion="${id}"]`).textContent ?? '';

describe('the acts of a row', () => {
  it('split by button: parts indented, parent named by its count, Undo in the line', async () => {
    const store = await show();
    await act(async () => store.select('2.25.1'));
    await click('[data-act="split"]');
    expect(element('[data-lesion="T01a"]').className).toContain('cl-indented');
    expect(rowText('T01')).toContain('Split in 2');
    expect(element('[data-prompt]').textContent).toBe('T01 split in 2. Draw T01a.');
    expect(element('[data-act="split"]').textContent).toContain('Add a part');
    await click('[data-act="undo"]');
    expect(place.querySelector('[data-lesion="T01a"]')).toBeNull();
    expect(place.querySelector('[data-act="undo"]')).toBeNull();
  });

  it('merge by a click in the list; the row points to its partner', async () => {
    const store = await show();
    await act(async () => store.select('2.25.2'));
    await click('[data-act="merge"]');
    expect(place.textContent).toContain('Merge T02 into which lesion?');
    expect(document.activeElement).toBe(element('[role="radiogroup"]'));
    await click('[data-choice="2.25.1"]');
    expect(rowText('T02')).toContain('Merged into T01');
    await click('[data-act="partner"]');
    expect(element('[data-lesion="T01"]').getAttribute('aria-selected')).toBe('true');
    await act(async () => store.select('2.25.2'));
    await click('[data-act="separate"]');
    expect(rowText('T02')).toContain('To measure');
  });

  it('an act that is off stays in reach and says why', async () => {
    const store = await show(contextOf(), baselineDocument());
    await act(async () => store.select('2.25.1'));
    const split = element('[data-act="split"]');
    expect(split.getAttribute('aria-disabled')).toBe('true');
    expect(document.getElementById(split.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'Splits and merges are recorded at a follow-up'
    );
    await click('[data-act="split"]');
    expect(element('[data-prompt]').textContent).toBe(
      'Splits and merges are recorded at a follow-up'
    );
    await click('[data-act="role"]');
    expect(element('[data-prompt]').textContent).toBe('T01 is now NT02, non-target.');
  });

  it('other reason: a field takes the words, and nothing without words', async () => {
    const store = await show();
    await act(async () => store.select('2.25.1'));
    await act(async () => store.open('otherReason'));
    const field = element('.cl-detail input') as HTMLInputElement;
    expect(document.activeElement).toBe(field);
    const enter = () =>
      act(async () => {
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      });
    const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    await act(async () => {
      setter?.call(field, 'clips from surgery');
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await enter();
    expect(store.selectedLesion).toMatchObject({
      state: 'notEvaluable',
      reason: { code: 'OTHER', text: 'clips from surgery' },
    });
    expect(rowText('T01')).toContain('Not evaluable: clips from surgery');
    await act(async () => store.undo());
    await act(async () => store.open('otherReason'));
    await act(async () => {
      element('.cl-detail input').dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })
      );
    });
    expect(store.selectedLesion?.state).toBe('toDo');
    expect(store.getSnapshot().sheet).toBe('none');
  });

  it('replacing a measurement says so, and the line takes it back', async () => {
    const store = await show();
    await act(async () => store.select('2.25.1'));
    await act(async () => void store.draw(markOf(24.1)));
    await click('[data-act="absent"]');
    expect(element('[data-prompt]').textContent).toBe('T01: replaced 24.1 mm.');
    await click('[data-act="undo"]');
    expect(rowText('T01')).toContain('24.1');
  });

  it('unequivocal progression opens the comment, ready to type', async () => {
    const store = await show();
    await act(async () => store.select('2.25.3'));
    await click('[data-act="progressed"]');
    expect(document.activeElement).toBe(element('.cl-detail textarea'));
  });

  it('others unchanged is offered with its count said, and nowhere at baseline', async () => {
    await show();
    await click('[data-act="asBefore"]');
    expect(element('[data-prompt]').textContent).toBe('Set 1 as before.');
    expect(element('[data-act="asBefore"]').getAttribute('aria-disabled')).toBe('true');
    await show(contextOf(), baselineDocument());
    expect(place.querySelector('[data-act="asBefore"]')).toBeNull();
  });

  it('image quality folds to one line, and offers what an unreadable region means', async () => {
    await show();
    expect(element('[data-fold="quality"]').textContent).toContain('all regions optimal');
    await click('[data-fold="quality"]');
    expect(place.querySelectorAll('[data-region]')).toHaveLength(4);
    await click('[data-region="abdomen"] [data-quality="notReadable"]');
    expect(place.querySelector('[data-act="apply-abdomen"]')).toBeNull();
    await click('[data-act="reason-abdomen-NOT_IMAGED"]');
    expect(element('[data-region="abdomen"]').textContent).toContain(
      'Marks 1 lesion not evaluable: abdomen, not imaged'
    );
    await click('[data-act="apply-abdomen"]');
    expect(rowText('T01')).toContain('Not evaluable: not imaged');
    expect(place.querySelector('[data-act="apply-abdomen"]')).toBeNull();
  });
});

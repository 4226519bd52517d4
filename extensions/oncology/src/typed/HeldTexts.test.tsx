import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { ClientError, type ApiClient, type NotIdentity } from '@corelab/client';
import { setNonTargetJudgement, type ReadDocument } from '@corelab/reads';
import { followUpContext, noPanes, openBench, turns } from '../case/caseBench.testdata.js';
import { runCaseAction } from '../keys/caseActions.js';
import { CasePanel } from '../panel/CasePanel.js';

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

const named = 'rim, Mr Zyxwvut moved';

/** A server that knows a site "BER", and what it was told is none. */
function serverKnowing(site = 'BER') {
  const saved: ReadDocument[] = [];
  const said: (readonly NotIdentity[])[] = [];
  const saveDraft: ApiClient['saveDraft'] = (_id, document, _etag, _mine, notIdentity = []) => {
    const read = document as ReadDocument;
    const index = read.lesions.findIndex(({ comment }) => comment.includes(site));
    if (index >= 0) {
      const from = read.lesions[index]?.comment.indexOf(site) ?? 0;
      const found = [{ kind: 'known', from, to: from + site.length }];
      const fields = [{ path: `/lesions/${index}/comment`, found }];
      return Promise.reject(new ClientError('CL_TEXT_IDENTIFIES', 422, 'no', { fields }));
    }
    saved.push(read);
    said.push(notIdentity);
    return Promise.resolve({ savedAt: '2026-11-23T14:05:32Z', etag: `"${saved.length}"` });
  };
  return { saved, said, saveDraft };
}

async function show() {
  const server = serverKnowing();
  const bench = await openBench(followUpContext(), { api: { saveDraft: server.saveDraft } });
  await act(async () => {
    root.render(
      <CasePanel
        store={bench.store}
        commands={noPanes}
      />
    );
  });
  return { ...bench, ...server };
}

function element<E extends HTMLElement>(selector: string): E {
  const found = place.querySelector<E>(selector);
  if (found === null) throw new Error(`nothing matches ${selector}`);
  return found;
}
const isThere = (selector: string): boolean => place.querySelector(selector) !== null;
const click = (selector: string): Promise<void> =>
  act(async () => {
    element(selector).click();
    await turns();
  });
const field = (): HTMLTextAreaElement => element('.cl-detail textarea');
const settle = (): Promise<void> => act(turns);

/** Types into a field and presses beside it, as onto an image. */
async function type(typed: HTMLTextAreaElement | HTMLInputElement, value: string): Promise<void> {
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(typed), 'value')?.set;
  await act(async () => {
    typed.focus();
    setter?.call(typed, value);
    typed.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await act(async () => {
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    await turns();
  });
}

async function comment(store: Awaited<ReturnType<typeof show>>['store'], words: string) {
  await act(async () => {
    store.select('2.25.1');
    store.open('comment');
  });
  await type(field(), words);
}
const commentOf = (document: ReadDocument | undefined) => document?.lesions[0]?.comment;

describe('a comment that looks like identity', () => {
  it('is not taken, stays in its field with the reason under it, and gives the keys back', async () => {
    const { store, saved } = await show();
    await comment(store, named);
    expect(commentOf(store.getSnapshot().document)).toBe('');
    expect(saved).toEqual([]);
    expect(field().value).toBe(named);
    expect(document.activeElement).toBe(document.body);
    const note = element('.cl-held [role="alert"]');
    expect(note.textContent).toContain('“Mr Zyxwvut” looks like the name of a person.');
    expect(field().getAttribute('aria-describedby')).toBe(note.id);
    expect(field().getAttribute('aria-invalid')).toBe('true');
    await click('[data-act="changeText"]');
    expect(document.activeElement).toBe(field());
    expect(named.slice(field().selectionStart, field().selectionEnd)).toBe('Mr Zyxwvut');
  });

  it('is taken once it is changed, and nothing waits any more', async () => {
    const { store, saved } = await show();
    await comment(store, named);
    await type(field(), 'rim, patient moved');
    expect(commentOf(saved.at(-1))).toBe('rim, patient moved');
    expect(store.getSnapshot().held).toEqual([]);
    expect(isThere('.cl-held')).toBe(false);
    expect(isThere('.cl-detail textarea')).toBe(false);
  });

  it('is taken on its writer’s word, which goes to the server with it and with every save after', async () => {
    const { store, saved, said } = await show();
    await comment(store, named);
    await click('[data-act="insist"]');
    expect(commentOf(saved.at(-1))).toBe(named);
    const word = [{ path: '/lesions/0/comment', kinds: ['person'] }];
    expect(said.at(-1)).toEqual(word);
    act(() => store.undo());
    await settle();
    expect([commentOf(saved.at(-1)), said.at(-1)]).toEqual(['', []]);
    act(() => store.redo());
    await settle();
    expect([commentOf(saved.at(-1)), said.at(-1)]).toEqual([named, word]);
  });

  it('can be left out: what stood before stands', async () => {
    const { store, saved } = await show();
    await comment(store, 'rim');
    await comment(store, named);
    await click('[data-act="dropText"]');
    expect(commentOf(store.getSnapshot().document)).toBe('rim');
    expect(saved.map(commentOf)).not.toContain(named);
    expect(store.getSnapshot().held).toEqual([]);
  });

  it('waits wherever the reader goes, blocks signing, and is found again with its words', async () => {
    const { store } = await show();
    await comment(store, named);
    await act(async () => store.select('2.25.2'));
    expect(isThere('.cl-detail textarea')).toBe(false);
    expect(element('[data-waiting]').textContent).toContain('The comment on T01 is not kept');
    act(() => void runCaseAction(store, 'sign', noPanes));
    expect(store.getSnapshot().sheet).not.toBe('sign');
    expect(element('[data-prompt]').textContent).toContain('The comment on T01 is not kept');
    await click('[data-act="waiting"]');
    expect(store.selectedLesion?.id).toBe('T01');
    expect(field().value).toBe(named);
  });

  it('of a name that only the trial knows leaves the draft again, and the rest is saved', async () => {
    const { store, saved, histories, drafts } = await show();
    await act(async () => {
      store.select('2.25.1');
      store.open('comment');
    });
    const setter = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
    await act(async () => {
      field().focus();
      setter?.call(field(), 'typical of BER');
      field().dispatchEvent(new Event('input', { bubbles: true }));
    });
    await act(async () => {
      document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
      // The reader reads on while the server is asked.
      store.edit('judgement', read => setNonTargetJudgement(read, 'PD'));
      await turns();
    });
    expect(saved.at(-1)).toMatchObject({ nonTargetJudgement: 'PD' });
    expect(saved.map(commentOf)).not.toContain('typical of BER');
    expect(store.getSnapshot().draft).toMatchObject({ state: 'saved', pending: 0 });
    expect(element('[data-waiting]').textContent).toContain('The comment on T01 is not kept');
    await click('[data-act="waiting"]');
    expect(field().value).toBe('typical of BER');
    expect(element('[data-found="known"]').textContent).toContain('“BER” names a subject, a site');
    expect(isThere('[data-act="insist"]')).toBe(false);
    // Neither undo nor what this computer keeps brings it back.
    act(() => store.undo());
    act(() => store.undo());
    act(() => store.redo());
    act(() => store.redo());
    await settle();
    expect(commentOf(store.getSnapshot().document)).toBe('');
    expect(store.getSnapshot().document.nonTargetJudgement).toBe('PD');
    expect(JSON.stringify([await histories.get('r1'), [...drafts.entries]])).not.toContain('BER');
  });
});

describe('a reason that looks like identity', () => {
  it('leaves the lesion as it is, and makes it not evaluable once it is changed', async () => {
    const { store } = await show();
    await act(async () => {
      store.select('2.25.1');
      store.open('otherReason');
    });
    const input = (): HTMLInputElement => element('.cl-detail .cl-field input');
    await type(input(), 'DOB 12.03.1956 on the image');
    expect(store.selectedLesion?.state).toBe('toDo');
    expect(input().value).toBe('DOB 12.03.1956 on the image');
    expect(element('[data-found="birth"]').textContent).toContain('a date of birth');
    await type(input(), 'a date on the image');
    expect(store.selectedLesion).toMatchObject({
      ...{ state: 'notEvaluable', reason: { code: 'OTHER', text: 'a date on the image' } },
    });
    expect(store.getSnapshot().held).toEqual([]);
  });

  it('of an image quality keeps its line unfolded until it is settled', async () => {
    const { store } = await show();
    const [quality] = store.getSnapshot().document.imageQuality;
    const region = quality?.region ?? 'none';
    await click('[data-fold="quality"]');
    await click(`[data-region="${region}"] [data-quality="limited"]`);
    const input = (): HTMLInputElement => element(`[data-region="${region}"] input`);
    await type(input(), 'Dr. Zyxwvut moved the table');
    await click('[data-fold="quality"]');
    expect(input().value).toBe('Dr. Zyxwvut moved the table');
    expect(store.getSnapshot().document.imageQuality[0]?.reason).toBeNull();
    await click(`[data-region="${region}"] [data-act="insist"]`);
    expect(store.getSnapshot().document.imageQuality[0]?.reason).toEqual({
      ...{ code: 'OTHER', text: 'Dr. Zyxwvut moved the table' },
    });
    expect(isThere(`[data-region="${region}"]`)).toBe(false);
  });
});

describe('a problem whose words look like identity', () => {
  it('is not sent before they are changed or insisted on, nor when the trial knows them', async () => {
    const sent: unknown[] = [];
    const flagProblem: ApiClient['flagProblem'] = (_id, request) => {
      sent.push(request);
      const fields = [{ path: '/text', found: [{ kind: 'known', from: 0, to: 3 }] }];
      return Promise.reject(new ClientError('CL_TEXT_IDENTIFIES', 422, 'no', { fields }));
    };
    const { store } = await openBench(followUpContext(), { api: { flagProblem } });
    await act(async () => {
      root.render(
        <CasePanel
          store={store}
          commands={noPanes}
        />
      );
    });
    await act(async () => store.open('problem'));
    const words = (): HTMLTextAreaElement => element('[data-sheet="problem"] textarea');
    await type(words(), 'Name: Zyxwvut');
    await click('[data-act="flag"]');
    expect(sent).toEqual([]);
    await click('[data-act="insist"]');
    await click('[data-act="flag"]');
    expect(sent).toMatchObject([
      { text: 'Name: Zyxwvut', notIdentity: [{ path: '/text', kinds: ['person'] }] },
    ]);
    await type(words(), 'BER sent it');
    await click('[data-act="flag"]');
    expect(element('[data-found="known"]').textContent).toContain('“BER” names');
    expect(words().value).toBe('BER sent it');
    expect(isThere('[data-act="insist"]')).toBe(false);
    await click('[data-act="flag"]');
    expect(sent).toHaveLength(2);
  });
});

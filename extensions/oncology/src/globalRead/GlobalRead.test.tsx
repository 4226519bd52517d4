import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { ClientError, type GlobalReadContext, type SignRequest } from '@corelab/client';
import { carryForward } from '@corelab/reads';
import { setLanguage } from '@corelab/ui';
import {
  baselineDocument,
  followUpContext,
  noPanes,
  openBench,
  turns,
} from '../case/caseBench.testdata.js';
import { CaseStore } from '../case/caseStore.js';
import { CasePanel } from '../panel/CasePanel.js';
import { GlobalReadStore } from './globalReadStore.js';
import { loadGlobalRead } from './loadGlobalRead.js';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const signature = {
  ...{ by: 'reader1', name: 'A. Ober', at: '2026-11-23T14:06:00Z' },
  ...{ meaning: 'My assessment', zone: 'UTC', hash: '9f3c0000aa' },
};

const timepoint = (readId: string, name: string, response: string | null) => ({
  ...{ readId, timepoint: name, day: null, date: '2020-01-01', state: 'signed' },
  ...{ signedResponse: response, response, reason: null },
});

const asked: GlobalReadContext = {
  ...{ globalReadId: 'g1', state: 'ready', etag: '"a"', meanings: ['My assessment'] },
  read: followUpContext({ readId: 'g1', state: 'signed', signature }),
  document: carryForward([baselineDocument()]),
  timepoints: [timepoint('r0', 'Baseline', null), timepoint('r1', 'TP 1', 'PD')],
  signature: null,
};

describe('the panel of a global read', () => {
  let place: HTMLElement;
  let root: Root;
  /** What the server answers when it is asked. */
  let context: GlobalReadContext;
  let refusal: ClientError | null;
  const opened: string[] = [];
  const changed: unknown[][] = [];
  const signed: SignRequest[] = [];
  beforeEach(() => {
    place = document.body.appendChild(document.createElement('div'));
    root = createRoot(place);
    context = asked;
    refusal = null;
    for (const list of [opened, changed, signed]) list.length = 0;
  });
  afterEach(() => {
    act(() => root.unmount());
    place.remove();
    setLanguage('en');
  });

  const show = async () => {
    const { ports } = await openBench(followUpContext(), {
      api: {
        globalRead: () => Promise.resolve(context),
        reconsider: (...given) => {
          changed.push(given);
          if (refusal !== null) return Promise.reject(refusal);
          const again = { ...timepoint('r2', 'TP 1', 'PD'), state: 'ready', reason: given[2] };
          context = { ...asked, timepoints: [timepoint('r0', 'Baseline', null), again] };
          return Promise.resolve({ readId: 'r2' });
        },
        signGlobalRead: (_id, request) => {
          signed.push(request);
          return Promise.resolve({ signature });
        },
      },
    });
    const loaded = await loadGlobalRead(ports, 'g1');
    const store = new CaseStore(loaded.ports, loaded.shown);
    const globalRead = new GlobalReadStore(ports, loaded.context);
    await act(async () => {
      root.render(
        <CasePanel
          store={store}
          commands={{ ...noPanes, openTimepoint: id => void opened.push(id) }}
          globalRead={globalRead}
        />
      );
    });
    return { store, globalRead };
  };
  const rows = (): string[] =>
    [...place.querySelectorAll('[data-global-read] tbody tr')].map(row => row.textContent ?? '');
  const press = (selector: string): Promise<void> =>
    act(async () => {
      const button = place.querySelector<HTMLElement>(selector);
      if (button === null) throw new Error(`nothing matches ${selector}`);
      button.click();
      await turns();
    });
  const say = (words: string): void =>
    act(() => {
      const field = place.querySelector<HTMLTextAreaElement>('.cl-sheet textarea');
      if (field === null) throw new Error('there is no field for the reason');
      const write = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
      field.focus();
      write?.call(field, words);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
      field.blur();
    });

  it('shows every timepoint with its response, and nothing of it can be edited', async () => {
    const { store } = await show();
    expect(rows()).toEqual(['BaselinenoneReconsider', 'TP 1PDReconsider']);
    expect(store.locked).toBe(true);
    expect(place.querySelector('[data-sign="ready"]')?.textContent).toContain(
      'Ready to sign Global read'
    );
  });

  it('changes an opinion with a reason alone, and leads to the timepoint that is read again', async () => {
    const { globalRead } = await show();
    await press('[data-timepoint="TP 1"] button');
    await press('[data-act="reconsider"]');
    expect(place.querySelector('.cl-sheet')?.textContent).toContain('Say why');
    expect(changed).toEqual([]);
    say('  A vessel was measured  ');
    await press('[data-act="reconsider"]');
    expect(changed).toEqual([['g1', 'r1', 'A vessel was measured']]);
    expect(rows()[1]).toBe('TP 1PD A vessel was measuredRead again');
    expect(place.querySelector('[data-sign="blocked"]')).not.toBeNull();
    globalRead.askToSign();
    expect(globalRead.getSnapshot().sheet).toEqual({ kind: 'none' });
    await press('[data-act="readAgain"]');
    expect(opened).toEqual(['r2']);
  });

  it('says why an opinion could not be changed, and keeps what was written', async () => {
    refusal = new ClientError('CL_CASE_CHANGED', 409, 'Something has changed.');
    await show();
    await press('[data-timepoint="TP 1"] button');
    say('Too big');
    await press('[data-act="reconsider"]');
    expect(place.querySelector('.cl-sheet [role="alert"]')?.textContent).toBe(
      'Something has changed.'
    );
    expect(place.querySelector('textarea')?.value).toBe('Too big');
  });

  it('asks again for a reason that looks like identity, before it is sent and after', async () => {
    const found = [{ kind: 'known', from: 0, to: 3 }];
    refusal = new ClientError('CL_TEXT_IDENTIFIES', 422, 'no', {
      fields: [{ path: '/reason', found }],
    });
    await show();
    await press('[data-timepoint="TP 1"] button');
    say('seen by Dr. Zyxwvut');
    await press('[data-act="reconsider"]');
    expect(changed).toEqual([]);
    await press('[data-act="insist"]');
    await press('[data-act="reconsider"]');
    const word = [{ path: '/reason', kinds: ['person'] }];
    expect(changed).toEqual([['g1', 'r1', 'seen by Dr. Zyxwvut', word]]);
    say('BER says so');
    await press('[data-act="reconsider"]');
    expect(place.querySelector('[data-found="known"]')?.textContent).toContain('“BER” names');
    expect(place.querySelector('textarea')?.value).toBe('BER says so');
    expect(place.querySelector('[data-act="insist"]')).toBeNull();
  });

  it('signs what stands, then shows the signature and leaves nothing to change', async () => {
    context = {
      ...asked,
      timepoints: [
        timepoint('r0', 'Baseline', null),
        { ...timepoint('r2', 'TP 1', 'PD'), response: 'PR', reason: 'A vessel' },
      ],
    };
    const { globalRead } = await show();
    expect(rows()[1]).toBe('TP 1PD, now PR A vesselReconsider');
    await act(async () => void globalRead.askToSign());
    expect(place.querySelector('.cl-sheet')?.textContent).toContain('opinions changed at 1');
    await act(() => globalRead.sign('secret', 'My assessment'));
    expect(signed).toMatchObject([{ password: 'secret', meaning: 'My assessment', etag: '"a"' }]);
    expect(place.querySelector('[data-sign="signed"]')?.textContent).toContain('A. Ober');
    expect(rows()).toEqual(['Baselinenonesigned', 'TP 1PD, now PR A vesselsigned']);
  });

  it('is there in German', async () => {
    setLanguage('de');
    await show();
    expect(rows()[1]).toBe('TP 1PDÜberdenken');
    expect(place.querySelector('[data-global-read]')?.textContent).toContain('Gesamtbefundung');
  });
});

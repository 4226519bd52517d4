import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { KeptCase, ReadListItem } from '@corelab/client';
import { KeptNotice } from './KeptNotice.js';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let root: Root;
let place: HTMLElement;
const opened: string[] = [];
const givenUp: string[] = [];

beforeEach(() => {
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
});

afterEach(() => {
  act(() => root.unmount());
  place.remove();
});

const kept = (caseId: string, change: Partial<KeptCase> = {}): KeptCase => ({
  ...{ caseId, title: `S-${caseId} BL`, changes: 2, unreadable: null },
  document: {
    lesions: [
      {
        ...{ id: 'T01', location: 'LIVER', state: 'measured', comment: 'near the vein' },
        mark: { longestDiameterMm: 32.14, shortAxisMm: 20 },
      },
    ],
    comment: 'seen twice',
  },
  ...change,
});

const item = (readId: string, state: string): ReadListItem => ({
  ...{ readId, state, trialName: 'ONC-DEMO', subjectCode: `S-${readId}`, timepoint: 'BL' },
  ...{ task: 'read', scope: 'timepoint', order: 1, dueDate: null, done: 0, of: 0 },
  route: 'oncology-recist',
});

const show = (cases: KeptCase[], reads: ReadListItem[]): void =>
  act(() =>
    root.render(
      <KeptNotice
        kept={cases}
        reads={reads}
        onOpen={({ readId }) => void opened.push(readId)}
        onGiveUp={caseId => void givenUp.push(caseId)}
      />
    )
  );

const press = (name: string): void =>
  act(() => place.querySelector<HTMLElement>(`[data-act=${name}]`)?.click());

describe('what only this computer has', () => {
  it('is not spoken of where there is nothing', () => {
    show([], [item('a', 'draft')]);
    expect(place.textContent).toBe('');
  });

  it('is saved by opening the case', () => {
    show([kept('a')], [item('a', 'draft')]);
    expect(place.textContent).toContain(
      'S-a BL: 2 changes. They are saved when you open the case.'
    );
    press('openKept');
    expect(opened).toEqual(['a']);
  });

  it('is looked at beside what was signed', () => {
    show([kept('a')], [item('a', 'signed')]);
    expect(place.textContent).toContain('S-a BL: signed without 2 changes written here.');
  });

  it('can be read, and given up by a second press alone, where the case is listed no more', () => {
    show([kept('a')], []);
    expect(place.textContent).toContain('S-a BL: 2 changes that can not be saved');
    press('show');
    const lines = [...place.querySelectorAll('li')].map(({ textContent }) => textContent);
    expect(lines).toEqual(['T01, LIVER, measured, 32.1 x 20.0 mm, near the vein', 'seen twice']);
    press('giveUp');
    expect(givenUp).toEqual([]);
    press('erase');
    expect(givenUp).toEqual(['a']);
  });

  it('is said also where it can not be read any more', () => {
    show([kept('a', { title: null, document: null, unreadable: 'OperationError' })], []);
    expect(place.textContent).toContain('can not be read here any more (OperationError)');
    expect(place.querySelector('[data-act=show]')).toBeNull();
  });
});

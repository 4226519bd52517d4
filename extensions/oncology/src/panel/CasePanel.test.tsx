import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ClientError } from '@corelab/client';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { setLocation } from '@corelab/reads';
import {
  noPanes as commands,
  contextOf,
  followUpContext,
  markOf,
  openBench,
} from '../case/caseBench.testdata.js';
import type { FactsSource } from './browserFacts.js';
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

async function show(context = contextOf(), facts?: FactsSource) {
  const { store } = await openBench(context);
  await act(async () => {
    root.render(
      <CasePanel
        store={store}
        commands={commands}
        {...(facts === undefined ? {} : { facts })}
      />
    );
  });
  return store;
}

const shown = (selector: string): string => place.querySelector(selector)?.textContent ?? '';

function click(selector: string): void {
  const button = place.querySelector<HTMLElement>(selector);
  if (button === null) {
    throw new Error(`nothing matches ${selector}`);
  }
  act(() => button.click());
}

describe('CasePanel', () => {
  it('says what to do in an empty baseline', async () => {
    await show();
    expect(place.textContent).toContain('Press A and draw the first target');
    click('[data-add="target"]');
    expect(shown('[data-prompt]')).toContain('Adding T01, target');
  });

  it('shows a drawn lesion, its value and the sum at once, and asks the location', async () => {
    const store = await show();
    await act(async () => {
      store.arm({ kind: 'add', role: 'target' });
      store.draw(markOf(32.1));
    });
    expect(place.querySelector('[role="combobox"]')).not.toBeNull();
    expect(shown('[data-current="T01"]')).toContain('32.1');
    expect(shown('[data-sum]')).toBe('32.1\u00a0mm');
    expect(place.querySelector('[data-sign="blocked"]')).not.toBeNull();
    await act(async () => {
      store.edit('location', document => setLocation(document, 'T01', 'LIVER'));
    });
    expect(shown('[data-sign="ready"]')).toContain('Ready to sign Baseline');
    expect(shown('[data-save="saved"]')).toContain('Saved');
  });

  it('lists carried lesions with earlier value, state in words and no blank cell', async () => {
    const store = await show(followUpContext());
    const row = shown('[data-lesion="T01"]');
    expect(row).toContain('40.0');
    expect(row).toContain('To measure');
    expect(
      [...place.querySelectorAll('.cl-cell-value')].every(cell => cell.textContent !== '')
    ).toBe(true);
    await act(async () => {
      store.select('2.25.1');
      store.draw(markOf(20));
    });
    expect(shown('[data-lesion="T01"]')).toContain('\u221250.0\u00a0%');
  });

  it('signs in a sheet of the panel, then shows the signature and locks', async () => {
    const store = await show();
    await act(async () => {
      store.arm({ kind: 'add', role: 'target' });
      store.draw(markOf(32.1));
      store.edit('location', document => setLocation(document, 'T01', 'LIVER'));
    });
    click('.cl-sign-bar .cl-button-primary');
    expect(shown('.cl-sheet')).toContain('targets 1, non-targets 0');
    await act(async () => store.sign('secret', 'My assessment'));
    expect(shown('[data-sign="signed"]')).toContain('Signed by A. Ober, 2026-11-23 14:06 UTC');
    expect(place.querySelector<HTMLButtonElement>('[data-add="target"]')?.disabled).toBe(true);
  });

  it('explains the response on its own page of the panel', async () => {
    const store = await show();
    await act(async () => {
      store.arm({ kind: 'add', role: 'target' });
      store.draw(markOf(32.1));
    });
    click('[data-sum]');
    expect(place.querySelector('.cl-steps li')).not.toBeNull();
  });

  it('flags a problem in a sheet of the panel, waits, and shows the answer in the same place', async () => {
    const problem = {
      problemId: 'p1',
      kind: 'wrongSubject' as const,
      text: 'Another body',
      raisedAt: '',
      decision: null,
      answers: [],
    };
    const store = await show();
    click('[data-button="problem"]');
    expect(place.querySelectorAll('[data-sheet="problem"] input[type="radio"]')).toHaveLength(4);
    click('[data-act="flag"]');
    expect(shown('[data-sheet="problem"]')).toContain('Say what you saw');
    await act(async () =>
      store.show({
        sheet: 'none',
        problems: { state: 'onHold', suspended: false, problems: [problem] },
      })
    );
    expect(shown('[data-problem="waiting"]')).toBe(
      'On hold: you flagged a wrong subject. The data manager answers here.'
    );
    expect(place.querySelector('[data-sign="onHold"]')).not.toBeNull();
    expect(shown('[data-save="onHold"]')).toBe('On hold. Your draft is kept');
    expect(place.querySelector<HTMLButtonElement>('[data-add="target"]')?.disabled).toBe(true);
    const answers = [{ text: 'It is the right one', decision: 'resume' as const, at: '' }];
    await act(async () =>
      store.show({
        problems: {
          state: 'draft',
          suspended: false,
          problems: [{ ...problem, decision: 'resume', answers }],
        },
      })
    );
    expect(shown('[data-problem="answered"]')).toContain(
      'The data manager answered: It is the right one'
    );
    expect(place.querySelector('[data-sign="blocked"]')).not.toBeNull();
  });
});

describe('clinical facts in the panel', () => {
  const facts = [
    {
      ...{ kind: 'clinicalStatus', name: null, value: 'stable', unit: null },
      ...{ date: '2019-03-01', day: 55 },
    },
    { kind: 'labs', name: 'LDH', value: '<250', unit: 'U/l', date: '', day: null },
    { kind: 'priorSurgery', name: null, value: null, unit: null, date: '2018-01-02', day: null },
  ];
  const lines = (): (string | null)[] =>
    [...place.querySelectorAll('[data-fact-kind]')].map(({ textContent }) => textContent);

  it('stand in a section of their own, with value and date as they are told', async () => {
    await show(contextOf(), () => Promise.resolve(facts));
    expect(place.querySelector('section[aria-label="Clinical facts"]')).not.toBeNull();
    expect(lines()).toEqual([
      'Clinical statusstable 2019-03-01, day 55',
      'LDH<250 U/l ',
      'Prior surgery 2018-01-02',
    ]);
  });

  it('are no section where none may be seen', async () => {
    await show(contextOf(), () => Promise.resolve([]));
    expect(place.textContent).not.toContain('Clinical facts');
  });

  it('that do not load say so and are asked for again', async () => {
    let answers = false;
    await show(contextOf(), () =>
      answers
        ? Promise.resolve(facts)
        : Promise.reject(new ClientError('CL_DOWN', 500, 'It is away.'))
    );
    expect(place.textContent).toContain('The clinical facts do not load: It is away.');
    answers = true;
    const again = [...place.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'Try again'
    );
    await act(async () => again?.click());
    expect(lines()).toHaveLength(3);
    expect(place.textContent).not.toContain('do not load');
  });
});

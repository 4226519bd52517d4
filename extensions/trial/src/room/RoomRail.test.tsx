import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { Session } from '@corelab/client';
import { HatMenu } from './HatMenu.js';
import { RoomRail } from './RoomRail.js';
import { firstPageOf, pagesOf } from './staffPages.js';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

/** A person who is everything, in one hat, as the server tells of it. */
const wearing = (hat: string | null, hats: string[] = [], results = false): Session => {
  const ofTrial = hat !== null && !['reader', 'adjudicator', 'administrator'].includes(hat);
  const role = hat === null || hat === 'administrator' ? [] : [hat];
  return {
    ...{ user: 'anna', name: 'Anna Adler', hat, hats, roles: role },
    administrator: hat === 'admin' || hat === 'administrator',
    trials: ofTrial ? [{ id: 'T-1', name: 'Trial one', demo: false, roles: role, results }] : [],
    ...{ provider: null, csrfToken: 't', expiresAt: '' },
  };
};

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

describe('the way between the pages', () => {
  it.each([
    ['reader', '/', []],
    ['adjudicator', '/', []],
    ['qcTechnologist', '/intake', ['Intake', 'QC']],
    ['dataManager', '/trials', ['Trials', 'Progress', 'Intake', 'QC', 'Clinical facts', 'People']],
    [
      'admin',
      '/trials',
      ['Trials', 'Progress', 'Intake', 'QC', 'Clinical facts', 'People', 'Audit'],
    ],
    ['trainer', '/people', []],
    [
      'auditor',
      '/trials',
      ['Trials', 'Progress', 'Intake', 'QC', 'Clinical facts', 'People', 'Audit'],
    ],
    ['sponsor', '/progress', []],
    ['siteCoordinator', '/intake', ['Intake', 'QC']],
    ['unblindedSupport', '/facts', []],
    ['administrator', '/trials', ['Trials', 'People', 'Audit']],
    [null, '/', []],
  ])('has for the hat %s, from %s on, its pages alone', (hat, first, titles) => {
    const session = wearing(hat);
    expect(firstPageOf(session)).toBe(first);
    act(() =>
      root.render(
        <RoomRail
          session={session}
          at="people"
        />
      )
    );
    // One page alone needs no way to another.
    expect([...place.querySelectorAll('a')].map(({ textContent }) => textContent)).toEqual(titles);
  });
});

describe('the page of results', () => {
  it.each(['admin', 'dataManager', 'auditor', 'sponsor', 'siteCoordinator'])(
    'is there for the hat %s where somebody is told some, and nowhere else',
    hat => {
      const ids = (results: boolean) => pagesOf(wearing(hat, [], results)).map(({ id }) => id);
      expect(ids(true)).toContain('results');
      expect(ids(false)).not.toContain('results');
    }
  );
});

describe('the hat in the header', () => {
  const show = (session: Session): string[] => {
    const chosen: string[] = [];
    act(() =>
      root.render(
        <HatMenu
          session={session}
          onChange={hat => chosen.push(hat)}
        />
      )
    );
    return chosen;
  };

  it('is said of who has one, without a choice', () => {
    show(wearing('administrator', ['administrator']));
    expect(place.textContent).toBe('Anna Adler, administrator');
    show(wearing(null));
    expect(place.textContent).toBe('Anna Adler');
    expect(place.querySelector('button')).toBeNull();
  });

  it('is chosen by who has several', () => {
    const chosen = show(wearing('reader', ['reader', 'dataManager']));
    act(() => place.querySelector('button')?.click());
    act(() => place.querySelector<HTMLElement>('[data-value="dataManager"]')?.click());
    expect(chosen).toEqual(['dataManager']);
    expect(document.activeElement).toBe(place.querySelector('button'));
  });
});

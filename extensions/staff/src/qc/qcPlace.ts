import { isOne, type Room } from '../frame/room.js';

export const tabs = ['exams', 'queries', 'impacts', 'returned'] as const;
export type Tab = (typeof tabs)[number];

/** Where on the page: a tab, what is open in it, and its filter. */
export interface QcPlace {
  readonly tab: Tab;
  readonly open: string | null;
  readonly filter: QcFilter;
}

/** What a list is asked for; null and false ask for nothing beyond what it shows by itself. */
export interface QcFilter {
  readonly state: string | null;
  readonly site: string | null;
  /** Letters of the subject's identifier. */
  readonly text: string | null;
  readonly overdue: boolean;
}

export const noFilter: QcFilter = { state: null, site: null, text: null, overdue: false };

export const isFiltered = (filter: QcFilter): boolean =>
  filter.state !== null || filter.site !== null || filter.text !== null || filter.overdue;

/** A site coordinator has the queries of own sites, and nothing else of QC. */
export const tabsOf = (room: Room): readonly Tab[] =>
  isOne(room, 'qcTechnologist', 'dataManager', 'admin', 'auditor') ? tabs : ['queries'];

/** Who judges images and asks sites. */
export const checks = (room: Room): boolean => isOne(room, 'qcTechnologist', 'dataManager');

const isTab = (word: string | null): word is Tab => tabs.some(tab => tab === word);

export function placeOf(query: URLSearchParams, allowed: readonly Tab[]): QcPlace {
  const given = (name: string): string | null => query.get(name)?.trim().slice(0, 100) || null;
  const named = query.get('tab');
  const tab = isTab(named) && allowed.includes(named) ? named : (allowed[0] ?? 'queries');
  return {
    tab,
    open: given('open'),
    filter: {
      ...{ state: given('state'), site: given('site'), text: given('text') },
      overdue: query.get('overdue') === 'true',
    },
  };
}

/** The page's address for a place; the trial stays. */
export function qcAddress(trial: string, { tab, open, filter }: QcPlace): string {
  const { state, site, text, overdue } = filter;
  const query = new URLSearchParams({
    ...{ trial, tab },
    ...(open === null ? {} : { open }),
    ...(state === null ? {} : { state }),
    ...(site === null ? {} : { site }),
    ...(text === null ? {} : { text }),
    ...(overdue ? { overdue: 'true' } : {}),
  });
  return `/qc?${query.toString()}`;
}

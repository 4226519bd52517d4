import { isOne, type Room } from '../frame/room.js';

export const tabs = ['entries', 'life', 'verification', 'reviews'] as const;
export type Tab = (typeof tabs)[number];

/** The chain outside any trial. */
export const systemChain = 'system';

/** What entries are looked for by; null asks for nothing. Subjects, reads and people are named by opaque ids. */
export interface EntryFilter {
  readonly act: string | null;
  readonly by: string | null;
  readonly role: string | null;
  readonly subject: string | null;
  readonly read: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly text: string | null;
  readonly oldest: boolean;
}

export const noFilter: EntryFilter = {
  ...{ act: null, by: null, role: null, subject: null, read: null },
  ...{ from: null, to: null, text: null, oldest: false },
};

export const isFiltered = ({ oldest: _, ...filter }: EntryFilter): boolean =>
  Object.values(filter).some(value => value !== null);

/** Where on the page: a chain, a tab, what is open in it, and its filter. */
export interface AuditPlace {
  readonly chain: string;
  readonly tab: Tab;
  /** Number of an entry, or id of a read or review. */
  readonly open: string | null;
  readonly filter: EntryFilter;
}

/** Chains that a person may look at: that of the trial, and the one outside any. */
export const chainsOf = (room: Room): readonly string[] =>
  room.trial !== null && isOne(room, 'admin', 'auditor')
    ? [room.trial.id, systemChain]
    : [systemChain];

const isTab = (word: string | null): word is Tab => tabs.some(tab => tab === word);

/** Of the installation's chain there are neither reads nor reviews. */
export const tabsOf = (chain: string): readonly Tab[] =>
  chain === systemChain ? ['entries', 'verification'] : tabs;

export function placeOf(room: Room): AuditPlace {
  const { query } = room;
  const chains = chainsOf(room);
  const given = (name: string): string | null => query.get(name)?.trim().slice(0, 200) || null;
  const chain = query.get('of') === systemChain ? systemChain : (chains[0] ?? systemChain);
  const named = query.get('tab');
  return {
    chain,
    tab: isTab(named) && tabsOf(chain).includes(named) ? named : 'entries',
    open: given('open'),
    filter: {
      ...{ act: given('act'), by: given('by'), role: given('role'), subject: given('subject') },
      ...{ read: given('read'), from: given('from'), to: given('to'), text: given('text') },
      oldest: query.get('order') === 'oldest',
    },
  };
}

/** The page's address for a place. */
export function auditAddress(trial: string | null, place: AuditPlace): string {
  const { oldest, ...filter } = place.filter;
  const query = new URLSearchParams({
    ...(trial === null ? {} : { trial }),
    ...(place.chain === systemChain ? { of: systemChain } : {}),
    tab: place.tab,
    ...(place.open === null ? {} : { open: place.open }),
    ...(oldest ? { order: 'oldest' } : {}),
  });
  for (const [name, value] of Object.entries(filter)) if (value !== null) query.set(name, value);
  return `/audit?${query.toString()}`;
}

/** What the server is asked for a filter. */
export const entryQuery = ({ oldest, ...filter }: EntryFilter) => ({
  ...(Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null)) as {
    act?: string;
    by?: string;
    role?: string;
    subject?: string;
    read?: string;
    from?: string;
    to?: string;
    text?: string;
  }),
  ...(oldest ? { order: 'oldest' as const } : {}),
});

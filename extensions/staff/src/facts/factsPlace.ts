export const factViews = ['facts', 'import', 'imports'] as const;
export type FactsView = (typeof factViews)[number];

/** Which facts the page is about; null asks for nothing. */
export interface FactsFilter {
  /** Letters of the subject's identifier. */
  readonly subject: string | null;
  readonly kind: string | null;
}

export const noFilter: FactsFilter = { subject: null, kind: null };

const longest = 100;

export function filterOf(query: URLSearchParams): FactsFilter {
  const given = (name: string): string | null => query.get(name)?.trim().slice(0, longest) || null;
  return { subject: given('subject'), kind: given('kind') };
}

/** What is given of a filter, as the server's query names it. */
export const askedFor = ({ subject, kind }: FactsFilter) => ({
  ...(subject === null ? {} : { subject }),
  ...(kind === null ? {} : { kind }),
});

export const isFiltered = ({ subject, kind }: FactsFilter): boolean =>
  subject !== null || kind !== null;

/** The part of the page that an address names, of those the person has. */
export const viewOf = (query: URLSearchParams, has: readonly FactsView[]): FactsView =>
  has.find(view => view === query.get('view')) ?? 'facts';

/** The page's address with a part of it and a filter; the trial stays. */
export function factsAddress(trial: string, view: FactsView, filter: FactsFilter): string {
  const query = new URLSearchParams({
    trial,
    ...(view === 'facts' ? {} : { view }),
    ...(askedFor(filter) as Record<string, string>),
  });
  return `/facts?${query.toString()}`;
}

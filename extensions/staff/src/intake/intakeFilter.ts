export const intakeViews = ['studies', 'apart', 'deliveries', 'upload'] as const;
export type IntakeView = (typeof intakeViews)[number];

export const studyStates = ['waiting', 'matched', 'refused', 'all'] as const;
export type StudyState = (typeof studyStates)[number];

/** Which studies the page is about; null asks for nothing. What waits is what it begins with. */
export interface IntakeFilter {
  readonly state: StudyState;
  readonly site: string | null;
  /** Letters of the subject's identifier. */
  readonly text: string | null;
}

export const noFilter: IntakeFilter = { state: 'waiting', site: null, text: null };

const longest = 100;

/** The filter of an address; a state that there is not is the one the page begins with. */
export function filterOf(query: URLSearchParams): IntakeFilter {
  const given = (name: string): string | null => query.get(name)?.trim().slice(0, longest) || null;
  const asked = query.get('state');
  return {
    state: studyStates.find(state => state === asked) ?? noFilter.state,
    site: given('site'),
    text: given('text'),
  };
}

/** What is given of a filter, as the server's query names it. */
export const askedFor = ({ state, site, text }: IntakeFilter) => ({
  state,
  ...(site === null ? {} : { site }),
  ...(text === null ? {} : { text }),
});

export const isFiltered = ({ site, text }: IntakeFilter): boolean => site !== null || text !== null;

/** The part of the page that an address names, of those the person has. */
export const viewOf = (query: URLSearchParams, has: readonly IntakeView[]): IntakeView | null =>
  has.find(view => view === query.get('view')) ?? has[0] ?? null;

/** The page's address with a part of it and a filter; the trial stays. */
export function intakeAddress(trial: string, view: IntakeView, filter: IntakeFilter): string {
  const { state, ...more } = askedFor(filter);
  const query = new URLSearchParams({
    trial,
    ...(view === 'studies' ? {} : { view }),
    ...(state === noFilter.state ? {} : { state }),
    ...more,
  });
  return `/intake?${query.toString()}`;
}

import { isStanding, type Standing } from './standings.js';

/** What the matrix is asked for; null and false ask for nothing. */
export interface ProgressFilter {
  readonly site: string | null;
  readonly reader: string | null;
  readonly state: Standing | null;
  readonly late: boolean;
  readonly stuck: boolean;
  /** Letters of the subject's identifier. */
  readonly text: string | null;
}

export const noFilter: ProgressFilter = {
  site: null,
  reader: null,
  state: null,
  late: false,
  stuck: false,
  text: null,
};

const longest = { site: 32, text: 100 };

/** The filter of an address. A standing that there is not is no filter, and the page shows none. */
export function filterOf(query: URLSearchParams): ProgressFilter {
  const given = (name: string, most: number): string | null =>
    query.get(name)?.trim().slice(0, most) || null;
  const state = given('state', 20);
  return {
    site: given('site', longest.site),
    reader: given('reader', longest.text),
    state: state !== null && isStanding(state) ? state : null,
    late: query.get('late') === 'true',
    stuck: query.get('stuck') === 'true',
    text: given('text', longest.text),
  };
}

/** What is given of a filter, as the server's query and the address name it. */
export const askedFor = ({ site, reader, state, late, stuck, text }: ProgressFilter) => ({
  ...(site === null ? {} : { site }),
  ...(reader === null ? {} : { reader }),
  ...(state === null ? {} : { state }),
  ...(late ? { late: 'true' as const } : {}),
  ...(stuck ? { stuck: 'true' as const } : {}),
  ...(text === null ? {} : { text }),
});

export const isFiltered = (filter: ProgressFilter): boolean =>
  Object.keys(askedFor(filter)).length > 0;

export type ProgressView = 'matrix' | 'summary' | 'release' | 'decide';

/** The page's address with a view and a filter, about a track (null: that of the endpoint); the trial stays. */
export function progressAddress(
  trial: string,
  view: ProgressView,
  filter: ProgressFilter,
  track: string | null = null
): string {
  const query = new URLSearchParams({
    trial,
    ...(track === null ? {} : { track }),
    ...(view === 'matrix' ? {} : { view }),
    ...askedFor(filter),
  });
  return `/progress?${query.toString()}`;
}

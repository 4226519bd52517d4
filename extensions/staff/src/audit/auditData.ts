import type { QueryKey } from '@tanstack/react-query';
import type { AnswerOf } from '@corelab/client';

const root = '/api/admin/audit/{trial}';

export const paths = {
  entries: `${root}/entries`,
  entry: `${root}/entries/{entry}`,
  facets: `${root}/facets`,
  subjects: `${root}/subjects`,
  life: `${root}/reads/{read}/life`,
  verifications: `${root}/verifications`,
  reviews: `${root}/reviews`,
  review: `${root}/reviews/{review}`,
  items: `${root}/reviews/{review}/items`,
  item: `${root}/reviews/{review}/items/{place}`,
  answer: `${root}/reviews/{review}/items/{place}/answer`,
  close: `${root}/reviews/{review}/items/{place}/close`,
  reopen: `${root}/reviews/{review}/items/{place}/reopen`,
  notes: `${root}/reviews/{review}/notes`,
  sign: `${root}/reviews/{review}/sign`,
  withdraw: `${root}/reviews/{review}/withdraw`,
} as const;

export type Entry = AnswerOf<(typeof paths)['entries'], 'get'>['entries'][number];
export type EntrySheetAnswer = AnswerOf<(typeof paths)['entry'], 'get'>;
export type Facets = AnswerOf<(typeof paths)['facets'], 'get'>;
export type FoundSubject = AnswerOf<(typeof paths)['subjects'], 'get'>['subjects'][number];
export type Life = AnswerOf<(typeof paths)['life'], 'get'>;
export type Verification = AnswerOf<
  (typeof paths)['verifications'],
  'get'
>['verifications'][number];
export type ReviewSummary = AnswerOf<(typeof paths)['reviews'], 'get'>['reviews'][number];
export type Review = AnswerOf<(typeof paths)['review'], 'get'>;
export type ReviewItem = AnswerOf<(typeof paths)['items'], 'get'>['items'][number];
export type Difference = Entry['differences'][number];

export const auditKey = (chain: string): QueryKey => ['audit', chain];

/** The address of a file, which the browser saves by itself. */
export const fileAddress = (
  chain: string,
  rest: string,
  query: Readonly<Record<string, string>>
): string =>
  `/api/admin/audit/${encodeURIComponent(chain)}${rest}?${new URLSearchParams(query).toString()}`;

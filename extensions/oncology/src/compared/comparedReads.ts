import type { AdjudicationStudy, AdjudicationTimepoint } from '@corelab/client';
import type { ReadDocument } from '@corelab/reads';

/** Reads by their neutral names, written small: `a` is Read A. Two that are adjudicated, up to five whose readers meet. */
export const readKeys = ['a', 'b', 'c', 'd', 'e'] as const;
export type ReadKey = (typeof readKeys)[number];

/** Names of the reads that say nothing of who they are; the same in every language. */
export const readNames: Readonly<Record<ReadKey, string>> = {
  a: 'A',
  b: 'B',
  c: 'C',
  d: 'D',
  e: 'E',
};

/** Something of each read that is there. */
export type ByRead<T> = Readonly<Partial<Record<ReadKey, T>>>;

/** The reads that are there, in the order of their names. */
export const keysIn = (of: ByRead<unknown>): ReadKey[] =>
  readKeys.filter(key => of[key] !== undefined);

/** The read of a name; undefined where there is none of it. */
export const keyOfName = (name: string): ReadKey | undefined =>
  readKeys.find(key => readNames[key] === name);

export interface ComparedRead {
  readonly reads: readonly { readonly timepoint: string; readonly document: ReadDocument }[];
}

/** Several reads of one subject over the same images. */
export interface ComparedReads {
  readonly sides: ByRead<ComparedRead>;
  readonly timepoints: readonly AdjudicationTimepoint[];
  readonly studies: readonly AdjudicationStudy[];
}

/** A difference as far as images show it: where, and which lesion it is in each read that it is about. */
export interface ShownDifference {
  readonly timepoint: string | null;
  readonly lesions: ByRead<string | null>;
}

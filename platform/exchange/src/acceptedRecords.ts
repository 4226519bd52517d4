import { sdtmColumns } from './columns.js';
import type { SignedRead } from './signedRead.js';

export type OncologyDomain = keyof typeof sdtmColumns;

/** Reads of which a choice is made say whether they stand: only then is there a flag. */
export const hasAcceptance = (reads: readonly SignedRead[]): boolean =>
  reads.some(({ accepted }) => accepted !== undefined);

/**
 * The columns of a domain: with --ACPTFL after --EVALID (SDTMIG 3.4, section 6.3) where more than one evaluator assessed
 * the subjects.
 */
export const columnsOf = (domain: OncologyDomain, reads: readonly SignedRead[]): string[] =>
  sdtmColumns[domain].flatMap(column =>
    hasAcceptance(reads) && column.endsWith('EVALID')
      ? [column, `${domain.toUpperCase()}ACPTFL`]
      : [column]
  );

/** A lesion of one slot, as TU, TR and their link know it. */
export const lesionKey = ({ studyId, subjectId, slot }: SignedRead, lesion: string): string =>
  JSON.stringify([studyId, subjectId, slot, lesion]);

/** Lesions that an accepted read has: their identification is accepted, whichever read it was made in. */
export const acceptedLesions = (reads: readonly SignedRead[]): ReadonlySet<string> =>
  new Set(
    reads
      .filter(({ accepted }) => accepted === true)
      .flatMap(read => read.document.lesions.map(({ id }) => lesionKey(read, id)))
  );

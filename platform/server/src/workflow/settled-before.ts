import type { Final, Standing } from '@corelab/adjudication';
import type { Kysely } from 'kysely';
import { hashJson } from '../audit/canonical-json.js';
import type { Database } from '../database/schema.js';
import { adjudicatorSlot, subjectScope, type SubjectReading } from './subject-reading.js';

/** A final that is to be made: what stands, by which adjudication or meeting, and the readers' reads it comes from. */
export interface MadeFinal {
  readonly final: Final;
  readonly adjudicationId: string | null;
  readonly consensusId: string | null;
  readonly compared: readonly string[];
}

/** Ids of the readers' reads that are compared with each other. */
export const comparedIn = ({ reads }: Pick<SubjectReading, 'reads'>): string[] =>
  reads
    .filter(({ slot }) => slot !== adjudicatorSlot)
    .map(({ id }) => id)
    .sort();

type OfSubject = Pick<SubjectReading, 'trackId' | 'subjectId' | 'terms'>;

/**
 * The finals of a subject that were ever made under the terms' criterion, the newest first, with the reads that each was
 * made of.
 */
const finalsOf = async (db: Kysely<Database>, { trackId, subjectId, terms }: OfSubject) => {
  const finals = await db
    .selectFrom('final')
    .select(['id', 'outcome', 'charter_version_id', 'adjudication_id', 'consensus_id'])
    .select('superseded_at')
    .where('track_id', '=', trackId)
    .where('subject_id', '=', subjectId)
    .where('scope', '=', subjectScope)
    .where('criterion', '=', terms.criterion)
    .orderBy('version', 'desc')
    .execute();
  if (finals.length === 0) return [];
  const compared = await db
    .selectFrom('final_compared')
    .selectAll()
    .where(
      'final_id',
      'in',
      finals.map(({ id }) => id)
    )
    .orderBy('read_id')
    .execute();
  return finals.map(final => ({
    ...final,
    compared: compared.filter(row => row.final_id === final.id).map(row => row.read_id),
  }));
};

/** Why a timepoint stands that nobody decided on. */
const undecided: readonly Standing['why'][] = ['concordant', 'keptReader', 'single'];

/**
 * How timepoints stand that were compared before without a trigger, in a charter that compares only what came since: as in
 * the newest final whose every read is still the one it was made of.
 */
export const settledBefore = async (
  db: Kysely<Database>,
  reading: Pick<SubjectReading, 'trackId' | 'subjectId' | 'terms' | 'reads'>
): Promise<Standing[]> => {
  if (reading.terms.rules.scope !== 'sinceLast') return [];
  const now = new Set(comparedIn(reading));
  const intact = (await finalsOf(db, reading)).find(
    ({ compared }) => compared.length > 0 && compared.every(id => now.has(id))
  );
  return intact?.outcome.timepoints.filter(({ why }) => undecided.includes(why)) ?? [];
};

/** Id of the final that stands, where it says the same as one that is to be made; null otherwise. */
export const sameFinal = async (
  db: Kysely<Database>,
  reading: Pick<SubjectReading, 'trackId' | 'subjectId' | 'terms' | 'charterVersionId'>,
  { final, adjudicationId, consensusId, compared }: MadeFinal
): Promise<string | null> => {
  const current = (await finalsOf(db, reading)).find(one => one.superseded_at === null);
  const isSame =
    current !== undefined &&
    current.charter_version_id === reading.charterVersionId &&
    current.adjudication_id === adjudicationId &&
    current.consensus_id === consensusId &&
    hashJson(current.compared) === hashJson(compared) &&
    hashJson(current.outcome) === hashJson(final);
  return isSame ? current.id : null;
};

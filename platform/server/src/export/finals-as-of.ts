import type { ComposedBest } from '@corelab/exchange';
import type { Final } from '@corelab/adjudication';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { trialTerms, storedCharter } from '../trials/charter-terms.js';
import { stood, type TrackAsOf } from './as-of.js';

/** What stands of a subject under a criterion. */
export interface StandingFinal {
  readonly subjectId: string;
  readonly identifier: string;
  readonly criterion: string;
  readonly charter: unknown;
  readonly outcome: Final;
  /** The reads that stand, by id. */
  readonly reads: ReadonlySet<string>;
}

/** The finals of a track that stood as of an entry of its audit chain, by subject, its primary criterion's first. */
export const finalsAsOf = async (
  db: Kysely<Database>,
  { trackId, sequence }: TrackAsOf
): Promise<StandingFinal[]> => {
  const rows = await db
    .selectFrom('final')
    .innerJoin('subject', 'subject.id', 'final.subject_id')
    .innerJoin('charter_version', 'charter_version.id', 'final.charter_version_id')
    .select(['final.id', 'final.outcome', 'final.subject_id', 'subject.identifier'])
    .select(['charter_version.resolved', 'final.criterion'])
    .where('final.track_id', '=', trackId)
    .where(stood('final', sequence))
    .orderBy('subject.identifier')
    .execute();
  const standing = await db
    .selectFrom('final_read')
    .innerJoin('final', 'final.id', 'final_read.final_id')
    .select(['final_read.final_id', 'final_read.read_id'])
    .where('final.track_id', '=', trackId)
    .where(stood('final', sequence))
    .execute();
  const finals = rows.map(row => ({
    ...{ subjectId: row.subject_id, identifier: row.identifier, criterion: row.criterion },
    ...{ charter: row.resolved, outcome: row.outcome },
    reads: new Set(
      standing.filter(({ final_id }) => final_id === row.id).map(({ read_id }) => read_id)
    ),
  }));
  const subjects = [...new Set(finals.map(({ subjectId }) => subjectId))];
  return subjects.flatMap(subject =>
    finals.filter(({ subjectId }) => subjectId === subject).sort((a, b) => placeOf(a) - placeOf(b))
  );
};

/** Of a final's criterion in its charter, the primary one being the first. */
const placeOf = ({ charter, criterion }: StandingFinal): number => {
  const terms = trialTerms(charter);
  return [terms, ...terms.others].findIndex(one => one.criterion === criterion);
};

/** Best responses of subjects whose timepoints stand from both reads: they are of neither reader's course. */
export const composedBests = (finals: readonly StandingFinal[]): ComposedBest[] =>
  finals.flatMap(({ identifier, criterion, charter, outcome }) => {
    const slots = new Set(outcome.timepoints.map(({ slot }) => slot));
    if (slots.size < 2 || outcome.output === null) return [];
    const best = outcome.output.bestOverallResponse.unconfirmed;
    const isMet = outcome.timepoints.some(({ why }) => why === 'consensus');
    return [
      {
        ...{ studyId: storedCharter(charter).export.studyId, subjectId: identifier },
        ...{ criterion, best },
        evaluator: isMet ? 'CONSENSUS' : 'ADJUDICATOR',
      },
    ];
  });

import type { ComposedBest } from '@corelab/exchange';
import type { Final } from '@corelab/adjudication';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { storedCharter } from '../trials/charter-terms.js';

/** What stands of a subject now. */
export interface CurrentFinal {
  readonly subjectId: string;
  readonly identifier: string;
  readonly charter: unknown;
  readonly outcome: Final;
  /** The reads that stand, by id. */
  readonly reads: ReadonlySet<string>;
}

/** The finals of a trial that no other took the place of, by subject. */
export const currentFinals = async (
  db: Kysely<Database>,
  trialId: string
): Promise<CurrentFinal[]> => {
  const rows = await db
    .selectFrom('final')
    .innerJoin('subject', 'subject.id', 'final.subject_id')
    .innerJoin('charter_version', 'charter_version.id', 'final.charter_version_id')
    .select(['final.id', 'final.outcome', 'final.subject_id', 'subject.identifier'])
    .select('charter_version.resolved')
    .where('subject.trial_id', '=', trialId)
    .where('final.superseded_at', 'is', null)
    .orderBy('subject.identifier')
    .execute();
  const standing = await db
    .selectFrom('final_read')
    .innerJoin('final', 'final.id', 'final_read.final_id')
    .innerJoin('subject', 'subject.id', 'final.subject_id')
    .select(['final_read.final_id', 'final_read.read_id'])
    .where('subject.trial_id', '=', trialId)
    .execute();
  return rows.map(row => ({
    ...{ subjectId: row.subject_id, identifier: row.identifier },
    ...{ charter: row.resolved, outcome: row.outcome },
    reads: new Set(
      standing.filter(({ final_id }) => final_id === row.id).map(({ read_id }) => read_id)
    ),
  }));
};

/** Best responses of subjects whose timepoints stand from both reads: they are of neither reader's course. */
export const composedBests = (finals: readonly CurrentFinal[]): ComposedBest[] =>
  finals.flatMap(({ identifier, charter, outcome }) => {
    const slots = new Set(outcome.timepoints.map(({ slot }) => slot));
    if (slots.size < 2 || outcome.output === null) return [];
    const best = outcome.output.bestOverallResponse.unconfirmed;
    return [{ studyId: storedCharter(charter).export.studyId, subjectId: identifier, best }];
  });

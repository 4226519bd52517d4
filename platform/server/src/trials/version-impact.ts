import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ReadState } from '../workflow/machines/read.js';
import { trialTerms } from './charter-terms.js';
import { criteriaChanges, type CriterionChange } from './criteria-changes.js';
import type { Scope } from './scope.js';
import { effectiveVersion, versionOf, type CharterVersionRow } from './trial-versions.js';
import {
  byScope,
  effectOn,
  goneStates,
  hasBegun,
  type ByScope,
  type Effect,
} from './version-effect.js';

/** How many of something an approval would reach, by the scope it would have. */
type Counts = ByScope<number>;

export interface VersionImpact {
  readonly version: number;
  /** The version in force; null when there is none yet. */
  readonly against: number | null;
  /** The scope this version is written with. */
  readonly scope: Scope;
  /** What it does to the trial's criteria, against the version in force. */
  readonly criteria: readonly CriterionChange[];
  /** Signed reads never change; `asked`: how many would be listed to be read again. */
  readonly signed: { readonly reads: number; readonly changed: 0; readonly asked: Counts };
  /**
   * Reads not signed, by state. `follow` would be made under this version; `asked` stay as they are and would be listed to
   * be read again.
   */
  readonly open: readonly {
    readonly state: ReadState;
    readonly reads: number;
    readonly follow: Counts;
    readonly asked: Counts;
  }[];
  /** Enrolled subjects; `begun`: at least one read has begun. */
  readonly subjects: { readonly begun: number; readonly notBegun: number };
}

/** What the approval of a version would mean for the reads that are there now. @throws CodedError 404 CL_NOT_FOUND */
export const versionImpact = async (
  db: Kysely<Database>,
  trialId: string,
  number: number
): Promise<VersionImpact> => {
  const version = await versionOf(db, trialId, number);
  const current = await effectiveVersion(db, trialId);
  const reads = await db
    .selectFrom('read')
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('track', 'track.id', 'course.track_id')
    .select(['read.state', 'course.subject_id'])
    .where('track.trial_id', '=', trialId)
    .where('read.state', 'not in', goneStates)
    .execute();
  const enrolled = await db
    .selectFrom('subject')
    .select('id')
    .where('trial_id', '=', trialId)
    .where('status', '=', 'enrolled')
    .execute();
  const begunSubjects = new Set(
    reads.filter(({ state }) => hasBegun(state)).map(read => read.subject_id)
  );
  const begun = enrolled.filter(({ id }) => begunSubjects.has(id)).length;
  const states = [...new Set(reads.map(({ state }) => state))].filter(state => state !== 'signed');
  const among = (here: typeof reads, effect: Effect): Counts =>
    byScope(
      scope =>
        here.filter(
          read => effectOn(read.state, begunSubjects.has(read.subject_id), scope) === effect
        ).length
    );
  const inState = (state: ReadState) => reads.filter(read => read.state === state);
  const signed = inState('signed');
  return {
    version: number,
    against: current?.version ?? null,
    scope: version.scope,
    criteria: changedBetween(current, version),
    signed: { reads: signed.length, changed: 0, asked: among(signed, 'asked') },
    open: states.sort().map(state => {
      const here = inState(state);
      return {
        ...{ state, reads: here.length },
        ...{ follow: among(here, 'follows'), asked: among(here, 'asked') },
      };
    }),
    subjects: { begun, notBegun: enrolled.length - begun },
  };
};

/** None before a version is in force, nor of a text that is no charter yet. */
const changedBetween = (
  before: CharterVersionRow | null,
  after: CharterVersionRow
): CriterionChange[] =>
  before === null || after.hash === null
    ? []
    : criteriaChanges(trialTerms(before.resolved), trialTerms(after.resolved));

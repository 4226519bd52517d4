import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ReadState } from '../workflow/machines/read.js';
import { begunStates } from './rereading.js';
import type { Scope } from './scope.js';
import { effectiveVersion, versionOf } from './trial-versions.js';

/** How many of something an approval would reach, by the scope it would have. */
export type ByScope = Readonly<Record<Scope, number>>;

export interface VersionImpact {
  readonly version: number;
  /** The version in force; null when there is none yet. */
  readonly against: number | null;
  /** The scope this version is written with. */
  readonly scope: Scope;
  /** Signed reads never change; `asked`: how many would be listed to be read again. */
  readonly signed: { readonly reads: number; readonly changed: 0; readonly asked: ByScope };
  /**
   * Reads not signed, by state. `follow` would be made under this version; `asked` stay as they are and would be listed to
   * be read again.
   */
  readonly open: readonly {
    readonly state: ReadState;
    readonly reads: number;
    readonly follow: ByScope;
    readonly asked: ByScope;
  }[];
  /** Enrolled subjects; `begun`: at least one read has begun. */
  readonly subjects: { readonly begun: number; readonly notBegun: number };
}

/** Reads that count for nothing any more. */
const gone: readonly ReadState[] = ['superseded', 'void'];

const hasBegun = (state: ReadState): boolean => begunStates.some(begun => begun === state);

const byScope = (count: (scope: Scope) => number): ByScope => ({
  newSubjects: count('newSubjects'),
  newTimepoints: count('newTimepoints'),
  allWithRereading: count('allWithRereading'),
});
const none = byScope(() => 0);
const asked = (reads: number): ByScope =>
  byScope(scope => (scope === 'allWithRereading' ? reads : 0));

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
    .where('read.state', 'not in', gone)
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
  const signed = reads.filter(({ state }) => state === 'signed').length;
  return {
    version: number,
    against: current?.version ?? null,
    scope: version.scope,
    signed: { reads: signed, changed: 0, asked: asked(signed) },
    open: states.sort().map(state => {
      const here = reads.filter(read => read.state === state);
      const ofNewSubjects = here.filter(read => !begunSubjects.has(read.subject_id)).length;
      return hasBegun(state)
        ? { state, reads: here.length, follow: none, asked: asked(here.length) }
        : {
            state,
            reads: here.length,
            follow: byScope(scope => (scope === 'newSubjects' ? ofNewSubjects : here.length)),
            asked: none,
          };
    }),
    subjects: { begun, notBegun: enrolled.length - begun },
  };
};

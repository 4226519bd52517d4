import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import {
  storedCharter,
  termsOfTrack,
  trialTerms,
  type CharterTerms,
} from '../trials/charter-terms.js';

/** A timepoint of the charter in force: a column of the matrix. */
export interface PlannedColumn {
  readonly timepoint: string;
  readonly label: string;
  readonly kind: string;
  /** Last day of the visit window, counted from the baseline; null where the charter gives no day. */
  readonly lastDay: number | null;
}

export interface CharterInUse {
  readonly version: number;
  readonly qualifications: CharterTerms['qualifications'];
  readonly slots: CharterTerms['slots'];
  readonly adjudicator: CharterTerms['adjudicator'];
}

/** What the charters of a trial say of its progress. */
export interface TrialPlan {
  /** In the charter's order; empty before a version is in force. */
  readonly columns: readonly PlannedColumn[];
  /** When the version in force releases timepoints to readers. */
  readonly release: CharterTerms['release'];
  /** By id: the versions that are or were in force. */
  readonly versions: ReadonlyMap<string, CharterInUse>;
}

/**
 * What the charters say of one track. The matching of images goes by the version in force, so the columns do; a read goes by
 * its own version.
 */
export const trialPlan = async (
  db: Kysely<Database>,
  trialId: string,
  track: string | null
): Promise<TrialPlan> => {
  const rows = await db
    .selectFrom('charter_version')
    .select(['id', 'version', 'state', 'resolved'])
    .where('trial_id', '=', trialId)
    .where('state', 'in', ['effective', 'superseded'])
    .orderBy('version')
    .execute();
  const inForce = rows.find(({ state }) => state === 'effective');
  const termsIn = (resolved: unknown): CharterTerms | null =>
    track === null ? null : termsOfTrack(resolved, track);
  return {
    columns:
      inForce === undefined
        ? []
        : storedCharter(inForce.resolved).timepoints.flatMap(({ id, label, kind, day, window }) => {
            // Its visits are columns of their own.
            if (kind === 'unscheduled') return [];
            const lastDay = day === undefined || window === undefined ? null : day + window.after;
            return [{ ...{ timepoint: id, label, kind }, lastDay }];
          }),
    release: (inForce === undefined ? null : termsIn(inForce.resolved))?.release ?? {
      when: 'onArrival',
    },
    versions: new Map(
      rows.map(({ id, version, resolved }) => {
        const { qualifications } = trialTerms(resolved);
        // A version may be older than the track.
        const { slots, adjudicator } = termsIn(resolved) ?? { slots: [], adjudicator: null };
        return [id, { version, qualifications, slots, adjudicator }];
      })
    ),
  };
};

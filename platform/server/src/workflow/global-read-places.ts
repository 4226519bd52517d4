import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ReadState } from './machines/read.js';

/** A change of opinion at a place. */
export interface Reconsidered {
  readonly reason: string;
  readonly at: Date;
  /** The version whose opinion was changed, and the one in its place. */
  readonly from: string;
  readonly to: string;
}

/** One timepoint of a global read. */
export interface GlobalPlace {
  readonly timepointId: string;
  readonly code: string;
  readonly label: string;
  readonly kind: string;
  /** Real; null without a full acquisition date. */
  readonly date: string | null;
  readonly ordinal: number;
  /** The read that was signed when the global read was asked. */
  readonly asked: string;
  /** The read that has its place now, signed or not. */
  readonly now: { readonly id: string; readonly publicId: string; readonly state: ReadState };
  /** The last version that was signed: `now`, or the one before while that is still read. */
  readonly signed: string;
  /** In their order; none where the read stayed as it was. */
  readonly changes: readonly Reconsidered[];
}

/** The timepoints of a global read in their order, each with the read that has its place now. */
export const placesOf = async (
  db: Kysely<Database>,
  globalReadId: string
): Promise<GlobalPlace[]> => {
  const asked = await db
    .selectFrom('global_read_read')
    .innerJoin('read', 'read.id', 'global_read_read.read_id')
    .innerJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
    .select(['read.id', 'read.public_id', 'read.state', 'timepoint.ordinal'])
    .select(['timepoint.id as timepoint_id', 'timepoint.code', 'timepoint.label'])
    .select(['timepoint.kind', 'timepoint.date'])
    .where('global_read_read.global_read_id', '=', globalReadId)
    .orderBy('timepoint.ordinal')
    .execute();
  const changes = await db
    .selectFrom('global_read_change')
    .innerJoin('read', 'read.id', 'global_read_change.to_read_id')
    .leftJoin('signature', 'signature.read_id', 'read.id')
    .select(['from_read_id', 'reason', 'changed_at'])
    .select(['read.id', 'read.public_id', 'read.state'])
    .select('signature.id as signature')
    .where('global_read_id', '=', globalReadId)
    .execute();
  return asked.map(row => {
    let now = { id: row.id, publicId: row.public_id, state: row.state };
    let signed = row.id;
    const made: Reconsidered[] = [];
    for (;;) {
      const change = changes.find(one => one.from_read_id === now.id);
      if (change === undefined) break;
      const { reason, changed_at: at } = change;
      made.push({ reason, at, from: change.from_read_id, to: change.id });
      now = { id: change.id, publicId: change.public_id, state: change.state };
      if (change.signature !== null) signed = change.id;
    }
    return {
      ...{ timepointId: row.timepoint_id, code: row.code, label: row.label, kind: row.kind },
      ...{ date: row.date, ordinal: row.ordinal, asked: row.id, now, signed, changes: made },
    };
  });
};

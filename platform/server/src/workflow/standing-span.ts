import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import type { GlobalReadState } from './machines/global-read.js';
import type { Machine } from './machines/machine.js';
import type { ReadState } from './machines/read.js';
import { standingStates } from './signed-reads.js';

interface Moved {
  readonly machine: Machine;
  readonly id: string;
  readonly from: string | null;
  readonly to: string;
}

/** Of each kind of row that is signed: the states in which what was signed stands. */
const standing: Readonly<Record<'read' | 'global_read', readonly (ReadState | GlobalReadState)[]>> =
  {
    read: standingStates,
    global_read: ['signed'],
  };

/**
 * Notes on the reads and global reads among some changes with which audit entry what was signed began or ended to stand. One
 * is signed once, and once another took its place that is so for good.
 */
export const recordStanding = async (
  trx: Transaction<Database>,
  changes: readonly Moved[],
  sequence: number
): Promise<void> => {
  for (const table of ['read', 'global_read'] as const) {
    const stands = (state: string | null): boolean => standing[table].some(one => one === state);
    const moved = changes.filter(({ machine }) => machine.table === table);
    const began = moved.filter(({ from, to }) => !stands(from) && stands(to));
    const ended = moved.filter(({ from, to }) => stands(from) && !stands(to));
    const idsOf = (rows: readonly Moved[]): string[] => rows.map(({ id }) => id);
    if (began.length > 0) {
      await trx
        .updateTable(table)
        .set({ from_sequence: sequence })
        .where('id', 'in', idsOf(began))
        .execute();
    }
    if (ended.length > 0) {
      await trx
        .updateTable(table)
        .set({ to_sequence: sequence })
        .where('id', 'in', idsOf(ended))
        .execute();
    }
  }
};

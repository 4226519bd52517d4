import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import type { Machine } from './machines/machine.js';
import { readMachine } from './machines/read.js';
import { standingStates } from './signed-reads.js';

interface Moved {
  readonly machine: Machine;
  readonly id: string;
  readonly from: string | null;
  readonly to: string;
}

const stands = (state: string | null): boolean => standingStates.some(one => one === state);

/**
 * Notes on the reads among some changes with which audit entry what was signed began or ended to stand. A read is signed
 * once, and once another took its place that is so for good.
 */
export const recordStanding = async (
  trx: Transaction<Database>,
  changes: readonly Moved[],
  sequence: number
): Promise<void> => {
  const reads = changes.filter(({ machine }) => machine.table === readMachine.table);
  const began = reads.filter(({ from, to }) => !stands(from) && stands(to));
  const ended = reads.filter(({ from, to }) => stands(from) && !stands(to));
  const idsOf = (moved: readonly Moved[]): string[] => moved.map(({ id }) => id);
  if (began.length > 0) {
    await trx
      .updateTable('read')
      .set({ from_sequence: sequence })
      .where('id', 'in', idsOf(began))
      .execute();
  }
  if (ended.length > 0) {
    await trx
      .updateTable('read')
      .set({ to_sequence: sequence })
      .where('id', 'in', idsOf(ended))
      .execute();
  }
};

import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ConsensusState } from './machines/consensus.js';
import type { GlobalReadState } from './machines/global-read.js';
import type { Machine } from './machines/machine.js';
import { standingStates } from './signed-reads.js';

interface Moved {
  readonly machine: Machine;
  readonly id: string;
  readonly from: string | null;
  readonly to: string;
}

interface Span {
  /** States in which what was signed stands. */
  readonly standing: readonly string[];
  /** States in which it is over, also where it never stood. */
  readonly over: readonly string[];
}

const spans = {
  read: { standing: standingStates, over: [] },
  global_read: { standing: ['signed'] satisfies readonly GlobalReadState[], over: [] },
  consensus: {
    standing: ['agreed'] satisfies readonly ConsensusState[],
    over: ['superseded', 'void'] satisfies readonly ConsensusState[],
  },
} as const satisfies Readonly<Record<string, Span>>;

/**
 * Notes on the reads, global reads and meetings among some changes with which audit entry what was signed began or ended to
 * stand. One is signed once, and once another took its place that is so for good.
 */
export const recordStanding = async (
  trx: Transaction<Database>,
  changes: readonly Moved[],
  sequence: number
): Promise<void> => {
  for (const table of ['read', 'global_read', 'consensus'] as const) {
    const { standing, over }: Span = spans[table];
    const stands = (state: string | null): boolean => state !== null && standing.includes(state);
    const moved = changes.filter(({ machine }) => machine.table === table);
    const began = moved.filter(({ from, to }) => !stands(from) && stands(to));
    const ended = moved.filter(
      ({ from, to }) => (stands(from) && !stands(to)) || over.includes(to)
    );
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

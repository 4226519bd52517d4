import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import type { FactChange } from './plan-facts.js';
import { inChunks } from './standing-facts.js';
import type { Touched } from './touched-reads.js';

export interface FactSource {
  /** Null: by hand. */
  readonly importId: string | null;
  readonly source: string;
  readonly reason: string | null;
  readonly accountId: string;
  readonly at: Date;
  /** The audit entry of the act. */
  readonly sequence: number;
}

/** A change with the id of the version that it begins. */
export interface NewVersion {
  readonly id: string;
  readonly change: FactChange;
}

/** Begins the versions of some changes with an entry and ends those that they take the place of. */
export const writeFacts = async (
  trx: Transaction<Database>,
  versions: readonly NewVersion[],
  touched: Touched,
  { importId, source, reason, accountId, at, sequence }: FactSource
): Promise<void> => {
  const replaced = versions.flatMap(({ change }) => change.replaces ?? []);
  for (const ids of inChunks(replaced)) {
    await trx
      .updateTable('clinical_fact')
      .set({ to_sequence: sequence })
      .where('id', 'in', ids)
      .where('to_sequence', 'is', null)
      .execute();
  }
  for (const some of inChunks(versions)) {
    await trx
      .insertInto('clinical_fact')
      .values(
        some.map(({ id, change: { subjectId, kind, keyDate, name, version, after } }) => ({
          ...{ id, subject_id: subjectId, kind, key_date: keyDate, name, version },
          ...{ date: after?.date ?? null, value: after?.value ?? null, unit: after?.unit ?? null },
          ...{ withdrawn: after === null, import_id: importId, source, reason },
          ...{ recorded_by: accountId, recorded_at: at, from_sequence: sequence },
        }))
      )
      .execute();
  }
  const rests = versions.flatMap(({ id }, at) => [
    ...(touched.ofChange[at]?.reads ?? []).map(read => ({ fact_id: id, read_id: read })),
    ...(touched.ofChange[at]?.finals ?? []).map(final => ({ fact_id: id, final_id: final })),
  ]);
  for (const some of inChunks(rests)) {
    await trx.insertInto('clinical_fact_touched').values(some).execute();
  }
};

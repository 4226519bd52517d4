import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import { changeOf, type Change } from './apply-transition.js';
import { lockAdjudication } from './decision-drafts.js';
import { lockRead } from './drafts.js';
import { adjudicationMachine, type AdjudicationState } from './machines/adjudication.js';
import { readMachine, type ReadState } from './machines/read.js';
import { allows } from './machines/transition.js';

/** What a problem, or a wish to open something again, is about: a read, or an adjudication. */
export interface CaseRef {
  readonly task: 'read' | 'adjudication';
  readonly id: string;
}

/** A case with its state as it is taken for a transaction. */
export type TakenCase =
  | { readonly task: 'read'; readonly id: string; readonly state: ReadState }
  | { readonly task: 'adjudication'; readonly id: string; readonly state: AdjudicationState };

export type CaseState = TakenCase['state'];

/** The columns that say so. */
export interface CaseColumns {
  readonly read_id: string | null;
  readonly adjudication_id: string | null;
}

export const columnsOf = ({ task, id }: CaseRef): CaseColumns =>
  task === 'read' ? { read_id: id, adjudication_id: null } : { read_id: null, adjudication_id: id };

/** @throws Error for neither or both, which the database does not hold. */
export const caseOf = ({ read_id: read, adjudication_id: adjudication }: CaseColumns): CaseRef => {
  if (read !== null && adjudication === null) return { task: 'read', id: read };
  if (read === null && adjudication !== null) return { task: 'adjudication', id: adjudication };
  throw new Error(`something about read ${read} and of adjudication ${adjudication}`);
};

export const sameCase = (one: CaseRef, other: CaseRef): boolean =>
  one.task === other.task && one.id === other.id;

/** Under which name an audit entry says what it is about. */
export const caseDetails = ({ task, id }: CaseRef): Readonly<Record<string, string>> => ({
  [task]: id,
});

export const takeCase = async (
  trx: Transaction<Database>,
  { task, id }: CaseRef
): Promise<TakenCase> =>
  task === 'read'
    ? { task, id, state: await lockRead(trx, id) }
    : { task, id, state: await lockAdjudication(trx, id) };

/** Stops an open case; null where nothing of it is open. */
export const holdOf = (taken: TakenCase): Change | null => {
  if (taken.task === 'read') {
    const { id, state } = taken;
    return allows(readMachine, state, 'hold') ? changeOf(readMachine, id, state, 'hold') : null;
  }
  const { id, state } = taken;
  return allows(adjudicationMachine, state, 'hold')
    ? changeOf(adjudicationMachine, id, state, 'hold')
    : null;
};

/** Lets a held case go on as it was before. */
export const resumeOf = async (trx: Transaction<Database>, taken: TakenCase): Promise<Change> => {
  const act = (await hasDraft(trx, taken)) ? 'resume' : 'resumeUnbegun';
  return taken.task === 'read'
    ? changeOf(readMachine, taken.id, taken.state, act)
    : changeOf(adjudicationMachine, taken.id, taken.state, act);
};

const hasDraft = async (trx: Transaction<Database>, { task, id }: CaseRef): Promise<boolean> => {
  const saved =
    task === 'read'
      ? trx.selectFrom('draft').select('version').where('read_id', '=', id)
      : trx.selectFrom('adjudication_draft').select('version').where('adjudication_id', '=', id);
  return (await saved.executeTakeFirst()) !== undefined;
};

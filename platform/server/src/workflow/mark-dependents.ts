import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { applyTransition, bySystem, type RecordedAct } from './apply-transition.js';
import { supersedeFinals } from './current-final.js';
import type { Dependent } from './dependents-of-read.js';
import { markImpact } from './read-impacts.js';

/** What brings the changes about: the people who open a read again. */
export type PeopleAct = Omit<RecordedAct, 'details'>;

/**
 * Does to all that stood on a read or a decision what becomes of it when that is opened again: one entry for each kind of act.
 * Signed reads that are marked wait for a decision of their own.
 */
export const markDependents = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  opened: { readonly id: string; readonly trialId: string; readonly timepointId: string | null },
  dependents: readonly Dependent[],
  people: PeopleAct
): Promise<void> => {
  const { trialId } = opened;
  const acts = new Map<string, Dependent[]>();
  for (const dependent of dependents) {
    const { change } = dependent;
    if (change === null) continue;
    const key = `${change.machine.name} ${change.act}`;
    acts.set(key, [...(acts.get(key) ?? []), dependent]);
  }
  const at = deps.now();
  for (const group of acts.values()) {
    const byPeople = group.some(({ by }) => by === 'people');
    await applyTransition(
      trx,
      group.flatMap(({ change }) => (change === null ? [] : [change])),
      {
        ...(byPeople ? people : bySystem(`${opened.id} was opened again`)),
        ...{ chain: trialId, at, zone: deps.zone, details: { cause: opened.id } },
      }
    );
  }
  const ended = dependents.filter(({ kind, then }) => kind === 'final' && then !== null);
  if (ended.length > 0) {
    // A course that is read on is open while what is final of it stands.
    if (people.by !== null && (people.secondPerson ?? people.by) === people.by) {
      const message = 'What is final rests on this read: it is opened again by two people.';
      throw new CodedError(422, 'CL_SECOND_PERSON_NEEDED', message);
    }
    await supersedeFinals(
      trx,
      ended.map(({ id }) => id),
      { chain: trialId, by: people.by, at, zone: deps.zone, cause: opened.id }
    );
  }
  await markImpact(trx, deps, await readsToMark(trx, dependents), {
    ...{ trialId, cause: 'earlierRead', examId: null, timepointId: opened.timepointId },
  });
};

const readsToMark = async (trx: Transaction<Database>, dependents: readonly Dependent[]) => {
  const ids = dependents
    .filter(({ kind, then, change }) => kind === 'read' && then !== null && change === null)
    .map(({ id }) => id);
  if (ids.length === 0) return [];
  return trx
    .selectFrom('read')
    .select(['id', 'state'])
    .where('id', 'in', ids)
    .orderBy('ordinal')
    .execute();
};

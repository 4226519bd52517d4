import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ServerDeps } from '../http/server-deps.js';
import { forgetPresentation } from '../release/forget-presentation.js';
import { applyTransition, changeOf, type RecordedAct } from './apply-transition.js';
import { readMachine, type ReadState } from './machines/read.js';
import { newReadVersion } from './new-read-version.js';

/**
 * Has a read made again on the images there are now: a signed one is superseded, an open one void, and the next version
 * begins with what was there. One that waits is only made ready anew.
 * @throws CodedError those of `applyTransition`: a read that has ended is not made again
 */
export const readAgain = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  read: { readonly id: string; readonly state: ReadState },
  act: RecordedAct,
  cause: string
): Promise<void> => {
  if (read.state === 'waiting') {
    await forgetPresentation(trx, read.id);
    return;
  }
  const signed = read.state === 'signed' || read.state === 'impactPending';
  const ending = signed ? 'supersede' : 'void';
  await applyTransition(trx, [changeOf(readMachine, read.id, read.state, ending)], act);
  await newReadVersion(trx, deps, { readId: read.id, images: 'now', cause });
};

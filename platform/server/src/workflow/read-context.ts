import { appendAudit } from '../audit/chain.js';
import type { ServerDeps } from '../http/server-deps.js';
import { requireMayOpen } from './may-open.js';
import { openingCase, readFor, shownState, type OpenRead } from './open-read.js';
import { asReadersSee } from './reader-names.js';
import { currentFirst, shownRead } from './shown-read.js';
import { signatureOf } from './sign.js';
import { readTogether } from './whole-subject.js';

/**
 * Where a released read's images are, and nothing of what is in them: for its address and to bring them to the
 * browser's cache before it is opened. Not an opening, so not an audit entry.
 */
export const readImages = async (deps: ServerDeps, accountId: string, publicId: string) => {
  const read = await readFor(deps.db, accountId, publicId);
  await requireMayOpen(deps, openingCase(read), accountId);
  return imagesOf(deps, read);
};

/** Where the images of a read are. */
export const imagesOf = async (deps: Pick<ServerDeps, 'archive'>, read: OpenRead) => {
  const studies = await deps.archive.readStudies(read.id);
  return {
    readId: read.publicId,
    mode: read.charter.route,
    studies: currentFirst(studies).map(({ studyInstanceUid, series }) => ({
      studyInstanceUid,
      series: series.map(({ seriesInstanceUid }) => ({ seriesInstanceUid })),
    })),
  };
};

/**
 * Everything an opened read may show; opening it is an audit entry.
 * @throws CodedError as `readFor`, and those of `requireMayOpen`
 */
export const openRead = async (deps: ServerDeps, accountId: string, publicId: string) => {
  const read = await readFor(deps.db, accountId, publicId);
  await requireMayOpen(deps, openingCase(read), accountId);
  const [shown, together, signed] = [
    await shownRead(deps, read),
    await readTogether(deps.db, read, accountId),
    await signatureOf(deps.db, read.id),
  ];
  const at = deps.now();
  await deps.db.transaction().execute(async trx => {
    if (read.openedAt === null) {
      await trx.updateTable('read').set({ opened_at: at }).where('id', '=', read.id).execute();
    }
    await appendAudit(trx, read.trialId, {
      act: 'read.opened',
      at: at.toISOString(),
      zone: deps.zone,
      by: accountId,
      details: { read: read.id, state: read.state },
    });
  });
  return {
    ...shown,
    state: shownState(read.state),
    ...(together === null ? {} : { together: [...together] }),
    signature: signed?.signature ?? null,
    ...(signed === null ? {} : { derived: await asReadersSee(deps.db, read, signed.derived) }),
    meanings: [...read.charter.meanings],
  };
};

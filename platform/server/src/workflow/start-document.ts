import { carryForward, emptyReadDocument, type Lesion, type ReadDocument } from '@corelab/reads';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { courseHistory, pseudonymsFrom, signedDocument, translated } from './course-history.js';
import type { OpenRead } from './open-read.js';

/**
 * What a read holds before its first save: a new version what the version before held, any other what the course carries
 * forward.
 */
export const startDocument = async (
  db: Kysely<Database>,
  read: OpenRead
): Promise<ReadDocument> => {
  const before = read.beginsFrom === null ? null : await lastDocument(db, read.beginsFrom);
  if (read.beginsFrom !== null && before !== null) {
    const names = await pseudonymsFrom(db, read.beginsFrom, read.id);
    return onlyShown(translated(before, names), new Set(names.values()));
  }
  const history = await courseHistory(db, read);
  return history.length === 0
    ? emptyReadDocument(read.charter.regions)
    : carryForward(
        history.map(entry => entry.document),
        read.charter.regions
      );
};

/** What a version that has ended was signed with, or its draft; null when nothing was ever saved. */
const lastDocument = async (db: Kysely<Database>, readId: string): Promise<ReadDocument | null> => {
  const signed = await db
    .selectFrom('signature')
    .select('document')
    .where('read_id', '=', readId)
    .executeTakeFirst();
  if (signed !== undefined) return signedDocument(signed.document);
  const draft = await db
    .selectFrom('draft')
    .select('document')
    .where('read_id', '=', readId)
    .executeTakeFirst();
  return draft === undefined ? null : signedDocument(draft.document);
};

interface Placed {
  readonly studyInstanceUid: string;
  readonly seriesInstanceUid: string;
  readonly sopInstanceUid: string;
}

/**
 * What lies on images that the new version does not show is gone: a lesion measured there is still to do. Nothing is
 * ever taken over for an image the reader can't see.
 */
const onlyShown = (document: ReadDocument, shown: ReadonlySet<string>): ReadDocument => {
  const isShown = (place: Placed): boolean =>
    [place.studyInstanceUid, place.seriesInstanceUid, place.sopInstanceUid].every(uid =>
      shown.has(uid)
    );
  const shownLesion = (lesion: Lesion): Lesion =>
    lesion.mark === null || isShown(lesion.mark)
      ? lesion
      : { ...lesion, state: 'toDo', reason: null, mark: null };
  return {
    ...document,
    lesions: document.lesions.map(shownLesion),
    keyImages: document.keyImages.filter(isShown),
    view: { ...document.view, panes: document.view.panes.filter(isShown) },
  };
};

import {
  emptyReadDocument,
  followEarlier,
  hashReadDocument,
  parseReadDocument,
  typedTexts,
  type ReadDocument,
} from '@corelab/reads';
import { sql, type Kysely, type Transaction } from 'kysely';
import { keyedDigest } from '../audit/canonical-json.js';
import { jsonDifference } from '../audit/difference.js';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { firstUnstorable } from '../http/storable-texts.js';
import {
  notKeptYet,
  requireNoIdentity,
  type Insisted,
  type NotIdentity,
} from '../identity/search-texts.js';
import { applyTransition, byPerson, changeOf } from './apply-transition.js';
import { courseHistory } from './course-history.js';
import { readMachine, type ReadState } from './machines/read.js';
import { allows } from './machines/transition.js';
import type { OpenRead } from './open-read.js';
import { requireOwnResponse } from './own-response.js';
import { readOnHold } from './read-refusals.js';
import { startDocument } from './start-document.js';

export interface Draft {
  readonly document: ReadDocument;
  readonly etag: string;
  readonly version: number;
}

/** Names a draft as it stands. */
export const etagOf = (version: number, hash: string): string =>
  `"${version}-${hash.slice(0, 16)}"`;

/** Whether what is earlier in the course may have changed since the draft was begun, and it goes along with that. */
const followsEarlier = ({ charter, beginsFrom }: OpenRead): boolean =>
  charter.order === 'allAtOnce' || (charter.order === 'hybrid' && beginsFrom !== null);

/**
 * The read's draft; before the first save what it begins with, under version 0. Where all timepoints are read together, and
 * where one is read again in a global read, it follows the earlier ones as they stand: what changed there since it was saved is in it, under another ETag.
 */
export const currentDraft = async (db: Kysely<Database>, read: OpenRead): Promise<Draft> => {
  const row = await db
    .selectFrom('draft')
    .select(['document', 'version', 'hash'])
    .where('read_id', '=', read.id)
    .executeTakeFirst();
  const stored = row === undefined ? await startDocument(db, read) : (row.document as ReadDocument);
  const version = row?.version ?? 0;
  if (followsEarlier(read) && allows(readMachine, read.state, 'save')) {
    const earlier = await courseHistory(db, read);
    const document = followEarlier(
      stored,
      earlier.map(entry => entry.document)
    );
    return { document, etag: etagOf(version, hashReadDocument(document)), version };
  }
  const hash = row?.hash ?? hashReadDocument(stored);
  return { document: stored, etag: etagOf(version, hash), version };
};

/**
 * Takes the read's row for this transaction: saving and signing of one read follow each other.
 * Returns its state as it is now.
 */
export const lockRead = async (trx: Transaction<Database>, readId: string): Promise<ReadState> => {
  const row = await trx
    .selectFrom('read')
    .select('state')
    .where('id', '=', readId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.state;
};

export const draftConflict = (draft: Draft): CodedError =>
  new CodedError(
    412,
    'CL_DRAFT_CONFLICT',
    'The draft was saved from somewhere else in the meantime; the answer holds it.',
    { document: draft.document, etag: draft.etag },
    { etag: draft.etag }
  );

/** @throws CodedError 422 CL_DOCUMENT_INVALID on what the database has no characters for. */
export const requireStorable = (input: unknown): void => {
  const bad = firstUnstorable(input);
  if (bad === null) return;
  throw new CodedError(422, 'CL_DOCUMENT_INVALID', `${bad}: holds a character that is not text`, {
    errors: [{ path: bad, message: 'NUL or half a surrogate pair' }],
  });
};

const parsed = (input: unknown): ReadDocument => {
  requireStorable(input);
  const result = parseReadDocument(input);
  if (result.ok) return result.value;
  const first = result.errors[0];
  throw new CodedError(
    422,
    'CL_DOCUMENT_INVALID',
    `The document is not valid at ${first?.path === '' ? '/' : first?.path}: ${first?.message}`,
    { errors: result.errors }
  );
};

interface NamedImage {
  readonly uids: readonly string[];
  /** The refusal when one of them is not of this read. */
  readonly refused: (uid: string) => CodedError;
}

const imagesOf = (document: ReadDocument): NamedImage[] => [
  ...document.lesions.flatMap(({ id, mark }) =>
    mark === null
      ? []
      : [
          {
            uids: [mark.studyInstanceUid, mark.seriesInstanceUid, mark.sopInstanceUid],
            refused: (uid: string) =>
              new CodedError(
                422,
                'CL_MARK_FOREIGN',
                `The mark of ${id} names ${uid}, which is not an image of this read.`,
                { lesion: id, uid }
              ),
          },
        ]
  ),
  ...document.keyImages.map((image, index) => ({
    uids: [image.studyInstanceUid, image.seriesInstanceUid, image.sopInstanceUid],
    refused: (uid: string) =>
      new CodedError(
        422,
        'CL_KEY_IMAGE_FOREIGN',
        `Key image ${index + 1} names ${uid}, which is not an image of this read.`,
        { keyImage: index, uid }
      ),
  })),
];

/** Every mark and every key image lies on an image that this read shows. */
const requireOwnImages = async (
  trx: Transaction<Database>,
  read: OpenRead,
  document: ReadDocument
): Promise<void> => {
  const named = imagesOf(document);
  if (named.length === 0) return;
  const rows = await trx
    .selectFrom('presentation_uid')
    .innerJoin('presentation', 'presentation.id', 'presentation_uid.presentation_id')
    .select('pseudonym')
    .where('presentation.read_id', '=', read.id)
    .where('pseudonym', 'in', [...new Set(named.flatMap(({ uids }) => uids))])
    .execute();
  const known = new Set(rows.map(row => row.pseudonym));
  for (const { uids, refused } of named) {
    const foreign = uids.find(uid => !known.has(uid));
    if (foreign !== undefined) throw refused(foreign);
  }
};

/** Searches what is new in a document; what the draft or an earlier read says already was searched then. */
const searched = async (
  deps: ServerDeps,
  read: OpenRead,
  accountId: string,
  document: ReadDocument,
  said: readonly NotIdentity[] = []
): Promise<Insisted> => {
  const texts = typedTexts(document);
  if (texts.length === 0) return {};
  const current = await currentDraft(deps.db, read);
  const of = { trialId: read.trialId, accountId, about: { read: read.id } };
  return requireNoIdentity(deps, of, notKeptYet(texts, typedTexts(current.document)), said);
};

/** Hash of what was read: the document without the view it was left in. */
const hashOfWork = (document: ReadDocument): string =>
  hashReadDocument({ ...document, view: emptyReadDocument().view });

/**
 * Saves the whole document if `ifMatch` names the draft as it stands. A save that is repeated because its
 * answer was lost (same document as the one that stands, same person) is answered like the first. `replaced` is what a
 * window held before its reader chose between two versions: the entry keeps both. A save that differs in the view alone
 * has a version of its own, but no audit entry.
 * @throws CodedError 412 CL_DRAFT_CONFLICT, 409 CL_READ_LOCKED or CL_READ_ON_HOLD, 403 CL_ACT_NOT_YOURS,
 * 422 CL_DOCUMENT_INVALID, CL_TEXT_IDENTIFIES, CL_MARK_FOREIGN, CL_KEY_IMAGE_FOREIGN or CL_READER_RESPONSE.
 */
export const saveDraft = async (
  deps: ServerDeps,
  read: OpenRead,
  accountId: string,
  ifMatch: string,
  input: {
    readonly document?: unknown;
    readonly replaced?: unknown;
    readonly notIdentity?: readonly NotIdentity[];
  }
): Promise<{ savedAt: Date; etag: string }> => {
  const document = parsed(input.document);
  const replaced = input.replaced === undefined ? null : parsed(input.replaced);
  const hash = hashReadDocument(document);
  const insisted = await searched(deps, read, accountId, document, input.notIdentity);
  return deps.db.transaction().execute(async trx => {
    const state = await lockRead(trx, read.id);
    if (state === 'onHold') throw readOnHold();
    if (!allows(readMachine, state, 'save')) {
      throw new CodedError(
        409,
        'CL_READ_LOCKED',
        state === 'signed' ? 'The read is signed.' : 'The read is not open for changes.'
      );
    }
    const stored = await trx
      .selectFrom('draft')
      .select(['hash', 'version', 'saved_at', 'saved_by'])
      .where('read_id', '=', read.id)
      .executeTakeFirst();
    const current = await currentDraft(trx, read);
    if (current.etag !== ifMatch) {
      if (stored?.hash === hash && stored.saved_by === accountId) {
        return { savedAt: stored.saved_at, etag: current.etag };
      }
      throw draftConflict(current);
    }
    await requireOwnImages(trx, read, document);
    requireOwnResponse(read, document);
    const savedAt = deps.now();
    const version = current.version + 1;
    await trx
      .insertInto('draft')
      .values({
        read_id: read.id,
        version,
        document: JSON.stringify(document),
        hash,
        saved_at: savedAt,
        saved_by: accountId,
      })
      .onConflict(conflict =>
        conflict.column('read_id').doUpdateSet({
          version,
          document: sql`excluded.document`,
          hash,
          saved_at: savedAt,
          saved_by: accountId,
        })
      )
      .execute();
    // How the images were last shown is kept like the rest, but nobody has read anything by it.
    if (replaced === null && hashOfWork(current.document) === hashOfWork(document)) {
      return { savedAt, etag: etagOf(version, hash) };
    }
    const mask = (text: string) => ({ digest: keyedDigest(deps.auditKey, text) });
    await applyTransition(trx, [changeOf(readMachine, read.id, state, 'save')], {
      ...(await byPerson(trx, read.trialId, accountId)),
      chain: read.trialId,
      at: savedAt,
      zone: deps.zone,
      details: {
        read: read.id,
        version,
        previousHash: stored?.hash ?? null,
        documentHash: hash,
        changes: jsonDifference(current.document, document, mask),
        ...insisted,
        ...(replaced === null
          ? {}
          : {
              conflict: {
                otherHash: hashReadDocument(replaced),
                differences: jsonDifference(current.document, replaced, mask),
              },
            }),
      },
    });
    return { savedAt, etag: etagOf(version, hash) };
  });
};

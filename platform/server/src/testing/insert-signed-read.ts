import { emptyReadDocument, hashReadDocument } from '@corelab/reads';
import { hashBytes } from '../audit/canonical-json.js';
import { keepEvidence } from '../evidence/evidence-store.js';
import type { ServerDeps } from '../http/server-deps.js';
import { trialTerms } from '../trials/charter-terms.js';
import { handmadePng } from './handmade-png.js';

const picture = handmadePng([2, 2], 90);
/** Names the picture that goes with it. */
export const insertedPicture = hashBytes(picture);

/** A read beside another one, signed by somebody, with the same images and one picture; nothing of it is in the record. */
export const insertSignedRead = async (
  { db, now, newId, archive }: Pick<ServerDeps, 'db' | 'now' | 'newId' | 'archive'>,
  like: string,
  { publicId, signer }: { readonly publicId: string; readonly signer: string }
): Promise<string> => {
  const { resolved, ...of } = await db
    .selectFrom('read')
    .innerJoin('charter_version', 'charter_version.id', 'read.charter_version_id')
    .select(['course_id', 'charter_version_id', 'timepoint_id', 'charter_version.resolved'])
    .where('read.id', '=', like)
    .executeTakeFirstOrThrow();
  const [id, at] = [newId(), now()];
  await db
    .insertInto('read')
    .values({
      ...{ ...of, id, public_id: publicId, component: 'other reading' },
      ...{ state: 'signed', ordinal: 8 },
    })
    .execute();
  await archive.releaseRead(id);
  const document = { ...emptyReadDocument(), noDisease: true };
  const place = { cornersLps: null, words: { topPx: 0, bottomPx: 0 } };
  const sha256 = await keepEvidence(db, { mediaType: 'image/png', bytes: picture, at });
  const pane = { sopInstanceUid: '1.2.3', sha256, widthPx: 2, heightPx: 2, ...place };
  await db
    .insertInto('signature')
    .values({
      ...{ id: newId(), read_id: id, account_id: signer, request_id: `signing-${publicId}` },
      ...{ printed_name: 'A Reader', meaning: 'I read it', signed_at: at, zone: 'Europe/Berlin' },
      ...{ document: JSON.stringify(document), document_hash: hashReadDocument(document) },
      ...{ content_hash: '0'.repeat(64), pictures: JSON.stringify({ panes: [pane] }) },
    })
    .execute();
  await db
    .insertInto('derived_result')
    .values({
      ...{ id: newId(), read_id: id, criterion: trialTerms(resolved).criterion },
      ...{ parameter_hash: 'x', engine_version: 'x', created_at: at },
      result: JSON.stringify({
        ...{ criterion: trialTerms(resolved).criterion, timepoints: [] },
        bestOverallResponse: { unconfirmed: { value: 'MISSING', date: null } },
      }),
    })
    .execute();
  return id;
};

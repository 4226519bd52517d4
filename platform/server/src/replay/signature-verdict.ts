import { hashReadDocument } from '@corelab/reads';
import { sql, type Kysely } from 'kysely';
import { hashJson } from '../audit/canonical-json.js';
import type { Database } from '../database/schema.js';
import { evidenceOf } from '../evidence/evidence-store.js';
import { boundIn, boundResult } from '../verification/signed-rows.js';
import { signedDocument } from '../workflow/signed-document.js';

/** What of a signed read is not what its signature binds. */
export type SignatureProblem =
  /** The record has no entry of this signature, or what that binds gives another hash. */
  'record' | 'document' | 'result' | 'shown' | 'pictures';

/** Holds a signed read against its signature in the record: whatever was bound must give the same hashes now. */
export const signatureVerdict = async (
  db: Kysely<Database>,
  trialId: string,
  readId: string
): Promise<readonly SignatureProblem[]> => {
  const signature = await db
    .selectFrom('signature')
    .select(['document', 'document_hash', 'content_hash', 'pictures', 'shown_sha256'])
    .where('read_id', '=', readId)
    .executeTakeFirstOrThrow();
  const { rows } = await sql<{ details: Record<string, unknown> }>`
    select entry -> 'details' as details from audit_entry
    where chain = ${trialId} and entry -> 'details' ->> 'read' = ${readId}
      and entry -> 'details' ->> 'contentHash' = ${signature.content_hash}`.execute(db);
  const [entry] = rows;
  if (entry === undefined) return ['record'];
  const bound = boundIn(entry);
  const problems: SignatureProblem[] = [];
  if (hashJson(bound) !== signature.content_hash) problems.push('record');
  if (hashReadDocument(signedDocument(signature.document)) !== bound['documentHash'])
    problems.push('document');
  if (!(await isDerived(db, readId, bound))) problems.push('result');
  const { shown_sha256: shown, pictures } = signature;
  if ((bound['shownHash'] ?? null) !== shown || (shown !== null && !(await isKept(db, shown))))
    problems.push('shown');
  if (hashJson(bound['pictures'] ?? null) !== hashJson(pictures)) problems.push('pictures');
  else if (pictures !== null && 'panes' in pictures) {
    for (const pane of pictures.panes) {
      if ('sha256' in pane && !(await isKept(db, pane.sha256))) {
        problems.push('pictures');
        break;
      }
    }
  }
  return problems;
};

/** Each result that was bound is there as it was. */
const isDerived = async (
  db: Kysely<Database>,
  readId: string,
  bound: Readonly<Record<string, unknown>>
): Promise<boolean> => {
  const rows = await db
    .selectFrom('derived_result')
    .select(['criterion', 'result'])
    .where('read_id', '=', readId)
    .execute();
  const others: unknown[] = Array.isArray(bound['others']) ? bound['others'] : [];
  return (
    rows.length === 1 + others.length &&
    rows.every(({ criterion, result }) => {
      return boundResult(bound, criterion)?.['derivedHash'] === hashJson(result);
    })
  );
};

const isKept = async (db: Kysely<Database>, sha256: string): Promise<boolean> =>
  (await evidenceOf(db, sha256)) !== null;

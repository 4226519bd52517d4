import type { ReadDocument } from '@corelab/reads';
import type { Kysely } from 'kysely';
import { appendAudit } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import { evidenceOf } from '../evidence/evidence-store.js';
import type { SignedPictures } from '../evidence/signed-pictures.js';
import { roleIn } from '../facts/case-facts.js';
import { factsToldIn, type ToldFact } from '../facts/reader-facts.js';
import type { ServerDeps } from '../http/server-deps.js';
import type { OpenRead } from '../workflow/open-read.js';
import { asReadersSee } from '../workflow/reader-names.js';
import { shownRead, type ShownRead } from '../workflow/shown-read.js';
import { signatureOf, type SignatureView } from '../workflow/sign.js';
import { readStanding, type SignatureStanding } from '../workflow/signature-standing.js';
import { signedDocument } from '../workflow/signed-document.js';
import { signedResults } from '../workflow/signed-results.js';
import { signatureVerdict, type SignatureProblem } from './signature-verdict.js';

/** Result of one criterion as its reader may have it. */
export interface ReplayedResult {
  readonly criterion: string;
  readonly result: unknown;
}

/** What a reader saw when they signed, as far as the record has it. */
export interface ReplayedRead {
  readonly shown: ShownRead;
  /** `shown` was kept by the signature; otherwise it is as it stands now. */
  readonly asKept: boolean;
  readonly document: ReadDocument;
  readonly signature: SignatureView;
  readonly standing: SignatureStanding;
  readonly results: {
    readonly primary: ReplayedResult;
    readonly others: readonly ReplayedResult[];
  };
  readonly facts: readonly ToldFact[];
  /** Null of signatures from before pictures were taken. */
  readonly pictures: SignedPictures | null;
  /** What is not as the signature binds it: empty where all is. */
  readonly problems: readonly SignatureProblem[];
}

/** What the signature kept of what was shown; null where it kept nothing, or that is there no more. */
const keptShown = async (
  db: Kysely<Database>,
  sha256: string | null
): Promise<ShownRead | null> => {
  const bytes = sha256 === null ? null : await evidenceOf(db, sha256);
  if (bytes === null) return null;
  // Written by this server with the signature, and found unchanged by its hash.
  return JSON.parse(Buffer.from(bytes).toString('utf8')) as ShownRead;
};

/** Rebuilds from the record what the reader of a signed read saw; nothing of it is of the moment but its standing. */
export const replayedRead = async (deps: ServerDeps, read: OpenRead): Promise<ReplayedRead> => {
  const { db } = deps;
  const row = await db
    .selectFrom('signature')
    .innerJoin('read', 'read.id', 'signature.read_id')
    .select(['signature.document', 'signature.pictures', 'signature.shown_sha256'])
    .select('read.from_sequence')
    .where('read_id', '=', read.id)
    .executeTakeFirstOrThrow();
  const signed = await signatureOf(db, read.id);
  const results = (await signedResults(db, [read.id])).get(read.id);
  if (signed === null || results === undefined)
    throw new Error(`the signed read ${read.id} has no derived result`);
  const kept = await keptShown(db, row.shown_sha256);
  const { from_sequence: from } = row;
  const facts = await factsToldIn(db, {
    ...read,
    ...{ role: roleIn(read.slot), locked: false, until: read.timepointDate },
    ...(from === null ? {} : { asOf: Number(from) }),
  });
  const seen = async ({ criterion, result }: ReplayedResult): Promise<ReplayedResult> => ({
    criterion,
    result: await asReadersSee(db, read, result),
  });
  const others: ReplayedResult[] = [];
  for (const other of results.others) others.push(await seen(other));
  return {
    shown: kept ?? (await shownRead(deps, read)),
    asKept: kept !== null,
    document: signedDocument(row.document),
    signature: signed.signature,
    standing: await readStanding(db, read.trialId, read.id),
    results: { primary: await seen(results.primary), others },
    facts,
    pictures: row.pictures,
    problems: await signatureVerdict(db, read.trialId, read.id),
  };
};

/** Opens the replay of a signed read: an audit entry of its own, and no opening by its reader. */
export const openReplay = async (
  deps: ServerDeps,
  read: OpenRead,
  accountId: string
): Promise<ReplayedRead> => {
  const replayed = await replayedRead(deps, read);
  await deps.db.transaction().execute(trx =>
    appendAudit(trx, read.trialId, {
      ...{ act: 'read.replayed', at: deps.now().toISOString(), zone: deps.zone, by: accountId },
      details: { read: read.id, state: read.state, problems: replayed.problems },
    })
  );
  return replayed;
};

/** A picture that goes with the signature of a read; null where it names no such, or that is there no more. */
export const signedPicture = async (
  db: Kysely<Database>,
  readId: string,
  sha256: string
): Promise<Uint8Array | null> => {
  const { pictures } = await db
    .selectFrom('signature')
    .select('pictures')
    .where('read_id', '=', readId)
    .executeTakeFirstOrThrow();
  const named =
    pictures !== null &&
    'panes' in pictures &&
    pictures.panes.some(pane => 'sha256' in pane && pane.sha256 === sha256);
  return named ? evidenceOf(db, sha256) : null;
};

import { emptyDecision, parseDecision, type DecisionDocument } from '@corelab/adjudication';
import { sql, type Kysely, type Transaction } from 'kysely';
import { hashJson, keyedDigest } from '../audit/canonical-json.js';
import { jsonDifference } from '../audit/difference.js';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { notKeptYet, requireNoIdentity, type NotIdentity } from '../identity/search-texts.js';
import { applyTransition, byPerson, changeOf } from './apply-transition.js';
import { etagOf, requireStorable } from './drafts.js';
import { adjudicationMachine, type AdjudicationState } from './machines/adjudication.js';
import { allows } from './machines/transition.js';
import type { OpenAdjudication } from './open-adjudication.js';
import { readOnHold } from './read-refusals.js';
import { timepointAliases, type TimepointAliases } from './timepoint-aliases.js';

export interface DecisionDraft {
  readonly document: DecisionDocument;
  readonly etag: string;
  readonly version: number;
}

/** The decision as it stands; before the first save nothing is chosen, under version 0. */
export const currentDecision = async (
  db: Kysely<Database>,
  adjudicationId: string
): Promise<DecisionDraft> => {
  const row = await db
    .selectFrom('adjudication_draft')
    .select(['document', 'version', 'hash'])
    .where('adjudication_id', '=', adjudicationId)
    .executeTakeFirst();
  const document = row?.document ?? emptyDecision();
  const version = row?.version ?? 0;
  return { document, etag: etagOf(version, row?.hash ?? hashJson(document)), version };
};

/** Takes the adjudication for this transaction; returns its state as it is now. */
export const lockAdjudication = async (
  trx: Transaction<Database>,
  id: string
): Promise<AdjudicationState> => {
  const row = await trx
    .selectFrom('adjudication')
    .select('state')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.state;
};

export const decisionConflict = (
  { document, etag }: DecisionDraft,
  aliases: TimepointAliases
): CodedError =>
  new CodedError(
    412,
    'CL_DRAFT_CONFLICT',
    'The decision was saved from somewhere else in the meantime; the answer holds it.',
    { document: aliases.outward(document), etag },
    { etag }
  );

const parsed = (input: unknown): DecisionDocument => {
  requireStorable(input);
  const result = parseDecision(input);
  if (result.ok) return result.value;
  const first = result.errors[0];
  throw new CodedError(
    422,
    'CL_DOCUMENT_INVALID',
    `The decision is not valid at ${first?.path === '' ? '/' : first?.path}: ${first?.message}`,
    { errors: result.errors }
  );
};

/**
 * Saves the whole decision if `ifMatch` names it as it stands. A save that is repeated because its answer was lost is
 * answered like the first. `replaced` is what a window held before its adjudicator chose between two versions: the entry
 * keeps both.
 * @throws CodedError 412 CL_DRAFT_CONFLICT, 409 CL_READ_LOCKED or CL_READ_ON_HOLD, 403 CL_ACT_NOT_YOURS,
 * 422 CL_DOCUMENT_INVALID or CL_TEXT_IDENTIFIES.
 */
export const saveDecision = async (
  deps: ServerDeps,
  adjudication: OpenAdjudication,
  accountId: string,
  ifMatch: string,
  input: {
    readonly document?: unknown;
    readonly replaced?: unknown;
    readonly notIdentity?: readonly NotIdentity[];
  }
): Promise<{ savedAt: Date; etag: string }> => {
  const aliases = await timepointAliases(deps.db, adjudication);
  const document = aliases.inward(parsed(input.document));
  const replaced = input.replaced === undefined ? null : aliases.inward(parsed(input.replaced));
  const hash = hashJson(document);
  const { id, trialId } = adjudication;
  const { text } = document.reason;
  const { reason: kept } = (await currentDecision(deps.db, id)).document;
  const insisted = await requireNoIdentity(
    deps,
    { trialId, accountId, about: { adjudication: id } },
    notKeptYet([{ path: '/reason/text', text }], [kept]),
    input.notIdentity
  );
  return deps.db.transaction().execute(async trx => {
    const state = await lockAdjudication(trx, id);
    if (state === 'onHold') throw readOnHold();
    if (!allows(adjudicationMachine, state, 'save')) {
      throw new CodedError(
        409,
        'CL_READ_LOCKED',
        state === 'signed'
          ? 'The adjudication is signed.'
          : 'The adjudication is not open for changes.'
      );
    }
    const stored = await trx
      .selectFrom('adjudication_draft')
      .select(['hash', 'saved_at', 'saved_by'])
      .where('adjudication_id', '=', id)
      .executeTakeFirst();
    const current = await currentDecision(trx, id);
    if (current.etag !== ifMatch) {
      if (stored?.hash === hash && stored.saved_by === accountId) {
        return { savedAt: stored.saved_at, etag: current.etag };
      }
      throw decisionConflict(current, aliases);
    }
    const savedAt = deps.now();
    const version = current.version + 1;
    await trx
      .insertInto('adjudication_draft')
      .values({
        ...{ adjudication_id: id, version, document: JSON.stringify(document), hash },
        ...{ saved_at: savedAt, saved_by: accountId },
      })
      .onConflict(conflict =>
        conflict.column('adjudication_id').doUpdateSet({
          ...{ version, document: sql`excluded.document`, hash },
          ...{ saved_at: savedAt, saved_by: accountId },
        })
      )
      .execute();
    const mask = (text: string) => ({ digest: keyedDigest(deps.auditKey, text) });
    await applyTransition(trx, [changeOf(adjudicationMachine, id, state, 'save')], {
      ...(await byPerson(trx, adjudication.trialId, accountId)),
      ...{ chain: adjudication.trialId, at: savedAt, zone: deps.zone },
      details: {
        ...{ adjudication: id, version, documentHash: hash },
        previousHash: stored?.hash ?? null,
        changes: jsonDifference(current.document, document, mask),
        ...insisted,
        ...(replaced === null
          ? {}
          : {
              conflict: {
                otherHash: hashJson(replaced),
                differences: jsonDifference(current.document, replaced, mask),
              },
            }),
      },
    });
    return { savedAt, etag: etagOf(version, hash) };
  });
};

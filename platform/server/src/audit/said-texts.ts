import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { placesOf } from '../copies/installation.js';
import { trialKeysIn } from '../copies/trial-keys.js';
import type { ServerDeps } from '../http/server-deps.js';
import { isRecord } from '../is-record.js';
import { keyedDigest } from './canonical-json.js';

/** A text that an entry has as a digest, found where it is kept. */
export interface SaidText {
  /** JSON Pointer of the digest in the entry's details. */
  readonly path: string;
  /** Null where no such text is kept any more, or this person is not shown it. */
  readonly text: string | null;
}

const isDigest = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

/** Keys under which a digest of words stands by itself. */
const ofWords: readonly string[] = ['reason', 'authorisedBy'];

const digestsIn = (value: unknown, path = ''): { path: string; digest: string }[] => {
  if (Array.isArray(value)) return value.flatMap((item, at) => digestsIn(item, `${path}/${at}`));
  if (!isRecord(value)) return [];
  const { digest } = value;
  if (isDigest(digest) && Object.keys(value).length === 1) return [{ path, digest }];
  return Object.entries(value).flatMap(([key, item]) =>
    isDigest(item) && ofWords.includes(key)
      ? [{ path: `${path}/${key}`, digest: item }]
      : digestsIn(item, `${path}/${key}`)
  );
};

/**
 * Words that were given with acts on these things, wherever they are kept. What tells of clinical facts and of identity is
 * left out: not everybody who looks at the record may know it.
 */
const keptTexts = async (db: Kysely<Database>, ids: readonly string[]): Promise<string[]> => {
  const those = sql`any(${ids}::uuid[])`;
  const { rows } = await sql<{ text: string }>`
    select reason as text from exam_decision where exam_id = ${those}
    union select exam_deviation.text from exam_deviation join exam_decision
      on exam_decision.id = exam_deviation.decision_id where exam_decision.exam_id = ${those}
    union select problem.text from problem
      where (id = ${those} or read_id = ${those} or adjudication_id = ${those}) and kind <> 'identifyingInformation'
    union select problem_answer.text from problem_answer join problem on problem.id = problem_answer.problem_id
      where (problem.id = ${those} or problem.read_id = ${those} or problem.adjudication_id = ${those})
        and problem.kind <> 'identifyingInformation'
    union select unnest(array[reason, decision_reason]) from unlock_request
      where id = ${those} or read_id = ${those} or adjudication_id = ${those}
    union select reason from read_impact where read_id = ${those}
    union select reason from adjudication_impact where adjudication_id = ${those}
    union select unnest(array[reason, end_reason]) from role_grant where account_id = ${those}
    union select reason from account_change where account_id = ${those}
    union select withdraw_reason from qualification where id = ${those}
    union select unnest(array[reason, end_reason]) from reading_conflict where id = ${those}
    union select unnest(array[reason, withdrawal_reason]) from imaging_end where subject_id = ${those}
    union select unnest(array[reason, authorised_by]) from reader_replacement where id = ${those}
    union select reason from release_batch where id = ${those}
    union select reason from global_read_change where global_read_id = ${those}
    union select query_message.text from query_message where query_id = ${those}
    union select unnest(array[reason, authority]) from correction where id = ${those} or exam_id = ${those}
    union select unnest(array[reason, authority]) from arrival where id = ${those}
    union select unnest(array[reason, authority]) from quarantine where id = ${those}
    union select adjudication_signature.document -> 'reason' ->> 'text' from adjudication_signature
      where adjudication_id = ${those}
    union select reason from consensus_vote join consensus_proposal
      on consensus_proposal.id = consensus_vote.proposal_id where consensus_proposal.consensus_id = ${those}
    union select consensus_proposal.proposal -> 'reason' ->> 'text' from consensus_proposal
      where consensus_id = ${those}
    union select unnest(array[audit_review_item.text, audit_review_response.text]) from audit_review_item
      left join audit_review_response on audit_review_response.review_id = audit_review_item.review_id
        and audit_review_response.place = audit_review_item.place
      where audit_review_item.review_id = ${those}`.execute(db);
  return rows.flatMap(({ text }) => (typeof text === 'string' ? [text] : []));
};

/** The versions' own words, which entries name by trial and number. */
const charterTexts = async (
  db: Kysely<Database>,
  trialId: string | null,
  details: unknown
): Promise<string[]> => {
  const version = isRecord(details) ? details['version'] : undefined;
  if (trialId === null || typeof version !== 'number') return [];
  const { rows } = await sql<{ text: string | null }>`
    select reason as text from charter_version where trial_id = ${trialId} and version = ${version}
    union select charter_decision.reason from charter_decision
      join charter_version on charter_version.id = charter_decision.charter_version_id
      where charter_version.trial_id = ${trialId} and charter_version.version = ${version}`.execute(
    db
  );
  return rows.flatMap(({ text }) => (text === null ? [] : [text]));
};

/** The texts that an entry has by digest alone: each shown is the one that was recorded, since its digest is. */
export const saidTexts = async (
  { db, auditKey, installation }: Pick<ServerDeps, 'db' | 'auditKey' | 'installation'>,
  trialId: string | null,
  details: unknown,
  ids: Iterable<string>
): Promise<SaidText[]> => {
  const digests = digestsIn(details);
  if (digests.length === 0) return [];
  const kept = [...(await keptTexts(db, [...ids])), ...(await charterTexts(db, trialId, details))];
  // What a trial brought from another installation was digested with a key of its own.
  const own = trialId === null ? null : trialKeysIn(placesOf(installation.home).trialKeys)(trialId);
  const keys = own === null ? [auditKey] : [auditKey, own];
  const byDigest = new Map(
    keys.flatMap(key => kept.map(text => [keyedDigest(key, text), text] as const))
  );
  return digests.map(({ path, digest }) => ({ path, text: byDigest.get(digest) ?? null }));
};

import type { Kysely } from 'kysely';
import { keyedDigest } from '../audit/canonical-json.js';
import { appendAudit, systemChain } from '../audit/chain.js';
import type { AccountIdentity } from '../accounts/accounts.js';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { calendarDay } from '../trials/calendar-day.js';
import {
  accessChanges,
  accessFacts,
  factsHash,
  type AccessChanges,
  type AccessFact,
} from './access-facts.js';
import { accessFile } from './access-file.js';
import { filteredAccess, type AccessFilter } from './access-filter.js';
import { peopleAccess, type AccessScope, type PersonAccess } from './people-access.js';

type AccessDeps = Pick<ServerDeps, 'db' | 'now' | 'newId' | 'zone' | 'auditKey'>;

/** What the signature of a review says. */
export const reviewMeaning = 'I reviewed who may do what';

export interface ReviewView {
  readonly id: string;
  readonly by: string;
  readonly name: string;
  readonly at: string;
  readonly meaning: string;
  readonly note: string;
  readonly hash: string;
  readonly changes: AccessChanges;
}

export interface AccessView {
  /** Of all that people may do now, whatever the filter: what a review is of. */
  readonly hash: string;
  readonly people: PersonAccess[];
  /** Against the last review; null where there was none. */
  readonly changes: AccessChanges | null;
}

const today = ({ now, zone }: Pick<AccessDeps, 'now' | 'zone'>): string => calendarDay(now(), zone);

const ofScope = (db: Kysely<Database>, { trialId }: AccessScope) => {
  const reviews = db.selectFrom('access_review');
  return trialId === null
    ? reviews.where('access_review.trial_id', 'is', null)
    : reviews.where('access_review.trial_id', '=', trialId);
};

const lastReview = (db: Kysely<Database>, scope: AccessScope) =>
  ofScope(db, scope)
    .select(['id', 'content'])
    .orderBy('reviewed_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();

/** Who may do what now, as far as the filter asks, and what changed since the last review. */
export const accessNow = async (
  deps: Pick<AccessDeps, 'db' | 'now' | 'zone'>,
  scope: AccessScope,
  filter: AccessFilter
): Promise<AccessView> => {
  const people = await peopleAccess(deps.db, scope, today(deps));
  const facts = accessFacts(people);
  const last = await lastReview(deps.db, scope);
  return {
    hash: factsHash(facts),
    people: filteredAccess(people, filter),
    changes:
      last === undefined ? null : accessChanges(last.content as readonly AccessFact[], facts),
  };
};

/** The same as a file; that it was taken is an entry. */
export const exportAccess = async (
  deps: AccessDeps,
  scope: AccessScope,
  by: string,
  filter: AccessFilter
): Promise<{ name: string; content: string }> => {
  const people = filteredAccess(await peopleAccess(deps.db, scope, today(deps)), filter);
  const { text, ...plain } = filter;
  await deps.db.transaction().execute(trx =>
    appendAudit(trx, scope.trialId ?? systemChain, {
      act: 'access.exported',
      at: deps.now().toISOString(),
      zone: deps.zone,
      by,
      details: {
        people: people.length,
        filter: {
          ...plain,
          ...(text === undefined ? {} : { text: { digest: keyedDigest(deps.auditKey, text) } }),
        },
      },
    })
  );
  return { name: `access-${today(deps)}.csv`, content: accessFile(people) };
};

/** The reviews of a scope, the newest first. */
export const accessReviews = async (
  db: Kysely<Database>,
  scope: AccessScope
): Promise<ReviewView[]> => {
  const rows = await ofScope(db, scope)
    .innerJoin('account', 'account.id', 'access_review.reviewed_by')
    .select(['access_review.id', 'account.user_name', 'printed_name', 'reviewed_at', 'meaning'])
    .select(['note', 'content_hash', 'changes'])
    .orderBy('reviewed_at', 'desc')
    .orderBy('access_review.id', 'desc')
    .limit(200)
    .execute();
  return rows.map(row => ({
    ...{ id: row.id, by: row.user_name, name: row.printed_name },
    ...{ at: row.reviewed_at.toISOString(), meaning: row.meaning, note: row.note },
    ...{ hash: row.content_hash, changes: row.changes as AccessChanges },
  }));
};

/**
 * Records that a person looked at who may do what; the caller has asked the password. `hash` is of what they saw.
 * @throws CodedError 409 CL_ACCESS_CHANGED where it is not so any more.
 */
export const reviewAccess = (
  deps: AccessDeps,
  scope: AccessScope,
  by: AccountIdentity,
  asked: { readonly hash: string; readonly note: string }
): Promise<{ id: string }> =>
  deps.db.transaction().execute(async trx => {
    const facts = accessFacts(await peopleAccess(trx, scope, today(deps)));
    const hash = factsHash(facts);
    if (hash !== asked.hash) {
      throw new CodedError(
        409,
        'CL_ACCESS_CHANGED',
        'Somebody was given or lost a right since this page was loaded. Look at it again, then record the review.'
      );
    }
    const last = await lastReview(trx, scope);
    const before = (last?.content ?? []) as readonly AccessFact[];
    const changes = accessChanges(before, facts);
    const id = deps.newId();
    const at = deps.now();
    await trx
      .insertInto('access_review')
      .values({
        ...{ id, trial_id: scope.trialId, previous_id: last?.id ?? null },
        ...{ reviewed_by: by.id, printed_name: by.displayName, meaning: reviewMeaning },
        ...{ reviewed_at: at, zone: deps.zone, note: asked.note, content_hash: hash },
        ...{ content: JSON.stringify(facts), changes: JSON.stringify(changes) },
      })
      .execute();
    await appendAudit(trx, scope.trialId ?? systemChain, {
      ...{ act: 'access.reviewed', at: at.toISOString(), zone: deps.zone, by: by.id },
      details: {
        ...{ review: id, contentHash: hash, meaning: reviewMeaning, facts: facts.length },
        ...{ added: changes.added.length, gone: changes.gone.length },
        note: { digest: keyedDigest(deps.auditKey, asked.note) },
      },
    });
    return { id };
  });

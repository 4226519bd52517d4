import { keyedDigest } from '../audit/canonical-json.js';
import { appendAudit } from '../audit/chain.js';
import { CodedError, notFound } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import type { TrialHandle } from '../trials/roles.js';
import type { GivenFact } from './check-fact.js';
import {
  changesDigest,
  checkFacts,
  lockFacts,
  planChanged,
  planOf,
  refuseFindings,
  rulesFor,
  type Db,
  type FactPlan,
} from './import-facts.js';
import { keyText, planFacts, withdrawal, type StandingFact } from './plan-facts.js';
import { standingFact, standingFacts } from './standing-facts.js';
import { writeFacts } from './write-facts.js';

/** One fact by hand: entered or corrected, and in place of which; or one that is taken back. */
export type FactByHand =
  | { readonly act: 'record'; readonly given: GivenFact; readonly replaces: string | null }
  | { readonly act: 'withdraw'; readonly fact: string };

/** Where what was entered by hand is from. */
const byHand = 'by hand';

/** The version that is meant, if its kind is the person's to see. @throws CodedError 404 CL_NOT_FOUND, 409 CL_FACT_WITHDRAWN */
const meant = async (
  db: Db,
  trial: TrialHandle,
  id: string,
  seen: ReadonlySet<string>
): Promise<StandingFact> => {
  const fact = await standingFact(db, trial.id, id);
  if (fact === null || !seen.has(fact.kind)) throw notFound();
  if (!fact.withdrawn) return fact;
  throw new CodedError(409, 'CL_FACT_WITHDRAWN', 'The fact is withdrawn already.');
};

/**
 * What it would do; nothing is kept. A fact that is corrected to another day or name is withdrawn there and stands anew here.
 * @throws those of `meant`, 409 CL_FACT_UNCHANGED
 */
export const planByHand = async (
  db: Db,
  trial: TrialHandle,
  accountId: string,
  asked: FactByHand,
  now: Date
): Promise<FactPlan> => {
  const rules = await rulesFor(db, trial, accountId, now);
  if (asked.act === 'withdraw') {
    const fact = await meant(db, trial, asked.fact, rules.seen);
    return planOf(db, { changes: [withdrawal(fact)], same: 0 });
  }
  const { facts, findings } = checkFacts([asked.given], rules);
  const [fact] = facts;
  if (fact === undefined || findings.length > 0) {
    return planOf(db, { changes: [], same: 0 }, findings);
  }
  const planned = planFacts(facts, await standingFacts(db, [fact.subjectId]));
  const old = asked.replaces === null ? null : await meant(db, trial, asked.replaces, rules.seen);
  const gone = old === null || keyText(old) === keyText(fact) ? [] : [withdrawal(old)];
  const changes = [...gone, ...planned.changes];
  if (changes.length > 0) return planOf(db, { ...planned, changes });
  throw new CodedError(
    409,
    'CL_FACT_UNCHANGED',
    'This is what stands: there is nothing to change.'
  );
};

/**
 * Enters, corrects or withdraws one fact, with a reason.
 * @param tag of the preview that is confirmed
 * @throws those of `planByHand`, CodedError 422 CL_FACTS_REFUSED with `findings`, 409 CL_FACTS_CHANGED
 */
export const doByHand = async (
  deps: ServerDeps,
  trial: TrialHandle,
  accountId: string,
  asked: FactByHand & { readonly reason: string; readonly tag: string | null }
): Promise<FactPlan> => {
  const at = deps.now();
  const plan = await deps.db.transaction().execute(async trx => {
    await lockFacts(trx, trial.id);
    const planned = await planByHand(trx, trial, accountId, asked, at);
    if (planned.findings.length > 0) return planned;
    if (asked.tag !== null && asked.tag !== planned.tag) throw planChanged();
    const { changes, touched } = planned;
    const versions = changes.map(change => ({ id: deps.newId(), change }));
    const { sequence } = await appendAudit(trx, trial.id, {
      ...{ at: at.toISOString(), zone: deps.zone, by: accountId },
      act: asked.act === 'record' ? 'fact.recorded' : 'fact.withdrawn',
      details: {
        ...{ facts: versions.map(({ id }) => id), digest: changesDigest(deps.auditKey, changes) },
        reason: keyedDigest(deps.auditKey, asked.reason),
        reads: touched.reads.map(({ id }) => id),
        finals: touched.finals.map(({ id }) => id),
      },
    });
    const from = { importId: null, source: byHand, reason: asked.reason, accountId, at, sequence };
    await writeFacts(trx, versions, touched, from);
    return planned;
  });
  if (plan.findings.length === 0) return plan;
  throw await refuseFindings(deps, trial, accountId, plan.findings);
};

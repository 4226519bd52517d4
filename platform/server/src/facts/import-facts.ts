import { sql, type Kysely, type Transaction } from 'kysely';
import { hashBytes, hashJson, keyedDigest, canonicalJson } from '../audit/canonical-json.js';
import { appendAudit } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { knownIdentifiers } from '../identity/known-identifiers.js';
import { recordRefusedTexts } from '../identity/search-texts.js';
import { rolesIn, type TrialHandle } from '../trials/roles.js';
import { checkFact, type CheckedFact, type FactRules, type GivenFact } from './check-fact.js';
import type { FactFinding } from './finding.js';
import { broughtInBy, clinicalFactsInForce, keptIn } from './kept-kinds.js';
import { eachOnce, planFacts, type FactChange, type PlannedFacts } from './plan-facts.js';
import { readFactFile } from './read-file.js';
import { standingFacts, subjectsOf } from './standing-facts.js';
import { touchedBy, type Touched } from './touched-reads.js';
import { writeFacts } from './write-facts.js';

/** A file of clinical facts, and where it is from. */
export interface FactFile {
  readonly fileName: string;
  readonly source: string;
  readonly bytes: Uint8Array;
}

/** What an import, or one entry by hand, does or did. */
export interface FactPlan extends PlannedFacts {
  readonly findings: readonly FactFinding[];
  readonly touched: Touched;
  /** Names what was looked at: a confirmation with it does that, or nothing. */
  readonly tag: string;
}

export type Db = Kysely<Database>;

/** Whoever brings facts into a trial takes turns. */
export const lockFacts = async (trx: Transaction<Database>, trialId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`facts:${trialId}`}, 0))`.execute(trx);
};

/** What the facts that somebody brings into a trial are checked against. */
export const rulesFor = async (
  db: Db,
  trial: TrialHandle,
  accountId: string,
  now: Date
): Promise<FactRules> => {
  const facts = await clinicalFactsInForce(db, trial.id);
  return {
    today: now.toISOString().slice(0, 10),
    subjects: await subjectsOf(db, trial.id),
    kept: new Set<string>(keptIn(facts)),
    seen: new Set<string>(broughtInBy(facts, await rolesIn(db, trial.id, accountId))),
    known: await knownIdentifiers(db, trial.id),
  };
};

/** Checks facts whole; with anything wrong nothing is planned. */
export const checkFacts = (
  given: readonly GivenFact[],
  rules: FactRules
): { readonly facts: readonly CheckedFact[]; readonly findings: readonly FactFinding[] } => {
  const checked = given.map(one => checkFact(one, rules));
  const wrong = checked.flatMap(one => (one.ok ? [] : one.findings));
  const once = eachOnce(checked.flatMap(one => (one.ok ? [one.fact] : [])));
  return { facts: once.facts, findings: [...wrong, ...once.findings] };
};

const untouched: Touched = { ofChange: [], reads: [], finals: [] };

/** With what it touches. */
export const planOf = async (
  db: Db,
  { changes, same }: PlannedFacts,
  findings: readonly FactFinding[] = []
): Promise<FactPlan> => {
  const touched = changes.length === 0 ? untouched : await touchedBy(db, changes);
  const ids = {
    reads: touched.reads.map(({ id }) => id),
    finals: touched.finals.map(({ id }) => id),
  };
  return {
    changes,
    same,
    findings,
    touched,
    tag: hashJson({ changes, same, ...ids }).slice(0, 32),
  };
};

/** What a file would do; nothing is kept. */
export const planImport = async (
  db: Db,
  trial: TrialHandle,
  accountId: string,
  file: FactFile,
  now: Date
): Promise<FactPlan> => {
  const { given, findings: ofFile } = readFactFile(file.bytes);
  const checked = checkFacts(given, await rulesFor(db, trial, accountId, now));
  const findings = [...ofFile, ...checked.findings].toSorted((a, b) => a.line - b.line);
  if (findings.length > 0) return planOf(db, { changes: [], same: 0 }, findings);
  const subjects = [...new Set(checked.facts.map(({ subjectId }) => subjectId))];
  return planOf(db, planFacts(checked.facts, await standingFacts(db, subjects)));
};

/** Texts that were refused are told in the record, by place and kind. */
export const refuseFindings = async (
  deps: ServerDeps,
  trial: TrialHandle,
  accountId: string,
  findings: readonly FactFinding[]
): Promise<CodedError> => {
  const identifying = findings.filter(({ code }) => code === 'identifies');
  if (identifying.length > 0) {
    await recordRefusedTexts(
      deps,
      { trialId: trial.id, accountId, about: { of: 'clinicalFacts' } },
      identifying.map(({ line, column, values }) => ({
        path: `/${line}/${column ?? ''}`,
        kinds: (values['kinds'] ?? '').split(', '),
      }))
    );
  }
  const [first] = findings;
  const where = first === undefined || first.line === 0 ? '' : `Line ${first.line}: `;
  return new CodedError(
    422,
    'CL_FACTS_REFUSED',
    `Nothing was kept. ${where}${first?.message ?? ''}${findings.length > 1 ? ` (and ${findings.length - 1} more)` : ''}.`,
    { findings: findings.slice(0, mostTold), findingCount: findings.length }
  );
};

/** So many findings, changes and reads at most are listed; all are counted. */
export const mostTold = 500;

/** Digest of what changed, for the record: the values are in the tables alone. */
export const changesDigest = (auditKey: string, changes: readonly FactChange[]): string =>
  keyedDigest(auditKey, canonicalJson(changes));

/** What was confirmed is not what there is to do any more. */
export const planChanged = (): CodedError =>
  new CodedError(
    409,
    'CL_FACTS_CHANGED',
    'Something changed since the preview, so nothing was done. Look at it again.'
  );

const counted = (changes: readonly FactChange[]) => ({
  added: changes.filter(({ act }) => act === 'added').length,
  changed: changes.filter(({ act }) => act !== 'added').length,
});

export interface Imported {
  readonly plan: FactPlan;
  readonly importId: string;
}

/**
 * Brings a file of clinical facts in: all of it or nothing. A fact that the file does not name stays.
 * @param tag of the preview that is confirmed; without it the file is taken as it is
 * @throws CodedError 422 CL_FACTS_REFUSED with `findings`, 409 CL_FACTS_CHANGED
 */
export const importFacts = async (
  deps: ServerDeps,
  trial: TrialHandle,
  accountId: string,
  file: FactFile,
  tag: string | null
): Promise<Imported> => {
  const at = deps.now();
  const done = await deps.db.transaction().execute(async trx => {
    await lockFacts(trx, trial.id);
    const plan = await planImport(trx, trial, accountId, file, at);
    if (plan.findings.length > 0) return plan;
    if (tag !== null && tag !== plan.tag) throw planChanged();
    const importId = deps.newId();
    const sha256 = hashBytes(file.bytes);
    const counts = { ...counted(plan.changes), same: plan.same };
    const { reads, finals } = plan.touched;
    const { sequence } = await appendAudit(trx, trial.id, {
      ...{ act: 'facts.imported', at: at.toISOString(), zone: deps.zone, by: accountId },
      details: {
        ...{
          import: importId,
          sha256,
          ...counts,
          digest: changesDigest(deps.auditKey, plan.changes),
        },
        ...{ reads: reads.map(({ id }) => id), finals: finals.map(({ id }) => id) },
      },
    });
    await trx
      .insertInto('clinical_fact_import')
      .values({
        ...{ id: importId, trial_id: trial.id, imported_by: accountId, imported_at: at },
        ...{ source: file.source, file_name: file.fileName, sha256, ...counts, sequence },
      })
      .execute();
    const from = { importId, source: file.source, reason: null, accountId, at, sequence };
    const versions = plan.changes.map(change => ({ id: deps.newId(), change }));
    await writeFacts(trx, versions, plan.touched, from);
    return { plan, importId };
  });
  if ('plan' in done) return done;
  throw await refuseFindings(deps, trial, accountId, done.findings);
};

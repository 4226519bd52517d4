import type { AssessmentOutput } from '@corelab/criteria';
import { hashReadDocument, type ReadDocument } from '@corelab/reads';
import type { Kysely } from 'kysely';
import { hashJson } from '../audit/canonical-json.js';
import type { Database } from '../database/schema.js';
import { trialTerms } from '../trials/charter-terms.js';
import { deriveAgain, type DerivedAgain, type ResultToDerive } from './derive-again.js';
import type { KeptEngines } from './kept-engines.js';
import type { SignatureProblem } from './problems.js';
import { compareContent, type KeptResult, type KeptSignature } from './signed-contents.js';
import { signedCourse, stoodAt, type SignedCourse, type SignedRow } from './signed-course.js';
import type { SignedAct } from './signed-acts.js';

export interface TrialParts {
  readonly db: Kysely<Database>;
  readonly engines: KeptEngines;
  /** The trial's signatures, by the hash of what they bind. */
  readonly acts: ReadonlyMap<string, SignedAct>;
  /** Hears of what was found with each signature. */
  readonly found: (problems: readonly SignatureProblem[], derived: readonly DerivedAgain[]) => void;
}

const parametersUnder = (resolved: unknown, criterion: string) => {
  const terms = trialTerms(resolved);
  return [terms, ...terms.others].find(one => one.criterion === criterion)?.parameters ?? {};
};

interface Signed {
  readonly kept: KeptSignature;
  readonly contentHash: string;
  readonly course: SignedCourse;
  /** Reads that the signature names, by the codes of their timepoints. */
  readonly named: ReadonlyMap<string, SignedRow>;
}

const check = async (
  { engines, acts, found }: TrialParts,
  { kept, contentHash, course, named }: Signed
): Promise<void> => {
  const act = acts.get(contentHash);
  // Told of already: no entry says what it should be.
  if (act === undefined) return;
  const problems = compareContent(act, contentHash, kept);
  const derived: DerivedAgain[] = [];
  for (const { criterion, engineVersion, result } of kept.results) {
    const one: ResultToDerive = {
      ...{ kind: kept.kind, id: kept.id, sequence: act.sequence, criterion, engineVersion, result },
      parameters: parametersUnder(kept.resolved, criterion),
      stood: stoodAt(
        course,
        act.sequence,
        result.timepoints.map(({ id }) => id),
        named
      ),
    };
    derived.push(await deriveAgain(engines, one));
  }
  found(problems, derived);
};

const resultsOfReads = async (db: Kysely<Database>, courseId: string) => {
  const rows = await db
    .selectFrom('derived_result')
    .innerJoin('read', 'read.id', 'derived_result.read_id')
    .select(['derived_result.read_id', 'derived_result.criterion', 'derived_result.result'])
    .select(['derived_result.parameter_hash', 'derived_result.engine_version'])
    .where('read.course_id', '=', courseId)
    .orderBy('derived_result.criterion')
    .execute();
  const byRead = new Map<string, typeof rows>();
  for (const row of rows) byRead.set(row.read_id, [...(byRead.get(row.read_id) ?? []), row]);
  return byRead;
};

type ResultRow = {
  readonly criterion: string;
  readonly parameter_hash: string;
  readonly engine_version: string;
  readonly result: unknown;
};

const keptResult = (row: ResultRow): KeptResult => ({
  criterion: row.criterion,
  parameterHash: row.parameter_hash,
  engineVersion: row.engine_version,
  result: row.result as AssessmentOutput,
});

const verifyReads = async (parts: TrialParts, course: SignedCourse): Promise<void> => {
  const results = await resultsOfReads(parts.db, course.id);
  for (const row of course.rows) {
    const bound = {
      read: row.read_id,
      documentHash: hashReadDocument(row.document as ReadDocument),
      manifestHash: row.manifest === null ? null : hashJson(row.manifest),
      charterHash: hashJson(row.resolved),
      ...{ signer: row.account_id, meaning: row.meaning },
      ...{ at: row.signed_at.toISOString(), zone: row.zone },
    };
    await check(parts, {
      ...{ contentHash: row.content_hash, course, named: new Map([[row.code, row]]) },
      kept: {
        ...{ kind: 'read', id: row.read_id, bound, resolved: row.resolved },
        results: (results.get(row.read_id) ?? []).map(keptResult),
      },
    });
  }
};

const globalReads = (db: Kysely<Database>, courseId: string) =>
  db
    .selectFrom('global_read_signature as signature')
    .innerJoin('global_read', 'global_read.id', 'signature.global_read_id')
    .innerJoin('charter_version', 'charter_version.id', 'global_read.charter_version_id')
    .leftJoin('image_manifest', 'image_manifest.id', 'global_read.manifest_id')
    .selectAll('signature')
    .select(['charter_version.resolved', 'image_manifest.content as manifest'])
    .where('global_read.course_id', '=', courseId)
    .execute();

const verifyGlobalReads = async (parts: TrialParts, course: SignedCourse): Promise<void> => {
  for (const row of await globalReads(parts.db, course.id)) {
    const others = await parts.db
      .selectFrom('global_read_result')
      .selectAll()
      .where('global_read_id', '=', row.global_read_id)
      .execute();
    const reads = row.reads.flatMap(({ read }) => course.byRead.get(read) ?? []);
    await check(parts, {
      ...{ contentHash: row.content_hash, course },
      named: new Map(reads.map(read => [read.code, read])),
      kept: {
        ...{ kind: 'globalRead', id: row.global_read_id, resolved: row.resolved },
        bound: {
          ...{ globalRead: row.global_read_id, reads: row.reads },
          manifestHash: row.manifest === null ? null : hashJson(row.manifest),
          charterHash: hashJson(row.resolved),
          ...{ signer: row.account_id, meaning: row.meaning },
          ...{ at: row.signed_at.toISOString(), zone: row.zone },
        },
        results: [row, ...others].map(keptResult),
      },
    });
  }
};

const verifyDecisions = async (parts: TrialParts, trialId: string): Promise<void> => {
  const rows = await parts.db
    .selectFrom('adjudication_signature as signature')
    .innerJoin('adjudication', 'adjudication.id', 'signature.adjudication_id')
    .innerJoin('track', 'track.id', 'adjudication.track_id')
    .innerJoin('charter_version', 'charter_version.id', 'adjudication.charter_version_id')
    .selectAll('signature')
    .select(['adjudication.comparison', 'charter_version.resolved'])
    .where('track.trial_id', '=', trialId)
    .execute();
  for (const row of rows) {
    const act = parts.acts.get(row.content_hash);
    if (act === undefined) continue;
    const bound = {
      adjudication: row.adjudication_id,
      documentHash: hashJson(row.document),
      decisionHash: hashJson(row.decision),
      comparisonHash: hashJson(row.comparison),
      charterHash: hashJson(row.resolved),
      ...{ signer: row.account_id, meaning: row.meaning },
      ...{ at: row.signed_at.toISOString(), zone: row.zone },
    };
    const kept = { kind: 'adjudication', id: row.adjudication_id, bound, results: [] };
    parts.found(compareContent(act, row.content_hash, { ...kept, resolved: row.resolved }), []);
  }
};

/** Holds what was signed in a trial against its record, course by course, and derives its results again. */
export const verifyTrial = async (parts: TrialParts, trialId: string): Promise<void> => {
  const courses = await parts.db
    .selectFrom('course')
    .innerJoin('track', 'track.id', 'course.track_id')
    .select(['course.id', 'course.date_shift_days'])
    .where('track.trial_id', '=', trialId)
    .orderBy('course.id')
    .execute();
  for (const one of courses) {
    const course = await signedCourse(parts.db, one);
    if (course.rows.length === 0) continue;
    await verifyReads(parts, course);
    await verifyGlobalReads(parts, course);
  }
  await verifyDecisions(parts, trialId);
};

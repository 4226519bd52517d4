import type { Row } from '../../database/schema.js';
import { readChain, verifyChain, type ChainLine } from '../../audit/chain.js';
import type { KeptEngines } from '../../verification/kept-engines.js';
import { verifyDatabase } from '../../verification/verify-database.js';
import { engine } from '../../workflow/engine.js';
import { machines } from '../../workflow/machines/all.js';
import { adjudicationsWhereTriggered } from './adjudication-invariants.js';
import { rowsBeginAndEndAsTold } from './as-of-invariants.js';
import { fail } from './fail.js';
import type { TrialRecord } from './trial-record.js';

const db = ({ on }: TrialRecord) => on.server.deps.db;

/** All that a signature stands for, as text, by what was signed. */
const signedThings = async (trial: TrialRecord): Promise<ReadonlyMap<string, string>> => {
  const reads = await db(trial)
    .selectFrom('signature')
    .innerJoin('read', 'read.id', 'signature.read_id')
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('subject', 'subject.id', 'course.subject_id')
    .innerJoin('derived_result', 'derived_result.read_id', 'read.id')
    .innerJoin('image_manifest', 'image_manifest.id', 'read.manifest_id')
    .selectAll('signature')
    .select(['read.course_id', 'read.timepoint_id', 'read.version', 'read.charter_version_id'])
    .select(['read.manifest_id', 'image_manifest.hash', 'image_manifest.content'])
    .select(['derived_result.result', 'derived_result.parameter_hash'])
    .select('derived_result.criterion')
    .where('subject.trial_id', '=', trial.trialId)
    .execute();
  const decisions = await db(trial)
    .selectFrom('adjudication_signature')
    .innerJoin('adjudication', 'adjudication.id', 'adjudication_signature.adjudication_id')
    .innerJoin('subject', 'subject.id', 'adjudication.subject_id')
    .selectAll('adjudication_signature')
    .select(['adjudication.comparison', 'adjudication.swap', 'adjudication.manifest_id'])
    .where('subject.trial_id', '=', trial.trialId)
    .execute();
  return new Map([
    ...reads.map(row => [`${row.id} ${row.criterion}`, JSON.stringify(row)] as const),
    ...decisions.map(row => [row.id, JSON.stringify(row)] as const),
  ]);
};

/** At most one final stands of each thing that can be final, and the times of its versions do not overlap. */
const finalsStandAlone = (finals: readonly Row<'final'>[]): void => {
  const keys = new Map<string, Row<'final'>[]>();
  for (const final of finals) {
    const key = [final.track_id, final.subject_id, final.scope, final.criterion].join(' ');
    keys.set(key, [...(keys.get(key) ?? []), final]);
  }
  for (const versions of keys.values()) {
    const standing = versions.filter(({ superseded_at: at }) => at === null);
    if (standing.length > 1) fail('two finals stand', standing);
    versions.sort((one, other) => one.version - other.version);
    versions.forEach((final, index) => {
      const next = versions[index + 1];
      const ends = final.to_sequence === null ? null : Number(final.to_sequence);
      if (ends !== null && ends <= Number(final.from_sequence)) fail('a final ends early', final);
      if (next === undefined) return;
      if (ends === null || ends > Number(next.from_sequence)) fail('finals overlap', versions);
    });
  }
};

/** What stands of a subject is the same reads under every criterion, made by the same act. */
const finalsAreOfOneChoice = (finals: readonly Row<'final'>[]): void => {
  const standing = finals.filter(({ superseded_at: at }) => at === null);
  for (const one of standing) {
    const primary = standing.find(
      other => other.subject_id === one.subject_id && other.scope === one.scope
    );
    const of = (final: Row<'final'> | undefined): string =>
      JSON.stringify([final?.outcome.timepoints, final?.charter_version_id]);
    if (of(one) !== of(primary)) fail('finals of two choices', [one, primary]);
  }
};

interface Moved {
  readonly thing: string;
  readonly id: string;
  readonly act: string;
  readonly from: string | null;
  readonly to: string;
}

/** Every state is the one that the chain tells, step by step, and every step one of its machine's. */
const statesAreToldBy = async (
  trial: TrialRecord,
  entries: readonly ChainLine[]
): Promise<void> => {
  const told = new Map<string, Map<string, string>>();
  for (const { sequence, entry } of entries) {
    const { details } = entry as { details: { transitions?: readonly Moved[] } };
    for (const { thing, id, act, from, to } of details.transitions ?? []) {
      const machine = machines.find(({ name }) => name === thing);
      const steps = [
        ...(machine?.beginnings ?? []).map(step => ({ ...step, from: [null] })),
        ...(machine?.transitions ?? []),
      ] as readonly { act: string; from: readonly (string | null)[]; to: string }[];
      const states = told.get(thing) ?? new Map<string, string>();
      told.set(thing, states);
      const isStep = steps.some(
        step => step.act === act && step.to === to && step.from.includes(from)
      );
      if (!isStep) fail('no step of its machine', { sequence, thing, act, from, to });
      const before = states.get(id);
      if (before !== undefined && before !== from) {
        fail('a step from where it was not', { sequence, thing, id, act, before, from });
      }
      states.set(id, to);
    }
  }
  for (const { name, table } of machines) {
    const states = told.get(name);
    if (states === undefined || table === null) continue;
    const rows = (await db(trial)
      .selectFrom(table as 'read')
      .select(['id', 'state'])
      .where('id', 'in', [...states.keys()])
      .execute()) as readonly { id: string; state: string }[];
    for (const { id, state } of rows) {
      if (states.get(id) !== state) {
        fail('a state that the chain does not tell', { name, id, state, told: states.get(id) });
      }
    }
  }
};

/** Nobody has or had two slots of one subject. */
const slotsAreOfDifferentPeople = async (trial: TrialRecord): Promise<void> => {
  const rows = await db(trial)
    .selectFrom('slot_assignment')
    .innerJoin('subject', 'subject.id', 'slot_assignment.subject_id')
    .select(['slot_assignment.subject_id', 'slot', 'account_id'])
    .where('subject.trial_id', '=', trial.trialId)
    .where('ended_at', 'is', null)
    .execute();
  const slots = new Map<string, string>();
  for (const { subject_id: subject, slot, account_id: account } of rows) {
    const key = `${subject} ${account}`;
    const other = slots.get(key) ?? slot;
    if (other !== slot) fail('one person in two slots of a subject', { subject, slot, other });
    slots.set(key, slot);
  }
};

/** What is signed in a test is made by the sources. */
const sources: KeptEngines = {
  named: () => Promise.resolve({ evaluate: engine.evaluate, why: null }),
};

/** Watches what must hold of a trial's record, from one look to the next. */
export const recordWatch = (trial: TrialRecord) => {
  const signed = new Map<string, string>();
  let heads: readonly string[] = [];
  return {
    /** @throws Error that names what does not hold. */
    check: async (): Promise<void> => {
      const now = await signedThings(trial);
      for (const [id, before] of signed) {
        if (now.get(id) !== before) fail('what was signed changed', [before, now.get(id)]);
      }
      for (const [id, row] of now) signed.set(id, row);
      const chain = await readChain(db(trial), trial.trialId);
      const verdict = verifyChain(chain);
      if (!verdict.ok) fail('the audit chain does not verify', verdict);
      const hashes = chain.map(({ hash }) => hash);
      if (heads.some((hash, index) => hashes[index] !== hash)) fail('the chain was rewritten', []);
      heads = hashes;
      await statesAreToldBy(trial, chain);
      await rowsBeginAndEndAsTold(trial, chain);
      const finals = await db(trial)
        .selectFrom('final')
        .innerJoin('subject', 'subject.id', 'final.subject_id')
        .selectAll('final')
        .where('subject.trial_id', '=', trial.trialId)
        .execute();
      finalsStandAlone(finals);
      finalsAreOfOneChoice(finals);
      await adjudicationsWhereTriggered(trial);
      await slotsAreOfDifferentPeople(trial);
    },
    /** That a verification of the whole database bears out all of it. @throws Error that names what it does not. */
    verify: async (): Promise<void> => {
      const found = await verifyDatabase({ db: db(trial), against: {}, engines: sources });
      const { ok, signatures, results, chains } = found;
      if (!ok) fail('the verification finds something', { problems: signatures.problems, chains });
      if (results.notDerivable.length > 0)
        fail('results can not be derived again', results.notDerivable);
    },
  };
};

import { hashText } from '../../audit/canonical-json.js';
import { readChain, type ChainLine } from '../../audit/chain.js';
import { standingStates } from '../../workflow/signed-reads.js';
import type { ActTrial } from './act-trial.js';
import { fail } from './fail.js';
import type { TrialRecord } from './trial-record.js';

const db = ({ on }: TrialRecord) => on.server.deps.db;

const stands = (state: string | null): boolean => standingStates.some(one => one === state);

/** A read's row says from which entry to which what was signed stood: those that the chain has of it. */
const readsStoodAsTold = async (
  trial: TrialRecord,
  entries: readonly ChainLine[]
): Promise<void> => {
  const told = new Map<string, { from: number | null; to: number | null }>();
  for (const { sequence, entry } of entries) {
    const { details } = entry as {
      details: {
        transitions?: readonly { thing: string; id: string; from: string | null; to: string }[];
      };
    };
    for (const { thing, id, from, to } of details.transitions ?? []) {
      if (thing !== 'read' || stands(from) === stands(to)) continue;
      const span = told.get(id) ?? { from: null, to: null };
      told.set(id, stands(to) ? { ...span, from: sequence } : { ...span, to: sequence });
    }
  }
  const rows = await db(trial)
    .selectFrom('read')
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('subject', 'subject.id', 'course.subject_id')
    .select(['read.id', 'read.from_sequence', 'read.to_sequence'])
    .where('subject.trial_id', '=', trial.trialId)
    .execute();
  const number = (value: number | null): number | null => (value === null ? null : Number(value));
  for (const { id, from_sequence: from, to_sequence: to } of rows) {
    const span = told.get(id) ?? { from: null, to: null };
    if (number(from) !== span.from || number(to) !== span.to) {
      fail('a read that stood otherwise than the chain tells', { id, from, to, told: span });
    }
  }
};

/** The date that a timepoint has is the last that was kept of it. */
const datesAreKept = async (trial: TrialRecord): Promise<void> => {
  const rows = await db(trial)
    .selectFrom('timepoint')
    .innerJoin('subject', 'subject.id', 'timepoint.subject_id')
    .leftJoin('timepoint_date', join =>
      join
        .onRef('timepoint_date.timepoint_id', '=', 'timepoint.id')
        .on('timepoint_date.to_sequence', 'is', null)
    )
    .select(['timepoint.id', 'timepoint.date', 'timepoint_date.date as kept'])
    .where('subject.trial_id', '=', trial.trialId)
    .execute();
  const other = rows.filter(({ date, kept }) => date !== kept);
  if (other.length > 0) fail('a date that was not kept', other);
};

/** What feeds an export has begun and ended with the entries that the chain tells of it. @throws Error. */
export const rowsBeginAndEndAsTold = async (
  trial: TrialRecord,
  entries: readonly ChainLine[]
): Promise<void> => {
  await readsStoodAsTold(trial, entries);
  await datesAreKept(trial);
};

interface Exported {
  readonly asOf?: number;
  readonly files?: readonly { readonly name: string; readonly content: string }[];
}

/** Makes exports of a trial on its way, and all of them again later, as of the entries that they were made as of. */
export const exportWatch = (trial: ActTrial) => {
  const made: { readonly asOf: number; readonly body: string }[] = [];
  return {
    /** @throws Error that names what is not as the chain says. */
    make: async (): Promise<void> => {
      const head = (await readChain(db(trial), trial.trialId)).length;
      const { statusCode, body } = await trial.get('manager', '/export');
      if (statusCode >= 500) fail('an export failed', body);
      const { asOf, files } = JSON.parse(body) as Exported;
      made.push({ asOf: head, body });
      if (files === undefined) return;
      if (asOf !== head) fail('an export is not as of the last entry', { asOf, head });
      const last = (await readChain(db(trial), trial.trialId)).at(-1)?.entry as {
        readonly details: { readonly asOf?: unknown; readonly files?: unknown };
      };
      const hashes = files.map(({ name, content }) => ({ name, sha256: hashText(content) }));
      const stated = { asOf: last.details.asOf, files: last.details.files };
      if (JSON.stringify(stated) !== JSON.stringify({ asOf, files: hashes })) {
        fail('an export is not what the chain says of it', [last, hashes]);
      }
    },
    /** @throws Error with the two that differ. */
    makeAgain: async (): Promise<void> => {
      for (const { asOf, body } of made) {
        const again = await trial.get('admin', `/export?asOf=${asOf}`);
        if (again.body !== body) fail('an export comes out otherwise', [asOf, body, again.body]);
      }
    },
  };
};

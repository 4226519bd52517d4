import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ServerDeps } from '../http/server-deps.js';
import { requireMayOpen } from '../workflow/may-open.js';
import { adjudicationFor, openingAdjudication } from '../workflow/open-adjudication.js';
import { consensusFor, openingConsensus } from '../workflow/open-consensus.js';
import { globalReadFor, openingGlobalRead } from '../workflow/open-global-read.js';
import { openingCase, readFor } from '../workflow/open-read.js';
import { factsToldIn, type ToldFact } from './reader-facts.js';

/** The facts beside a case of its kind, by the browser's id of it. */
type FactsOfCase = (deps: ServerDeps, accountId: string, publicId: string) => Promise<ToldFact[]>;

/** Real date of the last of some timepoints; null where none of them has one. */
const lastDate = async (
  db: Kysely<Database>,
  subjectId: string,
  codes: readonly string[]
): Promise<string | null> => {
  const rows = await db
    .selectFrom('timepoint')
    .select(['code', 'date'])
    .where('subject_id', '=', subjectId)
    .execute();
  const dates = rows.flatMap(({ code, date }) =>
    date === null || !codes.includes(code) ? [] : [date]
  );
  return dates.toSorted().at(-1) ?? null;
};

/** An adjudicator's own read of a subject is one of theirs, whatever it is read for. */
export const roleIn = (slot: string) => (slot === 'ADJ' ? 'adjudicator' : 'reader');

/** @throws CodedError as `readFor`, and those of `requireMayOpen` */
export const factsOfRead: FactsOfCase = async (deps, accountId, publicId) => {
  const read = await readFor(deps.db, accountId, publicId);
  await requireMayOpen(deps, openingCase(read), accountId);
  return factsToldIn(deps.db, {
    ...read,
    role: roleIn(read.slot),
    locked: read.state === 'signed' || read.state === 'impactPending',
    until: read.timepointDate,
  });
};

/** @throws CodedError as `adjudicationFor`, and those of `requireMayOpen` */
export const factsOfAdjudication: FactsOfCase = async (deps, accountId, publicId) => {
  const one = await adjudicationFor(deps.db, accountId, publicId);
  await requireMayOpen(deps, openingAdjudication(one), accountId);
  return factsToldIn(deps.db, {
    ...one,
    role: 'adjudicator',
    locked: one.state === 'signed' || one.state === 'impactPending',
    until: await lastDate(deps.db, one.subjectId, one.comparison.timepoints),
  });
};

/** Timepoints of it can still be read again: until it is signed, its imaging part is not locked. */
export const factsOfGlobalRead: FactsOfCase = async (deps, accountId, publicId) => {
  const one = await globalReadFor(deps.db, accountId, publicId);
  await requireMayOpen(deps, openingGlobalRead(one), accountId);
  const signed = await deps.db
    .selectFrom('read')
    .innerJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
    .select('timepoint.code')
    .where('read.course_id', '=', one.courseId)
    .execute();
  return factsToldIn(deps.db, {
    ...one,
    role: 'reader',
    locked: one.state === 'signed',
    until: await lastDate(
      deps.db,
      one.subjectId,
      signed.map(({ code }) => code)
    ),
  });
};

/** Readers who meet decide on the images until they agree. */
export const factsOfConsensus: FactsOfCase = async (deps, accountId, publicId) => {
  const one = await consensusFor(deps.db, accountId, publicId);
  await requireMayOpen(deps, openingConsensus(one), accountId);
  return factsToldIn(deps.db, {
    ...one,
    role: 'reader',
    locked: one.state === 'agreed',
    until: await lastDate(deps.db, one.subjectId, one.comparison.timepoints),
  });
};

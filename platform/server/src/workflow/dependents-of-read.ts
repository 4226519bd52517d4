import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { changeOf, type Change } from './apply-transition.js';
import { adjudicationMachine, type AdjudicationState } from './machines/adjudication.js';
import { dependentGlobalReads } from './dependent-global-reads.js';
import { consensusMachine } from './machines/consensus.js';
import { comparedStates, courseMachine } from './machines/course.js';
import { readMachine } from './machines/read.js';
import { allows } from './machines/transition.js';
import { standingStates } from './signed-reads.js';
import { adjudicatorSlot } from './subject-reading.js';
import { unsignedStates } from './third-read.js';

/** Something that stands on a signed read. */
export interface Dependent {
  readonly kind:
    | 'read'
    | 'course'
    | 'globalRead'
    | 'adjudication'
    | 'consensus'
    | 'final'
    | 'export';
  readonly id: string;
  /** What it is to whoever decides: a timepoint's code, a slot, the instant of an export. */
  readonly what: string;
  readonly state: string | null;
  /** What becomes of it when the read is opened again, as an act is called; null where people are told of it alone. */
  readonly then: string | null;
  /** The same as a change of its state; null also for a final, which has none, and for a read, which is marked. */
  readonly change: Change | null;
  /** Who stands for that change: the server, or the two people who open the read. */
  readonly by: 'system' | 'people';
}

/** The read that others stand on. */
export interface StandingRead {
  readonly id: string;
  readonly trialId: string;
  readonly courseId: string;
  readonly trackId: string;
  readonly subjectId: string;
  readonly ordinal: number;
}

/** A subject's reading in a track, as one of its courses is read again. */
type ReadingOf = Pick<StandingRead, 'trackId' | 'subjectId' | 'courseId'>;

/** A change as both the word for it and the change itself. */
const becomes = (change: Change | null) => ({ then: change?.act ?? null, change });

type Source = (db: Kysely<Database>, read: StandingRead) => Promise<Dependent[]>;

const standing: readonly string[] = standingStates;

/** Later reads of the course: signed ones are to be decided on, open ones wait for what is read again. */
const laterReads: Source = async (db, { courseId, ordinal }) => {
  const rows = await db
    .selectFrom('read')
    .innerJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
    .select(['read.id', 'read.state', 'timepoint.code'])
    .where('read.course_id', '=', courseId)
    .where('read.ordinal', '>', ordinal)
    .where('read.state', 'not in', ['superseded', 'void', 'waiting'])
    .orderBy('read.ordinal')
    .execute();
  return rows.map(({ id, state, code }) => ({
    ...{ kind: 'read', id, what: code, state, by: 'system' },
    // Its state changes with the entry in the list of what is to be decided (`markImpact`).
    ...{ then: standing.includes(state) ? 'markImpact' : null, change: null },
  }));
};

/**
 * The course itself, and those of the other slots as far as their state rests on a comparison with it: that ends for all of
 * them. Nothing rests on what
 * an adjudicator reads anew before it is decided.
 */
export const dependentCourses = async (
  db: Kysely<Database>,
  { courseId, trackId, subjectId }: ReadingOf
): Promise<Dependent[]> => {
  const rows = await db
    .selectFrom('course')
    .select(['id', 'slot', 'state'])
    .where('track_id', '=', trackId)
    .where('subject_id', '=', subjectId)
    .orderBy('slot')
    .execute();
  const own = rows.find(({ id }) => id === courseId);
  if (own?.slot === adjudicatorSlot && own.state === 'open') return [];
  return rows
    .filter(({ id, state }) =>
      id === courseId ? state !== 'open' : comparedStates.includes(state)
    )
    .map(({ id, slot, state }) => ({
      ...{ kind: 'course', id, what: slot, state },
      ...becomes(changeOf(courseMachine, id, state, state === 'final' ? 'reopenFinal' : 'reopen')),
      by: state === 'final' ? 'people' : 'system',
    }));
};

/** An adjudication with what decides whether it rests on a read. */
interface Resting {
  readonly id: string;
  readonly scope: string;
  readonly state: AdjudicationState;
  readonly courseId: string;
  /** Place of its last timepoint. */
  readonly upTo: number;
  /** It was made of the read. */
  readonly isOfRead: boolean;
}

/**
 * On the reads that were compared. What an adjudicator read anew settles what it reaches to, and leaves what they are still
 * at as it is.
 */
const restsOn = (
  { state, courseId, upTo, isOfRead }: Resting,
  read: Pick<StandingRead, 'courseId' | 'ordinal'>
): boolean => (courseId === read.courseId ? state !== 'reading' && upTo >= read.ordinal : isOfRead);

const currentAdjudications = async (
  db: Kysely<Database>,
  { id: readId, trackId, subjectId }: Pick<StandingRead, 'id' | 'trackId' | 'subjectId'>
): Promise<Resting[]> => {
  const rows = await db
    .selectFrom('adjudication')
    .leftJoin('adjudication_read as own', join =>
      join.onRef('own.adjudication_id', '=', 'adjudication.id').on('own.read_id', '=', readId)
    )
    .select(['adjudication.id', 'scope', 'state', 'course_id', 'comparison', 'own.read_id'])
    .where('track_id', '=', trackId)
    .where('subject_id', '=', subjectId)
    .where('state', 'not in', ['superseded', 'void'])
    .orderBy('scope')
    .execute();
  const timepoints = await db
    .selectFrom('timepoint')
    .select(['code', 'ordinal'])
    .where('subject_id', '=', subjectId)
    .execute();
  return rows.map(row => ({
    ...{ id: row.id, scope: row.scope, state: row.state, courseId: row.course_id },
    upTo: Math.max(
      ...timepoints
        .filter(({ code }) => row.comparison.timepoints.includes(code))
        .map(({ ordinal }) => ordinal)
    ),
    isOfRead: row.read_id !== null,
  }));
};

/**
 * The adjudications of the subject that the read was compared in: the reads they were made for are other ones then. Signed,
 * one is superseded and kept; unsigned, it ends, and with it what its adjudicator has begun to read anew. Whether there is
 * another, the next comparison says.
 */
export const dependentAdjudications = async (
  db: Kysely<Database>,
  read: Pick<StandingRead, 'id' | 'trackId' | 'subjectId' | 'courseId' | 'ordinal'>
): Promise<Dependent[]> => {
  const current = await currentAdjudications(db, read);
  const ending = current.filter(one => restsOn(one, read));
  const ended = ending.map(({ id, scope, state }): Dependent => {
    const isDecided = allows(adjudicationMachine, state, 'supersede');
    return {
      ...{ kind: 'adjudication', id, what: scope, state, by: isDecided ? 'people' : 'system' },
      ...becomes(changeOf(adjudicationMachine, id, state, isDecided ? 'supersede' : 'void')),
    };
  });
  const [anew] = ending.filter(({ courseId }) => courseId !== read.courseId);
  if (anew === undefined) return ended;
  const goesOn = current.filter(one => one.state === 'reading' && !ending.includes(one));
  const after = Math.max(-1, ...goesOn.map(({ upTo }) => upTo));
  return [...ended, ...(await unsignedThirdReads(db, anew.courseId, after))];
};

/** What an adjudicator has begun to read anew past a place, and not signed: it ends, and nobody goes on with it. */
const unsignedThirdReads = async (
  db: Kysely<Database>,
  courseId: string,
  after: number
): Promise<Dependent[]> => {
  const rows = await db
    .selectFrom('read')
    .innerJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
    .select(['read.id', 'read.state', 'timepoint.code'])
    .where('read.course_id', '=', courseId)
    .where('read.ordinal', '>', after)
    .where('read.state', 'in', unsignedStates)
    .orderBy('read.ordinal')
    .execute();
  return rows.map(({ id, state, code }) => ({
    ...{ kind: 'read', id, what: code, state, by: 'system' },
    ...becomes(changeOf(readMachine, id, state, 'void')),
  }));
};

/**
 * The meeting of the subject's readers, which is over every read of it. What they agreed on is superseded and kept; one that
 * goes on ends, with all that was put forward and voted. Whether there is another, the next comparison says.
 */
export const dependentConsensus = async (
  db: Kysely<Database>,
  { trackId, subjectId }: Pick<StandingRead, 'trackId' | 'subjectId'>
): Promise<Dependent[]> => {
  const rows = await db
    .selectFrom('consensus')
    .select(['id', 'state', 'version'])
    .where('track_id', '=', trackId)
    .where('subject_id', '=', subjectId)
    .where('state', 'not in', ['superseded', 'void'])
    .execute();
  return rows.map(({ id, state, version }): Dependent => {
    const isAgreed = allows(consensusMachine, state, 'supersede');
    return {
      ...{ kind: 'consensus', id, what: `version ${version}`, state },
      ...becomes(changeOf(consensusMachine, id, state, isAgreed ? 'supersede' : 'void')),
      by: isAgreed ? 'people' : 'system',
    };
  });
};

/** What stands of the subject: it ends as a version, and the next one is made of what is signed then. */
const finals = async (
  db: Kysely<Database>,
  { trackId, subjectId }: Pick<StandingRead, 'trackId' | 'subjectId'>,
  madeOf: { readonly readId: string } | null
): Promise<Dependent[]> => {
  const rows = await db
    .selectFrom('final')
    .select(['id', 'criterion', 'version'])
    .where('track_id', '=', trackId)
    .where('subject_id', '=', subjectId)
    .where('superseded_at', 'is', null)
    .where(({ or, eb, selectFrom, lit }) =>
      madeOf === null
        ? lit(true)
        : or(
            (['final_compared', 'final_read'] as const).map(table =>
              eb(
                'id',
                'in',
                selectFrom(table).select('final_id').where('read_id', '=', madeOf.readId)
              )
            )
          )
    )
    .orderBy('scope')
    .orderBy('criterion')
    .execute();
  return rows.map(({ id, criterion, version }) => ({
    ...{ kind: 'final', id, what: `${criterion}, version ${version}`, state: null },
    ...{ then: 'supersede', change: null, by: 'people' },
  }));
};

/** Exports made since it was signed, and not as of before: they hold it, and stay as they were. */
const exports: Source = async (db, { id, trialId }) => {
  const signed = await db
    .selectFrom('signature')
    .innerJoin('read', 'read.id', 'signature.read_id')
    .select(['signature.signed_at', 'read.from_sequence'])
    .where('signature.read_id', '=', id)
    .executeTakeFirst();
  if (signed === undefined) return [];
  const from = signed.from_sequence === null ? null : Number(signed.from_sequence);
  return exportsSince(db, trialId, { at: signed.signed_at, sequence: from });
};

/** Those made since then; `sequence`, where it is known, is the first entry as of which they can hold what was signed. */
const exportsSince = async (
  db: Kysely<Database>,
  trialId: string,
  since: { readonly at: Date; readonly sequence: number | null }
): Promise<Dependent[]> => {
  const rows = await db
    .selectFrom('audit_entry')
    .select(['sequence', 'entry'])
    .where('chain', '=', trialId)
    .where(sql<string>`entry ->> 'act'`, '=', 'trial.exported')
    .orderBy('sequence')
    .execute();
  return rows.flatMap(({ sequence, entry }) => {
    const { at, details } = entry as { at: string; details: { asOf?: number } };
    if (Date.parse(at) < since.at.getTime()) return [];
    const { sequence: from } = since;
    if (from !== null && details.asOf !== undefined && details.asOf < from) return [];
    return [
      {
        ...{ kind: 'export', id: String(sequence), what: at, state: null, by: 'system' },
        ...becomes(null),
      },
    ];
  });
};

/** Where to look. What comes to stand on signed reads later is one more entry: it says what becomes of it. */
const sources: readonly Source[] = [
  laterReads,
  dependentCourses,
  dependentGlobalReads,
  dependentAdjudications,
  dependentConsensus,
  (db, read) => finals(db, read, { readId: read.id }),
  exports,
];

/** All that stands on a signed read, each kind in its own order. */
export const dependentsOf = async (
  db: Kysely<Database>,
  read: StandingRead
): Promise<Dependent[]> => {
  const found: Dependent[] = [];
  for (const source of sources) found.push(...(await source(db, read)));
  return found;
};

/** All that stands on a signed decision. Its reads stay; that they differ is asked again. */
export const dependentsOfDecision = async (
  db: Kysely<Database>,
  one: Pick<StandingRead, 'id' | 'trialId' | 'trackId' | 'subjectId' | 'courseId'>
): Promise<Dependent[]> => {
  const signed = await db
    .selectFrom('adjudication_signature')
    .select('signed_at')
    .where('adjudication_id', '=', one.id)
    .executeTakeFirst();
  return [
    ...(await dependentCourses(db, one)),
    ...(await finals(db, one, null)),
    ...(signed === undefined
      ? []
      : await exportsSince(db, one.trialId, { at: signed.signed_at, sequence: null })),
  ];
};

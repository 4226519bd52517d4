import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { notFound } from '../http/coded-error.js';
import { actHistory, inStateSince, type ActView } from './act-history.js';
import { matrixRow, type MatrixRow } from './matrix-row.js';
import type { PersonAtPlace, PlaceFacts } from './place-facts.js';
import { progressFrame, withGathered, type ProgressDeps } from './progress-frame.js';
import { isLate, ownStanding, type Standing } from './standing.js';
import { reasonsOf, type Reason } from './stuck-rules.js';
import { timepointScopePrefix } from '../workflow/subject-reading.js';
import { subjectSignatures, type SubjectSignature } from './subject-signatures.js';
import { subjectPlaces } from './subject-places.js';

export interface PlaceView {
  slot: string | null;
  /** Null while nothing is planned. */
  task: 'read' | 'adjudication' | null;
  /** The read's id towards browsers; null while none is planned. */
  readId: string | null;
  /** Its reader has looked at it: it does not move to another without being replaced. */
  opened: boolean;
  component: string;
  standing: Standing;
  readState: string | null;
  /** When the read came into its state; null where it is as it was planned. */
  since: string | null;
  due: string | null;
  late: boolean;
  reader: { user: string; absentUntil: string | null; backup: string | null } | null;
  /** Why it does not go on, what is to be settled first coming first. */
  reasons: Reason[];
}

export interface TimepointView {
  timepoint: string;
  label: string;
  kind: string;
  state: string;
  since: string | null;
  /** Last day of its visit window. */
  windowEnd: string | null;
  /** False also after a declared end of imaging, where nothing came. */
  awaited: boolean;
  places: PlaceView[];
}

export interface SubjectSheet {
  /** The subject's row of the matrix. */
  row: MatrixRow;
  timepoints: TimepointView[];
  whole: PlaceView[];
  /** With which timepoint imaging ended, as it was declared; null while it was not. */
  imagingEnd: { timepoint: string; reason: string; declaredBy: string; declaredAt: string } | null;
  /** On its reads and about them, whether or not they stand, the oldest first. */
  signatures: SubjectSignature[];
  /** Acts on its reads and timepoints, the oldest first. */
  history: (Omit<ActView, 'readId' | 'timepointId'> & {
    timepoint: string | null;
    slot: string | null;
  })[];
}

const readerView = (reader: PersonAtPlace | null): PlaceView['reader'] =>
  reader === null
    ? null
    : { user: reader.user, absentUntil: reader.absentUntil, backup: reader.backup };

const placeView = (place: PlaceFacts, since: ReadonlyMap<string, string>): PlaceView => ({
  task: place.read?.task ?? null,
  ...{ readId: place.read?.publicId ?? null, opened: place.read?.opened ?? false },
  ...{ slot: place.slot, component: place.component, standing: ownStanding(place) },
  readState: place.read?.state ?? null,
  since: place.read === null ? null : (since.get(place.read.id) ?? null),
  due: place.read?.dueDate ?? null,
  late: isLate(place),
  reader: readerView(place.reader),
  reasons: reasonsOf(place),
});

type ActOfSubject = SubjectSheet['history'][number];

/** Its entries in the chain are of the subject alone, and are made with the row. */
const endActs = async (db: Kysely<Database>, subjectId: string): Promise<ActOfSubject[]> => {
  const rows = await db
    .selectFrom('imaging_end')
    .innerJoin('timepoint', 'timepoint.id', 'imaging_end.last_timepoint_id')
    .innerJoin('account as declarer', 'declarer.id', 'imaging_end.declared_by')
    .leftJoin('account as withdrawer', 'withdrawer.id', 'imaging_end.withdrawn_by')
    .select(['timepoint.code', 'declared_at', 'withdrawn_at'])
    .select(['declarer.user_name as declared_by', 'withdrawer.user_name as withdrawn_by'])
    .where('imaging_end.subject_id', '=', subjectId)
    .orderBy('imaging_end.id')
    .execute();
  const actOf = (act: string, at: Date, by: string | null, timepoint: string): ActOfSubject => ({
    ...{ at: at.toISOString(), act, by, timepoint, slot: null },
    ...{ changes: [], times: 1, until: null, params: {} },
  });
  return rows.flatMap(row => [
    actOf('imaging.ended', row.declared_at, row.declared_by, row.code),
    ...(row.withdrawn_at === null
      ? []
      : [actOf('imaging.endWithdrawn', row.withdrawn_at, row.withdrawn_by, row.code)]),
  ]);
};

const inOrder = (acts: readonly ActOfSubject[]): ActOfSubject[] =>
  acts.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));

/**
 * Everything about one subject's progress.
 * @throws CodedError 404 CL_NOT_FOUND
 */
export const subjectSheet = async (
  deps: ProgressDeps,
  trialId: string,
  { identifier, track }: { readonly identifier: string; readonly track?: string }
): Promise<SubjectSheet> => {
  const { db } = deps;
  const subject = await db
    .selectFrom('subject')
    .select(['id', 'identifier', 'status'])
    .where('trial_id', '=', trialId)
    .where('identifier', '=', identifier)
    .executeTakeFirst();
  if (subject === undefined) throw notFound();
  const frame = await withGathered(db, await progressFrame(deps, trialId, track));
  const [progress] = await subjectPlaces(db, frame, [subject]);
  if (progress === undefined) throw notFound();
  const reads = await db
    .selectFrom('read')
    .innerJoin('course', 'course.id', 'read.course_id')
    .leftJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
    .select(['read.id', 'course.slot', 'timepoint.code'])
    .where('course.subject_id', '=', subject.id)
    .where('course.track_id', '=', frame.trackId)
    .execute();
  const cases = await db
    .selectFrom('adjudication')
    .innerJoin('course', 'course.id', 'adjudication.course_id')
    .leftJoin('timepoint', join =>
      join
        .onRef('timepoint.subject_id', '=', 'adjudication.subject_id')
        .on(sql<boolean>`adjudication.scope = ${timepointScopePrefix} || timepoint.code`)
    )
    .select(['adjudication.id', 'course.slot', 'timepoint.code'])
    .where('adjudication.subject_id', '=', subject.id)
    .where('adjudication.track_id', '=', frame.trackId)
    .execute();
  const entries = {
    chain: trialId,
    reads: reads.map(({ id }) => id),
    adjudications: cases.map(({ id }) => id),
    timepoints: progress.timepoints.map(({ id }) => id),
  };
  const since = await inStateSince(db, entries);
  const places = new Map(
    [...reads, ...cases].map(({ id, slot, code }) => [id, { slot, timepoint: code }])
  );
  const codes = new Map(progress.timepoints.map(({ id, timepoint }) => [id, timepoint]));
  const { imagingEnd: end } = progress;
  const told: SubjectSheet['history'] = (await actHistory(db, entries)).map(
    ({ readId, timepointId, ...act }) => ({
      ...act,
      timepoint: places.get(readId ?? '')?.timepoint ?? codes.get(timepointId ?? '') ?? null,
      slot: places.get(readId ?? '')?.slot ?? null,
    })
  );
  return {
    row: matrixRow(progress),
    timepoints: progress.timepoints.map(
      ({ id, timepoint, label, kind, state, windowEnd, awaited, places: own }) => ({
        ...{ timepoint, label, kind, state, windowEnd, awaited },
        since: since.get(id) ?? null,
        places: own.map(place => placeView(place, since)),
      })
    ),
    whole: progress.whole.map(place => placeView(place, since)),
    imagingEnd:
      end === null
        ? null
        : {
            ...{ timepoint: end.timepoint, reason: end.reason },
            ...{ declaredBy: end.declaredBy, declaredAt: end.declaredAt },
          },
    signatures: await subjectSignatures(db, {
      ...{ trialId, trackId: frame.trackId, subjectId: subject.id },
    }),
    history: inOrder([...told, ...(await endActs(db, subject.id))]),
  };
};

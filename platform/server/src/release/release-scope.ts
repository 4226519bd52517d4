import type { Charter } from '@corelab/charter';
import type { ImageProblem } from '@corelab/reads';
import type { Kysely } from 'kysely';
import type { Database, Row } from '../database/schema.js';
import { CodedError, notFound } from '../http/coded-error.js';
import { isImageModality, namedModality } from '../intake/modalities.js';
import { readableExams } from '../qc/waiting-exams.js';
import { isBeforeBaseline } from '../trials/timepoint-kinds.js';
import type { ReadState } from '../workflow/machines/read.js';
import type { TimepointState } from '../workflow/machines/timepoint.js';
import { comparedWith } from './compared-with.js';
import type { UnshownSeries } from './manifest.js';
import { withheldSeries } from './withheld-series.js';

/** A received series that a read may show. */
export interface ReleasableSeries {
  readonly studyUid: string;
  readonly seriesUid: string;
  readonly modality: string;
  readonly role: string;
  readonly problems: readonly ImageProblem[];
}
export interface ReleasableTimepoint {
  readonly id: string;
  readonly code: string;
  readonly label: string;
  readonly date: string | null;
  readonly current: boolean;
  readonly series: readonly ReleasableSeries[];
  readonly notShown: readonly UnshownSeries[];
}
export interface ReleaseScope {
  readonly subjectId: string;
  readonly subjectCode: string;
  readonly dateShiftDays: number;
  /** Of the subject, when this was looked up. */
  readonly imageRevision: number;
  /** The manifest that the read has been given; null while there is none. */
  readonly manifestId: string | null;
  /** Its images are ready, under their names in this read. */
  readonly presented: boolean;
  /** Current first, then earlier ones by date. */
  readonly timepoints: readonly ReleasableTimepoint[];
}

type Db = Kysely<Database>;

/** Reads whose images never count as seen by the course. */
const withoutEffect: readonly ReadState[] = ['void', 'superseded'];

const earlierThan = (
  one: { date: string | null; ordinal: number },
  other: { date: string | null; ordinal: number }
): boolean =>
  one.date !== null && other.date !== null && one.date !== other.date
    ? one.date < other.date
    : one.ordinal < other.ordinal;

const isShown = (usable: unknown): boolean =>
  typeof usable === 'object' && usable !== null && 'read' in usable && usable.read !== 'no';

/** Of a modality or a kind that is not read here, whatever its role. */
const unsupported: readonly ImageProblem['code'][] = ['unsupportedModality', 'unsupportedKind'];

/** The series of a timepoint: those with a role that can be read, and the images among the others with the reason. */
const seriesOf = async (
  db: Db,
  timepointId: string
): Promise<Pick<ReleasableTimepoint, 'series' | 'notShown'>> => {
  const rows = await db
    .selectFrom('timepoint_exam')
    .innerJoin('series', 'series.exam_id', 'timepoint_exam.exam_id')
    .select([
      'series.study_uid',
      'series.series_uid',
      'series.modality',
      'series.role',
      'series.problems',
      'series.usable',
    ])
    .innerJoin('exam', 'exam.id', 'series.exam_id')
    .where('timepoint_exam.timepoint_id', '=', timepointId)
    .where('exam.state', 'in', readableExams)
    .orderBy('series.modality')
    .orderBy('series.role')
    .orderBy('series.series_uid')
    .execute();
  const series: ReleasableSeries[] = [];
  const notShown: UnshownSeries[] = [];
  for (const { study_uid, series_uid, modality, role, problems, usable } of rows) {
    if (isShown(usable)) {
      if (role === null) continue;
      series.push({ studyUid: study_uid, seriesUid: series_uid, modality, role, problems });
      continue;
    }
    const [problem] = problems;
    const missed = role !== null || unsupported.some(code => code === problem?.code);
    if (problem !== undefined && missed && isImageModality(modality)) {
      notShown.push({ role, modality: namedModality(modality), problem });
    }
  }
  return { series, notShown };
};

/** Whether a read's images are ready, under their names in this read. */
export const isPresented = async (db: Db, readId: string): Promise<boolean> =>
  (await db
    .selectFrom('presentation')
    .select('id')
    .where('read_id', '=', readId)
    .executeTakeFirst()) !== undefined;

const withoutSeries = (
  { series, notShown }: Pick<ReleasableTimepoint, 'series' | 'notShown'>,
  withheld: ReadonlySet<string>
): Pick<ReleasableTimepoint, 'series' | 'notShown'> => ({
  series: series.filter(({ seriesUid }) => !withheld.has(seriesUid)),
  notShown,
});

/** What a read is of, and the timepoints that it shows. */
interface ShownTimepoints {
  readonly read: {
    readonly course_id: string;
    readonly manifest_id: string | null;
    readonly subject_id: string;
    readonly subject_code: string;
    readonly date_shift_days: number;
    readonly image_revision: number;
  };
  /** Current first, then earlier ones by date. */
  readonly timepoints: readonly Row<'timepoint'>[];
}

const withImages: readonly TimepointState[] = ['incomplete', 'complete'];

/** What the course has a read of, and what nobody reads: images from before the baseline. */
const maySee = ({ id, kind, state }: Row<'timepoint'>, seen: ReadonlySet<string | null>): boolean =>
  seen.has(id) || (isBeforeBaseline(kind) && withImages.includes(state));

/**
 * The timepoints a read may show: its own, and the earlier ones that the charter compares it with and the same course
 * already has a read of (in sequential order that read is signed before this one can be opened), or that are from before the
 * baseline. A later one only where
 * the charter has all timepoints of a subject read together; there it shows all that the course has a read of.
 * @throws CodedError CL_TRACK_UNKNOWN, CL_NOT_FOUND, CL_READ_WITHOUT_TIMEPOINT
 */
export const shownTimepoints = async (
  db: Db,
  readId: string,
  charter: Pick<Charter, 'tracks'>
): Promise<ShownTimepoints> => {
  const read = await db
    .selectFrom('read')
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('subject', 'subject.id', 'course.subject_id')
    .innerJoin('track', 'track.id', 'course.track_id')
    .select(['track.code as track', 'read.course_id', 'read.timepoint_id', 'read.manifest_id'])
    .select(['course.subject_id', 'course.subject_code', 'course.date_shift_days'])
    .select('subject.image_revision')
    .where('read.id', '=', readId)
    .executeTakeFirst();
  if (read === undefined) throw notFound();
  const timepoints = await db
    .selectFrom('timepoint')
    .selectAll()
    .where('subject_id', '=', read.subject_id)
    .execute();
  const current = timepoints.find(timepoint => timepoint.id === read.timepoint_id);
  if (current === undefined) {
    throw new CodedError(
      409,
      'CL_READ_WITHOUT_TIMEPOINT',
      'Only reads of one timepoint can be released.'
    );
  }
  const siblings = await db
    .selectFrom('read')
    .select('timepoint_id')
    .where('course_id', '=', read.course_id)
    .where('state', 'not in', withoutEffect)
    .execute();
  const seen = new Set(siblings.map(sibling => sibling.timepoint_id));
  const others = timepoints
    .filter(timepoint => timepoint.id !== current.id && maySee(timepoint, seen))
    .sort((a, b) => (earlierThan(a, b) ? -1 : 1));
  const track = charter.tracks.find(({ id }) => id === read.track);
  if (track?.order === 'allAtOnce') return { read, timepoints: [current, ...others] };
  const earlier = others.filter(timepoint => earlierThan(timepoint, current));
  const compared = comparedWith(earlier, current.plan ?? current.code, charter, read.track);
  return { read, timepoints: [current, ...compared] };
};

/**
 * What a read may show: the series of its timepoints that passed QC. The current timepoint is there even when nothing of
 * it can be shown: its reader then states that.
 * @throws CodedError as `shownTimepoints`
 */
export const releaseScope = async (
  db: Db,
  readId: string,
  charter: Charter
): Promise<ReleaseScope> => {
  const { read, timepoints } = await shownTimepoints(db, readId, charter);
  const [current] = timepoints;
  const shown = await Promise.all(
    timepoints.map(async timepoint => ({
      id: timepoint.id,
      code: timepoint.code,
      label: timepoint.label,
      date: timepoint.date,
      current: timepoint === current,
      ...withoutSeries(
        await seriesOf(db, timepoint.id),
        timepoint === current ? new Set() : await withheldSeries(db, read.course_id, timepoint.id)
      ),
    }))
  );
  return {
    subjectId: read.subject_id,
    subjectCode: read.subject_code,
    dateShiftDays: read.date_shift_days,
    imageRevision: read.image_revision,
    manifestId: read.manifest_id,
    presented: await isPresented(db, readId),
    timepoints: shown.filter(({ current: isCurrent, series }) => isCurrent || series.length > 0),
  };
};

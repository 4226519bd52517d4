import type { ImageProblem } from '@corelab/reads';
import type { Expression, ExpressionBuilder, Kysely, SqlBool } from 'kysely';
import type { SubjectFacts } from '../blinding/subject-facts.js';
import { firstVariant, type Variant } from '../blinding/variant.js';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import {
  asManifest,
  type Manifest,
  type ManifestInstance,
  type ManifestSeries,
  type ManifestTimepoint,
  type UnshownSeries,
} from './manifest.js';

/** What is shown in one read, adjudication, global read or meeting of readers and under which names. */
export interface Presentation {
  readonly readId: string;
  readonly subjectCode: string;
  readonly dateShiftDays: number;
  /** What of the policy it was made under. */
  readonly variant: Variant;
  /** Windows as the site set them; never in a read. */
  readonly ownWindows?: boolean;
  readonly manifest: Manifest;
  /** Real UID (or timepoint id) to pseudonym. */
  readonly pseudonyms: ReadonlyMap<string, string>;
  /** Pseudonym to what it stands for. */
  readonly reals: ReadonlyMap<string, PresentedThing>;
}
export type PresentedThing =
  | { readonly kind: 'timepoint'; readonly timepoint: ManifestTimepoint }
  | {
      readonly kind: 'series';
      readonly timepoint: ManifestTimepoint;
      readonly series: ManifestSeries;
    }
  | {
      readonly kind: 'instance';
      readonly timepoint: ManifestTimepoint;
      readonly series: ManifestSeries;
      readonly instance: ManifestInstance;
    };

export const pseudonymOf = (presentation: Presentation, real: string): string => {
  const pseudonym = presentation.pseudonyms.get(real);
  if (pseudonym === undefined) throw new Error('a manifest entry without a pseudonym');
  return pseudonym;
};

export const composePresentation = (parts: Omit<Presentation, 'reals'>): Presentation => {
  const reals = new Map<string, PresentedThing>();
  const note = (real: string, thing: PresentedThing): void => {
    const pseudonym = parts.pseudonyms.get(real);
    if (pseudonym === undefined) throw new Error('a manifest entry without a pseudonym');
    reals.set(pseudonym, thing);
  };
  for (const timepoint of parts.manifest.timepoints) {
    note(timepoint.timepointId, { kind: 'timepoint', timepoint });
    for (const series of timepoint.series) {
      note(series.seriesUid, { kind: 'series', timepoint, series });
      for (const instance of series.instances) {
        note(instance.sopUid, { kind: 'instance', timepoint, series, instance });
      }
    }
  }
  return { ...parts, reals };
};

/** A presentation's read, adjudication, global read or meeting, by the id of any. */
const isOf =
  (id: string) =>
  (eb: ExpressionBuilder<Database, 'presentation'>): Expression<SqlBool> =>
    eb.or([
      eb('presentation.read_id', '=', id),
      eb('presentation.adjudication_id', '=', id),
      eb('presentation.global_read_id', '=', id),
      eb('presentation.consensus_id', '=', id),
    ]);

/** Of a read, an adjudication, a global read or a meeting. @throws CodedError CL_READ_NOT_RELEASED (409) when it has no images yet. */
export const loadPresentation = async (
  db: Kysely<Database>,
  readId: string
): Promise<Presentation> => {
  const row = await db
    .selectFrom('presentation')
    .innerJoin('image_manifest', 'image_manifest.id', 'presentation.manifest_id')
    .leftJoin('read', 'read.id', 'presentation.read_id')
    .leftJoin('adjudication', 'adjudication.id', 'presentation.adjudication_id')
    .leftJoin('global_read', 'global_read.id', 'presentation.global_read_id')
    .leftJoin('consensus', 'consensus.id', 'presentation.consensus_id')
    .leftJoin('course', join =>
      join.on(eb =>
        eb(
          'course.id',
          '=',
          eb.fn.coalesce('read.course_id', 'adjudication.course_id', 'global_read.course_id')
        )
      )
    )
    .select(['presentation.id', 'presentation.policy', 'image_manifest.content'])
    // A meeting is of several courses, and calls the subject by a code of its own.
    .select(({ fn }) => [
      fn.coalesce('consensus.subject_code', 'course.subject_code').as('subject_code'),
      fn.coalesce('consensus.date_shift_days', 'course.date_shift_days').as('date_shift_days'),
    ])
    .where(isOf(readId))
    .executeTakeFirst();
  if (row === undefined)
    throw new CodedError(409, 'CL_READ_NOT_RELEASED', 'The images of this read are not released.');
  const { subject_code: subjectCode, date_shift_days: dateShiftDays } = row;
  if (subjectCode === null || dateShiftDays === null)
    throw new Error(`presentation ${row.id} is of no course and of no meeting`);
  const uids = await db
    .selectFrom('presentation_uid')
    .select(['real_uid', 'pseudonym'])
    .where('presentation_id', '=', row.id)
    .execute();
  return composePresentation({
    readId,
    subjectCode,
    dateShiftDays,
    variant: row.policy?.variant ?? firstVariant,
    manifest: asManifest(row.content),
    pseudonyms: new Map(uids.map(uid => [uid.real_uid, uid.pseudonym])),
  });
};

/** Sex and age of the subject at a timepoint, as far as the policy tells them. */
export const subjectTold = (
  { variant }: Pick<Presentation, 'variant'>,
  { subject }: ManifestTimepoint
): SubjectFacts | null => (variant.sexAge ? (subject ?? null) : null);

const subjectPart = (subject: SubjectFacts | null): Pick<ReadStudy, 'subject'> =>
  subject === null ? {} : { subject };

export interface ReadStudy {
  readonly studyInstanceUid: string;
  /** The timepoint's code. */
  readonly timepoint: string;
  readonly current: boolean;
  /** Left out where readers are not to know it. */
  readonly subject?: SubjectFacts;
  readonly series: readonly {
    readonly seriesInstanceUid: string;
    readonly role: string;
    readonly problems: readonly ImageProblem[];
  }[];
  readonly notShown: readonly UnshownSeries[];
}

/** What the read shows, in pseudonyms; current timepoint first, then by date. Empty before release. */
export const readStudies = async (db: Kysely<Database>, readId: string): Promise<ReadStudy[]> => {
  const released = await db
    .selectFrom('presentation')
    .select('id')
    .where(isOf(readId))
    .executeTakeFirst();
  if (released === undefined) return [];
  const presentation = await loadPresentation(db, readId);
  return presentation.manifest.timepoints.map(timepoint => ({
    studyInstanceUid: pseudonymOf(presentation, timepoint.timepointId),
    timepoint: timepoint.code,
    current: timepoint.current,
    ...subjectPart(subjectTold(presentation, timepoint)),
    series: timepoint.series.map(series => ({
      seriesInstanceUid: pseudonymOf(presentation, series.seriesUid),
      role: series.role,
      problems: [...series.problems],
    })),
    notShown: timepoint.notShown ?? [],
  }));
};

/** What a pseudonym stands for. A timepoint's study may be several received ones. */
export interface RealUids {
  readonly studyUids: readonly string[];
  readonly seriesUid: string | null;
  readonly sopUid: string | null;
}

/** Translates a read's pseudonyms back; those this read does not know are absent from the map. */
export const realUids = async (
  db: Kysely<Database>,
  readId: string,
  pseudonyms: readonly string[]
): Promise<Map<string, RealUids>> => {
  const presentation = await loadPresentation(db, readId);
  const found = new Map<string, RealUids>();
  for (const pseudonym of pseudonyms) {
    const thing = presentation.reals.get(pseudonym);
    if (thing === undefined) continue;
    found.set(pseudonym, {
      studyUids:
        thing.kind === 'timepoint'
          ? [...new Set(thing.timepoint.series.map(series => series.studyUid))]
          : [thing.series.studyUid],
      seriesUid: thing.kind === 'timepoint' ? null : thing.series.seriesUid,
      sopUid: thing.kind === 'instance' ? thing.instance.sopUid : null,
    });
  }
  return found;
};

import { emptyReadDocument, type ReadDocument } from '@corelab/reads';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ServerDeps } from '../http/server-deps.js';
import { daysBetween, shiftDate } from './calendar.js';
import { namesGiven, realNames } from './image-names.js';
import { withImagesRenamed } from './rename-images.js';
import type { SignedReadOf } from './signed-reads.js';

/** Where several reads of a subject are shown at once: an adjudication, or a meeting of readers. */
interface ShownWhere {
  readonly id: string;
  readonly subjectId: string;
  readonly dateShiftDays: number;
  readonly comparison: { readonly timepoints: readonly string[] };
}

/** A signed document at its timepoint, by code. */
export interface ShownDocument {
  readonly timepoint: string;
  readonly document: ReadDocument;
}

/** The timepoints that were compared, with their labels, days and shifted dates. */
export const shownTimepoints = async (db: Kysely<Database>, one: ShownWhere) => {
  const rows = await db
    .selectFrom('timepoint')
    .select(['code', 'label', 'kind', 'date'])
    .where('subject_id', '=', one.subjectId)
    .execute();
  const baseline = rows.find(({ kind }) => kind === 'baseline')?.date ?? null;
  return one.comparison.timepoints.map(id => {
    const row = rows.find(({ code }) => code === id);
    if (row === undefined) throw new Error(`${one.id} is of no timepoint ${id}`);
    return {
      ...{ id, label: row.label, day: daysBetween(baseline, row.date) },
      date: shiftDate(row.date, one.dateShiftDays) ?? '',
    };
  });
};

/** Its images, each timepoint as its one study under the names given here; none of them is the current one. */
export const shownStudies = async (
  { db, archive }: Pick<ServerDeps, 'db' | 'archive'>,
  { id, subjectId }: ShownWhere
) => {
  const labels = await db
    .selectFrom('timepoint')
    .select(['code', 'label'])
    .where('subject_id', '=', subjectId)
    .execute();
  return (await archive.readStudies(id)).map(study => ({
    ...study,
    current: false,
    timepointId: study.timepoint,
    timepoint: labels.find(({ code }) => code === study.timepoint)?.label ?? study.timepoint,
    series: study.series.map(series => ({ ...series, problems: [...series.problems] })),
    notShown: [...study.notShown],
  }));
};

/**
 * A document without its reader's own words, in which colleagues would know them: also those of a listed reason, which are in
 * the reader's language. Its code stays.
 */
export const withoutWords = (document: ReadDocument): ReadDocument => ({
  ...document,
  comment: '',
  lesions: document.lesions.map(lesion => ({
    ...lesion,
    comment: '',
    reason: lesion.reason && { ...lesion.reason, text: '' },
  })),
  imageQuality: document.imageQuality.map(quality => ({
    ...quality,
    reason: quality.reason && { ...quality.reason, text: '' },
  })),
});

/** One reader's documents under the names that images have here, without the view they were left in. */
export const shownDocuments = async (
  db: Kysely<Database>,
  { id }: Pick<ShownWhere, 'id'>,
  reads: readonly SignedReadOf[]
): Promise<ShownDocument[]> => {
  const real = await realNames(
    db,
    reads.map(read => read.id)
  );
  const shown = await namesGiven(db, id);
  const rename = (uid: string): string => {
    const name = shown.get(real.get(uid) ?? '');
    if (name === undefined) throw new Error(`${id} does not show ${uid}`);
    return name;
  };
  return reads.map(({ code, document }) => ({
    timepoint: code,
    document: withImagesRenamed({ ...document, view: emptyReadDocument().view }, rename),
  }));
};

import { emptyReadDocument, type ReadDocument } from '@corelab/reads';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ServerDeps } from '../http/server-deps.js';
import type { CharterTerms } from '../trials/charter-terms.js';
import { stagesOfTimepoints } from './hanging-stages.js';
import { namesGiven, realNames } from './image-names.js';
import { withImagesRenamed } from './rename-images.js';
import type { SignedReadOf } from './signed-reads.js';
import type { TimepointAliases } from './timepoint-aliases.js';
import { timepointsTold, type TimepointTold } from './timepoints-told.js';
import type { Telling } from './told-time.js';

/** Where several reads of a subject are shown at once: an adjudication, or a meeting of readers. */
interface ShownWhere extends Telling {
  readonly id: string;
  readonly subjectId: string;
  readonly comparison: { readonly timepoints: readonly string[] };
}

/** A signed document at its timepoint, by code. */
export interface ShownDocument {
  readonly timepoint: string;
  readonly document: ReadDocument;
}

/** The timepoints that were compared, with their labels, days and dates as they are told. */
export const shownTimepoints = async (
  db: Kysely<Database>,
  one: ShownWhere,
  aliases: Pick<TimepointAliases, 'name'>
): Promise<(TimepointTold & { readonly id: string })[]> => {
  const told = await timepointsTold(db, one);
  return one.comparison.timepoints.map(code => ({ id: aliases.name(code), ...told(code) }));
};

/** Its images, each timepoint as its one study under the names given here; none of them is the current one. */
export const shownStudies = async (
  { db, archive }: Pick<ServerDeps, 'db' | 'archive'>,
  one: ShownWhere & { readonly charter: Pick<CharterTerms, 'hangingProtocols'> },
  aliases: Pick<TimepointAliases, 'name'>
) => {
  const told = await timepointsTold(db, one);
  const stagesOf = await stagesOfTimepoints(db, one);
  return (await archive.readStudies(one.id)).map(study => ({
    ...study,
    current: false,
    timepointId: aliases.name(study.timepoint),
    timepoint: told(study.timepoint).label,
    series: study.series.map(series => ({ ...series, problems: [...series.problems] })),
    notShown: [...study.notShown],
    stages: stagesOf(study.timepoint),
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

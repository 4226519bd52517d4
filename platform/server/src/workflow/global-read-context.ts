import type { AssessmentOutput } from '@corelab/criteria';
import { emptyReadDocument, type ReadDocument } from '@corelab/reads';
import { appendAudit } from '../audit/chain.js';
import type { ReadStudy, ServerDeps } from '../http/server-deps.js';
import { placesOf, type GlobalPlace } from './global-read-places.js';
import { stagesOfRead } from './hanging-stages.js';
import { namesGiven, realNames } from './image-names.js';
import { requireMayOpen } from './may-open.js';
import {
  courseImpacted,
  globalReadFor,
  openingGlobalRead,
  type OpenGlobalRead,
} from './open-global-read.js';
import { shownState } from './open-read.js';
import { shownCriteria } from './shown-read.js';
import { ratedCourse, signedOf, standingTag } from './rated-course.js';
import { withImagesRenamed } from './rename-images.js';
import { asReadersSee } from './reader-names.js';
import { signatureOf } from './sign.js';
import { globalSignature } from './sign-global-read.js';
import type { SignedReadOf } from './signed-reads.js';
import { dateTold, dayTold, labelTold } from './told-time.js';
import { trackTold } from './track-told.js';

/** The last timepoint first, then the others by date: it is the one shown as the current one. */
const lastFirst = (
  studies: readonly ReadStudy[],
  last: string | undefined
): (ReadStudy & { readonly current: boolean })[] =>
  [...studies]
    .map(study => ({ ...study, current: study.timepoint === last }))
    .sort((a, b) => Number(b.current) - Number(a.current));

/**
 * Where a released global read's images are, and nothing of what is in them. Not an opening, so not an audit entry.
 * @throws CodedError as `globalReadFor`, and those of `requireMayOpen`
 */
export const globalReadImages = async (deps: ServerDeps, accountId: string, publicId: string) => {
  const one = await globalReadFor(deps.db, accountId, publicId);
  await requireMayOpen(deps, openingGlobalRead(one), accountId);
  const last = (await placesOf(deps.db, one.id)).at(-1)?.code;
  const studies = lastFirst(await deps.archive.readStudies(one.id), last);
  return {
    globalReadId: one.publicId,
    route: one.charter.route,
    studies: studies.map(({ studyInstanceUid, series }) => ({
      studyInstanceUid,
      series: series.map(({ seriesInstanceUid }) => ({ seriesInstanceUid })),
    })),
  };
};

/**
 * Everything an opened global read may show: all timepoints with what its reader signed there last, under its own names
 * for the images, their responses as they were signed and as they are with what was changed since. Opening it is an audit
 * entry.
 * @throws CodedError as `globalReadFor`, those of `requireMayOpen`, 409 CL_CASE_CHANGED
 */
export const openGlobalRead = async (deps: ServerDeps, accountId: string, publicId: string) => {
  const one = await globalReadFor(deps.db, accountId, publicId);
  await requireMayOpen(deps, openingGlobalRead(one), accountId);
  const places = await placesOf(deps.db, one.id);
  const reads = await signedOf(deps.db, places);
  const [last] = reads.slice(-1);
  if (last === undefined || reads.length < places.length) throw courseImpacted();
  const answer = {
    globalReadId: one.publicId,
    state: one.state,
    etag: standingTag(reads),
    read: await readShown(deps, one, places, reads),
    document: await documentIn(deps, one, last),
    timepoints: await timepointsOf(deps, one, places, reads),
    meanings: [...one.charter.meanings],
    signature: (await globalSignature(deps.db, one.id))?.signature ?? null,
  };
  await recordOpening(deps, one, accountId);
  return answer;
};

/** Its last timepoint as a signed read is shown, with all others beside it. */
const readShown = async (
  deps: ServerDeps,
  one: OpenGlobalRead,
  places: readonly GlobalPlace[],
  reads: readonly SignedReadOf[]
) => {
  const at = places.length - 1;
  const [place, read] = [places[at], reads[at]];
  if (place === undefined || read === undefined) throw courseImpacted();
  const history = [];
  for (const [index, earlier] of places.slice(0, at).entries()) {
    const signed = reads[index];
    if (signed === undefined) throw courseImpacted();
    history.push({
      ...shownTimepoint(one, earlier, baselineOf(places)),
      document: await documentIn(deps, one, signed),
    });
  }
  const signed = await signatureOf(deps.db, read.id);
  const { showDerived, windowPresets, route, meanings } = one.charter;
  const labels = new Map(
    places.map(each => [each.code, shownTimepoint(one, each, baselineOf(places)).timepoint])
  );
  return {
    ...{ readId: one.publicId, state: 'signed', trialName: one.trialName },
    ...trackTold(one.charter),
    ...{ subjectCode: one.subjectCode, slot: one.slot, mode: route, history },
    ...shownTimepoint(one, place, baselineOf(places)),
    baseline: place.kind === 'baseline',
    charter: {
      ...shownCriteria(one.charter),
      ...{ showDerived, bulkUnchanged: false, windowPresets },
    },
    studies: lastFirst(await deps.archive.readStudies(one.id), place.code).map(study => ({
      ...study,
      timepoint: labels.get(study.timepoint) ?? study.timepoint,
      series: study.series.map(series => ({ ...series, problems: [...series.problems] })),
      notShown: [...study.notShown],
      ...(study.current
        ? { stages: stagesOfRead(one.charter.hangingProtocols, place.kind, places.length) }
        : {}),
    })),
    signature: signed?.signature ?? null,
    ...(signed === null ? {} : { derived: await asReadersSee(deps.db, one, signed.derived) }),
    meanings: [...meanings],
  };
};

const baselineOf = (places: readonly GlobalPlace[]): string | null =>
  places.find(({ kind }) => kind === 'baseline')?.date ?? null;

const shownTimepoint = (
  one: OpenGlobalRead,
  { label, date }: GlobalPlace,
  baseline: string | null
) => {
  const day = dayTold(one, baseline, date);
  return { timepoint: labelTold(one, label, day), day, date: dateTold(one, date) };
};

/** A signed document under the global read's names for the images, without the view it was left in. */
const documentIn = async (
  { db }: ServerDeps,
  one: OpenGlobalRead,
  { id, document }: SignedReadOf
): Promise<ReadDocument> => {
  const real = await realNames(db, [id]);
  const shown = await namesGiven(db, one.id);
  return withImagesRenamed({ ...document, view: emptyReadDocument().view }, uid => {
    const name = shown.get(real.get(uid) ?? '');
    if (name === undefined) throw new Error(`global read ${one.id} does not show ${uid}`);
    return name;
  });
};

/** What was signed at a timepoint then. */
const responseIn = (result: AssessmentOutput, code: string): string | null =>
  result.timepoints.find(({ id }) => id === code)?.overall ?? null;

const timepointsOf = async (
  deps: ServerDeps,
  one: OpenGlobalRead,
  places: readonly GlobalPlace[],
  reads: readonly SignedReadOf[]
) => {
  const rated = ratedCourse(one, reads).primary.result;
  const askedFor = new Map<string, AssessmentOutput>();
  for (const { asked } of places) {
    const signed = await signatureOf(deps.db, asked);
    if (signed !== null) askedFor.set(asked, signed.derived as AssessmentOutput);
  }
  return places.map(place => {
    const before = askedFor.get(place.asked);
    return {
      ...shownTimepoint(one, place, baselineOf(places)),
      readId: place.now.publicId,
      state: shownState(place.now.state),
      signedResponse: before === undefined ? null : responseIn(before, place.code),
      response: responseIn(rated, place.code),
      reason: place.changes.at(-1)?.reason ?? null,
    };
  });
};

const recordOpening = async (
  deps: ServerDeps,
  one: OpenGlobalRead,
  accountId: string
): Promise<void> => {
  const at = deps.now();
  await deps.db.transaction().execute(async trx => {
    if (one.openedAt === null) {
      await trx
        .updateTable('global_read')
        .set({ opened_at: at })
        .where('id', '=', one.id)
        .execute();
    }
    await appendAudit(trx, one.trialId, {
      act: 'globalRead.opened',
      at: at.toISOString(),
      zone: deps.zone,
      by: accountId,
      details: { globalRead: one.id, state: one.state },
    });
  });
};

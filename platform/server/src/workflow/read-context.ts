import { appendAudit } from '../audit/chain.js';
import type { ServerDeps } from '../http/server-deps.js';
import type { CharterTerms } from '../trials/charter-terms.js';
import { courseHistory, laterEntries, type HistoryEntry } from './course-history.js';
import { stagesOfRead } from './hanging-stages.js';
import { requireMayOpen } from './may-open.js';
import { openingCase, readFor, shownState } from './open-read.js';
import { asReadersSee } from './reader-names.js';
import { signatureOf } from './sign.js';
import { timepointsTold } from './timepoints-told.js';
import { dateTold } from './told-time.js';
import { trackTold } from './track-told.js';
import { readTogether } from './whole-subject.js';

/**
 * Where a released read's images are, and nothing of what is in them: for its address and to bring them to the
 * browser's cache before it is opened. Not an opening, so not an audit entry.
 */
export const readImages = async (deps: ServerDeps, accountId: string, publicId: string) => {
  const read = await readFor(deps.db, accountId, publicId);
  await requireMayOpen(deps, openingCase(read), accountId);
  const studies = await deps.archive.readStudies(read.id);
  return {
    readId: read.publicId,
    mode: read.charter.route,
    studies: currentFirst(studies).map(({ studyInstanceUid, series }) => ({
      studyInstanceUid,
      series: series.map(({ seriesInstanceUid }) => ({ seriesInstanceUid })),
    })),
  };
};

const currentFirst = <T extends { readonly current: boolean }>(studies: readonly T[]): T[] =>
  [...studies].sort((a, b) => Number(b.current) - Number(a.current));

/**
 * Everything an opened read may show; opening it is an audit entry.
 * @throws CodedError as `readFor`, and those of `requireMayOpen`
 */
export const openRead = async (deps: ServerDeps, accountId: string, publicId: string) => {
  const read = await readFor(deps.db, accountId, publicId);
  await requireMayOpen(deps, openingCase(read), accountId);
  const [studies, history, later, together, signed, told] = [
    await deps.archive.readStudies(read.id),
    await courseHistory(deps.db, read),
    await laterEntries(deps.db, read),
    await readTogether(deps.db, read, accountId),
    await signatureOf(deps.db, read.id),
    await timepointsTold(deps.db, read),
  ];
  const { label, day } = told(read.timepointCode);
  const { hangingProtocols } = read.charter;
  const stages = stagesOfRead(hangingProtocols, read.timepointKind, studies.length);
  const at = deps.now();
  await deps.db.transaction().execute(async trx => {
    if (read.openedAt === null) {
      await trx.updateTable('read').set({ opened_at: at }).where('id', '=', read.id).execute();
    }
    await appendAudit(trx, read.trialId, {
      act: 'read.opened',
      at: at.toISOString(),
      zone: deps.zone,
      by: accountId,
      details: { read: read.id, state: read.state },
    });
  });
  const { showDerived, bulkUnchanged, readerMayDiffer, windowPresets } = read.charter;
  return {
    readId: read.publicId,
    state: shownState(read.state),
    trialName: read.trialName,
    ...trackTold(read.charter),
    subjectCode: read.subjectCode,
    timepoint: label,
    date: dateTold(read, read.timepointDate),
    day,
    slot: read.slot,
    baseline: read.baseline,
    charter: {
      ...shownCriteria(read.charter),
      showDerived,
      bulkUnchanged,
      ...(readerMayDiffer ? { readerMayDiffer } : {}),
      ...(windowPresets === undefined ? {} : { windowPresets }),
    },
    mode: read.charter.route,
    studies: currentFirst(studies).map(study => ({
      ...study,
      timepoint: told(study.timepoint).label,
      series: study.series.map(series => ({ ...series, problems: [...series.problems] })),
      notShown: [...study.notShown],
      ...(study.current ? { stages } : {}),
    })),
    history: history.map(shownEntry),
    ...(together === null ? {} : { later: later.map(shownEntry), together: [...together] }),
    signature: signed?.signature ?? null,
    ...(signed === null ? {} : { derived: await asReadersSee(deps.db, read, signed.derived) }),
    meanings: [...read.charter.meanings],
  };
};

/** What the browser rates the draft by: others are there where the charter has some. */
export const shownCriteria = ({
  criterion,
  parameters,
  others,
}: Pick<CharterTerms, 'criterion' | 'parameters' | 'others'>) => ({
  ...{ criterion, parameters },
  ...(others.length === 0 ? {} : { others: [...others] }),
});

const shownEntry = ({ timepoint, day, dateTold: date, document }: HistoryEntry) => ({
  ...{ timepoint, day, date, document },
});

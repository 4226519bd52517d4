import type { ServerDeps } from '../http/server-deps.js';
import type { CharterTerms } from '../trials/charter-terms.js';
import { courseHistory, laterEntries, type HistoryEntry } from './course-history.js';
import { stagesOfRead } from './hanging-stages.js';
import type { OpenRead } from './open-read.js';
import { timepointsTold } from './timepoints-told.js';
import { dateTold } from './told-time.js';
import { trackTold } from './track-told.js';

/**
 * What a read shows its reader beside the draft and what was signed: names, images, charter, other timepoints. A signature
 * keeps it, so that it can be shown again as it was.
 */
export const shownRead = async (deps: Pick<ServerDeps, 'db' | 'archive'>, read: OpenRead) => {
  const [studies, history, later, told] = [
    await deps.archive.readStudies(read.id),
    await courseHistory(deps.db, read),
    await laterEntries(deps.db, read),
    await timepointsTold(deps.db, read),
  ];
  const { label, day } = told(read.timepointCode);
  const { hangingProtocols, showDerived, bulkUnchanged, readerMayDiffer, windowPresets } =
    read.charter;
  const stages = stagesOfRead(hangingProtocols, read.timepointKind, studies.length);
  return {
    readId: read.publicId,
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
    ...(read.charter.order === 'allAtOnce' ? { later: later.map(shownEntry) } : {}),
  };
};

export type ShownRead = Awaited<ReturnType<typeof shownRead>>;

export const currentFirst = <T extends { readonly current: boolean }>(studies: readonly T[]): T[] =>
  [...studies].sort((a, b) => Number(b.current) - Number(a.current));

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

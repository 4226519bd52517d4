import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { ImageLoads } from '@corelab/host';
import { announceCase, text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { ExamContents } from '../qc/ExamContents.js';
import type { Exam } from '../qc/qcData.js';
import { noFilter, qcAddress, type Tab } from '../qc/qcPlace.js';
import { seriesNames } from '../qc/seriesNames.js';
import { examTitle, useExam } from '../qc/useExam.js';
import { imagesAddress, type ExamPlace, type OpenedExam } from './examAddress.js';
import type { ExamPanes } from './examPanes.js';
import { ImageTools } from './ImageTools.js';
import { ImageTrouble } from './ImageTrouble.js';
import { openExam } from './openedExams.js';
import { ShownSeriesContext } from './shownSeries.js';

export interface ExamViewerProps {
  place: ExamPlace;
  panes: ExamPanes;
  loads: ImageLoads;
  /** Another exam, or the same with other images: all of the page anew. */
  reload(address: string): void;
}

interface OpenProps extends ExamViewerProps {
  exam: Exam;
  opened: OpenedExam;
}

/** The next exam that waits, with its images. */
function useNext(current: string): string | null {
  const { server, trial } = useTrialRoom();
  const waiting = useQuery({
    queryKey: ['qc', trial.id, 'exams', 'next'],
    queryFn: () =>
      server.get('/api/admin/trials/{trial}/exams', {
        path: { trial: trial.id },
        query: { state: 'waiting', limit: '2' },
      }),
  });
  return waiting.data?.exams.find(({ id }) => id !== current)?.id ?? null;
}

function Open({ exam, opened, panes, loads, reload }: OpenProps) {
  const { server, trial, go } = useTrialRoom();
  const shown = useSyncExternalStore(panes.subscribe, panes.getSnapshot);
  const [nextFailed, setNextFailed] = useState<unknown>(null);
  const next = useNext(exam.id);
  const back = (tab: Tab, open: string): void =>
    go(qcAddress(trial.id, { tab, open, filter: noFilter }));
  const title = examTitle(exam);
  useEffect(() => {
    announceCase({
      ...{ trial: trial.name, subject: exam.subject, timepoint: exam.timepoints.join(', ') },
      slot: '',
      returnTo: {
        address: qcAddress(trial.id, { tab: 'exams', open: exam.id, filter: noFilter }),
        name: text('room.qc'),
      },
    });
    document.title = title;
  }, [trial, exam, title]);
  const named = useMemo(() => {
    const names = seriesNames(exam);
    return opened.series.map(({ series, seriesInstanceUid }) => ({
      ...{ id: series, seriesInstanceUid },
      name: names.get(series) ?? series,
    }));
  }, [exam, opened]);
  useEffect(() => panes.nameSeries(named), [panes, named]);
  const uids = shown.map(({ seriesInstanceUid }) => seriesInstanceUid);
  const idsIn = named.flatMap(({ id, seriesInstanceUid }) =>
    uids.includes(seriesInstanceUid) ? [id] : []
  );
  const openNext = async (id: string): Promise<void> => {
    try {
      reload(imagesAddress(trial.id, id, await openExam(server, trial.id, id)));
    } catch (reason) {
      setNextFailed(reason);
    }
  };
  return (
    <ShownSeriesContext.Provider
      value={{
        offered: named.map(({ id }) => id),
        inPane: idsIn,
        show: series => {
          const uid = named.find(({ id }) => id === series)?.seriesInstanceUid;
          if (uid !== undefined) panes.show(uid);
        },
      }}
    >
      <h2 className="cl-heading">{title}</h2>
      <ImageTrouble loads={loads} />
      {named.length === 0 ? (
        <p
          role="status"
          className="cl-attention"
        >
          {text('qc.images.none')}
        </p>
      ) : (
        <ImageTools panes={panes} />
      )}
      {nextFailed === null ? null : <ErrorLine reason={nextFailed} />}
      <ExamContents
        exam={exam}
        onNext={next === null ? null : () => void openNext(next)}
        onGo={back}
      />
    </ShownSeriesContext.Provider>
  );
}

/** The panel beside the images of an exam: what is known of it, checked and decided, as on the QC page. */
export function ExamViewer(props: ExamViewerProps) {
  const { place, reload } = props;
  const { server, trial } = useTrialRoom();
  const exam = useExam(place.exam);
  const opened = useQuery({
    queryKey: ['images', trial.id, place.exam],
    queryFn: () => openExam(server, trial.id, place.exam),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  const current = opened.data?.studyInstanceUid;
  const isStale = current !== undefined && current !== place.study;
  useEffect(() => {
    if (opened.data !== undefined && isStale) {
      reload(imagesAddress(trial.id, place.exam, opened.data));
    }
  }, [opened.data, isStale, reload, trial, place]);
  const failed = [exam, opened].find(({ isError }) => isError);
  return (
    <div className="cl-exam-panel">
      {failed === undefined ? null : (
        <ErrorLine
          reason={failed.error}
          onRetry={() => void failed.refetch()}
        />
      )}
      {exam.data === undefined || opened.data === undefined || isStale ? (
        failed === undefined ? (
          <p role="status">{text('room.loading')}</p>
        ) : null
      ) : (
        <Open
          {...props}
          exam={exam.data}
          opened={opened.data}
        />
      )}
    </div>
  );
}

import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toClientError } from '@corelab/client';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { asSaid, isComplete, standing, type Judgement } from './judgement.js';
import { qcKey, type Exam } from './qcData.js';
import { SeriesEntry } from './SeriesEntry.js';

/** How the series were acquired, asked of the archive once: what is there does not change under a series. */
function useAcquisitions(exam: string) {
  const { server, trial } = useTrialRoom();
  return useQuery({
    queryKey: ['acquisition', trial.id, exam],
    queryFn: () =>
      server.get('/api/admin/trials/{trial}/exams/{exam}/acquisition', {
        path: { trial: trial.id, exam },
      }),
    refetchOnWindowFocus: false,
  });
}

/** The series of an exam; for who checks it, with what is said of them. */
export function SeriesPart({ exam, editable }: { exam: Exam; editable: boolean }) {
  const { server, trial } = useTrialRoom();
  const queries = useQueryClient();
  const [drafts, setDrafts] = useState<Readonly<Record<string, Judgement>>>({});
  const acquisitions = useAcquisitions(exam.id);
  const { seriesList, protocol } = exam;
  const said = seriesList.map(series => ({
    series,
    judgement: drafts[series.id] ?? standing(series),
    isOpen: !series.judged || drafts[series.id] !== undefined,
  }));
  const open = said.filter(({ isOpen }) => isOpen);
  const complete = open.filter(({ judgement }) => isComplete(judgement));
  const confirm = useMutation({
    mutationFn: () =>
      server.post('/api/admin/trials/{trial}/exams/{exam}/series', {
        path: { trial: trial.id, exam: exam.id },
        body: { series: complete.map(one => asSaid(one.series.id, one.judgement)) },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: qcKey(trial.id) });
      const done = complete.map(({ series }) => series.id);
      setDrafts(kept =>
        Object.fromEntries(Object.entries(kept).filter(([id]) => !done.includes(id)))
      );
    },
  });
  return (
    <section className="cl-form">
      <h3 className="cl-caption">{text('qc.series')}</h3>
      {acquisitions.isError ? (
        <div className="cl-row">
          <p
            role="alert"
            className="cl-attention cl-grow"
          >
            {text('qc.series.noAcquisition', {
              message: toClientError(acquisitions.error).message,
            })}
          </p>
          <button
            type="button"
            className="cl-button"
            onClick={() => void acquisitions.refetch()}
          >
            {text('list.retry')}
          </button>
        </div>
      ) : null}
      {acquisitions.isPending ? (
        <p
          role="status"
          className="cl-second"
        >
          {text('qc.series.acquisitionLoading')}
        </p>
      ) : null}
      <ul className="cl-list cl-form">
        {said.map(({ series, judgement, isOpen }, place) => (
          <SeriesEntry
            key={series.id}
            name={text('qc.series.name', {
              ...{ modality: series.modality, place: place + 1, of: seriesList.length },
            })}
            series={series}
            acquisition={acquisitions.data?.series.find(one => one.series === series.id) ?? null}
            protocol={protocol}
            judgement={judgement}
            isOpen={isOpen}
            onJudge={
              editable && protocol !== null
                ? next => setDrafts(kept => ({ ...kept, [series.id]: next }))
                : null
            }
          />
        ))}
      </ul>
      {!editable ? null : open.length === 0 ? (
        <p
          role="status"
          className="cl-ok"
        >
          {text('qc.series.allConfirmed')}
        </p>
      ) : (
        <>
          {confirm.isError ? <ErrorLine reason={confirm.error} /> : null}
          <div className="cl-row">
            <button
              type="button"
              className="cl-button cl-button-primary"
              disabled={complete.length === 0 || confirm.isPending}
              onClick={() => confirm.mutate()}
            >
              {text('qc.series.confirm', {
                count: complete.length === 0 ? open.length : complete.length,
              })}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

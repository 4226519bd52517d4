import { useQuery } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { instantText } from '../parts/instantText.js';
import { SideSheet } from '../parts/SideSheet.js';
import { sinceText } from './ageText.js';
import { qcKey, type Query } from './qcData.js';
import { tabsOf } from './qcPlace.js';
import { QueryActs } from './QueryActs.js';
import { queryStateName, saidName } from './qcWords.js';
import { turnText } from './turnText.js';

function aboutText({ timepoints, exam }: Query): string {
  return exam === null
    ? text('qc.query.aboutSubject')
    : text('qc.query.aboutExam', {
        timepoint: timepoints.join(', ') || text('qc.exam.noTimepoint'),
      });
}

function Facts({ query }: { query: Query }) {
  const { site, dueDate, overdue, rule, seriesModality, seriesRole } = query;
  return (
    <dl className="cl-facts">
      <dt>{text('qc.state')}</dt>
      <dd>{queryStateName(query.state)}</dd>
      <dt>{text('qc.query.turn')}</dt>
      <dd>{turnText(query)}</dd>
      <dt>{text('qc.query.due')}</dt>
      <dd className={overdue ? 'cl-attention' : ''}>
        {overdue ? text('qc.query.overdue', { date: dueDate }) : dueDate}
      </dd>
      <dt>{text('qc.query.about')}</dt>
      <dd>{aboutText(query)}</dd>
      {seriesModality === null ? null : (
        <>
          <dt>{text('qc.query.series')}</dt>
          <dd>{seriesRole ?? seriesModality}</dd>
        </>
      )}
      <dt>{text('qc.site')}</dt>
      <dd>{site}</dd>
      <dt>{text('qc.query.asked')}</dt>
      <dd>{sinceText(query.askedAt, new Date())}</dd>
      {rule === null ? null : (
        <>
          <dt>{text('qc.query.rule')}</dt>
          <dd>{rule}</dd>
        </>
      )}
    </dl>
  );
}

function Thread({ query }: { query: Query }) {
  return (
    <section
      className="cl-form cl-tight"
      aria-label={text('qc.query.thread')}
    >
      <h3 className="cl-caption">{text('qc.query.thread')}</h3>
      <ol className="cl-list cl-thread">
        {query.thread.map(({ act, text: said, by, at }) => (
          <li key={`${at} ${act}`}>
            <p className="cl-second">
              <b>{saidName(act)}</b>{' '}
              {by === null
                ? text('qc.doneBySystem', { at: instantText(at) })
                : text('qc.doneBy', { at: instantText(at), by })}
            </p>
            {said === '' ? null : <p className="cl-said">{said}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

export interface QuerySheetProps {
  id: string;
  onExam(exam: string): void;
  onClose(): void;
}

/** One query: what it is about, what was said, and what the person may say. */
export function QuerySheet({ id, onExam, onClose }: QuerySheetProps) {
  const room = useTrialRoom();
  const { server, trial } = room;
  const query = useQuery({
    queryKey: [...qcKey(trial.id), 'query', id],
    queryFn: () =>
      server.get('/api/admin/trials/{trial}/queries/{query}', {
        path: { trial: trial.id, query: id },
      }),
  });
  const { data } = query;
  const exam = data?.exam ?? null;
  return (
    <SideSheet
      title={
        data === undefined
          ? text('room.loading')
          : text('qc.query.title', { subject: data.subject })
      }
      onClose={onClose}
    >
      {query.isError ? (
        <ErrorLine
          reason={query.error}
          onRetry={() => void query.refetch()}
        />
      ) : null}
      {data === undefined ? null : (
        <>
          <Facts query={data} />
          {exam === null || !tabsOf(room).includes('exams') ? null : (
            <div className="cl-row">
              <button
                type="button"
                className="cl-button"
                onClick={() => onExam(exam)}
              >
                {text('qc.query.toExam')}
              </button>
            </div>
          )}
          <Thread query={data} />
          <QueryActs query={data} />
        </>
      )}
    </SideSheet>
  );
}

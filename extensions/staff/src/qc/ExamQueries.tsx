import { useQuery } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { instantText } from '../parts/instantText.js';
import { qcKey } from './qcData.js';
import { queryStateName } from './qcWords.js';

/** The queries about an exam; nothing where there are none. */
export function ExamQueries({ exam, onOpen }: { exam: string; onOpen(query: string): void }) {
  const { server, trial } = useTrialRoom();
  const asked = useQuery({
    queryKey: [...qcKey(trial.id), 'queriesOf', exam],
    queryFn: () =>
      server.get('/api/admin/trials/{trial}/queries', {
        path: { trial: trial.id },
        query: { exam, limit: '200' },
      }),
  });
  if (asked.isError) {
    return (
      <ErrorLine
        reason={asked.error}
        onRetry={() => void asked.refetch()}
      />
    );
  }
  const queries = asked.data?.queries ?? [];
  if (queries.length === 0) return null;
  return (
    <section className="cl-form cl-tight">
      <h3 className="cl-caption">{text('qc.tab.queries')}</h3>
      <ul className="cl-list cl-form cl-tight">
        {queries.map(query => (
          <li key={query.id}>
            <p>
              <span className="cl-medium">{queryStateName(query.state)}</span> {query.text}
            </p>
            <button
              type="button"
              className="cl-button cl-button-quiet"
              onClick={() => onOpen(query.id)}
            >
              {text('qc.query.open', { date: instantText(query.askedAt) })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

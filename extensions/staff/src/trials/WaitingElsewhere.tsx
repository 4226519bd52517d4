import { useQuery } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useRoom } from '../frame/room.js';

/** Versions of other trials that wait for this person's decision. */
export function WaitingElsewhere() {
  const { server, session, trial, go } = useRoom();
  const trials = useQuery({
    queryKey: ['charter', 'trials'],
    queryFn: () => server.get('/api/admin/trials', {}),
  });
  const waiting = (trials.data?.trials ?? [])
    .filter(({ id, roles }) => id !== trial?.id && roles.includes('admin'))
    .flatMap(({ id, waiting: versions }) =>
      versions
        .filter(({ author }) => author !== session.user)
        .map(({ version }) => ({ id, version }))
    );
  if (waiting.length === 0) return null;
  return (
    <section className="cl-form">
      <h2 className="cl-caption">{text('trials.elsewhere')}</h2>
      {waiting.map(({ id, version }) => (
        <button
          key={`${id} ${version}`}
          type="button"
          className="cl-button cl-self-start"
          onClick={() => go(`/trials?trial=${encodeURIComponent(id)}`)}
        >
          {text('trials.elsewhereOne', { trial: id, version })}
        </button>
      ))}
    </section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { instantText } from '../parts/instantText.js';
import { attributeName } from './intakeWords.js';

/** What was corrected of an exam, by whom and on whose authority. */
export function CorrectionList({ exam }: { exam: string }) {
  const { server, trial } = useTrialRoom();
  const made = useQuery({
    queryKey: ['intake', trial.id, 'corrections', exam],
    queryFn: () =>
      server.get('/api/admin/trials/{trial}/corrections', {
        path: { trial: trial.id },
        query: { exam, limit: 200 },
      }),
  });
  if (made.isError) {
    return (
      <ErrorLine
        reason={made.error}
        onRetry={() => void made.refetch()}
      />
    );
  }
  const corrections = made.data?.corrections ?? [];
  if (corrections.length === 0) return null;
  return (
    <section>
      <h3 className="cl-caption">{text('intake.correct.made')}</h3>
      <ol className="cl-list cl-history">
        {corrections.toReversed().map(({ id, attribute, old, new: now, ...said }) => (
          <li key={id}>
            <div>
              {text('intake.correct.line', {
                attribute: attributeName(attribute),
                old: old ?? text('intake.correct.noneBefore'),
                new: now,
              })}
            </div>
            <span className="cl-second">
              {text('intake.correct.lineBy', {
                ...{ at: instantText(said.at), by: said.by },
                ...{ authority: said.authority, reason: said.reason },
              })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

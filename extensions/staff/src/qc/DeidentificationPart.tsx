import { useQuery } from '@tanstack/react-query';
import { toClientError } from '@corelab/client';
import { text, type TextKey } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { instantText } from '../parts/instantText.js';
import type { DeidentificationReport, ReportEntry } from './qcData.js';

/** What was changed first, what stayed last. */
const actions: readonly (readonly [ReportEntry['action'], TextKey])[] = [
  ['removed', 'deid.removed'],
  ['emptied', 'deid.emptied'],
  ['replaced', 'deid.replaced'],
  ['cleaned', 'deid.cleaned'],
  ['dateShifted', 'deid.dateShifted'],
  ['uidReplaced', 'deid.uidReplaced'],
  ['kept', 'deid.kept'],
];

const ruleText = (rule: ReportEntry['rule']): string => text(`deid.rule.${rule}`);

function Entries({ name, entries }: { name: string; entries: readonly ReportEntry[] }) {
  return (
    <details>
      <summary>{name}</summary>
      <table
        className="cl-count-table"
        aria-label={name}
      >
        <thead>
          <tr>
            <th scope="col">{text('deid.element')}</th>
            <th scope="col">{text('deid.why')}</th>
            <th scope="col">{text('deid.images')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(entry => (
            <tr key={`${entry.path} ${entry.rule}`}>
              <td title={entry.path}>{entry.name}</td>
              <td>{ruleText(entry.rule)}</td>
              <td>{entry.instances}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Report({ report }: { report: DeidentificationReport }) {
  const { images, edition, lastAt, options, entries } = report;
  return (
    <>
      <p>{text('deid.done', { count: images, edition, at: instantText(lastAt) })}</p>
      {options.length === 0 ? null : (
        <p className="cl-second">
          {text('deid.options', { options: options.map(ruleText).join(', ') })}
        </p>
      )}
      {actions.map(([action, key]) => {
        const done = entries.filter(entry => entry.action === action);
        return done.length === 0 ? null : (
          <Entries
            key={action}
            name={text(key, { count: done.length })}
            entries={done}
          />
        );
      })}
    </>
  );
}

/** What was removed, changed and kept of the images of an exam before they were kept, and why. */
export function DeidentificationPart({ exam }: { exam: string }) {
  const { server, trial } = useTrialRoom();
  const asked = useQuery({
    queryKey: ['deidentification', trial.id, exam],
    queryFn: () =>
      server.get('/api/admin/trials/{trial}/exams/{exam}/deidentification', {
        path: { trial: trial.id, exam },
      }),
    refetchOnWindowFocus: false,
  });
  const { data } = asked;
  const reported = data?.reports.reduce((sum, { images }) => sum + images, 0) ?? 0;
  return (
    <section className="cl-form cl-tight">
      <h3 className="cl-caption">{text('deid.title')}</h3>
      {asked.isPending ? (
        <p
          role="status"
          className="cl-second"
        >
          {text('deid.loading')}
        </p>
      ) : null}
      {asked.isError ? (
        <div className="cl-row">
          <p
            role="alert"
            className="cl-attention cl-grow"
          >
            {text('deid.failed', { message: toClientError(asked.error).message })}
          </p>
          <button
            type="button"
            className="cl-button"
            onClick={() => void asked.refetch()}
          >
            {text('list.retry')}
          </button>
        </div>
      ) : null}
      {data === undefined ? null : (
        <>
          {data.off === null ? null : (
            <p className="cl-attention">{text('deid.off', { reason: data.off })}</p>
          )}
          {reported < data.images ? (
            <p className="cl-attention">
              {text('deid.asTheyCame', { count: data.images - reported })}
            </p>
          ) : null}
          {data.reports.map(report => (
            <Report
              key={report.plan}
              report={report}
            />
          ))}
          {reported === 0 ? null : <p className="cl-second">{text('deid.noValues')}</p>}
        </>
      )}
    </section>
  );
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import type { PartProps } from './AuditPage.js';
import { auditKey, paths, type Verification } from './auditData.js';
import { momentText } from './auditWords.js';
import { ChainStand } from './ChainStand.js';

/** How often the progress of a running one is asked for. */
const everyMs = 1_000;

const outcomeText = ({ verdict, state, checked, entries }: Verification): string => {
  if (state === 'running') return text('audit.verify.running', { checked, entries });
  if (verdict === null) return text('audit.verify.interrupted', { checked, entries });
  if (verdict.ok) return text('audit.verify.whole', { entries: verdict.entries });
  return verdict.broken === null
    ? text('audit.verify.contradicted')
    : text('audit.verify.broken', { entry: verdict.broken.sequence ?? verdict.broken.place });
};

function Run({ run }: { run: Verification }) {
  const { verdict, state } = run;
  const bad = verdict !== null && !verdict.ok;
  return (
    <li className="cl-audit-event">
      <p className={bad ? 'cl-stop' : state === 'interrupted' ? 'cl-attention' : 'cl-medium'}>
        {outcomeText(run)}
      </p>
      {state === 'running' ? (
        <progress
          value={run.checked}
          max={Math.max(1, run.entries)}
          aria-label={outcomeText(run)}
        />
      ) : null}
      <p className="cl-second">
        {text('audit.verify.by', {
          ...{ at: momentText(run.finishedAt ?? run.startedAt), user: run.startedBy },
        })}
      </p>
      {verdict === null ? null : (
        <>
          {verdict.broken === null ? null : <p>{verdict.broken.message}</p>}
          {verdict.heads.map(({ message }) => (
            <p key={message}>{message}</p>
          ))}
          {verdict.ok ? (
            <>
              <p>
                {verdict.provenTo === 0
                  ? text('audit.verify.provenNone')
                  : text('audit.verify.proven', {
                      ...{ entry: verdict.provenTo, count: verdict.headCount },
                    })}
              </p>
              <p>
                {verdict.anchoredTo === null
                  ? text('audit.verify.anchorNot')
                  : text('audit.verify.anchor', { entry: verdict.anchoredTo })}
              </p>
              {verdict.notProvable.map(what => (
                <p
                  key={what}
                  className="cl-second"
                >
                  {text('audit.verify.notProvable', { what })}
                </p>
              ))}
            </>
          ) : null}
        </>
      )}
    </li>
  );
}

/** Whether a chain is whole: verified now, and what came of it before. */
export function VerificationPart({ place }: PartProps) {
  const { server } = useRoom();
  const { chain } = place;
  const queries = useQueryClient();
  const given = { path: { trial: chain } };
  const facets = useQuery({
    queryKey: [...auditKey(chain), 'facets'],
    queryFn: () => server.get(paths.facets, given),
  });
  const runs = useQuery({
    queryKey: [...auditKey(chain), 'verifications'],
    queryFn: () => server.get(paths.verifications, given),
    refetchInterval: ({ state }) =>
      state.data?.verifications.some(run => run.state === 'running') === true ? everyMs : false,
  });
  const start = useMutation({
    mutationFn: () => server.post(paths.verifications, given),
    onSettled: () => queries.invalidateQueries({ queryKey: auditKey(chain) }),
  });
  const list = runs.data?.verifications ?? [];
  const running = list.some(({ state }) => state === 'running');
  return (
    <main className="cl-staff-main cl-audit-scroll">
      {facets.data === undefined ? null : <ChainStand facets={facets.data} />}
      <p className="cl-second">{text('audit.verify.says')}</p>
      <div className="cl-row">
        <button
          type="button"
          className="cl-button cl-button-primary"
          disabled={running || start.isPending}
          onClick={() => start.mutate()}
        >
          {text('audit.verify')}
        </button>
      </div>
      {start.isError ? <ErrorLine reason={start.error} /> : null}
      {runs.isPending ? <p role="status">{text('room.loading')}</p> : null}
      {runs.isError ? (
        <ErrorLine
          reason={runs.error}
          onRetry={() => void runs.refetch()}
        />
      ) : null}
      <p
        role="status"
        className="cl-spoken"
      >
        {list[0] === undefined || list[0].state === 'running' ? '' : outcomeText(list[0])}
      </p>
      {runs.isSuccess && list.length === 0 ? (
        <p className="cl-list-empty">{text('audit.verify.none')}</p>
      ) : (
        <ol
          className="cl-list cl-audit-life"
          aria-label={text('audit.verify.list')}
        >
          {list.map(run => (
            <Run
              key={run.id}
              run={run}
            />
          ))}
        </ol>
      )}
    </main>
  );
}

import { useMemo, useRef, useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { StateIcon, text } from '@corelab/ui';
import { useRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { CharterEditor, type EditorHandle } from './CharterEditor.js';
import { CheckResults, problemsOf, type ServerCheck } from './CheckResults.js';
import { LeaveQuestion } from './LeaveQuestion.js';
import { useLiveCheck } from './liveCheck.js';
import { useLeaveGuard } from './useLeaveGuard.js';

/** A text to begin with: an example, or nothing for one that is pasted. */
interface Beginning {
  readonly name: string;
  readonly source: string;
}

function Beginnings({ onBegin }: { onBegin(beginning: Beginning): void }) {
  const { server } = useRoom();
  const examples = useQuery({
    queryKey: ['charter', 'examples'],
    queryFn: () => server.get('/api/admin/charters/examples', {}),
    staleTime: Infinity,
  });
  return (
    <section className="cl-form">
      <p>{text('trials.beginWith')}</p>
      {examples.isPending ? <p role="status">{text('room.loading')}</p> : null}
      {examples.isError ? (
        <ErrorLine
          reason={examples.error}
          onRetry={() => void examples.refetch()}
        />
      ) : null}
      <ul className="cl-beginnings">
        {examples.data?.examples.map(example => (
          <li key={example.name}>
            <button
              type="button"
              className="cl-button"
              onClick={() => onBegin(example)}
            >
              {example.name}
            </button>
            <span className="cl-second">
              {/^#\s*(.*)$/m.exec(example.source)?.[1] ?? text('trials.example')}
            </span>
          </li>
        ))}
        <li>
          <button
            type="button"
            className="cl-button"
            onClick={() => onBegin({ name: text('trials.pasted'), source: '' })}
          >
            {text('trials.paste')}
          </button>
          <span className="cl-second">{text('trials.pasteHint')}</span>
        </li>
      </ul>
    </section>
  );
}

function NewCharter({ beginning, onClose }: { beginning: Beginning; onClose(): void }) {
  const { server, go } = useRoom();
  const queries = useQueryClient();
  const [source, setSource] = useState(beginning.source);
  const [said, setSaid] = useState<ServerCheck | null>(null);
  const editor = useRef<EditorHandle>(null);
  const live = useLiveCheck(source);
  const problems = useMemo(() => problemsOf(live, said), [live, said]);
  const check = useMutation({
    mutationFn: (charter: string) =>
      server.post('/api/admin/charters/check', { body: { charter } }),
    onSuccess: (found, of) => setSaid({ of, errors: found.errors, unsupported: found.unsupported }),
  });
  const deploy = useMutation({
    mutationFn: () => server.post('/api/admin/trials', { body: { charter: source } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['session'] }),
  });
  const guard = useLeaveGuard(source !== beginning.source && !deploy.isSuccess);
  const valid = live.of === source && live.errors.length === 0;
  const lacking = !valid
    ? text('trials.sendNeedsValid')
    : said !== null && said.of === source && said.unsupported.length > 0
      ? text('trials.sendNeedsSupported')
      : null;
  if (deploy.isSuccess) {
    const { code, version } = deploy.data;
    return (
      <div
        className="cl-form"
        role="status"
      >
        <p className="cl-row">
          <StateIcon icon="done" />
          {text('trials.made', { trial: code, version })}
        </p>
        <button
          type="button"
          className="cl-button cl-button-primary cl-self-start"
          onClick={() => {
            onClose();
            go(`/trials?trial=${encodeURIComponent(code)}`);
          }}
        >
          {text('trials.toTrial', { trial: code })}
        </button>
      </div>
    );
  }
  return (
    <div
      className="cl-staff-body cl-new-trial"
      onKeyDown={event => {
        // There is no draft before there is a trial: the browser would save its page instead.
        if ((event.ctrlKey || event.metaKey) && event.key === 's') event.preventDefault();
      }}
    >
      <div className="cl-form cl-fill cl-grow">
        {guard.leave === null ? null : (
          <LeaveQuestion
            onLeave={() => guard.leave?.()}
            onStay={guard.stay}
          />
        )}
        <CharterEditor
          name={text('trials.newName')}
          initial={beginning.source}
          problems={problems}
          onChange={setSource}
          handle={editor}
        />
      </div>
      <aside
        className="cl-side-sheet cl-write-side"
        aria-label={text('trials.writeSide')}
      >
        <CheckResults
          {...{ source, live, problems }}
          server={said}
          onGo={(line, column) => editor.current?.goTo(line, column)}
        />
        {check.isError ? <ErrorLine reason={check.error} /> : null}
        <button
          type="button"
          className="cl-button cl-self-start"
          disabled={check.isPending || source.trim() === ''}
          onClick={() => check.mutate(source)}
        >
          {text('trials.validate')}
        </button>
        <p>{text('trials.newWhat', { trial: live.trial ?? text('trials.newUnnamed') })}</p>
        <p className="cl-second">{text('trials.newAdmins')}</p>
        {deploy.isError ? <ErrorLine reason={deploy.error} /> : null}
        <div className="cl-row cl-wrap-row">
          <button
            type="button"
            className="cl-button cl-button-primary"
            disabled={lacking !== null || deploy.isPending}
            onClick={() => deploy.mutate()}
          >
            {text('trials.make')}
          </button>
          <button
            type="button"
            className="cl-button"
            onClick={() => guard.ask(onClose)}
          >
            {text('room.cancel')}
          </button>
        </div>
        {lacking === null ? null : <p className="cl-second">{lacking}</p>}
      </aside>
    </div>
  );
}

/** A new trial of an administrator: from an example or a pasted text. */
export function NewTrialPart({ onClose }: { onClose: (() => void) | null }) {
  const [beginning, setBeginning] = useState<Beginning | null>(null);
  return (
    <main className="cl-staff-main cl-write">
      <div className="cl-row">
        {onClose === null || beginning !== null ? null : (
          <button
            type="button"
            className="cl-button"
            onClick={onClose}
          >
            {text('trials.toVersions')}
          </button>
        )}
        <h2 className="cl-heading">
          {beginning === null
            ? text('trials.newTitle')
            : text('trials.newFrom', { name: beginning.name })}
        </h2>
      </div>
      {beginning === null ? (
        <Beginnings onBegin={setBeginning} />
      ) : (
        <NewCharter
          key={beginning.name}
          beginning={beginning}
          onClose={() => {
            setBeginning(null);
            onClose?.();
          }}
        />
      )}
    </main>
  );
}

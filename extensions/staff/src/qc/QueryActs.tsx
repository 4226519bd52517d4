import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { text, type TextKey } from '@corelab/ui';
import { isOne, useTrialRoom, type Room } from '../frame/room.js';
import { ActForm } from '../parts/ActForm.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { ReasonForm } from '../parts/ReasonForm.js';
import { TextInput } from '../parts/TextInput.js';
import { qcKey, type Query } from './qcData.js';
import { checks } from './qcPlace.js';

type Act = 'answer' | 'close' | 'cancel' | 'reopen' | 'notResupplied';

const names: Readonly<Record<Act, TextKey>> = {
  answer: 'qc.query.answer',
  close: 'qc.query.close',
  cancel: 'qc.query.cancel',
  reopen: 'qc.query.reopen',
  notResupplied: 'qc.query.notResupplied',
};

/** What a query waits for; the rest is the exception. */
const settling: readonly Act[] = ['answer', 'close'];

/** What the person may do to a query as it stands. */
export function actsOf({ state, exam }: Pick<Query, 'state' | 'exam'>, room: Room): Act[] {
  const waitsForSite = state === 'open' || state === 'reopened';
  const all: readonly (readonly [Act, boolean])[] = [
    ['answer', waitsForSite && isOne(room, 'siteCoordinator')],
    ['close', state === 'answered' && checks(room)],
    ['reopen', (state === 'answered' || state === 'closed') && checks(room)],
    ['cancel', waitsForSite && checks(room)],
    ['notResupplied', state !== 'closed' && exam !== null && isOne(room, 'dataManager')],
  ];
  return all.flatMap(([act, may]) => (may ? [act] : []));
}

interface FormProps {
  busy: boolean;
  error: unknown;
  onCancel(): void;
}

function AnswerForm({ busy, error, onAct, onCancel }: FormProps & { onAct(said: string): void }) {
  const [answer, setAnswer] = useState('');
  const [resent, setResent] = useState('');
  const said = (): string =>
    resent.trim() === ''
      ? answer.trim()
      : text('qc.query.answerWith', { text: answer.trim(), resent: resent.trim() });
  return (
    <ActForm
      act={text('qc.query.answerButton')}
      reason={null}
      ready={answer.trim() !== ''}
      busy={busy}
      error={error}
      onAct={() => onAct(said())}
      onCancel={onCancel}
    >
      <TextInput
        label={text('qc.query.answerText')}
        value={answer}
        onChange={setAnswer}
        autoFocus
        multiline
      />
      <TextInput
        label={text('qc.query.resent')}
        value={resent}
        onChange={setResent}
      />
      <p className="cl-second">{text('qc.query.resentHint')}</p>
    </ActForm>
  );
}

function ReopenForm({
  busy,
  error,
  onAct,
  onCancel,
}: FormProps & { onAct(said: string, dueDate: string): void }) {
  const [dueDate, setDueDate] = useState('');
  return (
    <>
      <TextInput
        label={text('qc.ask.due')}
        type="date"
        value={dueDate}
        onChange={setDueDate}
      />
      <ReasonForm
        label={text('qc.ask.text')}
        act={text('qc.query.reopenButton')}
        busy={busy || dueDate === ''}
        error={error}
        onAct={said => onAct(said, dueDate)}
        onCancel={onCancel}
      />
    </>
  );
}

/** What a person may say in a query: the site answers, the core lab closes, cancels or asks again. */
export function QueryActs({ query }: { query: Query }) {
  const room = useTrialRoom();
  const { server, trial } = room;
  const queries = useQueryClient();
  const [doing, setDoing] = useState<Act | null>(null);
  const path = { trial: trial.id, query: query.id };
  const say = useMutation<unknown, Error, { act: Act; said?: string; dueDate?: string }>({
    mutationFn: ({ act, said, dueDate }) => {
      const body = {
        ...(said === undefined ? {} : { text: said }),
        ...(dueDate === undefined ? {} : { dueDate }),
      };
      switch (act) {
        case 'answer':
          return server.post('/api/admin/trials/{trial}/queries/{query}/answer', { path, body });
        case 'close':
          return server.post('/api/admin/trials/{trial}/queries/{query}/close', { path, body });
        case 'cancel':
          return server.post('/api/admin/trials/{trial}/queries/{query}/cancel', { path, body });
        case 'reopen':
          return server.post('/api/admin/trials/{trial}/queries/{query}/reopen', { path, body });
        case 'notResupplied':
          return server.post('/api/admin/trials/{trial}/queries/{query}/not-resupplied', {
            path,
            body: { reason: said ?? '' },
          });
      }
    },
    onSuccess: async () => {
      setDoing(null);
      await queries.invalidateQueries({ queryKey: qcKey(trial.id) });
    },
  });
  const begin = (act: Act): void => {
    say.reset();
    if (act === 'close') say.mutate({ act });
    else setDoing(act);
  };
  const form = { busy: say.isPending, error: say.error, onCancel: () => setDoing(null) };
  if (doing === 'answer') {
    return (
      <AnswerForm
        {...form}
        onAct={said => say.mutate({ act: 'answer', said })}
      />
    );
  }
  if (doing === 'reopen') {
    return (
      <ReopenForm
        {...form}
        onAct={(said, dueDate) => say.mutate({ act: 'reopen', said, dueDate })}
      />
    );
  }
  if (doing === 'cancel' || doing === 'notResupplied') {
    return (
      <>
        <p>{text(doing === 'cancel' ? 'qc.query.cancelEffect' : 'qc.query.notResuppliedEffect')}</p>
        <ReasonForm
          {...form}
          act={text(doing === 'cancel' ? 'qc.query.cancel' : 'qc.query.notResuppliedButton')}
          onAct={said => say.mutate({ act: doing, said })}
        />
      </>
    );
  }
  const acts = actsOf(query, room);
  return (
    <>
      {say.isError ? <ErrorLine reason={say.error} /> : null}
      <div className="cl-row cl-wrap">
        {acts.map(act => (
          <button
            key={act}
            type="button"
            className={settling.includes(act) ? 'cl-button cl-button-primary' : 'cl-button'}
            disabled={say.isPending}
            onClick={() => begin(act)}
          >
            {text(names[act])}
          </button>
        ))}
      </div>
    </>
  );
}

import { useMutation } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { instantText } from '../parts/instantText.js';
import { OpenAct } from '../parts/OpenAct.js';
import { ReasonForm } from '../parts/ReasonForm.js';
import { mayDecide, useDecided, useDestructions, type Destruction } from './decisions.js';

const url = '/api/admin/trials/{trial}/identity-destructions';

/** The reason's own full stop, or one of ours. */
const sentence = (reason: string): string => (/[.!?]$/.test(reason) ? reason : `${reason}.`);

function AskForm({ subject, onDone }: { subject: string; onDone(): void }) {
  const { server, trial } = useTrialRoom();
  const decided = useDecided();
  const ask = useMutation({
    mutationFn: (reason: string) =>
      server.post(url, { path: { trial: trial.id }, body: { subject, reason } }),
    onSuccess: decided,
  });
  return (
    <div className="cl-form">
      <p>{text('destruction.askEffect', { subject })}</p>
      <ReasonForm
        act={text('destruction.askButton', { subject })}
        busy={ask.isPending}
        error={ask.error}
        onAct={reason => ask.mutate(reason)}
        onCancel={onDone}
      />
    </div>
  );
}

function Done({ destruction }: { destruction: Destruction }) {
  const { decidedAt, decidedBy, askedBy, reason, destroyed } = destruction;
  const remaining = Object.entries(destroyed?.remaining ?? {});
  return (
    <>
      <p className="cl-medium">
        {text('destruction.done', {
          ...{ date: instantText(decidedAt ?? ''), askedBy, decidedBy: decidedBy ?? '' },
          reason: sentence(reason),
        })}
      </p>
      {destroyed === null ? null : (
        <p className="cl-second">
          {text('destruction.doneWhat', {
            ...{ identifiers: destroyed.identifiers, images: destroyed.images },
            ...{ keptApart: destroyed.keptApart, texts: destroyed.texts },
            mentions: destroyed.mentions,
          })}
        </p>
      )}
      {remaining.length === 0 ? null : (
        <p className="cl-attention">
          {text('destruction.remains', {
            count: remaining.reduce((sum, [, rows]) => sum + rows, 0),
            tables: remaining.map(([table]) => table).join(', '),
          })}
        </p>
      )}
    </>
  );
}

/** Whether the subject still has an identity: that it is destroyed, that this is asked for, or the way to ask. */
export function DestructionPart({ subject }: { subject: string }) {
  const room = useTrialRoom();
  const destructions = useDestructions();
  if (destructions.isError) {
    return (
      <ErrorLine
        reason={destructions.error}
        onRetry={() => void destructions.refetch()}
      />
    );
  }
  if (destructions.data === undefined) return null;
  const own = destructions.data.destructions.filter(one => one.subject === subject);
  const done = own.find(({ state }) => state === 'done');
  const asked = own.find(({ state }) => state === 'asked');
  if (done === undefined && asked === undefined && own.length === 0 && !mayDecide(room))
    return null;
  return (
    <section className="cl-timepoint">
      {done === undefined ? null : <Done destruction={done} />}
      {asked === undefined ? null : (
        <p role="status">
          {text('destruction.waits', {
            ...{ date: instantText(asked.askedAt), by: asked.askedBy },
            reason: sentence(asked.reason),
          })}
        </p>
      )}
      {own
        .filter(({ state }) => state === 'refused' || state === 'withdrawn')
        .map(({ id, decidedAt, decidedBy, decisionReason }) => (
          <p
            key={id}
            className="cl-second"
          >
            {text('destruction.notDone', {
              ...{ date: instantText(decidedAt ?? ''), by: decidedBy ?? '' },
              reason: sentence(decisionReason ?? ''),
            })}
          </p>
        ))}
      {done === undefined && asked === undefined && mayDecide(room) ? (
        <OpenAct label={text('destruction.ask')}>
          {close => (
            <AskForm
              subject={subject}
              onDone={close}
            />
          )}
        </OpenAct>
      ) : null}
    </section>
  );
}

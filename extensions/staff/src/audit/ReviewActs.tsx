import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { OpenAct } from '../parts/OpenAct.js';
import { ReasonForm } from '../parts/ReasonForm.js';
import { SignForm } from '../parts/SignForm.js';
import { TextInput } from '../parts/TextInput.js';
import { fileAddress, paths, type Review } from './auditData.js';
import { momentText } from './auditWords.js';

interface WorkProps {
  chain: string;
  review: Review;
  onChanged(): Promise<void>;
}

function Notes({ chain, review, onChanged }: WorkProps) {
  const { server } = useRoom();
  const [notes, setNotes] = useState(review.notes);
  const keep = useMutation({
    mutationFn: () =>
      server.post(paths.notes, { path: { trial: chain, review: review.id }, body: { notes } }),
    onSuccess: onChanged,
  });
  return (
    <form
      className="cl-form"
      onSubmit={event => {
        event.preventDefault();
        keep.mutate();
      }}
    >
      <TextInput
        label={text('audit.review.notes')}
        value={notes}
        onChange={setNotes}
        multiline
      />
      {keep.isError ? <ErrorLine reason={keep.error} /> : null}
      <div className="cl-row">
        <button
          type="submit"
          className="cl-button"
          disabled={keep.isPending || notes === review.notes}
        >
          {text('audit.review.keepNotes')}
        </button>
      </div>
    </form>
  );
}

function Sign({ chain, review, onChanged, onCancel }: WorkProps & { onCancel(): void }) {
  const { server } = useRoom();
  // Sent again, it is the same signature.
  const [requestId] = useState(() => crypto.randomUUID());
  const sign = useMutation({
    mutationFn: ({ password, meaning }: { password: string; meaning: string }) =>
      server.post(paths.sign, {
        path: { trial: chain, review: review.id },
        body: { password, meaning, requestId, version: review.version },
      }),
    onSuccess: onChanged,
  });
  return (
    <SignForm
      act={text('audit.review.sign')}
      effect={text('audit.review.signEffect')}
      reason={null}
      meanings={review.meanings}
      ready
      busy={sign.isPending}
      error={sign.error}
      onSign={signed => sign.mutate(signed)}
      onCancel={onCancel}
    />
  );
}

function Withdraw({ chain, review, onChanged, onCancel }: WorkProps & { onCancel(): void }) {
  const { server } = useRoom();
  const withdraw = useMutation({
    mutationFn: (reason: string) =>
      server.post(paths.withdraw, { path: { trial: chain, review: review.id }, body: { reason } }),
    onSuccess: onChanged,
  });
  return (
    <ReasonForm
      act={text('audit.review.withdraw')}
      busy={withdraw.isPending}
      error={withdraw.error}
      onAct={reason => withdraw.mutate(reason)}
      onCancel={onCancel}
    />
  );
}

/** What is done with a review as a whole while it is open. */
export function ReviewActs(props: WorkProps) {
  const left = props.review.items - props.review.judged;
  return (
    <>
      <Notes {...props} />
      {left > 0 ? (
        <p className="cl-second">{text('audit.review.left', { count: left })}</p>
      ) : (
        <OpenAct
          label={text('audit.review.sign')}
          primary
        >
          {close => (
            <Sign
              {...props}
              onCancel={close}
            />
          )}
        </OpenAct>
      )}
      <OpenAct label={text('audit.review.withdraw')}>
        {close => (
          <Withdraw
            {...props}
            onCancel={close}
          />
        )}
      </OpenAct>
    </>
  );
}

/** The signature of a review, and its files. */
export function ReviewSignature({ chain, review }: Pick<WorkProps, 'chain' | 'review'>) {
  const { signature } = review;
  if (signature === null) return null;
  return (
    <section className="cl-form cl-tight">
      <p className="cl-medium">
        {text('audit.review.signed', {
          ...{ name: signature.name, user: signature.by, meaning: signature.meaning },
          at: momentText(signature.at),
        })}
      </p>
      <p className="cl-uid">{text('audit.review.hash', { hash: signature.hash })}</p>
      {review.notes === '' ? null : <p>{review.notes}</p>}
      <div className="cl-row cl-wrap">
        {(['csv', 'json'] as const).map(format => (
          <a
            key={format}
            className="cl-button"
            href={fileAddress(chain, `/reviews/${review.id}/export`, { format })}
            download
          >
            {text(format === 'csv' ? 'audit.exportCsv' : 'audit.exportJson')}
          </a>
        ))}
      </div>
    </section>
  );
}

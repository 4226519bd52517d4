import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { ActForm } from '../parts/ActForm.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { instantText } from '../parts/instantText.js';
import { OpenAct } from '../parts/OpenAct.js';
import type { Access, AccessCalls, AccessFact } from './accessCalls.js';
import { factText } from './accessRows.js';

function FactList({ title, facts }: { title: string; facts: readonly AccessFact[] }) {
  if (facts.length === 0) return null;
  return (
    <>
      <h3 className="cl-caption">{title}</h3>
      <ul className="cl-list">
        {facts.map(fact => (
          <li key={JSON.stringify(fact)}>{factText(fact)}</li>
        ))}
      </ul>
    </>
  );
}

function ReviewForm({ calls, hash, onDone }: { calls: AccessCalls; hash: string; onDone(): void }) {
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ queryKey: calls.key });
  const review = useMutation({
    mutationFn: (given: { note: string; password: string }) => calls.review({ hash, ...given }),
    onSuccess: async () => {
      await again();
      onDone();
    },
    // What was looked at may be another by now: the next try is of what stands then.
    onError: again,
  });
  return (
    <ActForm
      act={text('access.reviewButton')}
      effect={text('access.reviewEffect')}
      reason={text('access.note')}
      password
      busy={review.isPending}
      error={review.error}
      onAct={({ reason, password }) => review.mutate({ note: reason, password })}
      onCancel={onDone}
    />
  );
}

/** What changed since somebody last looked, who looked when, and that one has looked now. */
export function ReviewSection({ calls, access }: { calls: AccessCalls; access: Access }) {
  const [open, setOpen] = useState(false);
  const reviews = useQuery({ queryKey: [...calls.key, 'reviews'], queryFn: () => calls.reviews() });
  const { changes } = access;
  const none = changes !== null && changes.added.length + changes.gone.length === 0;
  return (
    <section className="cl-form">
      <h2 className="cl-heading">{text('access.changes')}</h2>
      {changes === null ? <p>{text('access.noReview')}</p> : null}
      {none ? <p>{text('access.noChanges')}</p> : null}
      {changes === null ? null : (
        <>
          <FactList
            title={text('access.added')}
            facts={changes.added}
          />
          <FactList
            title={text('access.gone')}
            facts={changes.gone}
          />
        </>
      )}
      <OpenAct
        label={text('access.review')}
        primary
      >
        {close => (
          <ReviewForm
            calls={calls}
            hash={access.hash}
            onDone={close}
          />
        )}
      </OpenAct>
      {reviews.isError ? (
        <ErrorLine
          reason={reviews.error}
          onRetry={() => void reviews.refetch()}
        />
      ) : null}
      {(reviews.data?.reviews.length ?? 0) === 0 ? null : (
        <details
          open={open}
          onToggle={event => setOpen(event.currentTarget.open)}
        >
          <summary className="cl-caption">{text('access.reviews')}</summary>
          <ul className="cl-list cl-form">
            {reviews.data?.reviews.map(one => (
              <li
                key={one.id}
                className="cl-entry"
              >
                <span>
                  {text('access.reviewed', {
                    ...{ date: instantText(one.at), name: one.name, by: one.by, note: one.note },
                  })}
                </span>
                <span className="cl-second">
                  {text('access.reviewChanges', {
                    added: one.changes.added.length,
                    gone: one.changes.gone.length,
                  })}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ColumnDef } from '@tanstack/react-table';
import { text } from '@corelab/ui';
import { isOne, useRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { OpenAct } from '../parts/OpenAct.js';
import { ReasonForm } from '../parts/ReasonForm.js';
import { SignForm } from '../parts/SignForm.js';
import { TextInput } from '../parts/TextInput.js';
import { ListPart } from '../qc/ListPart.js';
import { usePages } from '../qc/usePages.js';
import { auditKey, fileAddress, paths, type Review, type ReviewItem } from './auditData.js';
import { actName, aboutText, momentText, stateName, whoText } from './auditWords.js';
import { ReviewItemSheet } from './ReviewItemSheet.js';

const sampleText = ({ sampling }: Review): string => {
  const { kind, size, seed, population } = sampling;
  return text(`audit.review.sample.${kind}`, {
    ...{ population, size: size ?? '', seed: seed ?? '' },
  });
};

const outcomeName = ({ outcome, severity, closed }: ReviewItem): string =>
  [
    text(`audit.review.outcome.${outcome ?? 'none'}`),
    ...(severity === null ? [] : [text(`audit.review.severity.${severity}`)]),
    ...(closed ? [text('audit.review.closed')] : []),
  ].join(', ');

const columns = (): ColumnDef<ReviewItem, unknown>[] => [
  { id: 'place', header: '', accessorKey: 'place', meta: { width: '52px' } },
  {
    ...{ id: 'entry', header: text('audit.col.entry') },
    accessorFn: ({ entry }) => entry.sequence,
    meta: { width: '84px' },
  },
  {
    ...{ id: 'when', header: text('audit.col.when') },
    accessorFn: ({ entry }) => momentText(entry.at),
    meta: { width: '184px' },
  },
  {
    ...{ id: 'who', header: text('audit.col.who') },
    accessorFn: ({ entry }) => whoText(entry),
    meta: { width: '110px' },
  },
  {
    ...{ id: 'what', header: text('audit.col.what') },
    accessorFn: ({ entry }) => actName(entry.act),
    meta: { width: 'minmax(150px, 1fr)' },
  },
  {
    ...{ id: 'about', header: text('audit.col.about') },
    accessorFn: ({ entry }) => aboutText(entry),
    meta: { width: 'minmax(120px, 1fr)' },
  },
  {
    ...{ id: 'outcome', header: text('audit.review.outcome'), accessorFn: outcomeName },
    meta: { width: 'minmax(110px, 1fr)' },
  },
];

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

function Acts(props: WorkProps) {
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

function Signed({ chain, review }: Pick<WorkProps, 'chain' | 'review'>) {
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

export interface ReviewViewProps {
  chain: string;
  id: string;
  onBack(): void;
}

/** A review: its plan, its sample to work through, and its signature. */
export function ReviewView({ chain, id, onBack }: ReviewViewProps) {
  const room = useRoom();
  const { server } = room;
  const queries = useQueryClient();
  const [open, setOpen] = useState<number | null>(null);
  const key = [...auditKey(chain), 'review', id];
  const path = { trial: chain, review: id };
  const answer = useQuery({ queryKey: key, queryFn: () => server.get(paths.review, { path }) });
  const list = usePages([...key, 'items'], async after => {
    const page = await server.get(paths.items, { path, query: { limit: '200', ...after } });
    return { items: page.items, next: page.next === null ? null : String(page.next) };
  });
  if (answer.isPending) return <p role="status">{text('room.loading')}</p>;
  if (answer.isError) {
    return (
      <ErrorLine
        reason={answer.error}
        onRetry={() => void answer.refetch()}
      />
    );
  }
  const review = answer.data;
  const items = list.pages.flatMap(page => page.items);
  const item = items.find(({ place }) => place === open);
  const onChanged = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: auditKey(chain) });
  };
  const next =
    items.find(({ place, outcome }) => outcome === null && place > (open ?? 0)) ??
    items.find(({ place, outcome }) => outcome === null && place !== open);
  return (
    <>
      <div className="cl-row cl-wrap">
        <button
          type="button"
          className="cl-button cl-button-quiet"
          onClick={onBack}
        >
          {text('audit.review.back')}
        </button>
        <h2 className="cl-heading">{review.title}</h2>
        <span>{stateName(review)}</span>
        <span className="cl-second">
          {text('audit.review.due')} {review.dueDate}
        </span>
        <span>{text('audit.review.of', { judged: review.judged, items: review.items })}</span>
      </div>
      <p className="cl-second">
        {text('audit.review.range', { ...review.entries })}: {sampleText(review)}
        {review.acts.length === 0 ? '' : ` (${review.acts.map(actName).join(', ')})`}
      </p>
      <Signed
        chain={chain}
        review={review}
      />
      <div className="cl-staff-body cl-audit-review">
        <div className="cl-staff-main">
          <ListPart
            name={text('audit.review.items')}
            list={list}
            rows={items}
            columns={columns()}
            rowId={({ place }) => String(place)}
            selected={open === null ? null : String(open)}
            onOpen={({ place }) => setOpen(place)}
            empty={text('audit.noMatch')}
          />
        </div>
        {item === undefined ? null : (
          <ReviewItemSheet
            key={item.place}
            chain={chain}
            review={review}
            item={item}
            onChanged={onChanged}
            onNext={next === undefined ? null : () => setOpen(next.place)}
            onClose={() => setOpen(null)}
          />
        )}
      </div>
      {review.state === 'open' && isOne(room, 'auditor') ? (
        <Acts
          key={review.version}
          chain={chain}
          review={review}
          onChanged={onChanged}
        />
      ) : null}
    </>
  );
}

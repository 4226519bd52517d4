import { useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ColumnDef } from '@tanstack/react-table';
import { text } from '@corelab/ui';
import { isOne, useRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { ListPart } from '../qc/ListPart.js';
import { usePages } from '../qc/usePages.js';
import { auditKey, paths, type Review, type ReviewItem } from './auditData.js';
import { actName, aboutText, momentText, stateName, whoText } from './auditWords.js';
import { ReviewActs, ReviewSignature } from './ReviewActs.js';
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
    meta: { width: '204px' },
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
      <ReviewSignature
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
        <ReviewActs
          key={review.version}
          chain={chain}
          review={review}
          onChanged={onChanged}
        />
      ) : null}
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import type { ColumnDef } from '@tanstack/react-table';
import { text } from '@corelab/ui';
import { isOne, useRoom } from '../frame/room.js';
import { DataGrid } from '../parts/DataGrid.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { OpenAct } from '../parts/OpenAct.js';
import type { PartProps } from './AuditPage.js';
import { auditKey, paths, type ReviewSummary } from './auditData.js';
import { noFilter } from './auditPlace.js';
import { stateName } from './auditWords.js';
import { PlanReviewForm } from './PlanReviewForm.js';
import { ReviewView } from './ReviewView.js';

const columns = (): ColumnDef<ReviewSummary, unknown>[] => [
  {
    ...{ id: 'title', header: text('audit.review.title'), accessorKey: 'title' },
    meta: { width: 'minmax(160px, 2fr)' },
  },
  {
    ...{ id: 'due', header: text('audit.review.due'), accessorKey: 'dueDate' },
    meta: { width: '110px' },
  },
  { id: 'state', header: text('audit.review.state'), accessorFn: stateName },
  {
    ...{ id: 'progress', header: text('audit.review.progress') },
    accessorFn: ({ judged, items }) => text('audit.review.of', { judged, items }),
  },
  {
    ...{ id: 'findings', header: text('audit.review.findings') },
    accessorFn: ({ state, findings, openFindings }) =>
      state === 'signed' && findings > 0
        ? text('audit.review.openFindings', { open: openFindings, all: findings })
        : String(findings),
  },
  { id: 'planner', header: text('audit.review.planner'), accessorKey: 'plannedBy' },
];

function List({ place, onGo }: PartProps) {
  const room = useRoom();
  const { chain } = place;
  const { read } = place.filter;
  const auditor = isOne(room, 'auditor');
  const planned = (open: string): void => onGo({ open, filter: noFilter });
  const list = useQuery({
    queryKey: [...auditKey(chain), 'reviews'],
    queryFn: () => room.server.get(paths.reviews, { path: { trial: chain } }),
  });
  if (list.isPending) return <p role="status">{text('room.loading')}</p>;
  if (list.isError) {
    return (
      <ErrorLine
        reason={list.error}
        onRetry={() => void list.refetch()}
      />
    );
  }
  return (
    <>
      {auditor && read !== null ? (
        <PlanReviewForm
          chain={chain}
          read={read}
          onPlanned={planned}
          onCancel={() => onGo({ filter: noFilter })}
        />
      ) : null}
      {auditor && read === null ? (
        <OpenAct
          label={text('audit.review.plan')}
          primary
        >
          {close => (
            <PlanReviewForm
              chain={chain}
              read={null}
              onPlanned={planned}
              onCancel={close}
            />
          )}
        </OpenAct>
      ) : null}
      <DataGrid
        name={text('audit.reviews.list', { chain })}
        rows={list.data.reviews}
        columns={columns()}
        rowId={({ id }) => id}
        onOpen={({ id }) => onGo({ open: id })}
        empty={text('audit.reviews.none')}
      />
    </>
  );
}

/** The reviews of a trial's record, and one of them. */
export function ReviewsPart(props: PartProps) {
  const { place, onGo } = props;
  return (
    <main className="cl-staff-main cl-audit-scroll">
      {place.open === null ? (
        <List {...props} />
      ) : (
        <ReviewView
          key={place.open}
          chain={place.chain}
          id={place.open}
          onBack={() => onGo({ open: null })}
        />
      )}
    </main>
  );
}

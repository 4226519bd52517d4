import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { ColumnDef } from '@tanstack/react-table';
import { text } from '@corelab/ui';
import { useRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { ListPart } from '../qc/ListPart.js';
import { usePages } from '../qc/usePages.js';
import type { PartProps } from './AuditPage.js';
import { auditKey, fileAddress, paths, type Entry } from './auditData.js';
import { entryQuery, isFiltered, noFilter } from './auditPlace.js';
import {
  aboutText,
  actName,
  chainName,
  differenceText,
  momentText,
  whoText,
} from './auditWords.js';
import { ChainStand } from './ChainStand.js';
import { EntryFilterBar } from './EntryFilterBar.js';
import { EntrySheet } from './EntrySheet.js';

const changeText = ({ differences, changed }: Entry): string => {
  const shown = differences.slice(0, 2).map(differenceText).join('; ');
  const left = changed - Math.min(differences.length, 2);
  return left > 0 ? `${shown} ${text('audit.changesMore', { count: left })}` : shown;
};

export const entryColumns = (): ColumnDef<Entry, unknown>[] => [
  {
    ...{ id: 'entry', header: text('audit.col.entry'), accessorKey: 'sequence' },
    meta: { width: '84px' },
  },
  {
    ...{ id: 'when', header: text('audit.col.when') },
    accessorFn: ({ at }) => momentText(at),
    meta: { width: '204px' },
  },
  {
    ...{ id: 'who', header: text('audit.col.who'), accessorFn: whoText },
    meta: { width: 'minmax(90px, 150px)' },
  },
  {
    ...{ id: 'what', header: text('audit.col.what') },
    accessorFn: ({ act }) => actName(act),
    meta: { width: 'minmax(150px, 1fr)' },
  },
  {
    ...{ id: 'about', header: text('audit.col.about'), accessorFn: aboutText },
    cell: ({ getValue }) => <span title={String(getValue())}>{String(getValue())}</span>,
    meta: { width: 'minmax(140px, 1fr)' },
  },
  {
    ...{ id: 'change', header: text('audit.col.change'), accessorFn: changeText },
    cell: ({ getValue }) => <span title={String(getValue())}>{String(getValue())}</span>,
    meta: { width: 'minmax(160px, 2fr)' },
  },
];

/** The entries of a chain, by what is looked for; one of them beside the list. */
export function EntriesPart({ place, onGo }: PartProps) {
  const { server } = useRoom();
  const { chain, filter } = place;
  const [open, setOpen] = useState(place.open);
  const facets = useQuery({
    queryKey: [...auditKey(chain), 'facets'],
    queryFn: () => server.get(paths.facets, { path: { trial: chain } }),
  });
  const query = entryQuery(filter);
  const list = usePages([...auditKey(chain), 'entries', query], async after => {
    const page = await server.get(paths.entries, {
      path: { trial: chain },
      query: { ...query, ...after },
    });
    return { entries: page.entries, next: page.next === null ? null : String(page.next) };
  });
  const rows = list.pages.flatMap(({ entries }) => entries);
  const asked = entryQuery({ ...filter, oldest: false });
  return (
    <div className="cl-staff-body cl-qc-exams">
      <main className="cl-staff-main">
        {facets.isError ? (
          <ErrorLine
            reason={facets.error}
            onRetry={() => void facets.refetch()}
          />
        ) : null}
        {facets.data === undefined ? null : <ChainStand facets={facets.data} />}
        <EntryFilterBar
          chain={chain}
          filter={filter}
          facets={facets.data}
          onFilter={to => onGo({ filter: to, open: null })}
          onEntry={setOpen}
        />
        <ListPart
          name={text('audit.grid', { chain: chainName(chain) })}
          list={list}
          rows={rows}
          columns={entryColumns()}
          rowId={({ sequence }) => String(sequence)}
          selected={open}
          onOpen={({ sequence }) => setOpen(String(sequence))}
          empty={text(isFiltered(filter) ? 'audit.noMatch' : 'audit.empty')}
        />
        <div className="cl-row cl-wrap">
          <a
            className="cl-button"
            href={fileAddress(chain, '/export', { ...asked, format: 'csv' })}
            download
          >
            {text('audit.exportCsv')}
          </a>
          <a
            className="cl-button"
            href={fileAddress(chain, '/export', { ...asked, format: 'jsonl' })}
            download
          >
            {text('audit.exportLines')}
          </a>
          <a
            className="cl-button"
            href={fileAddress(chain, '', {})}
            download={`audit-${chain}.jsonl`}
          >
            {text('audit.exportChain')}
          </a>
        </div>
      </main>
      {open === null ? null : (
        <EntrySheet
          key={open}
          chain={chain}
          entry={open}
          last={facets.data?.entries ?? null}
          onOpen={setOpen}
          onFilter={more => onGo({ filter: { ...noFilter, ...more }, open: null })}
          onLife={read => onGo({ tab: 'life', open: read, filter: noFilter })}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

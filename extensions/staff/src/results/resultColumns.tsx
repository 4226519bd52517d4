import type { ColumnDef } from '@tanstack/react-table';
import { text } from '@corelab/ui';
import { instantText } from '../parts/instantText.js';
import type { Result, ResultTrack } from './results.js';
import { centralText, comparedText } from './resultText.js';

/** The columns of a track: what sites say where they are asked, what readers came to where the person is told. */
export function resultColumns(track: ResultTrack): ColumnDef<Result, unknown>[] {
  const columns: (ColumnDef<Result, unknown> | false)[] = [
    { id: 'subject', header: text('results.subject'), accessorFn: row => row.subject },
    {
      ...{ id: 'site', header: text('results.site'), accessorFn: row => row.site ?? '' },
      meta: { width: '60px' },
    },
    { id: 'visit', header: text('results.visit'), accessorFn: row => row.label },
    {
      ...{ id: 'date', header: text('results.date'), accessorFn: row => row.date ?? '' },
      meta: { width: '110px' },
    },
    track.site && {
      ...{ id: 'bySite', header: text('results.bySite') },
      accessorFn: row => row.bySite?.response ?? text('results.noAssessment'),
      meta: { width: 'minmax(110px, 1fr)' },
    },
    track.told && {
      ...{ id: 'central', header: text('results.central') },
      cell: ({ row: { original } }) => {
        const compared = comparedText(original, track);
        const words = centralText(original);
        return (
          <>
            {original.central === null ? (
              <span className="cl-second">{words}</span>
            ) : (
              <b>{words}</b>
            )}
            {compared === null ? null : <span className="cl-second"> {compared}</span>}
          </>
        );
      },
      meta: { width: 'minmax(150px, 2fr)' },
    },
    track.told && {
      ...{ id: 'since', header: text('results.since') },
      accessorFn: row => (row.central?.at == null ? '' : instantText(row.central.at)),
      meta: { width: '150px' },
    },
    track.told && {
      ...{ id: 'seen', header: text('results.seenBy') },
      cell: ({ row: { original } }) =>
        original.toAcknowledge ? (
          <span className="cl-attention">{text('results.toSee', { count: 1 })}</span>
        ) : (
          original.seen.map(({ by }) => by).join(', ')
        ),
      meta: { width: 'minmax(110px, 1fr)' },
    },
  ];
  return columns.filter(column => column !== false);
}

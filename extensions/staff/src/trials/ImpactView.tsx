import { useCallback, useMemo, useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ColumnDef } from '@tanstack/react-table';
import { text, type TextKey } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { DataGrid } from '../parts/DataGrid.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { effectSentences, impactRows, type ImpactNumbers } from './impactNumbers.js';
import {
  charterKey,
  scopes,
  scopeText,
  useImpact,
  type Impact,
  type ImpactRead,
  type Scope,
} from './versions.js';

const stateKeys: Readonly<Record<string, TextKey>> = {
  waiting: 'trials.read.waiting',
  ready: 'readState.ready',
  assigned: 'trials.read.assigned',
  draft: 'readState.draft',
  onHold: 'readState.onHold',
  returnedToQc: 'trials.read.returnedToQc',
  signed: 'readState.signed',
  impactPending: 'trials.read.impactPending',
};
const readStateText = (state: string): string => {
  const key = stateKeys[state];
  return key === undefined ? state : text(key);
};

const effectKeys: Readonly<Record<ImpactRead['effect'][Scope], TextKey>> = {
  follows: 'trials.follows',
  stays: 'trials.stays',
  asked: 'trials.asked',
};

const pageSize = 200;

/** What will happen, as sentences. */
export function EffectSentences({ impact }: { impact: Impact }) {
  return (
    <ul className="cl-sentences">
      {effectSentences(impact).map(sentence => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

const parts: readonly (readonly [keyof ImpactNumbers, TextKey])[] = [
  ['follow', 'trials.follows'],
  ['stay', 'trials.stays'],
  ['asked', 'trials.asked'],
];

function Numbers({ impact }: { impact: Impact }) {
  const rows = impactRows(impact);
  if (rows.length === 0) return <p>{text('trials.noReads')}</p>;
  return (
    <table className="cl-number-table">
      <caption className="cl-caption">{text('trials.numbers')}</caption>
      <thead>
        <tr>
          <th rowSpan={2}>{text('trials.readState')}</th>
          <th rowSpan={2}>{text('trials.reads')}</th>
          {scopes.map(scope => (
            <th
              key={scope}
              colSpan={3}
              data-chosen={scope === impact.scope}
            >
              {text(scopeText[scope])}
              {scope === impact.scope ? (
                <span className="cl-second cl-block">{text('trials.chosen')}</span>
              ) : null}
            </th>
          ))}
        </tr>
        <tr>
          {scopes.flatMap(scope =>
            parts.map(([part, key]) => (
              <th
                key={`${scope} ${part}`}
                className="cl-second"
                data-chosen={scope === impact.scope}
              >
                {text(key)}
              </th>
            ))
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.state}>
            <th scope="row">{readStateText(row.state)}</th>
            <td>{row.reads}</td>
            {scopes.flatMap(scope =>
              parts.map(([part]) => (
                <td
                  key={`${scope} ${part}`}
                  data-chosen={scope === impact.scope}
                  className={row[scope][part] === 0 ? 'cl-second' : undefined}
                >
                  {row[scope][part]}
                </td>
              ))
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const columnsFor = (scope: Scope): ColumnDef<ImpactRead, unknown>[] => [
  {
    id: 'subject',
    header: text('trials.subject'),
    accessorKey: 'subject',
    meta: { width: 'minmax(110px, 1fr)' },
  },
  {
    id: 'timepoint',
    header: text('trials.timepoint'),
    accessorFn: ({ timepoint }) => timepoint ?? text('trials.wholeSubject'),
  },
  { id: 'track', header: text('trials.track'), accessorKey: 'track' },
  { id: 'slot', header: text('trials.slot'), accessorKey: 'slot', meta: { width: '70px' } },
  {
    id: 'state',
    header: text('trials.readState'),
    accessorFn: ({ state }) => readStateText(state),
    meta: { width: 'minmax(120px, 1fr)' },
  },
  {
    id: 'effect',
    header: text(scopeText[scope]),
    accessorFn: ({ effect }) => text(effectKeys[effect[scope]]),
    meta: { width: 'minmax(140px, 1fr)' },
  },
];

function Reads({ version, chosen }: { version: number; chosen: Scope }) {
  const { server, trial } = useTrialRoom();
  const [scope, setScope] = useState(chosen);
  const reads = useInfiniteQuery({
    queryKey: [...charterKey(trial.id), 'impactReads', version],
    initialPageParam: 0,
    queryFn: ({ pageParam }) =>
      server.get('/api/admin/trials/{trial}/versions/{version}/impact/reads', {
        path: { trial: trial.id, version: String(version) },
        query: { from: pageParam, limit: pageSize },
      }),
    getNextPageParam: (last, pages) => {
      const here = pages.reduce((sum, page) => sum + page.reads.length, 0);
      return here < last.total && last.reads.length > 0 ? here : undefined;
    },
  });
  const rows = useMemo(
    () =>
      (reads.data?.pages ?? [])
        .flatMap(page => page.reads)
        .map((read, index) => ({ ...read, row: String(index) })),
    [reads.data]
  );
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = reads;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const columns = useMemo(() => columnsFor(scope), [scope]);
  if (reads.isError) {
    return (
      <ErrorLine
        reason={reads.error}
        onRetry={() => void reads.refetch()}
      />
    );
  }
  if (!reads.isSuccess) return <p role="status">{text('room.loading')}</p>;
  return (
    <div className="cl-form cl-impact-reads">
      <label className="cl-row">
        <span className="cl-label">{text('trials.effectUnder')}</span>
        <select
          className="cl-select"
          value={scope}
          onChange={event => setScope(event.target.value as Scope)}
        >
          {scopes.map(one => (
            <option
              key={one}
              value={one}
            >
              {text(scopeText[one])}
            </option>
          ))}
        </select>
      </label>
      <DataGrid
        name={text('trials.readList')}
        rows={rows}
        columns={columns as ColumnDef<(typeof rows)[number], unknown>[]}
        rowId={({ row }) => row}
        total={reads.data.pages[0]?.total ?? rows.length}
        onEnd={more}
        empty={text('trials.noReads')}
      />
    </div>
  );
}

/** What the approval of a version would mean: in sentences, numbers, and read by read. */
export function ImpactView({ version, past }: { version: number; past: boolean }) {
  const impact = useImpact(version);
  if (past) return <p>{text('trials.impactPast')}</p>;
  if (impact.isError) {
    return (
      <ErrorLine
        reason={impact.error}
        onRetry={() => void impact.refetch()}
      />
    );
  }
  if (!impact.isSuccess) return <p role="status">{text('room.loading')}</p>;
  const { data } = impact;
  return (
    <div className="cl-form cl-fill">
      <EffectSentences impact={data} />
      <p className="cl-second">
        {text('trials.subjects', { begun: data.subjects.begun, notBegun: data.subjects.notBegun })}
      </p>
      <div className="cl-number-frame">
        <Numbers impact={data} />
      </div>
      {impactRows(data).length === 0 ? null : (
        <Reads
          version={version}
          chosen={data.scope}
        />
      )}
    </div>
  );
}

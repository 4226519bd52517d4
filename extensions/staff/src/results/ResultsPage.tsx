import { useCallback, useMemo, useState } from 'react';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { DataGrid } from '../parts/DataGrid.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { TrackChoice } from '../tracks/TrackChoice.js';
import { useTrackAsked } from '../tracks/tracks.js';
import { resultColumns } from './resultColumns.js';
import { ResultSheet } from './ResultSheet.js';
import { useResults, useResultTracks, type Result, type ResultTrack } from './results.js';

const keyOf = ({ subject, timepoint }: Result): string => `${subject} ${timepoint}`;

function Table({ track }: { track: ResultTrack }) {
  const { trial } = useTrialRoom();
  const list = useResults(track.track);
  const [open, setOpen] = useState<string | null>(null);
  const rows = useMemo(() => list.data?.pages.flatMap(page => page.results) ?? [], [list.data]);
  const columns = useMemo(() => resultColumns(track), [track]);
  const { hasNextPage, isFetching, fetchNextPage } = list;
  const goOn = hasNextPage && !isFetching;
  const onEnd = useCallback(() => {
    if (goOn) void fetchNextPage();
  }, [goOn, fetchNextPage]);
  if (list.isPending) return <p role="status">{text('room.loading')}</p>;
  if (list.data === undefined) {
    return (
      <ErrorLine
        reason={list.error}
        onRetry={() => void list.refetch()}
      />
    );
  }
  const opened = rows.find(row => keyOf(row) === open);
  const toSee = rows.filter(({ toAcknowledge }) => toAcknowledge).length;
  return (
    <>
      <main className="cl-staff-main">
        <p
          role="status"
          className={toSee === 0 ? 'cl-second' : 'cl-attention'}
        >
          {toSee === 0 ? '' : text('results.toSee', { count: toSee })}
        </p>
        <DataGrid
          name={text('results.table', { trial: trial.id })}
          rows={rows}
          columns={columns}
          rowId={keyOf}
          selected={open}
          onOpen={row => setOpen(keyOf(row))}
          onEnd={onEnd}
          empty={text('results.none')}
        />
        <p
          role="status"
          className="cl-second cl-status-line"
        >
          {hasNextPage && isFetching ? text('results.loadingMore') : ''}
        </p>
      </main>
      {opened === undefined ? null : (
        <ResultSheet
          key={keyOf(opened)}
          track={track}
          result={opened}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

/** Single results as the charter has sites and sponsors told of them, and what sites found themselves. */
export function ResultsPage() {
  const { trial, go } = useTrialRoom();
  const asked = useTrackAsked();
  const answer = useResultTracks();
  if (answer.isPending) return <p role="status">{text('room.loading')}</p>;
  if (answer.isError) {
    return (
      <ErrorLine
        reason={answer.error}
        onRetry={() => void answer.refetch()}
      />
    );
  }
  const { tracks } = answer.data;
  const track = tracks.find(one => one.track === asked) ?? tracks[0];
  if (track === undefined) {
    return (
      <main className="cl-staff-main">
        <p className="cl-list-empty">{text('results.noTrack')}</p>
      </main>
    );
  }
  return (
    <>
      <div className="cl-tools">
        <TrackChoice
          tracks={tracks}
          value={track.track}
          onChange={to =>
            go(`/results?trial=${encodeURIComponent(trial.id)}&track=${encodeURIComponent(to)}`)
          }
        />
      </div>
      <div className="cl-staff-body">
        <Table
          key={track.track}
          track={track}
        />
      </div>
    </>
  );
}

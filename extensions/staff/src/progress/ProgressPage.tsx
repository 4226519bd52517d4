import { useState } from 'react';
import { useIsFetching, useQuery, useQueryClient } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { isOne, useTrialRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { instantText } from '../parts/instantText.js';
import { countText } from './countText.js';
import { mayDecide, useDestructions, useOpenProblems, useUnlocks } from './decisions.js';
import { DecidePart } from './DecidePart.js';
import { FilterBar } from './FilterBar.js';
import { MatrixPart } from './MatrixPart.js';
import {
  filterOf,
  noFilter,
  progressAddress,
  type ProgressFilter,
  type ProgressView,
} from './progressFilter.js';
import { ReleasePart } from './ReleasePart.js';
import { releasesTogether, useReleases } from './releases.js';
import type { Summary } from './standings.js';
import { SubjectSheet } from './SubjectSheet.js';
import { SummaryPart } from './SummaryPart.js';
import { TrackChoice } from '../tracks/TrackChoice.js';
import { trackQuery, useTrackAsked, useTracks } from '../tracks/tracks.js';

function HeaderCounts({ summary, at }: { summary: Summary; at: number }) {
  const { subjects, total } = summary;
  const { slots, late, stuck } = total;
  return (
    <p className="cl-row cl-numbers">
      <span>{text('progress.subjects', { count: subjects, shown: countText(subjects) })}</span>
      <span>{text('progress.counts', { count: slots, shown: countText(slots) })}</span>
      <span className={late === 0 ? '' : 'cl-attention'}>
        {text('progress.lateCount', { shown: countText(late) })}
      </span>
      <span className={stuck === 0 ? '' : 'cl-stop'}>
        {text('progress.stuckCount', { shown: countText(stuck) })}
      </span>
      <span className="cl-second">
        {text('progress.asOf', { at: instantText(new Date(at).toISOString()) })}
      </span>
    </p>
  );
}

interface ViewChoiceProps {
  view: ProgressView;
  decides: boolean;
  releases: boolean;
  onChange(to: ProgressView): void;
}

function ViewChoice({ view, decides, releases, onChange }: ViewChoiceProps) {
  const unlocks = useUnlocks().data?.unlocks.length ?? 0;
  const problems = useOpenProblems().data?.problems.length ?? 0;
  const destructions = (useDestructions().data?.destructions ?? []).filter(
    ({ state }) => state === 'asked'
  ).length;
  const waiting = unlocks + problems + destructions;
  const nameOf = (one: ProgressView): string =>
    one === 'decide' && waiting > 0
      ? text('progress.view.decideCount', { count: waiting })
      : text(`progress.view.${one}`);
  const shown: readonly ProgressView[] = [
    ...(['matrix', 'summary'] as const),
    ...(releases ? (['release'] as const) : []),
    ...(decides ? (['decide'] as const) : []),
  ];
  return (
    <div
      className="cl-row"
      role="group"
      aria-label={text('progress.view')}
    >
      {shown.map(one => (
        <button
          key={one}
          type="button"
          className="cl-button"
          aria-pressed={view === one}
          onClick={() => onChange(one)}
        >
          {nameOf(one)}
        </button>
      ))}
    </div>
  );
}

function RefreshButton({ trial }: { trial: string }) {
  const queries = useQueryClient();
  const queryKey = ['progress', trial];
  const busy = useIsFetching({ queryKey }) > 0;
  return (
    <button
      type="button"
      className="cl-button"
      disabled={busy}
      onClick={() => void queries.invalidateQueries({ queryKey })}
    >
      {text(busy ? 'progress.refreshing' : 'progress.refresh')}
    </button>
  );
}

/** The view an address names, of those a person has. */
function viewOf(
  named: string | null,
  { seesSubjects, decides }: { seesSubjects: boolean; decides: boolean }
): ProgressView {
  if (!seesSubjects || named === 'summary') return 'summary';
  if (named === 'release') return 'release';
  return named === 'decide' && decides ? 'decide' : 'matrix';
}

interface Opened {
  readonly subject: string;
  readonly at: string | null;
}

/** How far a trial is: the matrix of subjects by timepoints, or counts; who may not see subjects has counts alone. */
export function ProgressPage() {
  const room = useTrialRoom();
  const { server, trial, query, go } = room;
  const seesSubjects = isOne(room, 'admin', 'dataManager', 'auditor');
  const [open, setOpen] = useState<Opened | null>(null);
  const track = useTrackAsked();
  const tracks = useTracks().data?.tracks ?? [];
  const summary = useQuery({
    queryKey: ['progress', trial.id, 'summary', track],
    queryFn: () =>
      server.get('/api/admin/trials/{trial}/progress/summary', {
        path: { trial: trial.id },
        query: trackQuery(track),
      }),
    // It is refreshed together with the matrix.
    refetchOnWindowFocus: false,
  });
  const releases = useReleases(seesSubjects).data;
  const filter = filterOf(query);
  const decides = mayDecide(room);
  const view = viewOf(query.get('view'), { seesSubjects, decides });
  const goTo = (to: ProgressView, asked: ProgressFilter, of = track) =>
    go(progressAddress(trial.id, to, asked, of));
  const { data } = summary;
  return (
    <div className="cl-staff-body">
      <main className="cl-staff-main">
        <div className="cl-row cl-progress-head">
          {seesSubjects ? (
            <ViewChoice
              view={view}
              decides={decides}
              releases={
                view === 'release' || (releases !== undefined && releasesTogether(releases))
              }
              onChange={to => goTo(to, filter)}
            />
          ) : null}
          <TrackChoice
            tracks={tracks}
            value={track ?? tracks[0]?.track ?? ''}
            onChange={of => {
              setOpen(null);
              goTo(view, noFilter, of === tracks[0]?.track ? null : of);
            }}
          />
          {data === undefined ? null : (
            <HeaderCounts
              summary={data}
              at={summary.dataUpdatedAt}
            />
          )}
          <span className="cl-grow" />
          <RefreshButton trial={trial.id} />
        </div>
        {summary.isError ? (
          <ErrorLine
            reason={summary.error}
            onRetry={() => void summary.refetch()}
          />
        ) : null}
        {view === 'matrix' ? (
          <>
            <FilterBar
              filter={filter}
              sites={data?.sites.flatMap(({ site }) => site ?? []) ?? []}
              readers={data?.readers?.map(({ reader }) => reader) ?? []}
              onChange={asked => goTo('matrix', asked)}
            />
            <MatrixPart
              filter={filter}
              subjects={data?.subjects ?? null}
              selected={open?.subject ?? null}
              onOpen={({ subject }, { timepoint }) => setOpen({ subject, at: timepoint })}
              onClear={() => goTo('matrix', noFilter)}
            />
          </>
        ) : null}
        {view === 'release' ? <ReleasePart /> : null}
        {view === 'decide' ? <DecidePart /> : null}
        {view === 'summary' && summary.isPending ? (
          <p role="status">{text('room.loading')}</p>
        ) : null}
        {view === 'summary' && data !== undefined ? <SummaryPart summary={data} /> : null}
      </main>
      {open === null || view !== 'matrix' ? null : (
        <SubjectSheet
          key={open.subject}
          subject={open.subject}
          at={open.at}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

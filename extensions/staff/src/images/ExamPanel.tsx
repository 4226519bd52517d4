import { useEffect, useMemo, useState } from 'react';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { toClientError } from '@corelab/client';
import { NotFound, staffPages, trialsWith } from '@corelab/extension-trial';
import { goToAddress } from '@corelab/host';
import { KeyGuard, SessionNotice, setLanguage, text } from '@corelab/ui';
import { createQueries } from '../frame/queries.js';
import { RoomContext, type Room } from '../frame/room.js';
import type { StaffServer } from '../frame/server.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { checks } from '../qc/qcPlace.js';
import { examPlaceOf, type ExamPlace } from './examAddress.js';
import { ExamViewer, type ExamViewerProps } from './ExamViewer.js';

export interface ExamPanelProps extends Omit<ExamViewerProps, 'place'> {
  server: StaffServer;
  /** The query of the page's address. */
  search: string;
  go(address: string): void;
}

const qcPage = staffPages.find(({ id }) => id === 'qc');

function Entrance({ place, ...props }: ExamPanelProps & { place: ExamPlace }) {
  const { server, search, go } = props;
  const session = useQuery({ queryKey: ['session'], queryFn: () => server.session() });
  const refused = session.isError && toClientError(session.error).status === 401;
  useEffect(() => {
    if (refused) go(`/login?next=${encodeURIComponent(`/exam-qc${search}`)}`);
  }, [refused, go, search]);
  const room = useMemo<Room | null>(() => {
    const trials =
      session.data === undefined || qcPage === undefined ? [] : trialsWith(qcPage, session.data);
    const trial = trials.find(({ id }) => id === place.trial);
    if (session.data === undefined || trial === undefined) return null;
    return { session: session.data, server, trial, query: new URLSearchParams(search), go };
  }, [session.data, server, search, go, place.trial]);
  if (session.isPending || refused) return <p role="status">{text('room.loading')}</p>;
  if (session.isError) {
    return (
      <ErrorLine
        reason={session.error}
        onRetry={() => void session.refetch()}
      />
    );
  }
  if (room === null || !checks(room)) return <NotFound />;
  return (
    <RoomContext.Provider value={room}>
      <SessionNotice />
      <ExamViewer
        {...props}
        place={place}
      />
    </RoomContext.Provider>
  );
}

/** The panel of an exam for who does QC of its trial; for everybody else there is nothing here. */
export function ExamPanel(props: ExamPanelProps) {
  const queries = useMemo(createQueries, []);
  const [place] = useState(() => examPlaceOf(props.search));
  useEffect(() => {
    setLanguage(document.documentElement.lang || navigator.language);
  }, []);
  return (
    <QueryClientProvider client={queries}>
      <KeyGuard className="cl-exam-place">
        {place === null ? (
          <NotFound />
        ) : (
          <Entrance
            {...props}
            place={place}
          />
        )}
      </KeyGuard>
    </QueryClientProvider>
  );
}

/** The same where the browser's address says which exam. */
export function ExamPanelHere(props: Omit<ExamPanelProps, 'search' | 'go' | 'reload'>) {
  return (
    <ExamPanel
      {...props}
      search={window.location.search}
      go={goToAddress}
      reload={reloadAt}
    />
  );
}

const reloadAt = (address: string): void => window.location.replace(address);

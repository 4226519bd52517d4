import { useEffect, useMemo, type ReactElement } from 'react';
import { QueryClientProvider, useQuery, type QueryClient } from '@tanstack/react-query';
import { toClientError, type Session } from '@corelab/client';
import {
  HatMenu,
  LeavingNotice,
  NotFound,
  pagesOf,
  RoomMenu,
  RoomRail,
  trialsWith,
  type StaffPage,
} from '@corelab/extension-trial';
import { leaveBy, loadAddress } from '@corelab/host';
import { KeyGuard, SessionNotice, setLanguage, text } from '@corelab/ui';
import { ErrorLine } from '../parts/ErrorLine.js';
import { usePlace } from './place.js';
import { RoomContext, type Room } from './room.js';
import { createQueries } from './queries.js';
import type { StaffServer } from './server.js';
import { useLeaving } from './useLeaving.js';

export interface StaffRoomProps {
  page: StaffPage;
  server: StaffServer;
  /** The address's query, and where to go. */
  query: URLSearchParams;
  go(address: string): void;
  /** Goes to an address and leaves nothing of this page behind. */
  load(address: string): void;
  children: ReactElement;
}

function TrialChoice({ page, session, trial, go }: TrialChoiceProps) {
  const trials = trialsWith(page, session);
  if (trials.length === 0) return null;
  return (
    <label className="cl-row">
      <span className="cl-spoken">{text('room.trial')}</span>
      <select
        className="cl-select"
        value={trial?.id ?? ''}
        onChange={event => go(`${page.path}?trial=${encodeURIComponent(event.target.value)}`)}
      >
        {trials.map(({ id }) => (
          <option key={id}>{id}</option>
        ))}
      </select>
    </label>
  );
}

interface TrialChoiceProps {
  page: StaffPage;
  session: Session;
  trial: Room['trial'];
  go(address: string): void;
}

/** Which trial the address names, of those in which the person has the page; without a name the first. */
function trialOf(page: StaffPage, session: Session, query: URLSearchParams): Room['trial'] {
  const trials = trialsWith(page, session);
  const named = query.get('trial');
  return (named === null ? trials[0] : trials.find(({ id }) => id === named)) ?? null;
}

function Inside({
  page,
  session,
  server,
  query,
  go,
  load,
  children,
}: StaffRoomProps & { session: Session }) {
  const trial = trialOf(page, session, query);
  const room = useMemo<Room>(
    () => ({ session, server, trial, query, go }),
    [session, server, trial, query, go]
  );
  const leaving = useLeaving({ server, go, load });
  const named = query.get('trial');
  const has =
    pagesOf(session).some(({ id }) => id === page.id) && (named === null || trial !== null);
  const { title } = page;
  useEffect(() => {
    if (has) document.title = text(title);
  }, [has, title]);
  if (!has) return <NotFound />;
  return (
    <RoomContext.Provider value={room}>
      <RoomRail
        session={session}
        at={page.id}
      />
      <div className="cl-staff">
        <header className="cl-staff-header">
          <h1 className="cl-big">{text(page.title)}</h1>
          <TrialChoice
            page={page}
            session={session}
            trial={trial}
            go={go}
          />
          {trial?.demo === true ? <span className="cl-demo-mark">{text('room.demo')}</span> : null}
          <span className="cl-grow" />
          <HatMenu
            session={session}
            onChange={hat => leaveBy(() => leaving.ask(hat))}
          />
          <RoomMenu onLogout={() => leaveBy(() => leaving.ask(null))} />
        </header>
        {leaving.question === null ? null : <LeavingNotice {...leaving.question} />}
        {leaving.error === null ? null : <ErrorLine reason={leaving.error} />}
        <SessionNotice />
        {children}
      </div>
    </RoomContext.Provider>
  );
}

function Entrance(props: StaffRoomProps) {
  const { server, go, page } = props;
  const session = useQuery({ queryKey: ['session'], queryFn: () => server.session() });
  const refused = session.isError && toClientError(session.error).status === 401;
  useEffect(() => {
    if (refused) go(`/login?next=${encodeURIComponent(page.path)}`);
  }, [refused, go, page]);
  if (session.isPending || refused) {
    return <p role="status">{text('room.loading')}</p>;
  }
  if (session.isError) {
    return (
      <ErrorLine
        reason={session.error}
        onRetry={() => void session.refetch()}
      />
    );
  }
  return (
    <Inside
      {...props}
      session={session.data}
    />
  );
}

const language = (): string => document.documentElement.lang || navigator.language;

/** A page of the staff in its room: rail, header with trial and hat, and the page itself where it is the person's. */
export function StaffRoom(props: StaffRoomProps & { queries?: QueryClient }) {
  const queries = useMemo(() => props.queries ?? createQueries(), [props.queries]);
  useEffect(() => void setLanguage(language()), []);
  return (
    <QueryClientProvider client={queries}>
      <KeyGuard className="cl-room">
        <Entrance {...props} />
      </KeyGuard>
    </QueryClientProvider>
  );
}

/** The same where the browser's address says which trial. */
export function StaffPlace(props: Omit<StaffRoomProps, 'query' | 'go' | 'load'>) {
  return (
    <StaffRoom
      {...props}
      load={loadAddress}
      {...usePlace()}
    />
  );
}

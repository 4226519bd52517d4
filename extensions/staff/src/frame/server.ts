import {
  createApiClient,
  createCaller,
  serverCalls,
  type ServerCalls,
  type Session,
} from '@corelab/client';

const fetchIt = (url: string, init: RequestInit): Promise<Response> => fetch(url, init);

/** The server as the pages call it. */
export interface StaffServer extends ServerCalls {
  session(): Promise<Session>;
  logout(): Promise<void>;
}

/** The browser's. */
export function browserServer(): StaffServer {
  const { session, logout } = createApiClient({ fetch: fetchIt });
  return { ...serverCalls(createCaller({ fetch: fetchIt })), session, logout };
}

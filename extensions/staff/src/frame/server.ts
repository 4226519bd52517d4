import {
  browserKeptCases,
  createApiClient,
  createCaller,
  deliverFiles,
  serverCalls,
  type Delivered,
  type DeliverOptions,
  type KeptCases,
  type NamedFile,
  type ServerCalls,
  type Session,
} from '@corelab/client';

const fetchIt = (url: string, init: RequestInit): Promise<Response> => fetch(url, init);

/** The server as the pages call it. */
export interface StaffServer extends ServerCalls {
  session(): Promise<Session>;
  logout(): Promise<void>;
  /** Works as something else the person is. */
  wear(hat: string): Promise<Session>;
  /** What this computer keeps of the person's reading. */
  kept: Pick<KeptCases, 'list'>;
  /** Sends files to a trial as one delivery. */
  deliver(
    trial: string,
    files: readonly NamedFile[],
    options: Pick<DeliverOptions, 'signal' | 'onSent'>
  ): Promise<Delivered>;
}

/** The browser's. */
export function browserServer(): StaffServer {
  const { session, logout, wear } = createApiClient({ fetch: fetchIt });
  return {
    ...serverCalls(createCaller({ fetch: fetchIt })),
    session,
    logout,
    wear,
    kept: browserKeptCases({ fetch: fetchIt }),
    // A delivery may be long after the one before: its token is asked for anew.
    deliver: async (trial, files, options) =>
      deliverFiles(trial, files, { ...options, csrfToken: (await session()).csrfToken }),
  };
}

import { QueryClient } from '@tanstack/react-query';
import { ClientError } from '@corelab/client';

/** A refusal stands; what the network or the server failed at is tried twice more. */
const worthAnotherTry = (count: number, reason: Error): boolean =>
  count < 2 && (!(reason instanceof ClientError) || reason.isOffline || reason.status >= 500);

/** What pages asked of the server, kept while a page is open; another login starts with none. */
export const createQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: worthAnotherTry, staleTime: 5_000, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  });

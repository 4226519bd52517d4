import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { toClientError, type KeptCase } from '@corelab/client';
import { firstPageOf, type LeavingNoticeProps } from '@corelab/extension-trial';
import type { StaffServer } from './server.js';

interface Places {
  server: StaffServer;
  go(address: string): void;
  load(address: string): void;
}

/** Logging out (`hat` null) or working as something else; with changes that only this computer has, asked first. */
export function useLeaving({ server, go, load }: Places) {
  const [asked, setAsked] = useState<{ cases: KeptCase[]; hat: string | null } | null>(null);
  const leave = useMutation({
    mutationFn: async (hat: string | null) => {
      if (hat === null) {
        await server.logout();
        go('/login');
      } else {
        // What was loaded in one hat is not for the next.
        load(firstPageOf(await server.wear(hat)));
      }
    },
    onError: reason => {
      if (toClientError(reason).status === 401) go('/login');
    },
  });
  const ask = useMutation({
    mutationFn: async (hat: string | null) => {
      const cases = await server.kept.list();
      if (cases.length === 0) leave.mutate(hat);
      else setAsked({ cases, hat });
    },
  });
  const question: LeavingNoticeProps | null =
    asked === null
      ? null
      : {
          ...asked,
          onStay: () => setAsked(null),
          onLeave: () => {
            setAsked(null);
            leave.mutate(asked.hat);
          },
        };
  return { ask: ask.mutate, question, error: leave.error ?? ask.error };
}

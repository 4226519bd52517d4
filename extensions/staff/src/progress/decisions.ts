import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { AnswerOf } from '@corelab/client';
import { isOne, useTrialRoom, type Room } from '../frame/room.js';

export type Unlock = AnswerOf<'/api/admin/trials/{trial}/unlocks', 'get'>['unlocks'][number];
export type Problem = AnswerOf<'/api/admin/problems', 'get'>['problems'][number];

export type Destruction = AnswerOf<
  '/api/admin/trials/{trial}/identity-destructions',
  'get'
>['destructions'][number];

/** Who decides about reads, as the server's routes have it. */
export const mayDecide = (room: Room): boolean => isOne(room, 'admin', 'dataManager');

// All of it is under the key of the trial's progress: what refreshes the matrix refreshes it too.

/** Wishes to open signed reads again that nobody has decided. */
export function useUnlocks() {
  const room = useTrialRoom();
  const { server, trial } = room;
  return useQuery({
    queryKey: ['progress', trial.id, 'unlocks'],
    queryFn: () =>
      server.get('/api/admin/trials/{trial}/unlocks', {
        path: { trial: trial.id },
        query: { state: 'open' },
      }),
    enabled: mayDecide(room),
  });
}

/** Problems that nobody has decided, of the trial. */
export function useOpenProblems() {
  const room = useTrialRoom();
  const { server, trial } = room;
  return useQuery({
    queryKey: ['progress', trial.id, 'problems'],
    queryFn: () => server.get('/api/admin/problems', { query: { trial: trial.id, state: 'open' } }),
    enabled: mayDecide(room),
  });
}

/** Identities of the trial's subjects that were destroyed, or are to be. */
export function useDestructions() {
  const room = useTrialRoom();
  const { server, trial } = room;
  return useQuery({
    queryKey: ['progress', trial.id, 'destructions'],
    queryFn: () =>
      server.get('/api/admin/trials/{trial}/identity-destructions', {
        path: { trial: trial.id },
        query: {},
      }),
    enabled: isOne(room, 'admin', 'dataManager', 'auditor'),
  });
}

/** All problems of a subject, decided ones too. */
export function useProblemsOf(subject: string) {
  const room = useTrialRoom();
  const { server, trial } = room;
  return useQuery({
    queryKey: ['progress', trial.id, 'problems', subject],
    queryFn: () =>
      server.get('/api/admin/problems', { query: { trial: trial.id, subject, state: 'all' } }),
    enabled: mayDecide(room),
  });
}

/** Who may have a read, and what keeps others from it. */
export function useCandidates(readId: string) {
  const { server, trial } = useTrialRoom();
  return useQuery({
    queryKey: ['progress', trial.id, 'candidates', readId],
    queryFn: () =>
      server.get('/api/admin/trials/{trial}/reads/{readId}/candidates', {
        path: { trial: trial.id, readId },
      }),
  });
}

/** After an act: matrix, counts, sheet and lists are asked for again. */
export function useDecided(): () => Promise<void> {
  const queries = useQueryClient();
  const { trial } = useTrialRoom();
  return () => queries.invalidateQueries({ queryKey: ['progress', trial.id] });
}

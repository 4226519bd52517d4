import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AnswerOf } from '@corelab/client';
import { useTrialRoom } from '../frame/room.js';

export type ResultTrack = AnswerOf<
  '/api/admin/trials/{trial}/results/tracks',
  'get'
>['tracks'][number];
export type Result = AnswerOf<'/api/admin/trials/{trial}/results', 'get'>['results'][number];

/** The tracks of which the person is told something, or says something. */
export function useResultTracks() {
  const { server, trial } = useTrialRoom();
  return useQuery({
    queryKey: ['results', trial.id, 'tracks'],
    queryFn: () =>
      server.get('/api/admin/trials/{trial}/results/tracks', { path: { trial: trial.id } }),
  });
}

/** Subjects of one page. */
const pageSubjects = '50';

/** What was found at the visits of a track, page by page. */
export function useResults(track: string) {
  const { server, trial } = useTrialRoom();
  return useInfiniteQuery({
    queryKey: ['results', trial.id, 'list', track],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      server.get('/api/admin/trials/{trial}/results', {
        path: { trial: trial.id },
        query: { track, limit: pageSubjects, ...(pageParam === null ? {} : { after: pageParam }) },
      }),
    getNextPageParam: ({ next }) => next,
  });
}

/** After an act: the list is asked for again. */
export function useResultsChanged(): () => Promise<void> {
  const queries = useQueryClient();
  const { trial } = useTrialRoom();
  return () => queries.invalidateQueries({ queryKey: ['results', trial.id] });
}

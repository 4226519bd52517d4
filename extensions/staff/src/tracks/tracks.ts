import { useQuery } from '@tanstack/react-query';
import { useTrialRoom } from '../frame/room.js';

/** The track that the page's address names; null for that of the endpoint. */
export function useTrackAsked(): string | null {
  return useTrialRoom().query.get('track');
}

/** What a route is asked with about a track. */
export const trackQuery = (track: string | null): { track?: string } =>
  track === null ? {} : { track };

/** The tracks of the charter in force, that of the endpoint first. */
export function useTracks() {
  const { server, trial } = useTrialRoom();
  return useQuery({
    queryKey: ['tracks', trial.id],
    queryFn: () => server.get('/api/admin/trials/{trial}/tracks', { path: { trial: trial.id } }),
    refetchOnWindowFocus: false,
  });
}

import { useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '@corelab/client';
import { useTrialRoom } from '../frame/room.js';
import { trackQuery, useTrackAsked } from '../tracks/tracks.js';

export type Releases = AnswerOf<'/api/admin/trials/{trial}/batches', 'get'>;
export type ReleasedBatch = Releases['batches'][number];

/** When the trial's timepoints go to readers, what waits for it, and what went. */
export function useReleases(enabled = true) {
  const { server, trial } = useTrialRoom();
  const track = useTrackAsked();
  return useQuery({
    queryKey: ['progress', trial.id, 'releases', track],
    queryFn: () =>
      server.get('/api/admin/trials/{trial}/batches', {
        path: { trial: trial.id },
        query: trackQuery(track),
      }),
    enabled,
  });
}

/** Timepoints go to readers together, or once did: there is something to see. */
export const releasesTogether = ({ when, batches }: Releases): boolean =>
  when === 'batches' || when === 'dataCut' || batches.length > 0;

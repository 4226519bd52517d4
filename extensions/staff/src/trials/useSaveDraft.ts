import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ClientError, type AnswerOf } from '@corelab/client';
import { useTrialRoom } from '../frame/room.js';
import { charterKey, type Scope } from './versions.js';

export type SavedDraft = AnswerOf<'/api/admin/trials/{trial}/versions', 'post'>;

export interface DraftToSave {
  readonly source: string;
  readonly reason: string;
  readonly scope: Scope | null;
  /** The newest version that the author has seen. */
  readonly after: number;
}

/** Keeps a text as the trial's next version. */
export function useSaveDraft(onSaved: (saved: SavedDraft, of: DraftToSave) => void) {
  const { server, trial } = useTrialRoom();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ source, reason, scope, after }: DraftToSave) =>
      server.post('/api/admin/trials/{trial}/versions', {
        path: { trial: trial.id },
        body: {
          charter: source,
          after,
          ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
          ...(scope === null ? {} : { scope }),
        },
      }),
    onSuccess: async (saved, of) => {
      onSaved(saved, of);
      await queries.invalidateQueries({ queryKey: charterKey(trial.id) });
    },
  });
}

/** The version that somebody saved meanwhile; null where that is not why a save was refused. */
export function newerVersionOf(reason: unknown): number | null {
  if (!(reason instanceof ClientError) || reason.code !== 'CL_CHARTER_NEWER_VERSION') return null;
  const { newest } = reason.body as { newest?: unknown };
  return typeof newest === 'number' ? newest : null;
}

import { useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '@corelab/client';
import { text, type TextKey } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';

const versionPath = '/api/admin/trials/{trial}/versions/{version}';
export type VersionSummary = AnswerOf<
  '/api/admin/trials/{trial}/versions',
  'get'
>['versions'][number];
export type VersionView = AnswerOf<typeof versionPath, 'get'>;
export type Impact = AnswerOf<'/api/admin/trials/{trial}/versions/{version}/impact', 'get'>;
export type ImpactRead = AnswerOf<
  '/api/admin/trials/{trial}/versions/{version}/impact/reads',
  'get'
>['reads'][number];
export type Blinding = AnswerOf<'/api/admin/trials/{trial}/blinding', 'get'>;
export type Scope = VersionSummary['scope'];
export type Check = AnswerOf<'/api/admin/charters/check', 'post'>;

export const scopes: readonly Scope[] = ['newSubjects', 'newTimepoints', 'allWithRereading'];

export const scopeText: Readonly<Record<Scope, TextKey>> = {
  newSubjects: 'trials.scope.newSubjects',
  newTimepoints: 'trials.scope.newTimepoints',
  allWithRereading: 'trials.scope.allWithRereading',
};

const stateKeys: Readonly<Record<VersionSummary['state'], TextKey>> = {
  draft: 'trials.state.draft',
  sentForApproval: 'trials.state.sentForApproval',
  effective: 'trials.state.effective',
  superseded: 'trials.state.superseded',
  rejected: 'trials.state.rejected',
};
export const stateText = (state: VersionSummary['state']): string => text(stateKeys[state]);

/** Whether one of the versions is or was in force: what is written then amends it. */
export const wasInForce = (versions: readonly VersionSummary[]): boolean =>
  versions.some(({ state }) => state === 'effective' || state === 'superseded');

/** Queries about a trial's charter begin with this, so that an act makes all of them be asked anew. */
export const charterKey = (trial: string): readonly [string, string] => ['charter', trial];

export function useVersions() {
  const { server, trial } = useTrialRoom();
  return useQuery({
    queryKey: [...charterKey(trial.id), 'versions'],
    queryFn: () => server.get('/api/admin/trials/{trial}/versions', { path: { trial: trial.id } }),
  });
}

/** A version's number in an address; null asks for nothing. */
const inAddress = (version: number | null): string => String(version ?? 0);

export function useVersion(version: number | null) {
  const { server, trial } = useTrialRoom();
  return useQuery({
    queryKey: [...charterKey(trial.id), 'version', version],
    queryFn: () =>
      server.get(versionPath, { path: { trial: trial.id, version: inAddress(version) } }),
    enabled: version !== null,
  });
}

/** What a version changes against the one in force, or another. */
export function useDifference(version: number, against: number | null = null) {
  const { server, trial } = useTrialRoom();
  return useQuery({
    queryKey: [...charterKey(trial.id), 'difference', version, against],
    queryFn: () =>
      server.get('/api/admin/trials/{trial}/versions/{version}/diff', {
        path: { trial: trial.id, version: inAddress(version) },
        query: against === null ? {} : { against: String(against) },
      }),
  });
}

/** What readers are shown of image headers under a version. */
export function useBlinding(version: number) {
  const { server, trial } = useTrialRoom();
  return useQuery({
    queryKey: [...charterKey(trial.id), 'blinding', version],
    queryFn: () =>
      server.get('/api/admin/trials/{trial}/blinding', {
        path: { trial: trial.id },
        query: { version: String(version) },
      }),
  });
}

export function useImpact(version: number) {
  const { server, trial } = useTrialRoom();
  return useQuery({
    queryKey: [...charterKey(trial.id), 'impact', version],
    queryFn: () =>
      server.get('/api/admin/trials/{trial}/versions/{version}/impact', {
        path: { trial: trial.id, version: inAddress(version) },
      }),
  });
}

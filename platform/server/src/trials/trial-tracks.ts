import type { Charter } from '@corelab/charter';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import { storedCharter } from './charter-terms.js';
import { effectiveVersion } from './trial-versions.js';

type ChartersTrack = Charter['tracks'][number];

/** A track of a trial. */
export interface TrialTrack {
  /** Its id in the charter. */
  readonly code: string;
  readonly kind: ChartersTrack['kind'];
  /** Its row's id; null while nobody reads in it. */
  readonly id: string | null;
}

const endpointFirst = (tracks: readonly ChartersTrack[]): ChartersTrack[] => [
  ...tracks.filter(({ kind }) => kind === 'efficacy'),
  ...tracks.filter(({ kind }) => kind !== 'efficacy'),
];

/** The tracks of the version in force: that of the endpoint first, the others in the charter's order. None before. */
export const tracksOf = async (db: Kysely<Database>, trialId: string): Promise<TrialTrack[]> => {
  const version = await effectiveVersion(db, trialId);
  if (version === null) return [];
  const rows = await db
    .selectFrom('track')
    .select(['id', 'code'])
    .where('trial_id', '=', trialId)
    .execute();
  return endpointFirst(storedCharter(version.resolved).tracks).map(({ id: code, kind }) => ({
    ...{ code, kind },
    id: rows.find(row => row.code === code)?.id ?? null,
  }));
};

/**
 * The track of a trial that is asked for by its code, that of the endpoint where none is; null before a version is in force.
 * @throws CodedError 404 CL_TRACK_UNKNOWN
 */
export const trackAsked = async (
  db: Kysely<Database>,
  trialId: string,
  code: string | undefined
): Promise<TrialTrack | null> => {
  const tracks = await tracksOf(db, trialId);
  const [first] = tracks;
  if (code === undefined || first === undefined) return first ?? null;
  const found = tracks.find(track => track.code === code);
  if (found !== undefined) return found;
  const known = tracks.map(track => track.code).join(', ');
  throw new CodedError(
    404,
    'CL_TRACK_UNKNOWN',
    `The trial has no track ${code}: its tracks are ${known}.`
  );
};

/**
 * A track stays once a version with it was in force: what was read in it goes on by the newest version, and its kind says
 * what its results are for.
 * @throws CodedError 422 CL_TRACK_LEFT_OUT, CL_TRACK_OF_OTHER_KIND
 */
export const requireTracksKept = async (
  db: Kysely<Database>,
  trialId: string,
  { tracks }: Pick<Charter, 'tracks'>
): Promise<void> => {
  for (const { code, kind } of await tracksOf(db, trialId)) {
    const own = tracks.find(({ id }) => id === code);
    if (own === undefined) {
      const message = `The charter leaves out the track ${code}: a track of a trial stays. Put it back.`;
      throw new CodedError(422, 'CL_TRACK_LEFT_OUT', message, { track: code });
    }
    if (own.kind !== kind) {
      const message = `The track ${code} was of kind ${kind} and is now ${own.kind}: set kind: ${kind}, or add a track.`;
      throw new CodedError(422, 'CL_TRACK_OF_OTHER_KIND', message, { track: code });
    }
  }
};

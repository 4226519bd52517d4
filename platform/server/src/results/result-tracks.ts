import type { Charter } from '@corelab/charter';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { notFound } from '../http/coded-error.js';
import { storedCharter } from '../trials/charter-terms.js';
import { tracksOf, type TrialTrack } from '../trials/trial-tracks.js';
import { effectiveVersion } from '../trials/trial-versions.js';

type ChartersTrack = Charter['tracks'][number];

/** The site's own assessment: nobody of the core lab reads in it. */
export const siteSlot = 'SITE';

/** A track of which somebody outside the core lab is told single results, or says something. */
export interface ResultTrack extends TrialTrack {
  readonly trialId: string;
  readonly slots: ChartersTrack['slots'];
  readonly recipients: ChartersTrack['recipients'];
  /** The version in force, as it is stored. */
  readonly charter: unknown;
}

/** Those of the version in force. */
export const resultTracks = async (
  db: Kysely<Database>,
  trialId: string
): Promise<ResultTrack[]> => {
  const version = await effectiveVersion(db, trialId);
  if (version === null) return [];
  const { resolved } = version;
  const { tracks } = storedCharter(resolved);
  return (await tracksOf(db, trialId)).flatMap(track => {
    const own = tracks.find(({ id }) => id === track.code);
    if (own === undefined) return [];
    const { slots, recipients } = own;
    if (recipients.length === 0 && !slots.includes(siteSlot)) return [];
    return [{ ...track, trialId, slots, recipients, charter: resolved }];
  });
};

/** @throws CodedError CL_NOT_FOUND for a track of which nobody is told anything */
export const resultTrack = async (
  db: Kysely<Database>,
  trialId: string,
  code: string
): Promise<ResultTrack> => {
  const track = (await resultTracks(db, trialId)).find(one => one.code === code);
  if (track === undefined) throw notFound();
  return track;
};

import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { notFound } from '../http/coded-error.js';
import { sitesOfCoordinator } from '../trials/coordinated-sites.js';
import { rolesIn, trialFor, type Role, type TrialHandle } from '../trials/roles.js';
import type { ResultScope } from './result-subjects.js';
import { siteSlot, type ResultTrack } from './result-tracks.js';

/** Of the core lab: they see what was told, of every site. */
const lookingOn: readonly Role[] = ['admin', 'dataManager', 'auditor'];
/** Who reads must not learn from what others came to, nor what a site says. */
const reading: readonly Role[] = ['reader', 'adjudicator'];

/** What a person may see of results in a trial. */
export interface ResultReader {
  readonly trial: TrialHandle;
  readonly accountId: string;
  readonly scope: ResultScope;
  readonly roles: readonly Role[];
}

/** @throws CodedError CL_NOT_FOUND, also for people who read in the trial */
export const resultReader = async (
  db: Kysely<Database>,
  accountId: string,
  code: string
): Promise<ResultReader> => {
  const trial = await trialFor(db, accountId, code, [...lookingOn, 'siteCoordinator', 'sponsor']);
  const roles = await rolesIn(db, trial.id, accountId);
  if (roles.some(role => reading.includes(role))) throw notFound();
  const seesAll = roles.some(role => lookingOn.includes(role) || role === 'sponsor');
  const sites = seesAll ? null : await sitesOfCoordinator(db, trial.id, accountId);
  return { trial, accountId, scope: { trialId: trial.id, sites }, roles };
};

/** Whether a person is told what the readers of a track came to: as the recipient, or to look on. */
export const isTold = (
  { roles }: Pick<ResultReader, 'roles'>,
  { recipients }: Pick<ResultTrack, 'recipients'>
): boolean =>
  (recipients.length > 0 && roles.some(role => lookingOn.includes(role))) ||
  (recipients.includes('site') && roles.includes('siteCoordinator')) ||
  (recipients.includes('sponsor') && roles.includes('sponsor'));

/** Whether a result is for this person, who then says that they have seen it. */
export const isRecipient = (
  { roles }: Pick<ResultReader, 'roles'>,
  { recipients }: Pick<ResultTrack, 'recipients'>
): boolean =>
  (recipients.includes('site') && roles.includes('siteCoordinator')) ||
  (recipients.includes('sponsor') && roles.includes('sponsor'));

/** Whether a person sees anything of a track at all: a sponsor who is told nothing of it does not. */
export const seesTrack = (
  reader: Pick<ResultReader, 'roles'>,
  track: Pick<ResultTrack, 'recipients' | 'slots'>
): boolean =>
  isTold(reader, track) ||
  (track.slots.includes(siteSlot) &&
    reader.roles.some(role => lookingOn.includes(role) || role === 'siteCoordinator'));

/** Whether a person says what a site found: its coordinator, or the data manager in its name. */
export const saysForSite = (
  { roles }: Pick<ResultReader, 'roles'>,
  { slots }: Pick<ResultTrack, 'slots'>
): boolean =>
  slots.includes(siteSlot) &&
  roles.some(role => role === 'siteCoordinator' || role === 'dataManager');

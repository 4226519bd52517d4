import { get, post, type ApiPerson } from './apiPerson.js';

/** What changed under a read that was begun. */
export interface PendingImpact {
  readonly id: string;
  readonly slot: string;
  readonly timepoint: string;
  readonly cause: string;
  readonly readState: string;
}

/** @param root path of the trial's routes */
export const pendingImpacts = async (person: ApiPerson, root: string): Promise<PendingImpact[]> =>
  (await get<{ impacts: PendingImpact[] }>(person, `${root}/impacts`)).impacts;

/** Signs that the read stands as it is. */
export const decideNoImpact = (
  person: ApiPerson,
  root: string,
  id: string,
  reason: string
): Promise<unknown> =>
  post(person, `${root}/impacts/${id}/decide`, {
    ...{ decision: 'noImpact', password: person.password, reason },
    meaning: 'I looked at what changed and decide what it means',
  });

import { get, post, type ApiPerson } from './apiPerson.js';

/** What stands on a signed read, and the act that opening it does to it. */
export interface Dependent {
  readonly kind: string;
  readonly what: string;
  readonly then: string | null;
}

interface Listed {
  readonly readId: string;
  readonly subjectCode: string;
  readonly timepoint: string;
}

/**
 * The reader asks for an own signed read to be opened again, and the manager agrees.
 * @param root path of the trial's routes
 * @returns what stood on it
 */
export async function openAgain(
  reader: ApiPerson,
  manager: ApiPerson,
  root: string,
  { code, timepoint }: { readonly code: string; readonly timepoint: string }
): Promise<readonly Dependent[]> {
  const { reads } = await get<{ reads: Listed[] }>(reader, '/api/reads');
  const signed = reads.find(one => one.subjectCode === code && one.timepoint === timepoint);
  const { id } = await post<{ id: string }>(reader, `/api/reads/${signed?.readId}/unlock`, {
    reason: 'I want to look at the node again',
  });
  const { unlocks } = await get<{ unlocks: { id: string; dependents: Dependent[] }[] }>(
    manager,
    `${root}/unlocks`
  );
  const asked = unlocks.find(one => one.id === id);
  if (asked === undefined) throw new Error(`Nobody is asked about ${id}`);
  await post(manager, `${root}/unlocks/${id}/decide`, {
    ...{ decision: 'approve', reason: 'The reader said why', password: manager.password },
  });
  return asked.dependents;
}

import type { ReadContext } from './wire.js';

/** Address of a read in its mode: studies current first, as the server gives them. */
export function caseAddress(route: string, read: Pick<ReadContext, 'readId' | 'studies'>): string {
  const studies = read.studies.map(({ studyInstanceUid }) => studyInstanceUid).join(',');
  const parameters = new URLSearchParams({ StudyInstanceUIDs: studies, read: read.readId });
  return `/${encodeURIComponent(route)}?${parameters.toString().replaceAll('%2C', ',')}`;
}

/** Id of the read an address names; null without one. */
export function readIdOf(search: string): string | null {
  return new URLSearchParams(search).get('read');
}

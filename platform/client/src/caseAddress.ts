import type { ReadImages } from './wire.js';

/**
 * Address of a read in its mode: studies current first, as the server gives them. A study without series would be a
 * black pane: it is named only when there is no other.
 */
export function caseAddress(
  route: string,
  read: Readonly<Pick<ReadImages, 'readId'>> & {
    readonly studies: readonly {
      readonly studyInstanceUid: string;
      readonly series: readonly unknown[];
    }[];
  },
  task: 'read' | 'globalRead' | 'replay' = 'read'
): string {
  const filled = read.studies.filter(({ series }) => series.length > 0);
  const named = filled.length > 0 ? filled : read.studies;
  const studies = named.map(({ studyInstanceUid }) => studyInstanceUid).join(',');
  const parameters = new URLSearchParams({ StudyInstanceUIDs: studies, read: read.readId });
  if (task !== 'read') parameters.set('task', task);
  return `/${encodeURIComponent(route)}?${parameters.toString().replaceAll('%2C', ',')}`;
}

/** Id of the read an address names; null without one. */
export function readIdOf(search: string): string | null {
  return new URLSearchParams(search).get('read');
}

/** Whether what an address names is a global read. */
export function isGlobalRead(search: string): boolean {
  return new URLSearchParams(search).get('task') === 'globalRead';
}

/** Whether what an address names is a signed read that is replayed. */
export function isReplay(search: string): boolean {
  return new URLSearchParams(search).get('task') === 'replay';
}

import type { AdjudicationStudy, AnswerOf, ApiClient, ReadCharter, Session } from '@corelab/client';
import type { ServerCalls } from '@corelab/client';
import type { ReadDocument } from '@corelab/reads';
import {
  keyOfName,
  type ByRead,
  type ComparedReads,
  type ShownDifference,
} from '../compared/comparedReads.js';

/** A meeting as the server shows it to one of its readers. */
export type Meeting = AnswerOf<'/api/consensus/{consensusId}', 'get'>;
export type Proposal = Meeting['proposals'][number];

/** What an open meeting needs from its surroundings. */
export interface MeetingPorts {
  api: Pick<ApiClient, 'session'>;
  server: ServerCalls;
  newRequestId(): string;
}

export interface LoadedMeeting {
  session: Session;
  meeting: Meeting;
}

/** Opens the meeting: an entry in the trial's record. */
export async function loadMeeting(
  { api, server }: Pick<MeetingPorts, 'api' | 'server'>,
  consensusId: string
): Promise<LoadedMeeting> {
  const session = await api.session();
  const meeting = await server.get('/api/consensus/{consensusId}', { path: { consensusId } });
  return { session, meeting };
}

/** Something of each of some names, by read. */
const byRead = <T>(named: readonly (readonly [string, T])[]): ByRead<T> =>
  Object.fromEntries(
    named.flatMap(([name, of]) => {
      const key = keyOfName(name);
      return key === undefined ? [] : [[key, of]];
    })
  );

/** A meeting's reads over its images. */
export function meetingReads({
  documents,
  timepoints,
  studies,
  charter,
}: Meeting): ComparedReads & { readonly charter: Pick<ReadCharter, 'windowPresets'> } {
  const { windowPresets } = charter as Pick<ReadCharter, 'windowPresets'>;
  return {
    sides: byRead(
      documents.map(({ name, reads }) => [
        name,
        {
          reads: reads.map(({ timepoint, document }) => ({
            timepoint,
            document: document as ReadDocument,
          })),
        },
      ])
    ),
    timepoints,
    studies: studies as AdjudicationStudy[],
    charter: windowPresets === undefined ? {} : { windowPresets },
  };
}

/** What two of the reads did not enter alike, as images show it. */
export type MeetingDifference = Meeting['case']['differences'][number];

export const shownDifference = ({
  timepoint,
  between,
  lesions,
}: MeetingDifference): ShownDifference => ({
  timepoint,
  lesions: byRead([
    [between.one, lesions.a],
    [between.other, lesions.b],
  ]),
});

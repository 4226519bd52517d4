import { emptyReadDocument } from '@corelab/reads';
import type { ReadStudy } from '../http/server-deps.js';
import { handmadePng } from './handmade-png.js';
import { password, type LoggedIn } from './http-client.js';

/** What a reader does with reads that were copied: the same by whatever server answers. */
export const documentOf = (comment: string) => ({
  ...emptyReadDocument(),
  ...{ noDisease: true, comment },
});

/** The read that is to be done. */
export const openRead = async (reader: LoggedIn): Promise<string> =>
  (await reader.call('GET', '/api/reads'))
    .json<{ reads: { readId: string; state: string }[] }>()
    .reads.find(({ state }) => state !== 'signed')?.readId ?? '';

export const draftOf = async (reader: LoggedIn, readId: string) => {
  const answer = await reader.call('GET', `/api/reads/${readId}/draft`);
  const { document } = answer.json<{ document: { comment: string } }>();
  return { etag: answer.headers['etag'] ?? '', comment: document.comment };
};

const shownIn = async (reader: LoggedIn, readId: string) => {
  const opened = await reader.call('GET', `/api/reads/${readId}`);
  const { studies, meanings } = opened.json<{ studies: ReadStudy[]; meanings: string[] }>();
  const study = studies[0]?.studyInstanceUid ?? '';
  const series = studies[0]?.series[0]?.seriesInstanceUid ?? '';
  const root = `/reads/${readId}/dicomweb/studies/${study}/series/${series}`;
  const metadata = await reader.call('GET', `${root}/metadata`);
  const [slice] = metadata.json<Record<string, { Value: string[] }>[]>();
  return { study, series, instance: slice?.['00080018']?.Value[0] ?? '', root, meanings };
};

/** A frame of the read's images, with the name under which it is shown. Multipart boundaries are drawn anew for every answer. */
export const frameOf = async (reader: LoggedIn, readId: string): Promise<string> => {
  const { root, instance } = await shownIn(reader, readId);
  const frame = await reader.call('GET', `${root}/instances/${instance}/frames/1`);
  if (frame.statusCode !== 200) throw new Error(frame.body);
  return `${root} ${instance} ${frame.body.replaceAll(/frame-[0-9a-f]+/g, '')}`;
};

/** Signs a read with one target on its first image, and a picture of the pane that shows it. */
export const signMeasured = async (reader: LoggedIn, readId: string): Promise<void> => {
  const { study, series, instance, meanings } = await shownIn(reader, readId);
  const mark = {
    ...{ tool: 'Bidirectional', frameNumber: 1, calibration: null, sliceThicknessMm: 2 },
    pointsLps: [
      [0, 0, 0],
      [30, 0, 0],
      [0, 0, 0],
      [0, 15, 0],
    ],
    ...{ studyInstanceUid: study, seriesInstanceUid: series, sopInstanceUid: instance },
    ...{ longestDiameterMm: 30, shortAxisMm: 15 },
  };
  const lesion = {
    ...{ trackingUid: '2.25.777', id: 'T01', role: 'target', location: 'LIVER', laterality: null },
    ...{ state: 'measured', reason: null, mergedInto: null, splitFrom: null, mark, comment: '' },
    createdInThisRead: true,
  };
  const pane = {
    ...{ timepoint: 'Baseline', studyInstanceUid: study, seriesInstanceUid: series },
    ...{ sopInstanceUid: instance, windowCenter: 40, windowWidth: 400, zoom: 1, pan: [0, 0] },
  };
  const view = { layout: '1x1', panes: [pane], selectedLesion: 'T01' };
  const document = { ...emptyReadDocument(), lesions: [lesion], view };
  const url = `/api/reads/${readId}`;
  const { etag } = await draftOf(reader, readId);
  const saved = await reader.call('PUT', `${url}/draft`, { document }, { 'if-match': etag });
  if (saved.statusCode !== 200) throw new Error(saved.body);
  const signed = await reader.call('POST', `${url}/sign`, {
    ...{ password, meaning: meanings[0], requestId: `request-${readId}` },
    etag: saved.headers['etag'],
    pictures: {
      panes: [
        {
          ...{ sopInstanceUid: instance, cornersLps: null, words: { topPx: 0, bottomPx: 0 } },
          png: Buffer.from(handmadePng([3, 2], 90)).toString('base64'),
        },
      ],
    },
  });
  if (signed.statusCode !== 200) throw new Error(signed.body);
};

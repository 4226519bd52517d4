import { ClientError } from './clientError.js';
import type { Fetch } from './httpCaller.js';
import type { CaseImages } from './listedCase.js';

type DicomJson = Record<string, { Value?: unknown[] }>;

const framesAhead = 24;
const paneCount = 2;

async function ask<T>(taken: Promise<T>): Promise<T> {
  try {
    return await taken;
  } catch (reason) {
    throw new ClientError('CL_OFFLINE', 0, `The images do not come: ${String(reason)}`);
  }
}

async function bringSeries(fetch: Fetch, root: string): Promise<void> {
  const answer = await ask(fetch(`${root}/metadata`, { credentials: 'same-origin' }));
  if (!answer.ok) return;
  const instances = (await ask(answer.json())) as DicomJson[];
  const numberOf = (instance: DicomJson): number => Number(instance['00200013']?.Value?.[0]);
  const first = instances.sort((a, b) => numberOf(a) - numberOf(b)).slice(0, framesAhead);
  for (const instance of first) {
    const sop = instance['00080018']?.Value?.[0];
    if (typeof sop !== 'string') continue;
    const address = `${root}/instances/${sop}/frames/1`;
    const frame = await ask(fetch(address, { credentials: 'same-origin' }));
    await ask(frame.arrayBuffer());
  }
}

/**
 * Brings a case's metadata and its first slices into the browser's HTTP cache, one request at a time per pane, so that
 * it opens at once. The addresses are the case's own and private; nothing is opened by it. What fails here is asked
 * for again by the viewer, which reports it.
 * @throws ClientError CL_OFFLINE when the network ends it.
 */
export async function bringImages(fetch: Fetch, images: CaseImages): Promise<void> {
  await Promise.all(
    images.studies.slice(0, paneCount).flatMap(({ studyInstanceUid, series }) =>
      series.slice(0, 1).map(({ seriesInstanceUid }) => {
        const root = `/reads/${images.readId}/dicomweb/studies/${studyInstanceUid}`;
        return bringSeries(fetch, `${root}/series/${seriesInstanceUid}`);
      })
    )
  );
}

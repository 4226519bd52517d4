import { gunzipSync } from 'node:zlib';
import { request, requester } from './httpClient.mjs';
import { longCt } from './longCt.mjs';
import { median } from './median.mjs';
import { memoryOf } from './usage.mjs';

const parallel = 16;
const octets = 'multipart/related; type="application/octet-stream"; transfer-syntax=*';

/** One DICOMweb root to measure: its address, the headers that open it, and the study under it. */
export class Root {
  constructor(dicomWeb, headers, { studyUid, seriesUid }) {
    this.headers = headers;
    this.study = `${dicomWeb}/studies/${studyUid}`;
    this.series = `${this.study}/series/${seriesUid}`;
    this.agent = requester(parallel);
  }

  /** Series metadata as a browser asks for it: milliseconds to the last byte. */
  async metadataMs() {
    const begun = performance.now();
    await this.metadata(false);
    return performance.now() - begun;
  }

  metadata(keep) {
    const headers = {
      ...this.headers,
      accept: 'application/dicom+json',
      'accept-encoding': 'gzip',
    };
    return request(this.agent, `${this.series}/metadata`, { headers, keep });
  }

  /** Finds the images, and proves that the root gives what it should. */
  async look() {
    const { body, headers, bytes } = await this.metadata(true);
    const json = headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
    this.sops = JSON.parse(json).map(image => image['00080018'].Value[0]);
    this.metadataBytes = bytes;
    if (new Set(this.sops).size !== longCt.slices)
      throw new Error(`${this.series}: ${this.sops.length} images, expected ${longCt.slices}`);
  }

  /** All frames, 16 requests at a time: milliseconds to the last byte. */
  async framesMs() {
    const headers = { ...this.headers, accept: octets };
    const waiting = [...this.sops];
    let bytes = 0;
    const begun = performance.now();
    const work = async () => {
      for (let sop = waiting.pop(); sop !== undefined; sop = waiting.pop()) {
        const url = `${this.series}/instances/${sop}/frames/1`;
        const answer = await request(this.agent, url, { headers, keep: false });
        bytes += answer.bytes;
      }
    };
    await Promise.all(Array.from({ length: parallel }, work));
    const took = performance.now() - begun;
    if (bytes < longCt.slices * longCt.frameBytes)
      throw new Error(`${this.series}: ${bytes} bytes`);
    return took;
  }
}

/** Both roots in turn, after one unmeasured round each; `pid` is of our server, whose memory is looked at. */
export async function measureTransfer(ours, orthanc, rounds, pid) {
  const times = { metadata: { ours: [], orthanc: [] }, frames: { ours: [], orthanc: [] } };
  for (const root of [ours, orthanc]) {
    await root.look();
    await root.framesMs();
  }
  const before = await memoryOf(pid);
  for (let round = 0; round < rounds; round += 1) {
    times.metadata.orthanc.push(await orthanc.metadataMs());
    times.metadata.ours.push(await ours.metadataMs());
  }
  for (let round = 0; round < rounds; round += 1) {
    times.frames.orthanc.push(await orthanc.framesMs());
    times.frames.ours.push(await ours.framesMs());
  }
  const after = await memoryOf(pid);
  for (const root of [ours, orthanc]) root.agent.destroy();
  const compare = ({ ours: a, orthanc: b }) => ({
    oursMs: a,
    orthancMs: b,
    medianOursMs: median(a),
    medianOrthancMs: median(b),
  });
  const metadata = compare(times.metadata);
  const frames = compare(times.frames);
  return {
    metadata: { ...metadata, timeRatio: metadata.medianOursMs / metadata.medianOrthancMs },
    frames: { ...frames, throughputRatio: frames.medianOrthancMs / frames.medianOursMs },
    // After one round of each, and after all the others: what is served must not stay in memory.
    memory: { before, after, ratio: after.residentBytes / before.residentBytes },
  };
}

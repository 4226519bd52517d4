import { createHash } from 'node:crypto';
import { ArchiveError } from './archive-error.js';
import type { Archive, ArchiveChange, ArchivedInstance } from './archive.js';
import { asDatasets, textOf, type DicomDataset } from './dicom-json.js';
import { isRecord } from '../is-record.js';
import { inParallel } from '../release/in-parallel.js';

export interface OrthancOptions {
  /** Orthanc's root, for example `http://127.0.0.1:8042`. */
  readonly url: string;
  readonly username: string;
  readonly password: string;
  /** Where the DICOMweb plugin is mounted. */
  readonly dicomWebRoot?: string;
  readonly timeoutMs?: number;
}

const parseInstance = (value: unknown): ArchivedInstance | undefined => {
  if (!isRecord(value) || !isRecord(value['MainDicomTags'])) return undefined;
  const id = value['ID'];
  const sopInstanceUid = value['MainDicomTags']['SOPInstanceUID'];
  if (typeof id !== 'string' || typeof sopInstanceUid !== 'string') return undefined;
  return { id, sopInstanceUid };
};

const parseChange = (value: unknown): ArchiveChange | undefined => {
  if (!isRecord(value)) return undefined;
  const { Seq: sequence, ChangeType: type, ID: id } = value;
  return typeof sequence === 'number' && typeof type === 'string' && typeof id === 'string'
    ? { sequence, type, id }
    : undefined;
};

/** Images asked for at once, one request each. */
const singlyAtOnce = 6;

/** Log in, forbidden, log in at the proxy, timed out, too early, too many requests. */
const notOfTheImage: readonly number[] = [401, 403, 407, 408, 425, 429];

const isUid = (text: string): boolean => /^[0-9]+(\.[0-9]+)+$/.test(text);

/** Entries asked for at once. */
const changesAtOnce = 1000;

/** What fetch says of a connection that was closed before the whole answer was there. */
const closedCodes: readonly unknown[] = [
  'UND_ERR_SOCKET',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'ECONNRESET',
];

/** Known by its code alone: an error of another realm is no instance of this one's `Error`. */
const closedByPeer = (error: unknown): boolean =>
  isRecord(error) && isRecord(error['cause']) && closedCodes.includes(error['cause']['code']);

/** The Archive over Orthanc: DICOMweb for queries and metadata, its REST API for what must come as stored. */
export const orthancArchive = (options: OrthancOptions): Archive => {
  const root = options.url.replace(/\/+$/, '');
  const dicomWeb = `/${(options.dicomWebRoot ?? 'dicom-web').replaceAll(/^\/+|\/+$/g, '')}`;
  const timeoutMs = options.timeoutMs ?? 30_000;
  /** What a reader waits for, or what only shows life: small answers. */
  const shortTimeoutMs = Math.min(timeoutMs, 10_000);
  const authorization = `Basic ${Buffer.from(`${options.username}:${options.password}`).toString('base64')}`;

  /** `onlyReads`: asking twice is harmless (RFC 9110, 9.2.2), as it is for every GET and for searches that are posted. */
  const request = async (
    resource: string,
    init: RequestInit = {},
    { limitMs = timeoutMs, onlyReads = init.method === undefined } = {}
  ): Promise<Uint8Array> => {
    const unavailable = (cause: unknown): ArchiveError =>
      new ArchiveError(
        'CL_ARCHIVE_UNAVAILABLE',
        'The image archive does not answer.',
        { resource, reason: cause instanceof Error ? cause.message : String(cause) },
        cause
      );
    const ask = async () => {
      const response = await fetch(root + resource, {
        ...init,
        // Pixels that are compressed for the way take longer than their way.
        headers: { ...init.headers, authorization, 'accept-encoding': 'identity' },
        redirect: 'error',
        signal: AbortSignal.timeout(limitMs),
      });
      return { status: response.status, body: new Uint8Array(await response.arrayBuffer()) };
    };
    const { status, body } = await ask()
      .catch((error: unknown) => {
        // Orthanc closes a kept connection that was idle for a second, also just as it is used again.
        if (onlyReads && closedByPeer(error)) return ask();
        throw error;
      })
      .catch((error: unknown) => {
        throw unavailable(error);
      });
    if (status >= 200 && status < 300) return body;
    const reason = `HTTP status ${status}`;
    if (status === 404) {
      throw new ArchiveError('CL_ARCHIVE_NOT_FOUND', 'The image archive does not hold this.', {
        resource,
        reason,
      });
    }
    // Who stands between, or lets nobody in: of the image itself it says nothing.
    if (status >= 500 || notOfTheImage.includes(status)) throw unavailable(reason);
    throw new ArchiveError('CL_ARCHIVE_REFUSED', 'The image archive refused the request.', {
      resource,
      reason,
    });
  };

  const json = async (
    resource: string,
    init: RequestInit = {},
    how: { readonly onlyReads?: boolean; readonly limitMs?: number } = {}
  ): Promise<unknown> => {
    const body = await request(resource, init, how);
    try {
      return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown;
    } catch (cause) {
      throw wrongAnswer(resource, 'not JSON in UTF-8', cause);
    }
  };

  const wrongAnswer = (resource: string, reason: string, cause?: unknown): ArchiveError =>
    new ArchiveError(
      'CL_ARCHIVE_ANSWER',
      'The image archive gave an answer that can not be used.',
      { resource, reason },
      cause
    );

  /** @param of attributes that each answer must have, by tag */
  const datasets = async (
    resource: string,
    of: Readonly<Record<string, string>> = {}
  ): Promise<DicomDataset[]> => {
    const parsed = await json(resource, { headers: { accept: 'application/dicom+json' } });
    try {
      const found = asDatasets(parsed);
      const isOther = (dataset: DicomDataset): boolean =>
        Object.entries(of).some(([tag, value]) => textOf(dataset, tag) !== value);
      const other = found.findIndex(isOther);
      if (other >= 0) throw new TypeError(`element ${other} is not of what was asked for`);
      return found;
    } catch (cause) {
      throw wrongAnswer(resource, cause instanceof Error ? cause.message : String(cause), cause);
    }
  };

  const instancesIn = (resource: string, found: unknown): ArchivedInstance[] => {
    if (!Array.isArray(found)) throw wrongAnswer(resource, 'not an array');
    return found.map((value: unknown) => {
      const instance = parseInstance(value);
      if (instance === undefined)
        throw wrongAnswer(resource, 'an instance without ID or SOPInstanceUID');
      return instance;
    });
  };
  const changes = async (query: string): ReturnType<Archive['changes']> => {
    const resource = `/changes?${query}`;
    const answer = await json(resource);
    if (!isRecord(answer) || !Array.isArray(answer['Changes'])) {
      throw wrongAnswer(resource, 'no list of changes');
    }
    const { Last: last, Done: done } = answer;
    if (typeof last !== 'number' || typeof done !== 'boolean') {
      throw wrongAnswer(resource, 'no Last or Done');
    }
    const parsed = answer['Changes'].map((value: unknown) => {
      const change = parseChange(value);
      if (change === undefined) throw wrongAnswer(resource, 'a change without Seq, type or ID');
      return change;
    });
    return { changes: parsed, last, done };
  };
  const orNull = async <T>(asked: Promise<T>): Promise<T | null> => {
    try {
      return await asked;
    } catch (reason) {
      if (reason instanceof ArchiveError && reason.code === 'CL_ARCHIVE_NOT_FOUND') return null;
      throw reason;
    }
  };
  const study = (uid: string): string => `${dicomWeb}/studies/${encodeURIComponent(uid)}`;
  const instances = async (studyUid: string, seriesUid?: string): Promise<ArchivedInstance[]> => {
    const resource = '/tools/find';
    const query = {
      StudyInstanceUID: studyUid,
      ...(seriesUid === undefined ? {} : { SeriesInstanceUID: seriesUid }),
    };
    const body = JSON.stringify({ Level: 'Instance', Expand: true, Query: query });
    const found = await json(resource, { method: 'POST', body }, { onlyReads: true });
    return instancesIn(resource, found);
  };
  /**
   * Orthanc keys a study by patient and UID. Where a UID came with several patients, or with none beside one, its
   * DICOMweb has no such study; the single images are there all the same.
   */
  const metadataOneByOne = async (
    absent: unknown,
    studyUid: string,
    seriesUid?: string
  ): Promise<DicomDataset[]> => {
    const held = await instances(studyUid, seriesUid);
    if (held.length === 0) throw absent;
    const found = await inParallel(held, singlyAtOnce, async ({ id, sopInstanceUid }) => {
      const resource = `/instances/${encodeURIComponent(id)}/series`;
      const series = await json(resource);
      const uid =
        isRecord(series) && isRecord(series['MainDicomTags']) ? series['MainDicomTags'] : {};
      const ofSeries = uid['SeriesInstanceUID'];
      if (typeof ofSeries !== 'string') throw wrongAnswer(resource, 'no SeriesInstanceUID');
      const image = `${study(studyUid)}/series/${encodeURIComponent(ofSeries)}/instances/${encodeURIComponent(sopInstanceUid)}`;
      return datasets(`${image}/metadata`, { '0020000D': studyUid, '00080018': sopInstanceUid });
    });
    return found.flat();
  };
  /** MD5 of a file as it was stored; null where the archive has none. */
  const keptDigest = async (resource: string): Promise<string | null> => {
    try {
      const told = await request(`${resource}/attachments/dicom/md5`);
      return new TextDecoder().decode(told).trim().toLowerCase();
    } catch (reason) {
      if (reason instanceof ArchiveError && reason.code === 'CL_ARCHIVE_NOT_FOUND') return null;
      throw reason;
    }
  };
  const metadata = async (studyUid: string, seriesUid?: string): Promise<DicomDataset[]> => {
    const within = seriesUid === undefined ? '' : `/series/${encodeURIComponent(seriesUid)}`;
    try {
      return await datasets(`${study(studyUid)}${within}/metadata`, {
        '0020000D': studyUid,
        ...(seriesUid === undefined ? {} : { '0020000E': seriesUid }),
      });
    } catch (reason) {
      if (!(reason instanceof ArchiveError) || reason.code !== 'CL_ARCHIVE_NOT_FOUND') throw reason;
      return metadataOneByOne(reason, studyUid, seriesUid);
    }
  };

  return {
    answers: async () => {
      const system = await json('/system', {}, { limitMs: shortTimeoutMs });
      if (!isRecord(system) || typeof system['Version'] !== 'string')
        throw wrongAnswer('/system', 'no Version');
    },
    studies: () => datasets(`${dicomWeb}/studies`),
    series: studyUid => datasets(`${study(studyUid)}/series`),
    studyMetadata: studyUid => metadata(studyUid),
    seriesMetadata: metadata,
    instances,
    file: async id => {
      const resource = `/instances/${encodeURIComponent(id)}`;
      const [bytes, stored] = await Promise.all([
        request(`${resource}/file`),
        keptDigest(resource),
      ]);
      if (stored === null) {
        const reason = 'it keeps no MD5 of its files: StoreMD5ForAttachments has to be on';
        throw wrongAnswer(`${resource}/file`, reason);
      }
      // What is cut short on its way, with a length to match, would be taken for what was sent, and the whole one given up.
      if (createHash('md5').update(bytes).digest('hex') === stored) return bytes;
      throw wrongAnswer(`${resource}/file`, 'not the bytes that it keeps the MD5 of');
    },
    frame: (id, frameNumber) =>
      request(
        `/instances/${encodeURIComponent(id)}/frames/${frameNumber - 1}/raw`,
        {},
        { limitMs: shortTimeoutMs }
      ),
    hasPixelData: async id => {
      try {
        await request(`/instances/${encodeURIComponent(id)}/content/7fe0-0010`);
        return true;
      } catch (reason) {
        if (reason instanceof ArchiveError && reason.code === 'CL_ARCHIVE_NOT_FOUND') return false;
        throw reason;
      }
    },
    asciiOf: async (id, tag) => {
      const resource = `/instances/${encodeURIComponent(id)}/content/${tag.slice(0, 4)}-${tag.slice(4)}`;
      const found = await orNull(request(resource));
      return found === null
        ? null
        : Buffer.from(found).toString('latin1').replaceAll('\0', '').trim();
    },
    transferSyntax: async id => {
      const body = await request(`/instances/${encodeURIComponent(id)}/metadata/TransferSyntax`);
      const uid = new TextDecoder().decode(body).trim();
      if (!isUid(uid)) throw wrongAnswer(id, 'the transfer syntax is no UID');
      return uid;
    },
    changes: since => changes(`since=${since}&limit=${changesAtOnce}`),
    lastChange: async () => (await changes('last')).last,
    instancesOf: async studyId => {
      const resource = `/studies/${encodeURIComponent(studyId)}/instances`;
      const found = await orNull(json(resource));
      return found === null ? null : instancesIn(resource, found);
    },
    studyOfInstance: async instanceId => {
      const resource = `/instances/${encodeURIComponent(instanceId)}/study`;
      const found = await orNull(json(resource));
      if (found === null) return null;
      if (!isRecord(found) || typeof found['ID'] !== 'string') throw wrongAnswer(resource, 'no ID');
      return found['ID'];
    },
    removeInstance: async instanceId => {
      const resource = `/instances/${encodeURIComponent(instanceId)}`;
      await orNull(request(resource, { method: 'DELETE' }));
    },
    storeInstance: async bytes => {
      const resource = '/instances';
      const answer = await json(resource, {
        method: 'POST',
        body: new Uint8Array(bytes),
        headers: { 'content-type': 'application/dicom' },
      });
      if (!isRecord(answer) || typeof answer['ID'] !== 'string')
        throw wrongAnswer(resource, 'no ID');
      return { id: answer['ID'], alreadyStored: answer['Status'] === 'AlreadyStored' };
    },
  };
};

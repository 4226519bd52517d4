import { createHash } from 'node:crypto';
import dcmjs from 'dcmjs';
import type { Archive, ArchiveChange } from '../archive/archive.js';
import { ArchiveError } from '../archive/archive-error.js';
import { textOf, type DicomDataset } from '../archive/dicom-json.js';
import { readHeader, type DicomHeader } from '../intake/dicom-header.js';

interface Held {
  readonly id: string;
  readonly studyId: string;
  readonly header: DicomHeader;
  readonly bytes: Uint8Array;
}

const idOf = (...parts: readonly string[]): string =>
  createHash('sha1').update(parts.join('|')).digest('hex');

/** Metadata as an archive tells it: native pixel data is named. */
const metadataOf = ({ header }: Held): DicomDataset => ({
  ...header.dataset,
  '7FE00010': { vr: 'OW' },
});

/** The pixels of an image of one frame, as stored. */
const pixelsOf = ({ bytes }: Held): Uint8Array => {
  const { dict } = dcmjs.data.DicomMessage.readFile(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
  );
  const element = dict['7FE00010'] as { readonly Value: readonly ArrayBuffer[] };
  const [pixels] = element.Value;
  if (pixels === undefined) throw new Error('the image has no pixels');
  return new Uint8Array(pixels);
};

/**
 * An archive that keeps what it is sent in memory, as far as the arrival and release of images of one frame ask it: like Orthanc it names an
 * instance by patient, study, series and SOP instance UID, keeps the first of several under one name, and logs a study
 * as stable with each of its images.
 */
export const archiveInMemory = (): Archive => {
  const held = new Map<string, Held>();
  const log: ArchiveChange[] = [];
  const absent = (resource: string): ArchiveError =>
    new ArchiveError('CL_ARCHIVE_NOT_FOUND', 'not there', { resource, reason: 'absent' });
  const one = (id: string): Held => {
    const found = held.get(id);
    if (found === undefined) throw absent(id);
    return found;
  };
  const ofStudy = (studyUid: string): Held[] =>
    [...held.values()].filter(({ header }) => header.studyUid === studyUid);
  const named = ({ id, header }: Held) => ({ id, sopInstanceUid: header.sopUid });
  return {
    answers: async () => undefined,
    studies: async () => [],
    series: async () => [],
    studyMetadata: async studyUid => ofStudy(studyUid).map(metadataOf),
    seriesMetadata: async (studyUid, seriesUid) =>
      ofStudy(studyUid)
        .filter(({ header }) => header.seriesUid === seriesUid)
        .map(metadataOf),
    instances: async (studyUid, seriesUid) =>
      ofStudy(studyUid)
        .filter(({ header }) => seriesUid === undefined || header.seriesUid === seriesUid)
        .map(named),
    file: async id => one(id).bytes,
    frame: async (id, frameNumber) => {
      if (frameNumber !== 1) throw absent(`${id}/${frameNumber}`);
      return pixelsOf(one(id));
    },
    hasPixelData: async () => true,
    asciiOf: async (id, tag) => textOf(one(id).header.dataset, tag) ?? null,
    transferSyntax: async () => '1.2.840.10008.1.2.1',
    changes: async since => ({
      changes: log.slice(since),
      last: log.length,
      done: true,
    }),
    lastChange: async () => log.length,
    instancesOf: async studyId => {
      const found = [...held.values()].filter(image => image.studyId === studyId);
      return found.length === 0 ? null : found.map(named);
    },
    studyOfInstance: async id => held.get(id)?.studyId ?? null,
    removeInstance: async id => {
      held.delete(id);
    },
    storeInstance: async bytes => {
      const parsed = readHeader(bytes);
      if (!parsed.ok) {
        throw new ArchiveError('CL_ARCHIVE_REFUSED', parsed.reason, {
          ...{ resource: '/instances', reason: parsed.reason },
        });
      }
      const { header } = parsed;
      const studyId = idOf(header.patientId ?? '', header.studyUid);
      const id = idOf(studyId, header.seriesUid, header.sopUid);
      const alreadyStored = held.has(id);
      if (!alreadyStored) {
        held.set(id, { id, studyId, header, bytes });
        log.push({ sequence: log.length + 1, type: 'StableStudy', id: studyId });
      }
      return { id, alreadyStored };
    },
  };
};

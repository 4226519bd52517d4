import { buildInstance, EXPLICIT_LITTLE_ENDIAN, withoutPerson } from '@corelab/phantoms';

// A CT of many slices from one pixel buffer: a body of water in air, and in each slice its number, so that no two
// frames are the same bytes and none can be stored or cached once for all.

const side = 512;
const air = 24;
const water = 1064;
const trial = 'BENCH-CT';

/** The UIDs of the study; slices are numbered from 1. */
export const longCt = {
  slices: 600,
  studyUid: '2.25.601001',
  seriesUid: '2.25.601002',
  frameOfReferenceUid: '2.25.601003',
  sopUid: slice => `2.25.60200${String(slice).padStart(4, '0')}`,
  frameBytes: side * side * 2,
};

function bodyPixels() {
  const pixels = new Uint16Array(side * side);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const inside = ((x - 256) / 200) ** 2 + ((y - 256) / 140) ** 2 < 1;
      pixels[y * side + x] = (inside ? water : air) + ((x * 7919 + y * 104729) % 41);
    }
  return pixels;
}

const shared = bodyPixels();

/** UIDs of a further study of the same size, of another subject; the number has up to three digits. */
const further = number => ({
  subjectId: `101-${String(number).padStart(3, '0')}`,
  studyUid: `2.25.611${number}`,
  seriesUid: `2.25.612${number}`,
  frameOfReferenceUid: `2.25.613${number}`,
  sopUid: slice => `2.25.614${number}00${String(slice).padStart(4, '0')}`,
});

/** One slice as a DICOM file: of the study with its UIDs, or of a further one by its number. */
export function sliceFile(slice, number) {
  const study = number === undefined ? { ...longCt, subjectId: '101-001' } : further(number);
  shared[0] = slice;
  shared[1] = number ?? 0;
  return buildInstance({
    subjectId: study.subjectId,
    siteId: '101',
    timepointId: 'BL',
    sex: 'F',
    birthDate: '1960-01-01',
    studyDate: '2026-01-05',
    studyInstanceUid: study.studyUid,
    seriesInstanceUid: study.seriesUid,
    frameOfReferenceUid: study.frameOfReferenceUid,
    sopInstanceUid: study.sopUid(slice),
    instanceNumber: slice,
    z: longCt.slices - slice,
    sliceThicknessMm: 1,
    transferSyntax: EXPLICIT_LITTLE_ENDIAN,
    bodyPart: 'CHESTABDOMEN',
    canary: { patient: 40, study: 40 },
    pixels: shared,
    overrides: { ...withoutPerson, '00120020': { vr: 'LO', Value: [trial] } },
  });
}

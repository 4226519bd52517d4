import dcmjs from 'dcmjs';

/** A small CT image for tests: 64 by 64, 16 bit, made from its numbers, with identity in many places. */
export interface HandmadeImage {
  readonly studyUid: string;
  readonly seriesUid: string;
  readonly sopUid: string;
  readonly frameOfReferenceUid: string;
  readonly subject: string;
  readonly site: string;
  readonly timepoint: string;
  /** YYYYMMDD. */
  readonly date: string;
  readonly number: number;
  readonly z: number;
  /** Written into every identifying attribute. */
  readonly canary: string;
  readonly protocol?: string;
  readonly modality?: string;
  readonly pixelSeed: number;
  /** Elements that replace or join the regular ones. */
  readonly elements?: Readonly<Record<string, { vr: string; Value: unknown[] }>>;
}

const side = 64;
const ctStorage = '1.2.840.10008.5.1.4.1.1.2';
const explicitLittleEndian = '1.2.840.10008.1.2.1';

const one = (vr: string, ...values: (string | number)[]): { vr: string; Value: unknown[] } => ({
  vr,
  Value: values,
});

/** The stored values, little endian, two bytes each. */
export const handmadePixels = (seed: number): Uint8Array => {
  const values = new Uint16Array(side * side);
  for (let index = 0; index < values.length; index += 1)
    values[index] = (index * 7 + seed * 131) % 4096;
  return new Uint8Array(values.buffer);
};

const identity = (canary: string): Record<string, { vr: string; Value: unknown[] }> => ({
  '00080050': one('SH', canary),
  '00080080': one('LO', canary),
  '00080090': one('PN', canary),
  '00081010': one('SH', canary),
  '00081030': one('LO', canary),
  '0008103E': one('LO', canary),
  '00081070': one('PN', canary),
  '00100010': one('PN', canary),
  '00100020': one('LO', canary),
  '00104000': one('LT', canary),
  '00180015': one('CS', canary),
  '00181030': one('LO', canary),
  '00200010': one('SH', canary),
  '00204000': one('LT', canary),
  '00281055': one('LO', canary),
  '00090010': one('LO', canary),
  '00091001': one('LO', canary),
});

/** The Part 10 file. */
export const handmadeFile = (image: HandmadeImage): Uint8Array => {
  const file = new dcmjs.data.DicomDict({
    '00020001': { vr: 'OB', Value: [new Uint8Array([0, 1]).buffer] },
    '00020002': one('UI', ctStorage),
    '00020003': one('UI', image.sopUid),
    '00020010': one('UI', explicitLittleEndian),
    '00020012': one('UI', '2.25.1'),
  });
  const pixels = handmadePixels(image.pixelSeed);
  file.dict = {
    ...identity(image.canary),
    '00080005': one('CS', 'ISO_IR 100'),
    '00080008': one('CS', 'ORIGINAL', 'PRIMARY', 'AXIAL', image.canary),
    '00080016': one('UI', ctStorage),
    '00080018': one('UI', image.sopUid),
    '00080020': one('DA', image.date),
    '00080021': one('DA', image.date),
    '00080022': one('DA', image.date),
    '00080030': one('TM', '111213'),
    '00080060': one('CS', image.modality ?? 'CT'),
    '00120020': one('LO', image.protocol ?? 'DEMO-ONC'),
    '00120030': one('LO', image.site),
    '00120040': one('LO', image.subject),
    '00120050': one('LO', image.timepoint),
    '00180050': one('DS', '5'),
    '0020000D': one('UI', image.studyUid),
    '0020000E': one('UI', image.seriesUid),
    '00200011': one('IS', '4711'),
    '00200013': one('IS', String(image.number)),
    '00200032': one('DS', '-32', '-32', String(image.z)),
    '00200037': one('DS', '1', '0', '0', '0', '1', '0'),
    '00200052': one('UI', image.frameOfReferenceUid),
    '00280002': one('US', 1),
    '00280004': one('CS', 'MONOCHROME2'),
    '00280010': one('US', side),
    '00280011': one('US', side),
    '00280030': one('DS', '1', '1'),
    '00280100': one('US', 16),
    '00280101': one('US', 12),
    '00280102': one('US', 11),
    '00280103': one('US', 0),
    '00281050': one('DS', '40'),
    '00281051': one('DS', '400'),
    '00281052': one('DS', '-1024'),
    '00281053': one('DS', '1'),
    '7FE00010': { vr: 'OW', Value: [pixels.buffer] },
    ...image.elements,
  };
  return new Uint8Array(file.write({ allowInvalidVRLength: true }));
};

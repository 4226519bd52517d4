import dcmjs from 'dcmjs';
import { ORIGIN, SIZE, SPACING } from './canvas.js';
import { hiddenElements, hiddenMeta, hideInFile, withComment } from './hidden.js';
import { daOf, uidOf } from './identifiers.js';
import { identityOf } from './identity.js';
import { encodeJpegLs } from './jpegls.js';
import { OFFSET } from './render.js';
import { EXPLICIT_LITTLE_ENDIAN, JPEG_LS_LOSSLESS, TRIAL } from './truth.js';
import type { DicomElements } from './types.js';

const CT_IMAGE_STORAGE = '1.2.840.10008.5.1.4.1.1.2';

/** One image and where it belongs. */
export interface InstanceSpec {
  subjectId: string;
  siteId: string;
  timepointId: string;
  sex: 'F' | 'M';
  /** YYYY-MM-DD. */
  birthDate: string;
  /** YYYY-MM-DD. */
  studyDate: string;
  studyInstanceUid: string;
  seriesInstanceUid: string;
  frameOfReferenceUid: string;
  sopInstanceUid: string;
  instanceNumber: number;
  /** z of the slice, mm LPS. */
  z: number;
  sliceThicknessMm: number;
  /** 1.2.840.10008.1.2.1 or 1.2.840.10008.1.2.4.80. */
  transferSyntax: string;
  bodyPart: 'CHEST' | 'ABDOMEN' | 'CHESTABDOMEN';
  /** Numbers of the canaries: subject and study, from 1. */
  canary: { patient: number; study: number };
  /** 512 x 512 stored values, HU + 1024. */
  pixels: Uint16Array;
  /** Elements that replace or join the regular ones, for tests that need odd files. */
  overrides?: DicomElements;
  /** Tags to leave out, eight hex digits. */
  omit?: readonly string[];
}

const one = (vr: string, ...values: (string | number)[]) => ({ vr, Value: values });

function generalElements(spec: InstanceSpec): DicomElements {
  const date = one('DA', daOf(spec.studyDate));
  const time = one('TM', '101500');
  return {
    '00080008': one('CS', 'ORIGINAL', 'PRIMARY', 'AXIAL'),
    '00080016': one('UI', CT_IMAGE_STORAGE),
    '00080018': one('UI', spec.sopInstanceUid),
    '00080020': date,
    '00080021': date,
    '00080022': date,
    '00080023': date,
    '00080030': one('TM', '101000'),
    '00080031': one('TM', '101200'),
    '00080032': time,
    '00080033': time,
    '00080060': one('CS', 'CT'),
    '00080070': one('LO', 'Phantom Works'),
    '00081090': one('LO', 'Analytic CT'),
    '00100030': one('DA', daOf(spec.birthDate)),
    '00100040': one('CS', spec.sex),
    '00101010': one(
      'AS',
      `0${Number(spec.studyDate.slice(0, 4)) - Number(spec.birthDate.slice(0, 4))}Y`
    ),
    '00101030': one('DS', '72'),
    '00120010': one('LO', `${TRIAL} Sponsor`),
    '00120020': one('LO', TRIAL),
    '00120021': one('LO', 'Demonstration trial in oncology'),
    '00120030': one('LO', spec.siteId),
    '00120040': one('LO', spec.subjectId),
    '00120050': one('LO', spec.timepointId),
    '0020000D': one('UI', spec.studyInstanceUid),
    '0020000E': one('UI', spec.seriesInstanceUid),
    '00200011': one('IS', '1'),
    '00200012': one('IS', '1'),
    '00200013': one('IS', String(spec.instanceNumber)),
    '00200052': one('UI', spec.frameOfReferenceUid),
    '00201040': { vr: 'LO', Value: [] },
  };
}

function imageElements(spec: InstanceSpec): DicomElements {
  const origin = String(ORIGIN);
  return {
    '00180010': one('LO', 'IOHEXOL'),
    '00180015': one('CS', spec.bodyPart),
    '00180022': one('CS', 'HELICAL MODE'),
    '00180050': one('DS', String(spec.sliceThicknessMm)),
    '00180060': one('DS', '120'),
    '00180090': one('DS', '500'),
    '00181020': one('LO', '1.0'),
    '00181041': one('DS', '100'),
    '00181100': one('DS', String(SIZE * SPACING)),
    '00181120': one('DS', '0'),
    '00181130': one('DS', '150'),
    '00181140': one('CS', 'CW'),
    '00181150': one('IS', '500'),
    '00181151': one('IS', '240'),
    '00181152': one('IS', '120'),
    '00181160': one('SH', 'BODY'),
    '00181210': one('SH', 'STANDARD'),
    '00185100': one('CS', 'HFS'),
    '00200032': one('DS', origin, origin, String(spec.z)),
    '00200037': one('DS', '1', '0', '0', '0', '1', '0'),
    '00201041': one('DS', String(spec.z)),
    '00280002': one('US', 1),
    '00280004': one('CS', 'MONOCHROME2'),
    '00280010': one('US', SIZE),
    '00280011': one('US', SIZE),
    '00280030': one('DS', String(SPACING), String(SPACING)),
    '00280100': one('US', 16),
    '00280101': one('US', 12),
    '00280102': one('US', 11),
    '00280103': one('US', 0),
    '00281050': one('DS', '40'),
    '00281051': one('DS', '400'),
    '00281052': one('DS', String(-OFFSET)),
    '00281053': one('DS', '1'),
    '00281054': one('LO', 'HU'),
  };
}

async function pixelElement(spec: InstanceSpec) {
  if (spec.pixels.length !== SIZE * SIZE)
    throw new Error(
      `instance ${spec.sopInstanceUid}: ${spec.pixels.length} pixels, not ${SIZE * SIZE}`
    );
  if (spec.transferSyntax === JPEG_LS_LOSSLESS) {
    const stream = withComment(await encodeJpegLs(spec.pixels, SIZE, SIZE), spec.canary.study);
    return { vr: 'OB', Value: [stream.slice().buffer] };
  }
  if (spec.transferSyntax !== EXPLICIT_LITTLE_ENDIAN)
    throw new Error(`instance ${spec.sopInstanceUid}: cannot write ${spec.transferSyntax}`);
  return { vr: 'OW', Value: [spec.pixels.slice().buffer] };
}

/**
 * Builds one DICOM Part 10 file: a CT image with every identifying attribute a canary.
 * @throws Error when the pixels are not 512 x 512 or the transfer syntax cannot be written
 */
export async function buildInstance(spec: InstanceSpec): Promise<Uint8Array> {
  const { patient, study } = spec.canary;
  const elements: DicomElements = {
    ...generalElements(spec),
    ...imageElements(spec),
    ...identityOf(patient, study),
    ...hiddenElements(patient, study),
    '7FE00010': await pixelElement(spec),
    ...spec.overrides,
  };
  for (const tag of spec.omit ?? []) delete elements[tag];
  const file = new dcmjs.data.DicomDict({
    '00020001': { vr: 'OB', Value: [new Uint8Array([0, 1]).buffer] },
    '00020002': one('UI', String(elements['00080016']?.Value[0] ?? CT_IMAGE_STORAGE)),
    '00020003': one('UI', spec.sopInstanceUid),
    '00020010': one('UI', spec.transferSyntax),
    '00020012': one('UI', uidOf('phantom generator')),
    '00020013': one('SH', 'PHANTOMS'),
    ...hiddenMeta(study),
  });
  file.dict = Object.fromEntries(Object.entries(elements).sort(([a], [b]) => (a < b ? -1 : 1)));
  return hideInFile(new Uint8Array(file.write({ fragmentMultiframe: false })), patient, study);
}

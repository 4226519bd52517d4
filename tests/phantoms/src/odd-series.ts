import { buildInstance, type InstanceSpec } from './instance.js';
import { uidOf } from './identifiers.js';
import { rendererOf } from './render.js';
import { subjectPlans } from './subjects.js';
import { EXPLICIT_LITTLE_ENDIAN } from './truth.js';

/** What is wrong with the series. */
export type OddKind =
  | 'missing-slice'
  | 'uneven-spacing'
  | 'two-orientations'
  | 'no-pixel-data'
  | 'unsupported-modality';

export interface OddOptions {
  kind: OddKind;
  /** Slices before the defect, at least 4; 12 when not given. */
  slices?: number;
  /** Elements that replace the regular ones in every file. */
  overrides?: NonNullable<InstanceSpec['overrides']>;
}

export interface OddSeries {
  kind: OddKind;
  subjectId: string;
  timepointId: string;
  studyInstanceUid: string;
  seriesInstanceUid: string;
  instances: { sopInstanceUid: string; z: number; bytes: Uint8Array }[];
}

/** The canary number of odd studies: regular ones have lower numbers. */
const ODD_STUDY = 40;
const SECONDARY_CAPTURE = '1.2.840.10008.5.1.4.1.1.7';

/** Heights of the slices and, per instance, its InstanceNumber. */
function slicesOf(kind: OddKind, count: number): { z: number; number: number }[] {
  const regular = Array.from({ length: count }, (_, i) => ({ z: -100 - 5 * i, number: i + 1 }));
  const middle = Math.floor(count / 2);
  if (kind === 'missing-slice') return regular.filter((_, i) => i !== middle);
  if (kind === 'uneven-spacing')
    return regular.map((slice, i) => (i < middle ? slice : { ...slice, z: slice.z - 2 }));
  return regular;
}

/**
 * A study of subject 101-001, timepoint BL, with one defect, in memory: a slice missing in the
 * middle; a gap of 7 mm among gaps of 5 mm; a second half that says it is coronal; a last instance
 * without pixels; or a modality that no trial protocol asks for (OT, a secondary capture).
 * @throws RangeError with fewer than 4 slices
 */
export async function generateOddSeries(options: OddOptions): Promise<OddSeries> {
  const count = options.slices ?? 12;
  if (!Number.isInteger(count) || count < 4)
    throw new RangeError(`odd series: ${count} slices, at least 4 are needed`);
  const subject = subjectPlans[0];
  const timepoint = subject?.timepoints[0];
  if (!subject || !timepoint) throw new Error('odd series: the plan has no subject');
  const { kind } = options;
  const renderer = rendererOf(subject, timepoint, 4711);
  const studyInstanceUid = uidOf('odd', kind, 'study');
  const seriesInstanceUid = uidOf('odd', kind, 'series');
  const other: NonNullable<InstanceSpec['overrides']> =
    kind === 'unsupported-modality'
      ? {
          '00080008': { vr: 'CS', Value: ['DERIVED', 'SECONDARY'] },
          '00080016': { vr: 'UI', Value: [SECONDARY_CAPTURE] },
          '00080060': { vr: 'CS', Value: ['OT'] },
          '00080064': { vr: 'CS', Value: ['WSD'] },
        }
      : {};
  const instances: OddSeries['instances'] = [];
  const coronal = { '00200037': { vr: 'DS', Value: ['1', '0', '0', '0', '0', '-1'] } };
  for (const { z, number } of slicesOf(kind, count)) {
    const sopInstanceUid = uidOf('odd', kind, number);
    const bytes = await buildInstance({
      subjectId: subject.subjectId,
      siteId: subject.siteId,
      timepointId: timepoint.id,
      sex: subject.sex,
      birthDate: subject.birthDate,
      studyDate: '2026-01-06',
      studyInstanceUid,
      seriesInstanceUid,
      frameOfReferenceUid: uidOf('odd', kind, 'frame'),
      sopInstanceUid,
      instanceNumber: number,
      z,
      sliceThicknessMm: 5,
      transferSyntax: EXPLICIT_LITTLE_ENDIAN,
      bodyPart: 'CHEST',
      canary: { patient: 1, study: ODD_STUDY },
      pixels: renderer.slice(z, number),
      overrides: {
        ...other,
        ...(kind === 'two-orientations' && number > count / 2 ? coronal : {}),
        ...options.overrides,
      },
      ...(kind === 'no-pixel-data' && number === count ? { omit: ['7FE00010'] } : {}),
    });
    instances.push({ sopInstanceUid, z, bytes });
  }
  return {
    kind,
    subjectId: subject.subjectId,
    timepointId: timepoint.id,
    studyInstanceUid,
    seriesInstanceUid,
    instances,
  };
}

import { characterSetNames } from './hidden.js';
import { daOf, uidOf } from './identifiers.js';
import { allCanaries } from './identity.js';
import { subjectPlans, type LesionSite, type SubjectPlan, type TimepointPlan } from './subjects.js';
import type { LesionTruth, PointLps, Region, StudyTruth, Truth } from './types.js';

/** Changes whenever the files that are written change. */
export const GENERATOR_VERSION = '1.1.0';
export const TRIAL = 'DEMO-ONC';
export const EXPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2.1';
export const JPEG_LS_LOSSLESS = '1.2.840.10008.1.2.4.80';

/** First and last slice of a region, mm LPS, head first. */
const extents: Record<Region, readonly [number, number]> = {
  'chest-abdomen': [-100, -315],
  chest: [-100, -220],
  abdomen: [-195, -315],
};

/** z of the slices of a region, most superior first, mm LPS. */
export function slicePositions(region: Region, thicknessMm: number): number[] {
  const [first, last] = extents[region];
  const count = Math.floor((first - last) / thicknessMm) + 1;
  return Array.from({ length: count }, (_, i) => first - i * thicknessMm);
}

/** The ends of an axis of a given length through a centre, in the axial plane. */
function axisOf(center: PointLps, lengthMm: number, degrees: number): [PointLps, PointLps] {
  const turn = (degrees * Math.PI) / 180;
  const dx = (Math.cos(turn) * lengthMm) / 2;
  const dy = (Math.sin(turn) * lengthMm) / 2;
  const [x, y, z] = center;
  return [
    [x - dx, y - dy, z],
    [x + dx, y + dy, z],
  ];
}

function studiesOf(subject: SubjectPlan, timepoint: TimepointPlan): StudyTruth[] {
  return timepoint.studies.map(({ date, region, sliceThicknessMm, jpegLs }, index) => {
    const name = [TRIAL, subject.subjectId, timepoint.id, index];
    const positions = slicePositions(region, sliceThicknessMm);
    return {
      studyInstanceUid: uidOf(...name, 'study'),
      date,
      region,
      series: [
        {
          seriesInstanceUid: uidOf(...name, 'series', 1),
          frameOfReferenceUid: uidOf(...name, 'frame'),
          role: 'CT-PV-AX',
          modality: 'CT',
          sliceThicknessMm,
          transferSyntax: jpegLs ? JPEG_LS_LOSSLESS : EXPLICIT_LITTLE_ENDIAN,
          sops: positions.map((_, slice) => uidOf(...name, 'series', 1, slice)),
          positions,
        },
      ],
    };
  });
}

function lesionOf(
  site: LesionSite,
  size: readonly [number, number],
  studies: StudyTruth[]
): LesionTruth {
  const z = site.center[2];
  for (const study of studies) {
    // Where two regions overlap, the lung belongs to the chest and the liver to the abdomen.
    if (study.region === 'chest' && site.location === 'LIVER') continue;
    for (const series of study.series) {
      const sop = series.sops[series.positions.indexOf(z)];
      if (sop === undefined) continue;
      const present = size[0] > 0;
      return {
        id: site.id,
        role: site.role,
        location: site.location,
        node: site.node,
        status: !present ? 'absent' : site.role === 'new' ? 'unequivocal' : 'present',
        longestDiameterMm: size[0],
        shortAxisMm: size[1],
        centerLps: site.center,
        longAxisLps: present ? axisOf(site.center, size[0], site.angle) : null,
        shortAxisLps: present ? axisOf(site.center, size[1], site.angle + 90) : null,
        studyInstanceUid: study.studyInstanceUid,
        seriesInstanceUid: series.seriesInstanceUid,
        sopInstanceUid: sop,
      };
    }
  }
  throw new Error(`phantom plan: no slice at z ${z} mm for lesion ${site.id}`);
}

/**
 * The truth without any pixels: what generatePhantoms writes to truth.json. Pure.
 * @throws Error when the plan places a lesion off every slice or gives no such lesion a size
 */
export function phantomPlan(): Truth {
  const subjects = subjectPlans.map(subject => ({
    subjectId: subject.subjectId,
    siteId: subject.siteId,
    timepoints: subject.timepoints.map(timepoint => {
      const studies = studiesOf(subject, timepoint);
      const lesions = subject.sites.flatMap(site => {
        const size = timepoint.sizes[site.id];
        return size ? [lesionOf(site, size, studies)] : [];
      });
      const dates = studies.map(study => study.date).sort();
      const date = dates[0];
      if (date === undefined) throw new Error(`phantom plan: ${timepoint.id} has no study`);
      return { id: timepoint.id, date, studies, lesions, expected: timepoint.expected };
    }),
  }));
  const dates = subjects.flatMap(({ timepoints }) =>
    timepoints.flatMap(({ studies }) => studies.map(study => daOf(study.date)))
  );
  const studyCount = dates.length;
  const compressed = subjects
    .flatMap(({ timepoints }) => timepoints.flatMap(({ studies }) => studies))
    .flatMap(({ series }, index) =>
      series.some(({ transferSyntax }) => transferSyntax === JPEG_LS_LOSSLESS) ? [index + 1] : []
    );
  return {
    generatorVersion: GENERATOR_VERSION,
    trial: TRIAL,
    subjects,
    canaries: allCanaries(subjects.length, studyCount, compressed),
    characterSetNames: characterSetNames.map(({ text }) => text),
    canaryDates: [...subjectPlans.map(subject => daOf(subject.birthDate)), ...dates],
  };
}

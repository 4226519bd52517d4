/** Keys that a query can name, by tag and keyword, and what a viewer would ask for: a real value of the images. */
export const queryKeys: readonly (readonly [tag: string, keyword: string, real: string])[] = [
  ['00080020', 'StudyDate', '{real.date}'],
  ['00080021', 'SeriesDate', '{real.date}'],
  ['00080030', 'StudyTime', '101000'],
  ['00080050', 'AccessionNumber', '{real.accession}'],
  ['00080060', 'Modality', 'CT'],
  ['00080061', 'ModalitiesInStudy', 'CT'],
  ['00080080', 'InstitutionName', '{real.institution}'],
  ['00080090', 'ReferringPhysicianName', '{real.physician}'],
  ['00081010', 'StationName', '{real.station}'],
  ['00081030', 'StudyDescription', '{real.studyDescription}'],
  ['0008103E', 'SeriesDescription', '{real.seriesDescription}'],
  ['00081050', 'PerformingPhysicianName', '{real.physician}'],
  ['00100010', 'PatientName', '{real.patientName}'],
  ['00100020', 'PatientID', '{real.patientId}'],
  ['00100030', 'PatientBirthDate', '{real.birthDate}'],
  ['00100040', 'PatientSex', 'F'],
  ['00101000', 'OtherPatientIDs', '{real.otherPatientId}'],
  ['00120030', 'ClinicalTrialSiteID', '{real.siteCode}'],
  ['00120040', 'ClinicalTrialSubjectID', '{real.subject}'],
  ['00120050', 'ClinicalTrialTimePointID', 'TP1'],
  ['00181000', 'DeviceSerialNumber', '{real.serial}'],
  ['00200010', 'StudyID', '{real.studyId}'],
  ['0020000D', 'StudyInstanceUID', '{real.study}'],
  ['0020000E', 'SeriesInstanceUID', '{real.series}'],
  ['00080018', 'SOPInstanceUID', '{real.instance}'],
  ['00200052', 'FrameOfReferenceUID', '{real.frameOfReference}'],
  ['00091001', 'PrivateAttribute', '{real.private}'],
];

/** A value of the same length that no image has. */
export const unlike = (real: string): string => {
  const named: Readonly<Record<string, string>> = {
    '{real.date}': '20260213',
    '{real.birthDate}': '19510214',
    '{real.study}': '{none.uid}',
    '{real.series}': '{none.uid}',
    '{real.instance}': '{none.uid}',
    '{real.frameOfReference}': '{none.uid}',
    '{real.siteCode}': '{none.site}',
    '{real.subject}': '{none.subject}',
  };
  return named[real] ?? (real.startsWith('{') ? '{none.canary}' : real.replace(/./g, 'X'));
};

/** How a viewer may ask to be answered. */
export const accepts: readonly string[] = [
  '*/*',
  'application/json',
  'application/dicom+json',
  'application/dicom+xml',
  'application/dicom',
  'multipart/related; type="application/dicom"; transfer-syntax=*',
  'multipart/related; type="application/octet-stream"; transfer-syntax=*',
  'multipart/related; type="application/dicom+xml"',
  'multipart/related; type="image/jls"',
  'application/octet-stream',
  'application/zip',
  'image/jpeg',
  'image/png',
  'text/html',
];

export const ranges: readonly string[] = [
  'bytes=0-99',
  'bytes=-16',
  'bytes=999999999-',
  'bytes=0-1,5-9',
];

/** What DICOMweb has beside the routes that a root has: none of it is there. */
export const otherResources: readonly string[] = [
  '',
  '/',
  '/series',
  '/instances',
  '/studies/{own.study}',
  '/studies/{own.study}/rendered',
  '/studies/{own.study}/thumbnail',
  '/studies/{own.study}/bulkdata',
  '/studies/{own.study}/series/{own.series}',
  '/studies/{own.study}/series/{own.series}/rendered',
  '/studies/{own.study}/series/{own.series}/thumbnail',
  '/studies/{own.study}/series/{own.series}/instances/{own.instance}',
  '/studies/{own.study}/series/{own.series}/instances/{own.instance}/metadata',
  '/studies/{own.study}/series/{own.series}/instances/{own.instance}/rendered',
  '/studies/{own.study}/series/{own.series}/instances/{own.instance}/thumbnail',
  '/studies/{own.study}/series/{own.series}/instances/{own.instance}/bulkdata/7FE00010',
  '/studies/{own.study}/series/{own.series}/instances/{own.instance}/bulkdata/00091001',
  '/studies/{own.study}/series/{own.series}/instances/{own.instance}/pixeldata',
  '/studies/{own.study}/series/{own.series}/instances/{own.instance}/frames',
  '/studies/{own.study}/series/{own.series}/instances/{own.instance}/frames/1/rendered',
  '/studies/{own.study}/series/{own.series}/instances/{own.instance}/frames/1/thumbnail',
  '/bulkdata/{real.instance}',
  '/workitems',
  '/capabilities',
];

/** Numbers of frames: lists, none, beyond, and what is no number. */
export const frameLists: readonly string[] = [
  ...['1', '1,1', '1,2', '2', '0', '999999', '-1', '1.0', '01', '1,', ',1', '%31', 'abc', '1%2C1'],
];

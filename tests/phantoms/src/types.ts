/** A point in the patient's coordinate system, millimetres, LPS (x to the left, y to the back, z to the head). */
export type PointLps = readonly [number, number, number];

export type LesionRole = 'target' | 'non-target' | 'new';

export type LesionStatus = 'present' | 'absent' | 'unequivocal';

/** One lesion at one timepoint, as it was drawn. An absent lesion has diameters of 0 and no axes. */
export interface LesionTruth {
  id: string;
  role: LesionRole;
  /** CDISC LOC term. */
  location: string;
  node: boolean;
  status: LesionStatus;
  longestDiameterMm: number;
  /** Diameter perpendicular to the longest one, in the same plane, mm. */
  shortAxisMm: number;
  centerLps: PointLps;
  /** Ends of the long axis on the central slice; null when the lesion is absent. */
  longAxisLps: readonly [PointLps, PointLps] | null;
  /** Ends of the perpendicular axis on the central slice; null when the lesion is absent. */
  shortAxisLps: readonly [PointLps, PointLps] | null;
  studyInstanceUid: string;
  seriesInstanceUid: string;
  /** The slice that holds the centre. */
  sopInstanceUid: string;
}

export interface SeriesTruth {
  seriesInstanceUid: string;
  frameOfReferenceUid: string;
  role: 'CT-PV-AX';
  modality: 'CT';
  sliceThicknessMm: number;
  transferSyntax: string;
  /** SOP Instance UIDs in slice order: first slice is the most superior one, InstanceNumber 1. */
  sops: string[];
  /** z of each slice in the same order, mm LPS. */
  positions: number[];
}

export type Region = 'chest-abdomen' | 'chest' | 'abdomen';

export interface StudyTruth {
  studyInstanceUid: string;
  /** YYYY-MM-DD. */
  date: string;
  region: Region;
  series: SeriesTruth[];
}

/** RECIST 1.1 responses, stated by hand. The baseline has a sum and no responses. */
export interface ExpectedResponse {
  /** Sum of diameters of the targets, mm. */
  sum: number;
  target: 'CR' | 'PR' | 'SD' | 'PD' | null;
  nonTarget: 'CR' | 'NON-CR/NON-PD' | 'PD' | null;
  newLesions: boolean;
  overall: 'CR' | 'PR' | 'SD' | 'PD' | null;
}

export interface TimepointTruth {
  id: string;
  /** Date of the first study of the timepoint, YYYY-MM-DD. */
  date: string;
  studies: StudyTruth[];
  lesions: LesionTruth[];
  expected: ExpectedResponse;
}

export interface SubjectTruth {
  subjectId: string;
  siteId: string;
  timepoints: TimepointTruth[];
}

export interface Truth {
  generatorVersion: string;
  trial: string;
  subjects: SubjectTruth[];
  /** Every identifying text in the files; none may reach a blinded reader. */
  canaries: string[];
  /** Names in letters beyond ASCII, in the subjects' character sets: identifying like the canaries. */
  characterSetNames: string[];
  /** Identifying dates (DICOM DA): birth dates and study dates. */
  canaryDates: string[];
}

/** One DICOM element: its value representation and values. */
export interface DicomElement {
  vr: string;
  Value: unknown[];
}

/** Elements by eight hex digit tag. */
export type DicomElements = Record<string, DicomElement>;

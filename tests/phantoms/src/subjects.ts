import type { ExpectedResponse, LesionRole, PointLps, Region } from './types.js';

/** Where a lesion sits and what it is; its size is stated per timepoint. */
export interface LesionSite {
  id: string;
  role: LesionRole;
  location: 'LIVER' | 'LUNG' | 'LYMPH NODE';
  node: boolean;
  center: PointLps;
  /** Direction of the long axis in the axial plane, degrees from +x to +y. */
  angle: number;
}

export interface TimepointPlan {
  id: string;
  studies: { date: string; region: Region; sliceThicknessMm: number; jpegLs?: true }[];
  /** Per lesion id: longest diameter and perpendicular diameter, mm. [0, 0] is absent; not named, not there yet. */
  sizes: Record<string, readonly [number, number]>;
  expected: ExpectedResponse;
}

export interface SubjectPlan {
  subjectId: string;
  siteId: string;
  sex: 'F' | 'M';
  birthDate: string;
  sites: LesionSite[];
  timepoints: TimepointPlan[];
}

const whole = (date: string) => [{ date, region: 'chest-abdomen', sliceThicknessMm: 5 } as const];
const baseline = (sum: number): ExpectedResponse => ({
  sum,
  target: null,
  nonTarget: null,
  newLesions: false,
  overall: null,
});

/** The subjects of DEMO-ONC. Sizes and responses are data, read by RECIST 1.1 by hand. */
export const subjectPlans: readonly SubjectPlan[] = [
  {
    subjectId: '101-001',
    siteId: '101',
    sex: 'F',
    birthDate: '1951-02-13',
    sites: [
      {
        id: 'T01',
        role: 'target',
        location: 'LIVER',
        node: false,
        center: [-75, 5, -260],
        angle: 25,
      },
      {
        id: 'T02',
        role: 'target',
        location: 'LUNG',
        node: false,
        center: [82, 0, -140],
        angle: 60,
      },
      {
        id: 'T03',
        role: 'target',
        location: 'LYMPH NODE',
        node: true,
        center: [-14, -4, -120],
        angle: 80,
      },
      {
        id: 'NT01',
        role: 'non-target',
        location: 'LIVER',
        node: false,
        center: [-35, -35, -275],
        angle: 0,
      },
    ],
    timepoints: [
      {
        id: 'BL',
        studies: whole('2026-01-05'),
        sizes: { T01: [40, 31], T02: [25, 20], T03: [26, 18], NT01: [9, 8] },
        expected: baseline(83),
      },
      {
        id: 'TP1',
        studies: [
          { date: '2026-03-02', region: 'chest-abdomen', sliceThicknessMm: 5, jpegLs: true },
        ],
        sizes: { T01: [26, 21], T02: [15, 13], T03: [19, 12], NT01: [9, 8] },
        expected: {
          sum: 53,
          target: 'PR',
          nonTarget: 'NON-CR/NON-PD',
          newLesions: false,
          overall: 'PR',
        },
      },
      {
        id: 'TP2',
        studies: whole('2026-04-27'),
        sizes: { T01: [22, 18], T02: [12, 10], T03: [17, 11], NT01: [8, 7] },
        expected: {
          sum: 45,
          target: 'PR',
          nonTarget: 'NON-CR/NON-PD',
          newLesions: false,
          overall: 'PR',
        },
      },
      {
        id: 'TP3',
        studies: whole('2026-06-22'),
        sizes: { T01: [30, 24], T02: [18, 15], T03: [18, 12], NT01: [9, 8] },
        expected: {
          sum: 60,
          target: 'PD',
          nonTarget: 'NON-CR/NON-PD',
          newLesions: false,
          overall: 'PD',
        },
      },
    ],
  },
  {
    subjectId: '101-002',
    siteId: '101',
    sex: 'M',
    birthDate: '1948-11-27',
    sites: [
      {
        id: 'T01',
        role: 'target',
        location: 'LIVER',
        node: false,
        center: [-90, 0, -250],
        angle: 110,
      },
      {
        id: 'T02',
        role: 'target',
        location: 'LIVER',
        node: false,
        center: [-40, -30, -270],
        angle: 15,
      },
      {
        id: 'T03',
        role: 'target',
        location: 'LUNG',
        node: false,
        center: [-80, 15, -130],
        angle: 40,
      },
      {
        id: 'NT01',
        role: 'non-target',
        location: 'LYMPH NODE',
        node: true,
        center: [42, 18, -290],
        angle: 70,
      },
      { id: 'NL01', role: 'new', location: 'LUNG', node: false, center: [76, -20, -120], angle: 5 },
    ],
    timepoints: [
      {
        id: 'BL',
        studies: whole('2026-01-12'),
        sizes: { T01: [32, 26], T02: [21, 17], T03: [14, 12], NT01: [17, 12] },
        expected: baseline(67),
      },
      {
        id: 'TP1',
        studies: [
          { date: '2026-03-09', region: 'chest', sliceThicknessMm: 2.5 },
          { date: '2026-03-11', region: 'abdomen', sliceThicknessMm: 2.5 },
        ],
        sizes: { T01: [30, 25], T02: [20, 16], T03: [13, 11], NT01: [16, 12] },
        expected: {
          sum: 63,
          target: 'SD',
          nonTarget: 'NON-CR/NON-PD',
          newLesions: false,
          overall: 'SD',
        },
      },
      {
        id: 'TP2',
        studies: whole('2026-05-04'),
        sizes: { T01: [31, 25], T02: [20, 16], T03: [13, 11], NT01: [17, 12], NL01: [14, 11] },
        expected: {
          sum: 64,
          target: 'SD',
          nonTarget: 'NON-CR/NON-PD',
          newLesions: true,
          overall: 'PD',
        },
      },
    ],
  },
  {
    subjectId: '102-003',
    siteId: '102',
    sex: 'F',
    birthDate: '1962-07-31',
    sites: [
      {
        id: 'T01',
        role: 'target',
        location: 'LUNG',
        node: false,
        center: [-78, -10, -150],
        angle: 150,
      },
      {
        id: 'T02',
        role: 'target',
        location: 'LYMPH NODE',
        node: true,
        center: [-14, -4, -120],
        angle: 95,
      },
      {
        id: 'NT01',
        role: 'non-target',
        location: 'LIVER',
        node: false,
        center: [-80, 10, -265],
        angle: 30,
      },
    ],
    timepoints: [
      {
        id: 'BL',
        studies: whole('2026-01-19'),
        sizes: { T01: [22, 17], T02: [27, 20], NT01: [9, 8] },
        expected: baseline(42),
      },
      {
        id: 'TP1',
        studies: whole('2026-03-16'),
        sizes: { T01: [12, 10], T02: [17, 11], NT01: [8, 7] },
        expected: {
          sum: 23,
          target: 'PR',
          nonTarget: 'NON-CR/NON-PD',
          newLesions: false,
          overall: 'PR',
        },
      },
      {
        id: 'TP2',
        studies: whole('2026-05-11'),
        sizes: { T01: [0, 0], T02: [12, 8], NT01: [0, 0] },
        expected: { sum: 8, target: 'CR', nonTarget: 'CR', newLesions: false, overall: 'CR' },
      },
    ],
  },
];

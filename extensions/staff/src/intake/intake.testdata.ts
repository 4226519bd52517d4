import type { Arrival, QuarantineGroup, Receipt, Sheet } from './intakeWords.js';

/** A study that waits: its subject is misspelt, and its day is after a window. */
export const arrival = (id: string, over: Partial<Arrival> = {}): Arrival => ({
  ...{ id, state: 'waiting', studyUid: `1.2.${id}`, subject: 'S-5O', site: '101' },
  ...{ timepoint: 'TP9', acquisitionDate: '2026-03-02', images: 4, apart: 0, place: null },
  reasons: [
    'subject: S-5O is unknown and spelt like S-50',
    'timepoint: day 61 is in no visit window',
  ],
  ...{ subjects: ['S-50'], timepoints: [{ timepoint: 'TP1', daysOutside: 2 }], proposed: null },
  ...{ source: 'upload', arrivedAt: '2026-03-04T09:30:00.000Z' },
  ...{ decidedBy: null, authority: null, reason: null },
  ...over,
});

export const place = {
  ...{ exam: 'e1', state: 'inQc', subject: 'S-50', site: '101', timepoints: ['BL'] },
  date: '2026-01-05',
};

export const matched = (id: string): Arrival =>
  arrival(id, { state: 'matched', reasons: [], subjects: [], timepoints: [], place });

export const sheet = (of: Arrival, over: Partial<Sheet> = {}): Sheet => ({
  arrival: of,
  series: [
    {
      ...{ id: of.place === null ? null : 's1', seriesUid: '1.2.3.1', images: 4, apart: 0 },
      ...{ modality: 'CT', role: 'CT-PV-AX', acquisitionDate: '2026-03-02' },
      problems: [{ code: 'thickSlices', thicknessMm: 7, allowedMm: 5 }],
    },
  ],
  described: true,
  deliveries: [
    {
      ...{ id: 'r1', source: 'upload', receivedAt: '2026-03-04T09:29:00.000Z', by: 'carla' },
      series: [
        { studyUid: of.studyUid, seriesUid: '1.2.3.1', outcome: 'stored', files: 3 },
        { studyUid: of.studyUid, seriesUid: '1.2.3.1', outcome: 'quarantined', files: 1 },
      ],
    },
  ],
  history: [{ at: '2026-03-04T09:30:00.000Z', act: 'study.waits', by: null }],
  ...over,
});

export const group = (id: string, over: Partial<QuarantineGroup> = {}): QuarantineGroup => ({
  ...{ id, receipt: 'r1', studyUid: `1.2.${id}`, state: 'quarantined', images: 2, series: 1 },
  ...{ causes: ['identity'], attributes: ['PatientName'], refusals: [], source: 'upload' },
  ...{ arrivedAt: '2026-03-04T09:30:00.000Z', deliveredBy: 'carla', place: null },
  ...{ decidedBy: null, decidedAt: null, authority: null, reason: null },
  ...over,
});

export const receipt = (id: string, over: Partial<Receipt> = {}): Receipt => ({
  ...{ id, source: 'stow', receivedAt: '2026-03-04T09:29:00.000Z', by: 'carla' },
  ...{ files: 4, studies: 1 },
  outcomes: [
    { outcome: 'quarantined', files: 1 },
    { outcome: 'stored', files: 3 },
  ],
  ...over,
});

export const summary = {
  ...{ waiting: 1, quarantined: 2, sites: ['101', '102'], roles: ['CT-PV-AX', 'MR-T1'] },
  timepoints: [
    { timepoint: 'BL', label: 'Baseline', kind: 'baseline' },
    { timepoint: 'TP1', label: 'Week 8', kind: 'follow-up' },
    { timepoint: 'UNS', label: 'UNS', kind: 'unscheduled' },
  ],
};

const base = '/api/admin/trials/{trial}';
export const paths = {
  list: `get ${base}/arrivals`,
  summary: `get ${base}/arrivals/summary`,
  study: `get ${base}/arrivals/{id}`,
  subjects: `get ${base}/arrivals/subjects`,
  match: `post ${base}/arrivals/{id}/match`,
  refuse: `post ${base}/arrivals/{id}/refuse`,
  groups: `get ${base}/quarantine/groups`,
  release: `post ${base}/quarantine/groups/release`,
  refuseGroup: `post ${base}/quarantine/groups/refuse`,
  corrections: `get ${base}/corrections`,
  correct: `post ${base}/corrections`,
  foresee: `post ${base}/corrections/foresee`,
  deliveries: `get ${base}/deliveries`,
  files: `get ${base}/deliveries/{id}/files`,
} as const;

import type { Releases } from './releases.js';
import type { Cell, Page, Row, Sheet, Slot, Summary } from './standings.js';

/** A slot that waits for its reader, with what differs. */
export const slot = (name: string, more: Partial<Slot> = {}): Slot => ({
  ...{ slot: name, component: 'all', standing: 'waiting', mark: '.', readState: 'ready' },
  ...{ late: false, stuck: null, problems: 0, reader: null },
  ...more,
});

export const cell = (timepoint: string, more: Partial<Cell> = {}): Cell => ({
  ...{ timepoint, standing: 'waiting', late: false, stuck: false, problems: 0, queries: 0 },
  slots: [slot('R1'), slot('R2')],
  ...more,
});

export const row = (subject: string, more: Partial<Row> = {}): Row => ({
  ...{ subject, site: '101', status: 'enrolled', late: false, stuck: false, whole: null },
  cells: [cell('BL')],
  course: { state: 'open', slots: [] },
  ...more,
});

export const timepoints: Page['timepoints'] = [
  { timepoint: 'BL', label: 'Baseline', kind: 'baseline', planned: true },
  { timepoint: 'TP1', label: 'TP 1', kind: 'followUp', planned: true },
];

export const page = (rows: Row[], next: string | null = null): Page => ({ timepoints, rows, next });

export const summary: Summary = {
  subjects: 1204,
  total: { slots: 4212, late: 38, stuck: 12, states: { signed: 4000, waiting: 212 } },
  sites: [
    { site: '101', slots: 4200, late: 38, stuck: 12, states: { signed: 4000, waiting: 200 } },
    { site: null, slots: 12, late: 0, stuck: 0, states: { waiting: 12 } },
  ],
  timepoints: [{ timepoint: 'BL', slots: 4212, late: 38, stuck: 12, states: { signed: 4000 } }],
  readers: [{ reader: 'ben', slots: 2106, late: 8, stuck: 2, states: { signed: 2000 } }],
};

/** Timepoints go to readers as they arrive. */
/** The trial has the track of its endpoint alone. */
export const oneTrack = { tracks: [{ track: 'efficacy', kind: 'efficacy' }] };

export const onArrival: Releases = {
  ...{ when: 'onArrival', size: null, gathered: 0, waiting: [], batches: [] },
};

type Place = Sheet['timepoints'][number]['places'][number];

export const place = (name: string | null, more: Partial<Place> = {}): Place => ({
  ...{ slot: name, component: 'all', standing: 'waiting', readState: 'ready' },
  ...{ task: name === null ? null : 'read', readId: null, opened: false },
  ...{ since: null, due: null, late: false, reader: null, reasons: [] },
  ...more,
});

export const visit = (
  timepoint: string,
  state: string,
  places: Place[]
): Sheet['timepoints'][number] => ({
  ...{ timepoint, label: `Visit ${timepoint}`, kind: 'followUp', state },
  ...{
    since: null,
    windowEnd: null,
    awaited: state !== 'missed' && state !== 'notReadable',
    places,
  },
});

export const act = (name: string, more: Partial<Sheet['history'][number]> = {}) => ({
  ...{ at: '2026-03-01T09:00:00.000Z', act: name, by: 'ben', timepoint: null, slot: null },
  ...{ changes: [], times: 1, until: null, params: {} },
  ...more,
});

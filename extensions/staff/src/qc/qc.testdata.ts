import { act } from 'react';
import type { Bench } from '../roomBench.testdata.js';
import type { Exam, Impact, Query } from './qcData.js';

/** An exam that nobody has begun to check: one series with a role proposed, one with a gap and without a role. */
export const exam: Exam = {
  ...{ id: 'exam-1', state: 'matched', version: 1, subject: 'S-1', site: '101' },
  ...{ timepoints: ['TP1'], date: '2026-03-02', claimedBy: null, series: 2 },
  ...{ withoutRole: 1, withProblem: 1, openQueries: 0 },
  arrivedAt: '2026-03-03T09:00:00.000Z',
  reasons: ['seriesWithProblem', 'seriesWithoutRole'],
  protocol: {
    ...{ qc: 'automatic', purposes: ['read', 'recist-1.1'], regions: ['chest'] },
    roles: [
      {
        ...{ role: 'CT-PV-AX', modality: 'CT', maxSliceThicknessMm: 5, maxGapMm: null },
        ...{ maxPixelSpacingMm: null, minCoverageMm: 300, contrast: 'with', sameScanner: null },
        attributes: [],
      },
      {
        ...{ role: 'MR-T1', modality: 'MR', maxSliceThicknessMm: null, maxGapMm: null },
        ...{ maxPixelSpacingMm: null, minCoverageMm: null, contrast: null, sameScanner: null },
        attributes: [],
      },
    ],
    timepoints: [
      {
        ...{ timepoint: 'TP1', label: 'Week 8', state: 'incomplete' },
        roles: [
          { role: 'CT-PV-AX', there: true },
          { role: 'MR-T1', there: false },
        ],
      },
    ],
  },
  reads: [
    {
      ...{ readId: 'read-1', timepoint: 'TP1', slot: 'R1', component: 'all', version: 2 },
      ...{ state: 'draft', returnable: true },
    },
    {
      ...{ readId: 'read-2', timepoint: 'TP1', slot: 'R2', component: 'all', version: 1 },
      ...{ state: 'signed', returnable: false },
    },
  ],
  seriesList: [
    {
      ...{ id: 'series-1', seriesUid: '1.2.3', date: '2026-03-02', images: 60, modality: 'CT' },
      ...{ role: 'CT-PV-AX', problems: [], judged: false, usable: { read: 'yes', reason: null } },
    },
    {
      ...{ id: 'series-2', seriesUid: '1.2.4', date: null, images: null, modality: 'CT' },
      ...{ role: null, judged: false, usable: { read: 'limited', reason: 'noRole' } },
      problems: [{ code: 'noRole' }, { code: 'missingSlices', missing: [4, 7, 8, 9], of: 60 }],
    },
  ],
  decisions: [],
};

export const claimed: Exam = { ...exam, state: 'inQc', claimedBy: 'anna' };

/** All of it judged. */
export const judged: Exam = {
  ...claimed,
  seriesList: claimed.seriesList.map(series => ({
    ...{ ...series, judged: true, role: 'CT-PV-AX', usable: { read: 'yes', reason: null } },
  })),
};

export const query: Query = {
  ...{ id: 'query-1', state: 'open', site: '101', subject: 'S-1', exam: 'exam-1' },
  ...{ timepoints: ['TP1'], series: null, seriesModality: null, seriesRole: null, rule: null },
  ...{ text: 'Slices 7 to 9 are missing. Send them?', dueDate: '2026-03-09', overdue: true },
  ...{ askedAt: '2026-03-03T09:00:00.000Z', saidAt: '2026-03-03T09:00:00.000Z' },
  thread: [
    {
      ...{ act: 'ask', text: 'Slices 7 to 9 are missing. Send them?', by: 'quin' },
      at: '2026-03-03T09:00:00.000Z',
    },
  ],
};

export const impact: Impact = {
  ...{ id: 'impact-1', readId: 'read-2', cause: 'imagesArrived', subject: 'S-1' },
  ...{ timepoint: 'TP1', slot: 'R2', version: 1, readState: 'impactPending', exam: 'exam-1' },
  ...{ examDate: '2026-03-02', changed: 'TP1', noticedAt: '2026-03-04T09:00:00.000Z' },
  ...{ decidable: true, decision: null, decidedBy: null, reason: null },
};

/** Chooses in the labelled list. */
export function choose({ place }: Bench, label: string, value: string): void {
  const found = [...place.querySelectorAll('label')].find(one => one.textContent === label);
  const list = found === undefined ? null : place.querySelector(`[id="${found.htmlFor}"]`);
  if (!(list instanceof HTMLSelectElement)) throw new Error(`no list ${label}`);
  act(() => {
    list.value = value;
    list.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

/** Chooses the option whose words begin so. */
export function tick({ place }: Bench, words: string): void {
  const label = [...place.querySelectorAll('label')].find(one =>
    one.textContent?.startsWith(words)
  );
  const option = label?.querySelector('input');
  if (option == null) throw new Error(`no option ${words}`);
  act(() => option.click());
}

export const sheetOf = ({ place }: Bench): string =>
  place.querySelector('aside')?.textContent ?? '';

export const buttonsOf = ({ place }: Bench): string[] =>
  [...place.querySelectorAll('aside button')].map(({ textContent }) => textContent ?? '');

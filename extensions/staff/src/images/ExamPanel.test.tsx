import { afterEach, expect, it } from '@jest/globals';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { ClientError } from '@corelab/client';
import type { ImageLoadListener, ImageLoads } from '@corelab/host';
import { lastCase } from '@corelab/ui';
import { fakeServer, sessionOf } from '../roomBench.testdata.js';
import { exam } from '../qc/qc.testdata.js';
import type { ExamPane, ExamPanes, NamedSeries } from './examPanes.js';
import { ExamPanel } from './ExamPanel.js';
import { PaneNames } from './PaneNames.js';
import { forgetOpenedExam } from './openedExams.js';

const oneExam = '/api/admin/trials/{trial}/exams/{exam}';
const images = {
  studyInstanceUid: '2.25.1',
  series: [
    { series: 'series-1', seriesInstanceUid: '2.25.2', images: 60 },
    { series: 'series-2', seriesInstanceUid: '2.25.3', images: 60 },
  ],
};

let end = (): void => undefined;
afterEach(() => {
  end();
  forgetOpenedExam();
});

const settle = async (): Promise<void> => {
  for (let round = 0; round < 4; round += 1) {
    await act(async () => new Promise(done => setTimeout(done, 0)));
  }
};

async function open(more: object = {}, study = '2.25.1', roles = ['qcTechnologist']) {
  const { server, asked } = fakeServer(sessionOf(...roles), {
    [`get ${oneExam}`]: exam,
    [`get ${oneExam}/acquisition`]: { series: [] },
    [`get ${oneExam}/deidentification`]: { off: null, images: 0, reports: [] },
    [`post ${oneExam}/images`]: images,
    'get /api/admin/trials/{trial}/exams': { exams: [exam], sites: [], next: null },
    'get /api/admin/trials/{trial}/queries': { queries: [], sites: [], next: null },
    ...more,
  });
  const told: unknown[] = [];
  const gone: string[] = [];
  const reloads: string[] = [];
  const element = document.body.appendChild(document.createElement('div'));
  const shown: readonly ExamPane[] = [
    {
      ...{ viewportId: 'pane-1', element, active: true, seriesInstanceUid: '2.25.2' },
      ...{ slice: 7, slices: 60, coming: false, window: { width: 400, center: 40 } },
      thicknessMm: 2.5,
    },
  ];
  const named: NamedSeries[][] = [];
  const listeners = new Set<() => void>();
  const none: NamedSeries[] = [];
  const panes = {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => shown,
    getSeries: () => named.at(-1) ?? none,
    nameSeries: (series: NamedSeries[]) => {
      named.push(series);
      listeners.forEach(listener => listener());
    },
    show: (...given: unknown[]) => void told.push(['show', ...given]),
    setWindow: (window: unknown) => void told.push(['window', window]),
    clearLengths: () => void told.push(['clear']),
  } as unknown as ExamPanes;
  const following: ImageLoadListener[] = [];
  const loads = {
    follow: (listener: ImageLoadListener) => {
      following.push(listener);
      return { unsubscribe: () => undefined };
    },
    load: async (imageId: string) => void told.push(['load', imageId]),
  } as unknown as ImageLoads;
  const place = document.body.appendChild(document.createElement('div'));
  const root: Root = createRoot(place);
  await act(async () =>
    root.render(
      <>
        <ExamPanel
          server={server}
          panes={panes}
          loads={loads}
          search={`?StudyInstanceUIDs=${study}&trial=T-1&exam=exam-1&series=2`}
          go={address => gone.push(address)}
          reload={address => reloads.push(address)}
        />
        <PaneNames panes={panes} />
      </>
    )
  );
  await settle();
  end = () => {
    act(() => root.unmount());
    place.remove();
    element.remove();
  };
  const press = async (words: string): Promise<void> => {
    const found = [...place.querySelectorAll('button')].find(
      one => one.textContent === words || one.getAttribute('aria-label') === words
    );
    if (found === undefined) throw new Error(`no button ${words} in ${place.textContent}`);
    await act(async () => found.click());
    await settle();
  };
  return { place, element, asked, told, gone, reloads, press, following };
}

it('has what is checked and decided of the exam, and the way back to it', async () => {
  const { place, asked } = await open();
  for (const words of ['S-1, TP1', 'Take the check', 'Ask the site', 'CT-PV-AX']) {
    expect(place.textContent).toContain(words);
  }
  expect(asked.filter(({ method }) => method === 'post')).toHaveLength(1);
  expect(lastCase()).toMatchObject({
    ...{ subject: 'S-1', timepoint: 'TP1' },
    returnTo: { address: '/qc?trial=T-1&tab=exams&open=exam-1' },
  });
});

it('names over each pane its series, slice, thickness and window', async () => {
  const { element } = await open();
  for (const words of ['CT-PV-AX', 'Slice 7/60', '2.5 mm', 'W 400 L 40']) {
    expect(element.textContent).toContain(words);
  }
});

it('brings a series into the active pane, and windows and lengths are its', async () => {
  const { press, told } = await open();
  await press('Show CT, series 2 of 2 in the active pane');
  await press('Lung');
  await press('As acquired');
  await press('Remove lengths');
  expect(told).toEqual([
    ['show', '2.25.3'],
    ['window', { center: -600, width: 1500 }],
    ['window', null],
    ['clear'],
  ]);
});

it('says which images did not come, and asks for them again', async () => {
  const { place, following, press, told } = await open();
  expect(place.querySelector('[role="alert"]')).toBeNull();
  act(() => following.at(-1)?.failed('wadors:a', 503));
  expect(place.querySelector('[role="alert"]')?.textContent).toContain('1 image did not come.');
  await press('Try again');
  expect(told).toEqual([['load', 'wadors:a']]);
  act(() => following.at(-1)?.loaded('wadors:a'));
  expect(place.querySelector('[role="alert"]')).toBeNull();
});

it('loads the page anew where the exam has other images than the address names', async () => {
  const { reloads, place } = await open({}, '2.25.9');
  expect(reloads).toEqual(['/exam-qc?StudyInstanceUIDs=2.25.1&trial=T-1&exam=exam-1&series=2']);
  expect(place.textContent).not.toContain('Take the check');
});

it('goes on to the images of the next exam once this one is decided', async () => {
  const claimed = { ...exam, state: 'inQc', claimedBy: 'anna' };
  let state = 'inQc';
  const { press, reloads } = await open({
    [`get ${oneExam}`]: () => ({
      ...claimed,
      state,
      seriesList: exam.seriesList.map(one => ({ ...one, judged: true, role: 'CT-PV-AX' })),
    }),
    [`post ${oneExam}/decide`]: () => {
      state = 'passed';
      return { id: 'exam-1', state };
    },
    'get /api/admin/trials/{trial}/exams': {
      exams: [{ ...exam, id: 'exam-2' }],
      ...{ sites: [], next: null },
    },
  });
  await press('Pass');
  await press('Next exam');
  expect(reloads).toEqual(['/exam-qc?StudyInstanceUIDs=2.25.1&trial=T-1&exam=exam-2&series=2']);
});

it('is not there for who does no QC of the trial, and says what the server refuses', async () => {
  const { place, asked } = await open({}, '2.25.1', ['auditor']);
  expect(asked.filter(({ method }) => method === 'post')).toEqual([]);
  expect(place.textContent).not.toContain('S-1');
  end();
  const refused = await open({
    [`post ${oneExam}/images`]: new ClientError('CL_X', 409, 'Broke.'),
  });
  expect(refused.place.querySelector('[role="alert"]')?.textContent).toContain('Broke.');
});

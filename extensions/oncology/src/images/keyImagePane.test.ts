import { describe, expect, it } from '@jest/globals';
import type { HostServices } from '@corelab/host';
import { runCaseAction } from '../keys/caseActions.js';
import {
  currentStudy,
  earlierStudy,
  followUpContext,
  noPanes,
  openBench,
} from '../case/caseBench.testdata.js';
import { keyImageText, showKeyImage } from '../lesions/keyImageActs.js';
import { KeyImagePane, type ShownImage } from './keyImagePane.js';

const imageId = (study: string, series: number, slice: number): string =>
  `wadors:/reads/r1/dicomweb/studies/${study}/series/${study}.${series}/instances/${study}.${series}.${slice}/frames/1`;
const place = (study: string, slice: number, series = 1): ShownImage => ({
  studyInstanceUid: study,
  seriesInstanceUid: `${study}.${series}`,
  sopInstanceUid: `${study}.${series}.${slice}`,
  frameNumber: 1,
  windowCenter: 40,
  windowWidth: 400,
});

/** A pane that shows one series of nine slices at a time. */
class Pane {
  slice = 2;
  window = { lower: -160, upper: 239 };

  readonly study: string;
  series: number;

  constructor(study: string, series = 1) {
    this.study = study;
    this.series = series;
  }

  readonly viewport = {
    getImageIds: () =>
      [...Array(9).keys()].map(index => imageId(this.study, this.series, index + 1)),
    getCurrentImageIdIndex: () => this.slice - 1,
    getCurrentImageId: () => imageId(this.study, this.series, this.slice),
    setImageIdIndex: (index: number) => {
      this.slice = index + 1;
      return Promise.resolve();
    },
    getProperties: () => ({ voiRange: this.window }),
    setProperties: ({ voiRange }: { voiRange: { lower: number; upper: number } }) => {
      this.window = voiRange;
    },
    render: () => undefined,
  };
}

function bench(...panes: Pane[]) {
  const listeners = new Set<() => void>();
  const displaySet = (study: string, series: number) => ({
    displaySetInstanceUID: `ds ${study}.${series}`,
    StudyInstanceUID: study,
    SeriesInstanceUID: `${study}.${series}`,
    instances: [],
  });
  const state = { active: '0' };
  const services = {
    viewportGridService: {
      getActiveViewportId: () => state.active,
      getState: () => ({
        viewports: new Map(
          panes.map(({ study, series }, index) => [
            String(index),
            { viewportId: String(index), displaySetInstanceUIDs: [`ds ${study}.${series}`] },
          ])
        ),
      }),
      setDisplaySetsForViewports: (entries: { displaySetInstanceUIDs: string[] }[]) => {
        const series = Number(entries[0]?.displaySetInstanceUIDs[0]?.slice(-1));
        const pane = panes[0];
        if (pane !== undefined) pane.series = series;
      },
    },
    cornerstoneViewportService: {
      EVENTS: { VIEWPORT_DATA_CHANGED: 'changed' },
      getCornerstoneViewport: (id: string) => panes[Number(id)]?.viewport ?? null,
      subscribe: (_event: string, listener: () => void) => {
        listeners.add(listener);
        return { unsubscribe: () => listeners.delete(listener) };
      },
    },
    displaySetService: {
      getDisplaySetByUID: (uid: string) => {
        const [study, series] = [uid.slice(3, -2), Number(uid.slice(-1))];
        return displaySet(study, series);
      },
      getDisplaySetsForSeries: (series: string) => [
        displaySet(series.slice(0, -2), Number(series.slice(-1))),
      ],
    },
  } as unknown as HostServices;
  const studies = followUpContext().studies;
  return {
    pane: new KeyImagePane(services, studies, task => task()),
    state,
    listeners,
    dataChanged: () => [...listeners].forEach(listener => listener()),
  };
}

describe('KeyImagePane', () => {
  it('takes slice, frame and window of the active pane', () => {
    const { pane, state } = bench(new Pane(currentStudy), new Pane(earlierStudy));
    expect(pane.active()).toEqual(place(currentStudy, 2));
    state.active = '1';
    expect(pane.active()).toEqual(place(earlierStudy, 2));
  });

  it('takes nothing from a pane that shows no image of this read', () => {
    const { pane, state } = bench(new Pane('9.9.9'));
    expect(pane.active()).toBeNull();
    state.active = 'none';
    expect(pane.active()).toBeNull();
  });

  it('goes back to slice and window, and says where it is', () => {
    const shown = new Pane(currentStudy);
    const { pane } = bench(shown);
    const image = { ...place(currentStudy, 7), windowCenter: -600, windowWidth: 1500 };
    expect(pane.show(image)).toBe(true);
    expect(shown.slice).toBe(7);
    expect(shown.window).toEqual({ lower: -1350, upper: 149 });
    expect(pane.sliceOf(image)).toBe(7);
    expect(pane.sliceOf(place(earlierStudy, 7))).toBeNull();
    expect(pane.show(place(earlierStudy, 7))).toBe(false);
  });

  it('brings another series into the pane and goes to the slice when it is there, once', () => {
    const shown = new Pane(currentStudy);
    const { pane, dataChanged, listeners } = bench(shown);
    expect(pane.show(place(currentStudy, 5, 2))).toBe(true);
    expect(shown).toMatchObject({ series: 2, slice: 2 });
    dataChanged();
    expect(shown.slice).toBe(5);
    expect(listeners.size).toBe(0);
  });
});

describe('key images of a read', () => {
  it('are taken for the selected lesion, named, undone, and shown again', async () => {
    const shown = new Pane(currentStudy);
    const { pane } = bench(shown);
    const commands = {
      ...noPanes,
      activeImage: () => pane.active(),
      showImage: (image: ShownImage) => pane.show(image),
      sliceOf: (image: ShownImage) => pane.sliceOf(image),
    };
    const { store } = await openBench(followUpContext());
    store.select('2.25.1');
    runCaseAction(store, 'keyImage', commands);
    expect(store.getSnapshot()).toMatchObject({
      prompt: 'T01. Key image: slice 2 of TP 1, window 400/40.',
      offersUndo: true,
    });
    const [image] = store.getSnapshot().document.keyImages;
    expect(image).toEqual({ ...place(currentStudy, 2), lesion: '2.25.1' });
    if (image === undefined) throw new Error('no key image');
    shown.slice = 9;
    showKeyImage(store, commands, image);
    expect(shown.slice).toBe(2);
    expect(keyImageText(store, noPanes, image)).toBe('Key image: TP 1, window 400/40');
    showKeyImage(store, noPanes, image);
    expect(store.getSnapshot().prompt).toBe('No pane shows the timepoint of this key image');
    store.undo();
    expect(store.getSnapshot().document.keyImages).toEqual([]);
    store.select(null);
    runCaseAction(store, 'keyImage', commands);
    expect(store.getSnapshot().document.keyImages).toMatchObject([{ lesion: null }]);
  });

  it('are refused where no image is shown', async () => {
    const { store } = await openBench(followUpContext());
    runCaseAction(store, 'keyImage', noPanes);
    expect(store.getSnapshot().prompt).toContain('The active pane shows no image');
    expect(store.getSnapshot().document.keyImages).toEqual([]);
  });
});

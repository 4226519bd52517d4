import { describe, expect, it } from '@jest/globals';
import type { HangingStage, ReadStudy } from '@corelab/client';
import type { GridPlace, HostServices } from '@corelab/host';
import type { SavedView } from '../case/viewKeeper.js';
import type { PaneCase } from './paneCase.js';
import { PaneStage } from './paneStage.js';

const stages: HangingStage[] = [
  {
    ...{ rows: 2, columns: 2 },
    panes: [
      { role: 'PT', timepoint: 'current' },
      { role: 'CT', timepoint: 'current' },
      { role: 'PT', timepoint: 'baseline' },
      { role: 'CT', timepoint: 'baseline' },
    ],
  },
  {
    ...{ rows: 1, columns: 2 },
    panes: [
      { role: 'CT', timepoint: 'current' },
      { role: 'CT', timepoint: 'previous' },
    ],
  },
];
/** Series by their names in this test: host and images know numbers alone. */
const uids = ['now', 'first', 'before', 'CT', 'PT', 'MR'];
const numbered = (name: string): string =>
  name
    .split('-')
    .map(part => uids.indexOf(part) + 1)
    .join('.');
const named = (uid: string): string =>
  uid
    .split('.')
    .map(part => uids[Number(part) - 1])
    .join('-');

const study = (uid: string, roles = ['CT', 'PT']): ReadStudy => ({
  ...{ studyInstanceUid: numbered(uid), timepoint: uid, current: uid === 'now', notShown: [] },
  series: roles.map(role => ({
    ...{ seriesInstanceUid: numbered(`${uid}-${role}`), role, problems: [] },
  })),
  ...(uid === 'now' ? { stages } : {}),
});

/** A host whose grid does what it is told, and a case of two timepoints. */
function bench(
  change: { studies?: ReadStudy[]; savedView?: Partial<SavedView>; width?: number } = {}
) {
  const studies = change.studies ?? [study('now'), study('first'), study('before')];
  const said = { compared: numbered('first'), width: change.width ?? 1440 };
  let [rows, columns] = [1, 2];
  // As the host's own protocol has them: the first series of each study.
  let grid = new Map([
    ['current', numbered('now-CT')],
    ['comparison', numbered('first-CT')],
  ]);
  const displaySet = (uid: string) => ({
    ...{ displaySetInstanceUID: uid, SeriesInstanceUID: uid, numImageFrames: 9 },
    StudyInstanceUID: uid.split('.')[0],
  });
  const services = {
    displaySetService: {
      getDisplaySetByUID: displaySet,
      getDisplaySetsForSeries: (uid: string) => [displaySet(uid)],
    },
    cornerstoneViewportService: {
      getCornerstoneViewport: (id: string) => ({
        getProperties: () => ({ voiRange: { lower: 0, upper: 1 } }),
        getImageIds: () => [
          `wadors:/x/studies/${grid.get(id)?.split('.')[0]}/series/${grid.get(id)}/instances/1/frames/1`,
        ],
      }),
    },
    viewportGridService: {
      getState: () => ({
        activeViewportId: 'current',
        layout: { numRows: rows, numCols: columns },
        viewports: new Map(
          [...grid].map(([id, uid]) => [id, { viewportId: id, displaySetInstanceUIDs: [uid] }])
        ),
      }),
      setDisplaySetsForViewports: (
        entries: { viewportId: string; displaySetInstanceUIDs: string[] }[]
      ) => {
        entries.forEach(one => grid.set(one.viewportId, one.displaySetInstanceUIDs[0] ?? ''));
      },
      setLayout: (layout: {
        numRows: number;
        numCols: number;
        findOrCreateViewport(at: number): GridPlace | undefined;
      }) => {
        [rows, columns] = [layout.numRows, layout.numCols];
        const places = Array.from({ length: rows * columns }, (_, at) =>
          layout.findOrCreateViewport(at)
        );
        grid = new Map(
          places.flatMap(place => {
            const id = place?.viewportOptions['viewportId'];
            const uid = place?.displaySetInstanceUIDs[0];
            return typeof id === 'string' && uid !== undefined ? [[id, uid] as const] : [];
          })
        );
      },
    },
  } as unknown as HostServices;
  const store = {
    context: { studies, charter: {} },
    get comparedStudy() {
      return said.compared;
    },
    studyAs: (word: string) =>
      ({ baseline: numbered('first'), previous: numbered('before') })[word] ?? null,
    savedView:
      change.savedView === undefined
        ? null
        : { layout: '', panes: [], selectedLesion: null, comparison: null, ...change.savedView },
  } as unknown as PaneCase;
  const stage = new PaneStage({
    ...{ store, services, width: () => said.width },
    ...{ beforeChange: () => undefined, beforeLayout: () => undefined },
  });
  const shown = (): string[] => [
    `${rows}x${columns}`,
    ...[...grid].map(([id, uid]) => `${id} ${named(uid)}`),
  ];
  return { stage, said, shown, grid: () => grid };
}

const both = [
  '2x2',
  ...['current now-PT', 'pane-2 now-CT', 'comparison first-PT', 'pane-4 first-CT'],
];

describe('the panes on the screen', () => {
  it('become those of the first stage, each with its role', () => {
    const { stage, shown } = bench();
    expect(stage.isArranged).toBe(false);
    stage.arrange();
    expect(shown()).toEqual(both);
    expect(stage.isArranged).toBe(true);
  });

  it('get their role back from a host that lays its own series over it, but not from a lesion', () => {
    const { stage, shown, grid } = bench();
    stage.arrange();
    grid().set('comparison', numbered('first-CT'));
    stage.arrange();
    expect(shown()).toEqual(both);
    stage.layout.brings('comparison', numbered('first-CT'));
    grid().set('comparison', numbered('first-CT'));
    stage.arrange();
    expect(shown()).toContain('comparison first-CT');
    expect(stage.isArranged).toBe(true);
  });

  it('are those of the next stage, and follow the comparison', () => {
    const { stage, said, shown } = bench();
    stage.go(1);
    expect(stage.place).toEqual({ at: 1, of: 2 });
    expect(stage.word).toBe('previous');
    stage.arrange();
    expect(shown()).toEqual(['1x2', 'current now-CT', 'comparison first-CT']);
    said.compared = numbered('before');
    stage.arrange();
    expect(shown()).toEqual(['1x2', 'current now-CT', 'comparison before-CT']);
  });

  it('are one alone and the next one in its place, or all', () => {
    const { stage, shown } = bench();
    stage.arrange();
    stage.toggleAlone('pane-2');
    expect(shown()).toEqual(['1x1', 'pane-2 now-CT']);
    stage.swap();
    expect(shown()).toEqual(['1x1', 'comparison first-PT']);
    stage.showCurrent();
    expect(shown()).toEqual(['1x1', 'current now-PT']);
    stage.toggleAlone('current');
    expect(shown()).toEqual(both);
  });

  it('are one where there is no room for more', () => {
    const { stage, said, shown } = bench({ width: 1200 });
    stage.arrange();
    expect(shown()).toEqual(['1x1', 'current now-PT']);
    stage.swap();
    expect(shown()).toEqual(['1x1', 'pane-2 now-CT']);
    said.width = 1440;
    stage.arrange();
    expect(shown()).toEqual(both);
    expect(stage.name).toBe('2x2');
  });

  it('show other images where the timepoint has none of the role', () => {
    const { stage, shown } = bench({ studies: [study('now'), study('first', ['MR'])] });
    stage.arrange();
    expect(shown().slice(3)).toEqual(['comparison first-MR', 'pane-4 first-MR']);
    expect(stage.isArranged).toBe(true);
  });

  it('are the plain two where no stage has images', () => {
    const { stage, shown } = bench({ studies: [study('now', ['MR']), study('first', ['MR'])] });
    expect(stage.place).toEqual({ at: -1, of: 0 });
    stage.arrange();
    expect(shown()[0]).toBe('1x2');
  });

  it('come back in the saved stage, with the series that was chosen', () => {
    const view = {
      ...{ timepoint: 'now', studyInstanceUid: numbered('now') },
      ...{ seriesInstanceUid: numbered('now-PT') },
      ...{ sopInstanceUid: '1', windowCenter: null, windowWidth: null, zoom: null, pan: null },
    };
    const { stage, shown, grid } = bench({ savedView: { layout: '1x2 stage 2', panes: [view] } });
    expect(stage.restore()).toMatchObject([{ place: { id: 'current' } }]);
    grid().set('current', numbered('now-PT'));
    stage.arrange();
    expect(shown()).toEqual(['1x2', 'current now-PT', 'comparison first-CT']);
    expect(stage.name).toBe('1x2 stage 2');
  });

  it('come back as one alone', () => {
    const view = {
      ...{ timepoint: 'first', studyInstanceUid: numbered('first') },
      ...{ seriesInstanceUid: numbered('first-CT') },
      ...{ sopInstanceUid: '1', windowCenter: null, windowWidth: null, zoom: null, pan: null },
    };
    const { stage, shown } = bench({ savedView: { layout: '1x1', panes: [view] } });
    stage.restore();
    stage.arrange();
    expect(shown()).toEqual(['1x1', 'pane-4 first-CT']);
    expect(stage.name).toBe('1x1');
  });
});

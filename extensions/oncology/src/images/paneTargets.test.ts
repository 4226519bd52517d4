import { describe, expect, it } from '@jest/globals';
import type { ReadStudy } from '@corelab/client';
import type { HostServices } from '@corelab/host';
import { PaneTargets } from './paneTargets.js';
import type { PanePlace } from './stagePlan.js';

const study = (uid: string, ...series: [string, string][]): ReadStudy => ({
  ...{ studyInstanceUid: uid, timepoint: uid, current: uid === 'now', notShown: [] },
  series: series.map(([seriesInstanceUid, role]) => ({ seriesInstanceUid, role, problems: [] })),
});
const studies = [
  study('now', ['now.pt', 'PT'], ['now.ct', 'CT'], ['now.thin', 'CT']),
  study('first', ['first.pt', 'PT'], ['first.ct', 'CT']),
];
const place = (id: string, studyInstanceUid: string, role: string | null): PanePlace => ({
  ...{ id, studyInstanceUid, role, windowPreset: null, compares: false, row: 0, column: 0 },
});
const all = [
  place('current', 'now', 'PT'),
  place('pane-2', 'now', 'CT'),
  place('comparison', 'first', 'PT'),
];
const image = (studyInstanceUid: string, seriesInstanceUid: string) => ({
  ...{ studyInstanceUid, seriesInstanceUid, sopInstanceUid: '1' },
});

/** Targets over panes that show these series, the layout having them all or these alone. */
function targets(
  shown: Readonly<Record<string, string>>,
  wanted: readonly PanePlace[] = all,
  about = ''
) {
  const services = {
    viewportGridService: {
      getState: () => ({
        viewports: new Map(
          Object.entries(shown).map(([viewportId, uid]) => [
            viewportId,
            { viewportId, displaySetInstanceUIDs: [uid] },
          ])
        ),
      }),
    },
    cornerstoneViewportService: { getCornerstoneViewport: () => ({}) },
    displaySetService: {
      getDisplaySetByUID: (uid: string) => ({
        ...{ SeriesInstanceUID: uid, StudyInstanceUID: uid.split('.')[0] },
      }),
    },
  } as unknown as HostServices;
  return new PaneTargets(
    services,
    { studies },
    {
      ...{
        shown: () => wanted,
        all: () => all,
        brings: () => undefined,
        holds: id => id !== about,
      },
    }
  );
}
const usual = { current: 'now.pt', 'pane-2': 'now.ct', comparison: 'first.pt' };

describe('an image goes to', () => {
  it('the pane that shows its series, whatever that is for', () => {
    expect(targets(usual).paneFor(image('now', 'now.ct'))?.id).toBe('pane-2');
    const chosen = { ...usual, current: 'now.ct', 'pane-2': 'now.thin' };
    expect(targets(chosen).paneFor(image('now', 'now.ct'))?.id).toBe('current');
  });

  it('else the pane for its kind, else the first of its timepoint', () => {
    expect(targets(usual).paneFor(image('now', 'now.thin'))?.id).toBe('pane-2');
    expect(targets(usual).paneFor(image('first', 'first.ct'))?.id).toBe('comparison');
    expect(targets(usual).paneFor(image('before', 'before.ct'))).toBeUndefined();
  });

  it('the pane that stands alone, if that is of its timepoint; else to one that waits', () => {
    const alone = all.slice(0, 1);
    const shown = { current: 'now.pt' };
    expect(targets(shown, alone).paneFor(image('now', 'now.ct'))?.id).toBe('current');
    expect(targets(shown, alone).paneFor(image('first', 'first.pt'))?.id).toBe('comparison');
  });
});

describe('a pane that goes to a place of the body', () => {
  it('stays with the kind of images that it shows, the shown series first', () => {
    expect(targets(usual).seriesFor('now', 'pane-2', 'CT')).toEqual(['now.ct', 'now.thin']);
    const thin = { ...usual, 'pane-2': 'now.thin' };
    expect(targets(thin).seriesFor('now', 'pane-2', 'CT')).toEqual(['now.thin', 'now.ct']);
    const chosen = { ...usual, 'pane-2': 'now.pt' };
    expect(targets(chosen).seriesFor('now', 'pane-2', 'CT')).toEqual(['now.pt']);
  });

  it('takes one of the kind it is for while it shows what it is about to lose', () => {
    const other = { ...usual, 'pane-2': 'now.pt' };
    const uids = targets(other, all, 'pane-2').seriesFor('now', 'pane-2', 'CT');
    expect(uids).toEqual(['now.ct', 'now.thin']);
  });

  it('may take any series where it is for none in particular', () => {
    expect(targets(usual).seriesFor('now', 'current', null)).toEqual([
      ...['now.pt', 'now.ct', 'now.thin'],
    ]);
  });

  it('takes one of its kind when it comes to the screen with another timepoint', () => {
    const other = { ...usual, comparison: 'now.pt' };
    expect(targets(other).seriesFor('first', 'comparison', 'PT')).toEqual(['first.pt']);
  });
});

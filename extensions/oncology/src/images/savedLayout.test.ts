import { describe, expect, it } from '@jest/globals';
import { emptyReadDocument, typedTexts, type PaneView } from '@corelab/reads';
import { identityIn } from '@corelab/identity';
import type { ReadStudy } from '@corelab/client';
import { layoutName, placedViews, savedLayout } from './savedLayout.js';
import type { PanePlace } from './stagePlan.js';

describe('the name of a layout in a saved view', () => {
  it('brings back stage and whether one pane stood alone', () => {
    const shapes = [
      { rows: 1, columns: 2 },
      { rows: 2, columns: 2 },
      { rows: 1, columns: 1 },
    ];
    for (const shape of shapes) {
      for (const stage of [0, 1, 19]) {
        expect(savedLayout(layoutName(shape, stage))).toEqual({
          ...{ alone: shape.columns === 1, stage },
        });
      }
    }
  });

  it('is still what views before there were stages have', () => {
    expect(layoutName({ rows: 1, columns: 2 }, 0)).toBe('1x2');
    expect(savedLayout('1x1')).toEqual({ alone: true, stage: 0 });
    expect(savedLayout('1x2')).toEqual({ alone: false, stage: 0 });
    expect(savedLayout('')).toEqual({ alone: false, stage: 0 });
  });

  it('is no text that could name a person', () => {
    const view = { ...emptyReadDocument().view, layout: layoutName({ rows: 4, columns: 6 }, 19) };
    const texts = typedTexts({ ...emptyReadDocument(), view });
    expect(texts.flatMap(({ text }) => identityIn(text))).toEqual([]);
  });
});

describe('saved views of panes', () => {
  const study = (uid: string): ReadStudy => ({
    ...{ studyInstanceUid: uid, timepoint: uid, current: uid === 'now', notShown: [] },
    series: ['PT', 'CT'].map(role => ({ seriesInstanceUid: `${uid} ${role}`, role, problems: [] })),
  });
  const place = (id: string, uid: string, role: string | null): PanePlace => ({
    ...{ id, studyInstanceUid: uid, role, windowPreset: null, compares: false, row: 0, column: 0 },
  });
  const view = (uid: string, role: string): PaneView => ({
    ...{ timepoint: uid, studyInstanceUid: uid, seriesInstanceUid: `${uid} ${role}` },
    ...{ sopInstanceUid: '1', windowCenter: null, windowWidth: null, zoom: null, pan: null },
  });
  const studies = [study('now'), study('first')];
  const placed = (views: PaneView[], places: PanePlace[]) =>
    placedViews(views, places, studies).map(one => one.place?.id ?? null);

  it('go to the panes of their timepoint and role, whatever of them was saved', () => {
    const places = [
      place('current', 'now', 'PT'),
      place('pane-2', 'now', 'CT'),
      place('comparison', 'first', 'PT'),
      place('pane-4', 'first', 'CT'),
    ];
    const views = [view('now', 'CT'), view('first', 'CT'), view('now', 'PT')];
    expect(placed(views, places)).toEqual(['pane-2', 'pane-4', 'current']);
  });

  it('go to the free pane of their timepoint where their role was chosen by the reader, and nowhere without one', () => {
    const places = [place('current', 'now', 'PT'), place('comparison', 'first', null)];
    const views = [view('now', 'CT'), view('now', 'PT'), view('first', 'PT')];
    expect(placed(views, places)).toEqual(['current', null, 'comparison']);
  });
});

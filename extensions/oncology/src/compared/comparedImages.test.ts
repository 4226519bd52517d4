import { describe, expect, it } from '@jest/globals';
import type { CommandsManager, HostServices } from '@corelab/host';
import { type Place } from '../images/panes.js';
import { PaneStage } from '../images/paneStage.js';
import {
  currentStudy,
  earlierStudy,
  openAdjudicationBench,
} from '../adjudication/adjudicationBench.testdata.js';
import { ComparedImages } from './comparedImages.js';

const quiet = { EVENTS: {}, subscribe: () => ({ unsubscribe: () => undefined }) };

/** Two panes whose studies, images and pictures the test says; the placer notes where it was to go. */
async function bench(studies: Record<'current' | 'comparison', string>) {
  const { store } = await openAdjudicationBench();
  const drawn = new Set<string>();
  const displaySet = (study: string) => ({
    ...{ displaySetInstanceUID: study, StudyInstanceUID: study },
    SeriesInstanceUID: `${study}.1`,
  });
  const services = {
    displaySetService: { ...quiet, getDisplaySetByUID: displaySet },
    viewportGridService: {
      ...quiet,
      getState: () => ({
        layout: { numRows: 1, numCols: 2 },
        viewports: new Map(
          Object.entries(studies).map(([viewportId, study]) => [
            viewportId,
            { viewportId, displaySetInstanceUIDs: [study] },
          ])
        ),
      }),
    },
    cornerstoneViewportService: {
      ...quiet,
      getCornerstoneViewport: (id: 'current' | 'comparison') => ({
        getImageIds: () => [
          `wadors:/x/studies/${studies[id]}/series/${studies[id]}.1/instances/${studies[id]}.1.1/frames/1`,
        ],
        getProperties: () => (drawn.has(id) ? { voiRange: { lower: 0, upper: 1 } } : {}),
      }),
    },
  } as unknown as HostServices;
  const shown: string[] = [];
  const listeners = new Set<() => void>();
  const stage = new PaneStage({
    ...{ store, services, width: () => 1440 },
    beforeChange: () => undefined,
    beforeLayout: () => undefined,
  });
  const images = new ComparedImages({
    ...{ store, services },
    commands: { runCommand: () => undefined } as unknown as CommandsManager,
    later: task => task(),
    placer: {
      imagesChanged: () => undefined,
      show: ({ studyInstanceUid }: Place) => void shown.push(studyInstanceUid),
      showNearest: study => void shown.push(study),
    },
    isArranged: () => stage.isArranged,
    afterDrawing: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  const draw = (pane: 'current' | 'comparison'): void => {
    drawn.add(pane);
    listeners.forEach(listener => listener());
  };
  return { images, studies, shown, draw };
}

describe('the panes of an adjudication that opens', () => {
  it('go to the first difference when both have drawn, whatever the host says', async () => {
    const { images, shown, draw } = await bench({
      current: currentStudy,
      comparison: earlierStudy,
    });
    images.start();
    expect(shown).toEqual([]);
    draw('current');
    expect(shown).toEqual([]);
    draw('comparison');
    expect(shown.sort()).toEqual([currentStudy, earlierStudy].sort());
    draw('comparison');
    expect(shown).toHaveLength(2);
  });

  it('are told nothing while they hold other timepoints', async () => {
    const { images, studies, shown, draw } = await bench({
      ...{ current: earlierStudy, comparison: currentStudy },
    });
    images.start();
    draw('current');
    draw('comparison');
    expect(shown).toEqual([]);
    studies.current = currentStudy;
    studies.comparison = earlierStudy;
    draw('current');
    expect(shown).toHaveLength(2);
  });

  it('are told nothing after the case was left', async () => {
    const { images, shown, draw } = await bench({
      current: currentStudy,
      comparison: earlierStudy,
    });
    images.start();
    images.stop();
    draw('current');
    draw('comparison');
    expect(shown).toEqual([]);
  });
});

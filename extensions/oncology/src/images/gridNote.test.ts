import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { HostServices } from '@corelab/host';
import type { ReadStudy } from '@corelab/client';
import { startGridNote } from './gridNote.js';

const study = (images: boolean): ReadStudy => ({
  studyInstanceUid: '1.2',
  timepoint: 'TP 1',
  current: true,
  series: images ? [{ seriesInstanceUid: '1', role: 'CT', problems: [] }] : [],
  notShown: [],
});

let place: HTMLElement;
let grid: HTMLElement;
let listeners: (() => void)[];
let panes: { viewportId: string; displaySetInstanceUIDs: string[] }[];

/** As much of the host as the note looks at: a grid whose panes come with an event. */
const services = (): HostServices => {
  const publisher = {
    EVENTS: { GRID_STATE_CHANGED: 'changed' },
    subscribe: (_event: string, listener: () => void) => {
      listeners.push(listener);
      return { unsubscribe: () => void (listeners = listeners.filter(one => one !== listener)) };
    },
  };
  return {
    viewportGridService: {
      ...publisher,
      getState: () => ({ viewports: new Map(panes.map(pane => [pane.viewportId, pane])) }),
    },
    cornerstoneViewportService: { EVENTS: {}, getCornerstoneViewport: () => ({}) },
    displaySetService: { getDisplaySetByUID: () => ({}) },
  } as unknown as HostServices;
};

beforeEach(() => {
  listeners = [];
  panes = [];
  place = document.body.appendChild(document.createElement('div'));
  place.dataset['panelId'] = 'viewerLayoutResizableViewportGridPanel';
  grid = place
    .appendChild(document.createElement('div'))
    .appendChild(document.createElement('div'));
});

afterEach(() => place.remove());

describe('the note in an empty grid', () => {
  it('says that images are loading, and goes when a pane has some', () => {
    startGridNote(services(), { studies: [study(true)], timepoint: 'TP 1' }, task => task());
    expect(grid.textContent).toBe('Loading images of TP 1');
    panes = [{ viewportId: 'a', displaySetInstanceUIDs: ['x'] }];
    listeners.forEach(listener => listener());
    expect(grid.textContent).toBe('');
  });

  it('says that nothing can be shown where nothing can', () => {
    startGridNote(services(), { studies: [study(false)], timepoint: 'TP 1' }, task => task());
    expect(grid.textContent).toContain('No image of TP 1 can be shown');
  });

  it('leaves nothing behind', () => {
    startGridNote(services(), { studies: [study(true)], timepoint: 'TP 1' }, task => task())();
    expect(grid.textContent).toBe('');
    expect(listeners).toEqual([]);
  });
});

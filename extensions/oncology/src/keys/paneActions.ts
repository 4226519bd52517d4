import { panesOf, type CommandsManager, type HostServices, type KeyBinding } from '@corelab/host';
import type { PaneBench } from '../images/paneBench.js';
import { asAcquired } from '../images/paneWindows.js';
import type { RestingTool } from '../images/viewerLink.js';

const windowIds = ['softTissue', 'lung', 'liver', 'bone', 'brain'] as const;

export type PaneAction =
  | 'link'
  | 'compare'
  | 'alone'
  | 'pan'
  | 'zoom'
  | 'overlay'
  | 'invert'
  | 'zoomIn'
  | 'zoomOut'
  | 'fit'
  | 'reset'
  | 'first'
  | 'last'
  | 'imageUp'
  | 'imageDown'
  | 'paneLeft'
  | 'paneRight'
  | 'seriesBack'
  | 'seriesOn'
  | 'stageBack'
  | 'stageOn'
  | 'hideMarks'
  | 'toggleMarks'
  | 'acquired'
  | 'nextWindow'
  | (typeof windowIds)[number];

const bind = (action: PaneAction, scopes: readonly string[], ...chords: string[]): KeyBinding[] =>
  chords.map(chord => ({ chord, scopes, action }));

/** The images' keys. Digits are windows only where no reason is asked, arrows the images' only where no list is open. */
export function paneKeys(
  always: readonly string[],
  arrows: readonly string[],
  windows: readonly string[]
): KeyBinding[] {
  return [
    ...bind('link', always, 'k'),
    ...bind('compare', always, 'v'),
    ...bind('alone', always, 'f'),
    ...bind('pan', always, 'g'),
    ...bind('zoom', always, 'z'),
    ...bind('overlay', always, 'o'),
    ...bind('invert', always, 'i'),
    ...bind('zoomIn', always, '+'),
    ...bind('zoomOut', always, '-'),
    ...bind('fit', always, '='),
    ...bind('reset', always, 'Space'),
    ...bind('first', always, 'Home'),
    ...bind('last', always, 'End'),
    ...bind('imageUp', arrows, 'ArrowUp'),
    ...bind('imageDown', arrows, 'ArrowDown'),
    ...bind('paneLeft', arrows, 'ArrowLeft'),
    ...bind('paneRight', arrows, 'ArrowRight'),
    ...bind('seriesBack', always, 'PageUp'),
    ...bind('seriesOn', always, 'PageDown'),
    ...bind('stageBack', always, 'Shift+PageUp'),
    ...bind('stageOn', always, 'Shift+PageDown'),
    { chord: '`', scopes: always, action: 'hideMarks', held: true },
    ...bind('toggleMarks', always, 'Shift+O'),
    ...windowIds.flatMap((id, index) => bind(id, windows, String(index + 1))),
    ...bind('acquired', windows, '0'),
    ...bind('nextWindow', always, 'y'),
  ];
}

/** What the left button does on the images. */
export interface MouseTools {
  readonly resting: RestingTool;
  rest(tool: RestingTool): void;
}

export interface PaneParts {
  bench: PaneBench;
  link: MouseTools;
  services: HostServices;
  commands: CommandsManager;
}

function stepPane(services: HostServices, by: 1 | -1): void {
  const { viewportGridService } = services;
  const ids = panesOf(services).map(({ viewportId }) => viewportId);
  const at = ids.indexOf(viewportGridService.getActiveViewportId() ?? '');
  const next = ids[Math.max(0, Math.min(ids.length - 1, at + by))];
  if (next !== undefined) {
    viewportGridService.setActiveViewportId(next);
  }
}

/** Runs an action of the images; false when it is none of theirs. */
export function runPaneAction(action: string, parts: PaneParts): boolean {
  const { bench, link, services, commands } = parts;
  const command = (name: string) => () => void commands.runCommand(name);
  const rest = (tool: RestingTool) => () => link.rest(link.resting === tool ? 'WindowLevel' : tool);
  const choose = (id: string) => () => bench.windows.choose(id);
  const acts: Record<PaneAction, () => void> = {
    link: () => bench.toggleLink(),
    compare: () => bench.nextComparison(),
    alone: () => bench.toggleAlone(),
    pan: rest('Pan'),
    zoom: rest('Zoom'),
    overlay: () => bench.toggleOverlay(),
    invert: command('invertViewport'),
    zoomIn: command('scaleUpViewport'),
    zoomOut: command('scaleDownViewport'),
    fit: command('fitViewportToWindow'),
    reset: command('resetViewport'),
    first: command('firstImage'),
    last: command('lastImage'),
    imageUp: command('previousImage'),
    imageDown: command('nextImage'),
    paneLeft: () => stepPane(services, -1),
    paneRight: () => stepPane(services, 1),
    seriesBack: () => bench.series.step(-1),
    seriesOn: () => bench.series.step(1),
    stageBack: () => bench.steps.step(-1),
    stageOn: () => bench.steps.step(1),
    hideMarks: () => bench.hideMarks(true),
    toggleMarks: () => bench.hideMarks(!bench.getSnapshot().marksHidden),
    acquired: choose(asAcquired),
    nextWindow: () => bench.windows.next(),
    softTissue: choose('softTissue'),
    lung: choose('lung'),
    liver: choose('liver'),
    bone: choose('bone'),
    brain: choose('brain'),
  };
  if (!Object.hasOwn(acts, action)) {
    return false;
  }
  bench.acted();
  acts[action as PaneAction]();
  return true;
}

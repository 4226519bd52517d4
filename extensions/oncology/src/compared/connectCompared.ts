import type { Schedule } from '@corelab/client';
import {
  cornerstoneLibraries,
  hostImageLoads,
  installCommandGuards,
  panesOf,
  type GuardOptions,
  type KeyBinding,
} from '@corelab/host';
import { announceCase, type CaseView } from '@corelab/ui';
import type { HostParts } from '../case/openCase.js';
import { subjectText } from '../case/subjectText.js';
import { startGridNote } from '../images/gridNote.js';
import { ImageRecovery } from '../images/imageRecovery.js';
import { PaneBench } from '../images/paneBench.js';
import { keysInBothWindows } from '../keys/keysInBothWindows.js';
import { runPaneAction } from '../keys/paneActions.js';
import { ComparedImages } from './comparedImages.js';
import { mountComparedLayer } from './ComparedLayer.js';
import type { ComparedCase } from './looking.js';

export interface ComparedParts {
  store: ComparedCase;
  schedule: Schedule;
  /** What the page's strip says is open. */
  announced: CaseView;
  keys: readonly KeyBinding[];
  /** The scope in which the keys are bound. */
  scope: string;
  /** Runs what is none of the images' actions; true means the key was used. */
  run(action: string): boolean;
  guards: GuardOptions;
}

/** The panes of a case of several reads: their images, marks, words and keys; `stop` ends all of it. */
export function connectCompared(
  { store, schedule, announced, keys, scope, run, guards }: ComparedParts,
  { services, commandsManager, extensionManager }: HostParts
): { images: ComparedImages; stop: () => void } {
  const { cornerstone, cornerstoneTools: tools } = cornerstoneLibraries(extensionManager);
  const later = (task: () => void): void => void setTimeout(task, 0);
  const host = { store, services, commands: commandsManager, later };
  const bench = new PaneBench({ ...host, tools, cornerstone, window });
  const images = new ComparedImages({
    ...{ ...host, placer: bench.placer },
    isArranged: () => bench.isArranged,
    afterDrawing: bench.subscribe,
  });
  installCommandGuards(commandsManager, guards);
  bench.start();
  images.start();
  const about = subjectText(store.compared.studies);
  announceCase({ ...announced, ...(about === null ? {} : { about }) });
  const recovery = new ImageRecovery({
    loads: hostImageLoads(extensionManager),
    shown: () => panesOf(services).map(({ viewport }) => viewport),
    schedule,
    onTrouble: trouble => store.setImageTrouble(trouble),
  });
  recovery.start();
  const panes = { bench, link: images, services, commands: commandsManager };
  const shown = { studies: [...store.compared.studies], timepoint: announced.subject };
  const stops = [
    () => images.stop(),
    () => bench.stop(),
    mountComparedLayer({ store, bench, services }),
    keysInBothWindows({
      bindings: keys,
      scopes: () => [scope],
      run: action => runPaneAction(action, panes) || run(action),
      release: () => bench.hideMarks(false),
    }),
    startGridNote(services, shown, later),
    () => recovery.stop(),
    () => announceCase(null),
  ];
  return { images, stop: () => stops.forEach(stop => stop()) };
}

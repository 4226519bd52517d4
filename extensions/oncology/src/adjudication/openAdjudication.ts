import { onSessionRenewed, toClientError } from '@corelab/client';
import { cornerstoneLibraries, hostImageLoads, installCommandGuards, panesOf } from '@corelab/host';
import { announceCase, setLanguage, text } from '@corelab/ui';
import { announceSave } from '../case/announceSave.js';
import { browserPorts } from '../case/browserPorts.js';
import { openHandle, type CaseHandle } from '../case/caseHandle.js';
import { caseWindow } from '../case/caseWindow.js';
import { goToNextCase, prepareNextCase } from '../case/goToNextCase.js';
import type { HostParts } from '../case/openCase.js';
import { startGridNote } from '../images/gridNote.js';
import { ImageRecovery } from '../images/imageRecovery.js';
import { PaneBench } from '../images/paneBench.js';
import { adjudicationKeys, type AdjudicationAction } from '../keys/adjudicationKeys.js';
import { keysInBothWindows } from '../keys/keysInBothWindows.js';
import { runPaneAction } from '../keys/paneActions.js';
import { runAdjudicationAction, type AdjudicationCommands } from './adjudicationActions.js';
import { AdjudicationImages } from './adjudicationImages.js';
import { mountAdjudicationLayer } from './AdjudicationLayer.js';
import { AdjudicationStore } from './adjudicationStore.js';
import { withoutChoice } from './decisionEdits.js';
import { loadAdjudication, type AdjudicationPorts } from './loadAdjudication.js';

/** An open adjudication and what its panes can be told. */
export interface OpenAdjudication {
  store: AdjudicationStore;
  commands: AdjudicationCommands;
}

/** Everything that listens while an adjudication is open; the returned function ends all of it. */
function connect(
  ports: AdjudicationPorts,
  store: AdjudicationStore,
  { services, commandsManager, extensionManager }: HostParts
): { commands: AdjudicationCommands; stop: () => void } {
  const { cornerstone, cornerstoneTools: tools } = cornerstoneLibraries(extensionManager);
  const later = (task: () => void): void => void setTimeout(task, 0);
  const host = { store, services, commands: commandsManager, later };
  const bench = new PaneBench({ ...host, tools, cornerstone, window });
  const images = new AdjudicationImages({
    ...{ ...host, placer: bench.placer },
    afterDrawing: bench.subscribe,
  });
  const { adjudicationId, trialName, subjectCode, studies } = store.adjudication;
  const commands: AdjudicationCommands = {
    showImage: () => images.show(),
    nextCase: () => {
      goToNextCase(ports, adjudicationId).catch(reason => store.say(toClientError(reason).message));
    },
  };
  installCommandGuards(commandsManager, {
    isLocked: () => store.locked,
    refused: () => store.say(text(`adj.lock.${store.lock ?? 'locked'}`)),
    replacements: {
      undo: () => store.undo(),
      redo: () => store.redo(),
      deleteActiveAnnotation: () => store.edit(text('adj.edit.clear'), withoutChoice),
    },
  });
  bench.start();
  images.start();
  announceCase({
    trial: trialName,
    subject: subjectCode,
    timepoint: store.covers,
    slot: text('adj.slot'),
  });
  const recovery = new ImageRecovery({
    loads: hostImageLoads(extensionManager),
    shown: () => panesOf(services).map(({ viewport }) => viewport),
    schedule: ports.schedule,
    onTrouble: trouble => store.setImageTrouble(trouble),
  });
  recovery.start();
  const online = (): void => store.retrySave();
  window.addEventListener('online', online);
  window.addEventListener('focus', online);
  const panes = { bench, link: images, services, commands: commandsManager };
  const stops = [
    () => images.stop(),
    () => bench.stop(),
    mountAdjudicationLayer({ store, bench, services }),
    keysInBothWindows({
      bindings: adjudicationKeys,
      scopes: () => ['adjudication'],
      run: action =>
        runPaneAction(action, panes) ||
        runAdjudicationAction(store, action as AdjudicationAction, commands),
      release: () => bench.hideMarks(false),
    }),
    announceSave(store, () => ({ draft: store.getSnapshot().draft, lock: store.lock })),
    startGridNote(services, { studies, timepoint: subjectCode }, later),
    prepareNextCase(ports, {
      readId: adjudicationId,
      getSnapshot: store.getSnapshot,
      subscribe: store.subscribe,
    }),
    () => recovery.stop(),
    onSessionRenewed(() => store.retrySave()),
    () => announceCase(null),
    () => window.removeEventListener('online', online),
    () => window.removeEventListener('focus', online),
    () => store.close(),
  ];
  return { commands, stop: () => stops.forEach(stop => stop()) };
}

function openOne(id: string, host: HostParts): CaseHandle<OpenAdjudication> {
  const ports: AdjudicationPorts = browserPorts();
  return openHandle<OpenAdjudication>(id, {
    schedule: ports.schedule,
    open: async (elsewhere, isWanted) => {
      const loaded = await loadAdjudication(ports, id);
      if (!isWanted()) return null;
      const store = new AdjudicationStore(ports, { ...loaded, elsewhere: elsewhere() });
      const { commands, stop } = connect(ports, store, host);
      const title = `${loaded.context.subjectCode} ${text('list.taskAdjudication')}`;
      return { ready: { store, commands }, claimed: store, title, stop };
    },
    clear: () => undefined,
  });
}

let current: CaseHandle<OpenAdjudication> | null = null;

/** The handle of an adjudication; opened once, kept until another one or the end of the mode. */
export function openAdjudication(id: string, host: HostParts): CaseHandle<OpenAdjudication> {
  if (current === null || current.readId !== id) {
    current?.close();
    setLanguage(document.documentElement.lang || navigator.language);
    current = openOne(id, host);
  }
  return current;
}

/** Ends the open adjudication's listeners; called when the host leaves the mode. */
export function closeAdjudication(): void {
  caseWindow.offer(null);
  current?.close();
  current = null;
}

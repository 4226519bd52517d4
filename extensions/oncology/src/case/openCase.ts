import {
  createApiClient,
  createIdbHistoryStore,
  createIdbStore,
  browserClaim,
  onSessionRenewed,
  toClientError,
} from '@corelab/client';
import {
  cornerstoneLibraries,
  goToAddress,
  hostImageLoads,
  installCommandGuards,
  type CommandsManager,
  type ExtensionManager,
  type HostServices,
} from '@corelab/host';
import { announceCase, setLanguage } from '@corelab/ui';
import { announceSave } from './announceSave.js';
import { caseWindow } from './caseWindow.js';
import { runCaseAction, type CaseCommands } from '../keys/caseActions.js';
import { CaseClaim } from './caseClaim.js';
import { CaseStore } from './caseStore.js';
import { goToNextCase, prepareNextCase } from './goToNextCase.js';
import { startGridNote } from '../images/gridNote.js';
import { caseKeys, scopeOf, type CaseAction } from '../keys/keymap.js';
import { keysInBothWindows } from '../keys/keysInBothWindows.js';
import { ImageRecovery } from '../images/imageRecovery.js';
import { removeSelected } from '../lesions/judgeLesion.js';
import { KeyImagePane } from '../images/keyImagePane.js';
import { loadCase, type CasePorts } from './loadCase.js';
import { newUid } from './newUid.js';
import { runPaneAction } from '../keys/paneActions.js';
import { PaneBench } from '../images/paneBench.js';
import { mountPaneLayer } from '../images/PaneLayer.js';
import { panesOf } from '../images/panes.js';
import { ViewerLink } from '../images/viewerLink.js';

export type CaseState =
  | { phase: 'loading' }
  | { phase: 'failed'; message: string; sessionEnded: boolean }
  | { phase: 'ready'; store: CaseStore; commands: CaseCommands };

/** One read of this page: its loading, then its store. Lives outside React, since the host unmounts panels. */
export interface CaseHandle {
  readId: string;
  getState(): CaseState;
  subscribe(listener: () => void): () => void;
  retry(): void;
  close(): void;
}

export interface HostParts {
  services: HostServices;
  commandsManager: CommandsManager;
  extensionManager: ExtensionManager;
}

function browserPorts(): CasePorts {
  return {
    api: createApiClient({ fetch: (url, init) => fetch(url, init) }),
    store: createIdbStore(),
    histories: createIdbHistoryStore(),
    schedule: (task, ms) => {
      const id = setTimeout(task, ms);
      return () => clearTimeout(id);
    },
    newUid: () => newUid(crypto.getRandomValues(new Uint8Array(16))),
    newRequestId: () => crypto.randomUUID(),
    fetch: (url, init) => fetch(url, init),
    navigate: goToAddress,
  };
}

/** Everything that listens while a read is open; the returned function ends all of it. */
function connect(
  ports: CasePorts,
  store: CaseStore,
  { services, commandsManager, extensionManager }: HostParts
): { commands: CaseCommands; stop: () => void } {
  const { cornerstone, cornerstoneTools: tools } = cornerstoneLibraries(extensionManager);
  const later = (task: () => void): void => void setTimeout(task, 0);
  const host = { store, services, commands: commandsManager, tools, later };
  const bench = new PaneBench({ ...host, cornerstone, window });
  const link = new ViewerLink({ ...host, window, placer: bench.placer });
  const keyImages = new KeyImagePane(services, store.context.studies, later);
  const commands: CaseCommands = {
    showSelected: () => link.showSelected(),
    activeImage: () => keyImages.active(),
    showImage: image => {
      bench.acted();
      return keyImages.show(image);
    },
    sliceOf: image => keyImages.sliceOf(image),
    nextCase: () => {
      goToNextCase(ports, store.context.readId).catch(reason =>
        store.say(toClientError(reason).message)
      );
    },
  };
  installCommandGuards(commandsManager, {
    isLocked: () => store.locked,
    refused: () => store.say(store.lockedBecause),
    replacements: {
      undo: () => store.undo(),
      redo: () => store.redo(),
      deleteActiveAnnotation: () => removeSelected(store),
    },
  });
  bench.start();
  link.start();
  const unmountLayer = mountPaneLayer(store, bench);
  const panes = { bench, link, services, commands: commandsManager };
  const stopKeys = keysInBothWindows({
    bindings: caseKeys,
    scopes: () => [scopeOf(store.getSnapshot().sheet)],
    run: action =>
      runPaneAction(action, panes) || runCaseAction(store, action as CaseAction, commands),
    release: () => bench.hideMarks(false),
  });
  const { trialName, subjectCode, timepoint, slot } = store.context;
  announceCase({ trial: trialName, subject: subjectCode, timepoint, slot });
  const stopAnnouncing = announceSave(store);
  const stopGridNote = startGridNote(services, store.context, task => void setTimeout(task, 0));
  const stopPreparing = prepareNextCase(ports, store);
  const recovery = new ImageRecovery({
    loads: hostImageLoads(extensionManager),
    shown: () => panesOf(services).map(({ viewport }) => viewport),
    schedule: ports.schedule,
    onTrouble: trouble => store.setImageTrouble(trouble),
  });
  recovery.start();
  const stopRenewing = onSessionRenewed(() => store.retrySave());
  const online = (): void => {
    store.retrySave();
    void store.desk.look();
  };
  const pressed = (): void => store.endGesture();
  window.addEventListener('online', online);
  window.addEventListener('focus', online);
  window.addEventListener('pointerdown', pressed, true);
  const stop = (): void => {
    link.stop();
    keyImages.stop();
    bench.stop();
    unmountLayer();
    stopKeys();
    stopAnnouncing();
    stopGridNote();
    stopPreparing();
    recovery.stop();
    stopRenewing();
    announceCase(null);
    window.removeEventListener('online', online);
    window.removeEventListener('focus', online);
    window.removeEventListener('pointerdown', pressed, true);
    store.close();
  };
  return { commands, stop };
}

function openHandle(readId: string, host: HostParts): CaseHandle {
  const ports = browserPorts();
  const listeners = new Set<() => void>();
  let state: CaseState = { phase: 'loading' };
  let stop = (): void => undefined;
  let closed = false;
  const set = (next: CaseState): void => {
    state = next;
    listeners.forEach(listener => listener());
  };
  const load = async (): Promise<void> => {
    stop();
    stop = () => undefined;
    set({ phase: 'loading' });
    try {
      await claimed;
      const loaded = await loadCase(ports, readId);
      if (closed) {
        return;
      }
      const store = new CaseStore(ports, { ...loaded, elsewhere: claim.elsewhere });
      claim.attach(store);
      const connected = connect(ports, store, host);
      stop = connected.stop;
      document.title = `${loaded.context.subjectCode} ${loaded.context.timepoint}`;
      set({ phase: 'ready', store, commands: connected.commands });
    } catch (reason) {
      const error = toClientError(reason);
      set({ phase: 'failed', message: error.message, sessionEnded: error.status === 401 });
    }
  };
  const claim = new CaseClaim(readId, {
    browser: browserClaim(readId, window),
    now: () => new Date().toISOString(),
    schedule: ports.schedule,
    reload: () => {
      host.services.measurementService.clearMeasurements();
      void load();
    },
  });
  const claimed = claim.start();
  const stopRenewing = onSessionRenewed(() => {
    if (state.phase === 'failed' && state.sessionEnded) {
      void load();
    }
  });
  void load();
  return {
    readId,
    getState: () => state,
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    retry: () => void load(),
    close: () => {
      closed = true;
      claim.end();
      stopRenewing();
      stop();
    },
  };
}

let current: CaseHandle | null = null;

/** The handle of a read; opened once, kept until another read or the end of the mode. */
export function openCase(readId: string, host: HostParts): CaseHandle {
  if (current === null || current.readId !== readId) {
    current?.close();
    setLanguage(document.documentElement.lang || navigator.language);
    current = openHandle(readId, host);
  }
  return current;
}

/** Ends the open read's listeners; called when the host leaves the mode. */
export function closeCase(): void {
  caseWindow.offer(null);
  current?.close();
  current = null;
}

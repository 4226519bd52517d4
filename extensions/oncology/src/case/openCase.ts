import {
  isGlobalRead,
  isReplay,
  onSessionRenewed,
  toClientError,
  type ReplayedRead,
} from '@corelab/client';
import {
  cornerstoneLibraries,
  hostImageLoads,
  installCommandGuards,
  panesOf,
  type CommandsManager,
  type ExtensionManager,
  type HostServices,
} from '@corelab/host';
import { announceCase, setLanguage, text, trackText } from '@corelab/ui';
import { announceSave } from './announceSave.js';
import { lockOf } from './caseLock.js';
import { caseWindow } from './caseWindow.js';
import { runCaseAction, type CaseCommands } from '../keys/caseActions.js';
import { openHandle, type CaseHandle } from './caseHandle.js';
import { CaseStore } from './caseStore.js';
import { goToNextCase, goToTimepoint, prepareNextCase } from './goToNextCase.js';
import { GlobalReadStore } from '../globalRead/globalReadStore.js';
import { loadGlobalRead } from '../globalRead/loadGlobalRead.js';
import { startGridNote } from '../images/gridNote.js';
import { caseKeys, scopeOf, type CaseAction } from '../keys/keymap.js';
import { keysInBothWindows } from '../keys/keysInBothWindows.js';
import { ImageRecovery } from '../images/imageRecovery.js';
import { removeSelected } from '../lesions/judgeLesion.js';
import { KeyImagePane } from '../images/keyImagePane.js';
import { browserPorts } from './browserPorts.js';
import { loadCase, type CasePorts } from './loadCase.js';
import { subjectText } from './subjectText.js';
import { runPaneAction } from '../keys/paneActions.js';
import { PaneBench } from '../images/paneBench.js';
import { mountPaneLayer } from '../images/PaneLayer.js';
import { ViewerLink } from '../images/viewerLink.js';
import { loadReplay } from '../replay/loadReplay.js';
import { isForReplay } from '../replay/replayKeys.js';
import { ReplayStore } from '../replay/replayStore.js';

/** An open read and what its panes can be told. */
export interface OpenRead {
  store: CaseStore;
  commands: CaseCommands;
  /** Null where one read is open by itself. */
  globalRead: GlobalReadStore | null;
  /** Null unless a signed read is replayed. */
  replay: ReplayStore | null;
}

export interface HostParts {
  services: HostServices;
  commandsManager: CommandsManager;
  extensionManager: ExtensionManager;
}

/** Everything that listens while a read is open; the returned function ends all of it. */
function connect(
  ports: CasePorts,
  { store, globalRead }: Pick<OpenRead, 'store' | 'globalRead'>,
  replayed: ReplayedRead | null,
  { services, commandsManager, extensionManager }: HostParts
): { commands: CaseCommands; replay: ReplayStore | null; stop: () => void } {
  const { cornerstone, cornerstoneTools: tools } = cornerstoneLibraries(extensionManager);
  const later = (task: () => void): void => void setTimeout(task, 0);
  const host = { store, services, commands: commandsManager, tools, later };
  const bench = new PaneBench({ ...host, cornerstone, window });
  const link = new ViewerLink({
    ...{ ...host, window, placer: bench.placer },
    alsoShown: () => bench.fixedTimepoints(),
  });
  const replay =
    replayed === null
      ? null
      : new ReplayStore({
          ...{ services, replayed, report: ports.report },
          paneOf: index => bench.restored[index] ?? null,
          restore: () => bench.restoreSaved(),
        });
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
    openTimepoint: readId => {
      goToTimepoint(ports, readId).catch(reason => store.say(toClientError(reason).message));
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
    run: action => {
      const isOfPanes = runPaneAction(action, panes);
      if (replay !== null) {
        return isOfPanes || (isForReplay(action) && runCaseAction(store, action, commands));
      }
      if (globalRead !== null && action === 'sign') return globalRead.askToSign();
      return isOfPanes || runCaseAction(store, action as CaseAction, commands);
    },
    release: () => bench.hideMarks(false),
  });
  const { trialName, track, subjectCode, timepoint, slot } = store.context;
  const about = subjectText(store.context.studies);
  announceCase({
    ...{ trial: trialName, subject: subjectCode, timepoint, slot },
    ...(about === null ? {} : { about }),
    ...(track === undefined ? {} : { track: trackText(track) }),
  });
  const stopAnnouncing = announceSave(store, () => ({
    draft: store.getSnapshot().draft,
    lock: lockOf(store.getSnapshot()),
  }));
  const stopGridNote = startGridNote(services, store.context, task => void setTimeout(task, 0));
  const stopPreparing =
    replay === null
      ? prepareNextCase(ports, {
          readId: store.context.readId,
          getSnapshot: store.getSnapshot,
          subscribe: store.subscribe,
        })
      : () => undefined;
  const stopComparing = replay === null ? () => undefined : followReplay(replay, bench);
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
    if (replay !== null) return;
    void store.desk.look();
    if (globalRead === null) void store.lookForNewer();
  };
  const pressed = (): void => store.endGesture();
  window.addEventListener('online', online);
  window.addEventListener('focus', online);
  window.addEventListener('pointerdown', pressed, true);
  const stop = (): void => {
    stopComparing();
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
  return { commands, replay, stop };
}

/** One read opened to be read and to be replayed are two cases of a page, and a replay claims nothing. */
const keyOf = (readId: string): string =>
  isReplay(window.location.search) ? `${readId} replayed` : readId;

function openRead(readId: string, host: HostParts): CaseHandle<OpenRead> {
  const ports = browserPorts();
  return openHandle<OpenRead>(keyOf(readId), {
    schedule: ports.schedule,
    open: async (elsewhere, isWanted, reload) => {
      const isGlobal = isGlobalRead(window.location.search);
      const second = isGlobal ? await loadGlobalRead(ports, readId) : null;
      const replay = isReplay(window.location.search) ? await loadReplay(ports, readId) : null;
      const loaded = replay?.shown ?? second?.shown ?? (await loadCase(ports, readId));
      if (!isWanted()) {
        return null;
      }
      const store = new CaseStore(replay?.ports ?? second?.ports ?? ports, {
        ...loaded,
        elsewhere: replay === null ? elsewhere() : null,
      });
      store.setReload(reload);
      const globalRead = second === null ? null : new GlobalReadStore(ports, second.context);
      const connected = connect(ports, { store, globalRead }, replay?.replayed ?? null, host);
      const { subjectCode, timepoint } = loaded.context;
      return {
        ready: { store, commands: connected.commands, globalRead, replay: connected.replay },
        claimed: replay === null ? store : null,
        title: `${subjectCode} ${titleOf(timepoint, globalRead, connected.replay)}`,
        stop: connected.stop,
      };
    },
    clear: () => host.services.measurementService.clearMeasurements(),
  });
}

const titleOf = (timepoint: string, globalRead: object | null, replay: object | null): string => {
  if (replay !== null) return `${timepoint} ${text('replay.title')}`;
  return globalRead === null ? timepoint : text('global.title');
};

/** What is compared is compared again when the panes have drawn and rest. */
function followReplay(replay: ReplayStore, bench: PaneBench): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const stop = bench.subscribe(() => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void replay.compare(), comparedAfterMs);
  });
  return () => {
    clearTimeout(waiting);
    stop();
  };
}

const comparedAfterMs = 250;

let current: CaseHandle<OpenRead> | null = null;

/** The handle of a read; opened once, kept until another read or the end of the mode. */
export function openCase(readId: string, host: HostParts): CaseHandle<OpenRead> {
  if (current === null || current.readId !== keyOf(readId)) {
    current?.close();
    setLanguage(document.documentElement.lang || navigator.language);
    current = openRead(readId, host);
  }
  return current;
}

/** Ends the open read's listeners; called when the host leaves the mode. */
export function closeCase(): void {
  caseWindow.offer(null);
  current?.close();
  current = null;
}

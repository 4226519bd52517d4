import { onSessionRenewed, toClientError } from '@corelab/client';
import { setLanguage, text, trackText } from '@corelab/ui';
import { announceSave } from '../case/announceSave.js';
import { browserPorts } from '../case/browserPorts.js';
import { openHandle, type CaseHandle } from '../case/caseHandle.js';
import { caseWindow } from '../case/caseWindow.js';
import { goToNextCase, prepareNextCase } from '../case/goToNextCase.js';
import type { HostParts } from '../case/openCase.js';
import { connectCompared } from '../compared/connectCompared.js';
import { adjudicationKeys, type AdjudicationAction } from '../keys/adjudicationKeys.js';
import { runAdjudicationAction, type AdjudicationCommands } from './adjudicationActions.js';
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
  host: HostParts
): { commands: AdjudicationCommands; stop: () => void } {
  const { adjudicationId, trialName, track, subjectCode } = store.adjudication;
  const commands: AdjudicationCommands = {
    showImage: () => panes.images.show(),
    nextCase: () => {
      goToNextCase(ports, adjudicationId).catch(reason => store.say(toClientError(reason).message));
    },
  };
  const panes = connectCompared(
    {
      ...{ store, schedule: ports.schedule, keys: adjudicationKeys, scope: 'adjudication' },
      announced: {
        ...{ trial: trialName, subject: subjectCode },
        ...(track === undefined ? {} : { track: trackText(track) }),
        ...{ timepoint: store.covers, slot: text('adj.slot') },
      },
      run: action => runAdjudicationAction(store, action as AdjudicationAction, commands),
      guards: {
        isLocked: () => store.locked,
        refused: () => store.say(text(`adj.lock.${store.lock ?? 'locked'}`)),
        replacements: {
          undo: () => store.undo(),
          redo: () => store.redo(),
          deleteActiveAnnotation: () => store.edit(text('adj.edit.clear'), withoutChoice),
        },
      },
    },
    host
  );
  const online = (): void => store.retrySave();
  window.addEventListener('online', online);
  window.addEventListener('focus', online);
  const stops = [
    panes.stop,
    announceSave(store, () => ({ draft: store.getSnapshot().draft, lock: store.lock })),
    prepareNextCase(ports, {
      readId: adjudicationId,
      getSnapshot: store.getSnapshot,
      subscribe: store.subscribe,
    }),
    onSessionRenewed(() => store.retrySave()),
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

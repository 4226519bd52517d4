import { createCaller, onSessionRenewed, serverCalls, toClientError } from '@corelab/client';
import { setLanguage, text, trackText } from '@corelab/ui';
import { browserPorts } from '../case/browserPorts.js';
import { openHandle, type CaseHandle } from '../case/caseHandle.js';
import { caseWindow } from '../case/caseWindow.js';
import { goToNextCase, prepareNextCase, type NextCasePorts } from '../case/goToNextCase.js';
import type { CasePorts } from '../case/loadCase.js';
import type { HostParts } from '../case/openCase.js';
import { connectCompared } from '../compared/connectCompared.js';
import { meetingKeys, type MeetingAction } from '../keys/meetingKeys.js';
import { loadMeeting, type MeetingPorts } from './loadMeeting.js';
import { runMeetingAction, type MeetingCommands } from './meetingActions.js';
import { MeetingStore } from './meetingStore.js';

type Ports = MeetingPorts & NextCasePorts & Pick<CasePorts, 'schedule'>;

const ports = (): Ports => {
  const browser = browserPorts();
  return { ...browser, server: serverCalls(createCaller({ fetch: browser.fetch })) };
};

/** Everything that listens while a meeting is open; the returned function ends all of it. */
function connect(given: Ports, store: MeetingStore, host: HostParts): () => void {
  const { consensusId, trialName, track, subjectCode, slot } = store.getSnapshot().meeting;
  const commands: MeetingCommands = {
    showImage: () => panes.images.show(),
    nextCase: () => {
      goToNextCase(given, consensusId).catch(reason => store.say(toClientError(reason).message));
    },
  };
  const panes = connectCompared(
    {
      ...{ store, schedule: given.schedule, keys: meetingKeys, scope: 'meeting' },
      announced: {
        ...{ trial: trialName, subject: subjectCode },
        ...(track === undefined ? {} : { track: trackText(track) }),
        ...{ timepoint: text('list.wholeSubject'), slot },
      },
      run: action => runMeetingAction(store, action as MeetingAction, commands),
      guards: {
        isLocked: () => true,
        refused: () => store.say(text('meet.lookedAt')),
      },
    },
    host
  );
  const stops = [
    panes.stop,
    prepareNextCase(given, {
      readId: consensusId,
      // Once this reader has done their part.
      getSnapshot: () => ({ signature: store.isDue ? null : store.session }),
      subscribe: store.subscribe,
    }),
    onSessionRenewed(() => void store.refresh()),
    () => store.close(),
  ];
  return () => stops.forEach(stop => stop());
}

function openOne(id: string, host: HostParts): CaseHandle<MeetingStore> {
  const given = ports();
  return openHandle<MeetingStore>(id, {
    schedule: given.schedule,
    open: async (_elsewhere, isWanted) => {
      const loaded = await loadMeeting(given, id);
      if (!isWanted()) return null;
      const store = new MeetingStore(given, loaded);
      const stop = connect(given, store, host);
      const title = `${loaded.meeting.subjectCode} ${text('list.taskConsensus')}`;
      return { ready: store, claimed: null, title, stop };
    },
    clear: () => undefined,
  });
}

let current: CaseHandle<MeetingStore> | null = null;

/** The handle of a meeting; opened once, kept until another one or the end of the mode. */
export function openMeeting(id: string, host: HostParts): CaseHandle<MeetingStore> {
  if (current === null || current.readId !== id) {
    current?.close();
    setLanguage(document.documentElement.lang || navigator.language);
    current = openOne(id, host);
  }
  return current;
}

/** Ends the open meeting's listeners; called when the host leaves the mode. */
export function closeMeeting(): void {
  caseWindow.offer(null);
  current?.close();
  current = null;
}

import { useMemo } from 'react';
import type { HostParts } from '../case/openCase.js';
import { factsOfMeeting } from '../panel/browserFacts.js';
import { CasePlace } from '../panel/CasePlace.js';
import { MeetingPanel } from './MeetingPanel.js';
import type { MeetingStore } from './meetingStore.js';
import { openMeeting } from './openMeeting.js';

function PanelOfMeeting({ store }: { store: MeetingStore }) {
  const { consensusId } = store.getSnapshot().meeting;
  const facts = useMemo(() => factsOfMeeting(consensusId), [consensusId]);
  return (
    <MeetingPanel
      store={store}
      facts={facts}
    />
  );
}

const panel = (store: MeetingStore) => <PanelOfMeeting store={store} />;

/** All reads of a subject whose readers meet, what is put forward and their votes. The meeting is named by `read` in the address. */
export function MeetingCasePanel(props: HostParts) {
  return (
    <CasePlace
      {...props}
      open={openMeeting}
      panel={panel}
    />
  );
}

import type { HostParts } from '../case/openCase.js';
import { CasePlace } from '../panel/CasePlace.js';
import { MeetingPanel } from './MeetingPanel.js';
import type { MeetingStore } from './meetingStore.js';
import { openMeeting } from './openMeeting.js';

const panel = (store: MeetingStore) => <MeetingPanel store={store} />;

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

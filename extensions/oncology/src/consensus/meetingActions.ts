import { text } from '@corelab/ui';
import type { MeetingAction } from '../keys/meetingKeys.js';
import type { MeetingStore } from './meetingStore.js';

export interface MeetingCommands {
  /** Brings the panes to the image in hand. */
  showImage(): void;
  nextCase(): void;
}

function escape(store: MeetingStore): void {
  if (store.getSnapshot().sheet !== 'none') store.open('none');
  else store.select(null);
}

/** Runs an action of the page; true means the key was used. */
export function runMeetingAction(
  store: MeetingStore,
  action: MeetingAction,
  commands: MeetingCommands
): boolean {
  const acts: Record<MeetingAction, () => void> = {
    help: () => store.open(store.getSnapshot().sheet === 'keys' ? 'none' : 'keys'),
    escape: () => escape(store),
    previous: () => store.step(-1),
    next: () => store.step(1),
    back: () => {
      store.nextStop();
      commands.showImage();
    },
    toggleA: () => store.toggle('a'),
    toggleB: () => store.toggle('b'),
    toggleC: () => store.toggle('c'),
    toggleD: () => store.toggle('d'),
    toggleE: () => store.toggle('e'),
    nextCase: () => {
      if (store.isDue) store.say(text('meet.nextAfter'));
      else commands.nextCase();
    },
  };
  acts[action]();
  return true;
}

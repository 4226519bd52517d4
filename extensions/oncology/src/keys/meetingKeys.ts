import type { KeyBinding } from '@corelab/host';
import { text, type KeyGroup, type KeyLine } from '@corelab/ui';
import { readKeys, readNames, type ReadKey } from '../compared/comparedReads.js';
import { imageGroups, keyLine } from './keymap.js';
import { paneKeys } from './paneActions.js';

export type MeetingAction =
  | 'help'
  | 'escape'
  | 'previous'
  | 'next'
  | 'back'
  | 'toggleA'
  | 'toggleB'
  | 'toggleC'
  | 'toggleD'
  | 'toggleE'
  | 'nextCase';

const scopes = ['meeting'];

const bind = (action: MeetingAction, chord: string): KeyBinding => ({ chord, scopes, action });

const toggleOf = {
  a: 'toggleA',
  b: 'toggleB',
  c: 'toggleC',
  d: 'toggleD',
  e: 'toggleE',
} as const satisfies Readonly<Record<ReadKey, MeetingAction>>;

/** The keys of a meeting of readers: the name of a read is its key, and what measures is not among them. */
export const meetingKeys: readonly KeyBinding[] = [
  bind('help', '?'),
  bind('escape', 'Escape'),
  bind('previous', 'w'),
  bind('next', 's'),
  bind('back', 'q'),
  ...readKeys.map(key => bind(toggleOf[key], key)),
  bind('nextCase', 'n'),
  ...paneKeys(scopes, scopes, scopes),
];

const toggleLine = (key: ReadKey): KeyLine => ({
  ...keyLine(meetingKeys, toggleOf[key], 'meet.keys.toggle'),
  label: text('meet.keys.toggle', { read: readNames[key] }),
});

/** The overlay's groups, one line per action, for the reads that are there. */
export function meetingKeyGroups(reads: readonly ReadKey[] = readKeys): KeyGroup[] {
  return [
    {
      title: text('meet.title'),
      lines: [
        keyLine(meetingKeys, 'previous', 'adj.keys.previous'),
        keyLine(meetingKeys, 'next', 'adj.keys.next'),
        keyLine(meetingKeys, 'back', 'meet.keys.back'),
        ...reads.map(toggleLine),
        keyLine(meetingKeys, 'nextCase', 'keys.nextCase'),
        keyLine(meetingKeys, 'escape', 'adj.keys.escape'),
        keyLine(meetingKeys, 'help', 'keys.help'),
      ],
    },
    ...imageGroups(meetingKeys),
  ];
}

import type { KeyBinding } from '@corelab/host';
import { text, type KeyGroup, type TextKey } from '@corelab/ui';
import { imageGroups, keyLine } from './keymap.js';
import { paneKeys } from './paneActions.js';

export type AdjudicationAction =
  | 'help'
  | 'escape'
  | 'previous'
  | 'next'
  | 'due'
  | 'back'
  | 'derivation'
  | 'toggleA'
  | 'toggleB'
  | 'chooseA'
  | 'chooseB'
  | 'clearChoice'
  | 'undo'
  | 'redo'
  | 'sign'
  | 'flag'
  | 'saveState'
  | 'nextCase';

const scopes = ['adjudication'];

const bind = (action: AdjudicationAction, ...chords: string[]): KeyBinding[] =>
  chords.map(chord => ({ chord, scopes, action }));

/** The keys of an adjudication: what measures is not among them. */
export const adjudicationKeys: readonly KeyBinding[] = [
  ...bind('help', '?'),
  ...bind('escape', 'Escape'),
  ...bind('previous', 'w'),
  ...bind('next', 's'),
  ...bind('due', 'd'),
  ...bind('back', 'q'),
  ...bind('derivation', 'h'),
  ...bind('toggleA', 'a'),
  ...bind('toggleB', 'b'),
  ...bind('chooseA', 'Shift+A'),
  ...bind('chooseB', 'Shift+B'),
  ...bind('clearChoice', 'Delete', 'Backspace'),
  ...bind('undo', 'Ctrl+z'),
  ...bind('redo', 'Ctrl+y', 'Ctrl+Shift+Z'),
  ...bind('sign', 'Ctrl+Enter'),
  ...bind('flag', 'Shift+F'),
  ...bind('saveState', 'Ctrl+s'),
  ...bind('nextCase', 'n'),
  ...paneKeys(scopes, scopes, scopes),
];

const ofReads: readonly AdjudicationAction[] = [
  'previous',
  'next',
  'due',
  'back',
  'derivation',
  'toggleA',
  'toggleB',
];
const ofDecision: readonly AdjudicationAction[] = [
  'chooseA',
  'chooseB',
  'clearChoice',
  'undo',
  'redo',
  'sign',
  'flag',
  'saveState',
  'nextCase',
  'escape',
  'help',
];

/** Actions that mean the same as in a read keep its words. */
const sameWords: readonly AdjudicationAction[] = [
  'undo',
  'redo',
  'sign',
  'flag',
  'saveState',
  'nextCase',
  'help',
];

const line = (action: AdjudicationAction) => {
  const key = sameWords.includes(action) ? `keys.${action}` : `adj.keys.${action}`;
  return keyLine(adjudicationKeys, action, key as TextKey);
};

/** The overlay's groups, one line per action. */
export function adjudicationKeyGroups(): KeyGroup[] {
  return [
    { title: text('adj.keys.reads'), lines: ofReads.map(line) },
    { title: text('adj.keys.decision'), lines: ofDecision.map(line) },
    ...imageGroups(adjudicationKeys),
  ];
}

import type { KeyBinding } from '@corelab/host';
import { text, type KeyGroup, type KeyLine, type TextKey } from '@corelab/ui';
import type { Sheet } from '../case/caseSnapshot.js';
import { paneKeys, type PaneAction } from './paneActions.js';

export type CaseAction =
  | 'help'
  | 'escape'
  | 'previous'
  | 'next'
  | 'due'
  | 'back'
  | 'derivation'
  | 'add'
  | 'arm'
  | 'location'
  | 'role'
  | 'split'
  | 'merge'
  | 'take'
  | 'asBefore'
  | 'keyImage'
  | 'absent'
  | 'tooSmall'
  | 'notEvaluable'
  | 'present'
  | 'progressed'
  | 'equivocal'
  | 'remove'
  | 'removeLesion'
  | 'comment'
  | 'flag'
  | 'undo'
  | 'redo'
  | 'sign'
  | 'saveState'
  | 'nextCase'
  | 'reason1'
  | 'reason2'
  | 'reason3'
  | 'reason4'
  | 'reason5';

/** The lesion panel's keys; while a reason is asked the digits belong to it, and a list of partners has `w`, `s`, Enter. */
const lesions = ['lesions'];
const reasons = ['reasons'];
const partners = ['partners'];
const rows = ['lesions', 'partners'];
const both = ['lesions', 'reasons', 'partners'];

/** The scope that an unfolded sheet gives the keys to. */
export function scopeOf(sheet: Sheet): 'lesions' | 'reasons' | 'partners' {
  return sheet === 'reason' ? 'reasons' : sheet === 'merge' ? 'partners' : 'lesions';
}

const bind = (action: CaseAction, scopes: readonly string[], ...chords: string[]): KeyBinding[] =>
  chords.map(chord => ({ chord, scopes, action }));

/** One keymap as data: the dispatcher and the overlay read it. */
export const caseKeys: readonly KeyBinding[] = [
  ...bind('help', both, '?'),
  ...bind('escape', both, 'Escape'),
  ...bind('previous', rows, 'w'),
  ...bind('next', rows, 's'),
  ...bind('previous', partners, 'ArrowUp'),
  ...bind('next', partners, 'ArrowDown'),
  ...bind('take', partners, 'Enter'),
  ...bind('due', lesions, 'd'),
  ...bind('back', lesions, 'q'),
  ...bind('derivation', lesions, 'h'),
  ...bind('add', lesions, 'a'),
  ...bind('arm', lesions, 'r'),
  ...bind('location', lesions, 'l'),
  ...bind('role', lesions, 'Shift+R'),
  ...bind('split', lesions, 'Shift+S'),
  ...bind('merge', lesions, 'Shift+M'),
  ...bind('asBefore', lesions, 'Shift+A'),
  ...bind('keyImage', lesions, 'm'),
  ...bind('absent', lesions, 'x'),
  ...bind('tooSmall', lesions, 't'),
  ...bind('notEvaluable', ['lesions', 'reasons'], 'e'),
  ...bind('present', lesions, 'p'),
  ...bind('progressed', lesions, 'Shift+P'),
  ...bind('equivocal', lesions, 'u'),
  ...bind('remove', lesions, 'Delete', 'Backspace'),
  ...bind('removeLesion', lesions, 'Shift+Delete', 'Shift+Backspace'),
  ...bind('comment', lesions, 'Shift+C'),
  ...bind('flag', both, 'Shift+F'),
  ...bind('undo', both, 'Ctrl+z'),
  ...bind('redo', both, 'Ctrl+y', 'Ctrl+Shift+Z'),
  ...bind('sign', both, 'Ctrl+Enter'),
  ...bind('saveState', both, 'Ctrl+s'),
  ...bind('nextCase', lesions, 'n'),
  ...bind('reason1', reasons, '1'),
  ...bind('reason2', reasons, '2'),
  ...bind('reason3', reasons, '3'),
  ...bind('reason4', reasons, '4'),
  ...bind('reason5', reasons, '5'),
  ...paneKeys(both, ['lesions', 'reasons'], lesions),
];

const shown = (chord: string): string => (chord.length === 1 ? chord.toUpperCase() : chord);

/** The images' groups, the same in every case. */
const ofImages: readonly [TextKey, readonly PaneAction[]][] = [
  [
    'keys.group.images',
    [
      'compare',
      'link',
      'alone',
      'imageUp',
      'imageDown',
      'first',
      'last',
      'seriesBack',
      'seriesOn',
      'stageBack',
      'stageOn',
      'paneLeft',
      'paneRight',
      'pan',
      'zoom',
      'zoomIn',
      'zoomOut',
      'fit',
      'reset',
      'invert',
      'overlay',
      'hideMarks',
      'toggleMarks',
    ],
  ],
  [
    'keys.group.windows',
    ['softTissue', 'lung', 'liver', 'bone', 'brain', 'acquired', 'nextWindow'],
  ],
];

const inGroups: readonly [TextKey, readonly (CaseAction | PaneAction)[]][] = [
  [
    'keys.group.lesions',
    [
      'previous',
      'next',
      'due',
      'back',
      'add',
      'arm',
      'location',
      'role',
      'split',
      'merge',
      'take',
      'asBefore',
      'keyImage',
      'absent',
      'tooSmall',
      'notEvaluable',
      'present',
      'progressed',
      'equivocal',
      'remove',
      'removeLesion',
      'comment',
    ],
  ],
  ...ofImages,
];

const ofRead = 'keys.group.read';

/** The groups with their actions; what belongs to none of the others is the read's. */
function groups(): [TextKey, readonly string[]][] {
  const grouped = inGroups.flatMap(([, actions]): readonly string[] => actions);
  const rest = new Set(
    caseKeys
      .map(({ action }) => action)
      .filter(action => !grouped.includes(action) && !/^reason\d$/.test(action))
  );
  return [
    ...inGroups.map(([title, actions]) => [title, actions] as [TextKey, readonly string[]]),
    [ofRead, [...rest]],
  ];
}

const windowNames: readonly string[] = ['softTissue', 'lung', 'liver', 'bone', 'brain'];

const labelOf = (action: string): TextKey =>
  (windowNames.includes(action) ? `window.${action}` : `keys.${action}`) as TextKey;

/** The overlay's line of an action: all of its keys in these bindings. */
export function keyLine(bindings: readonly KeyBinding[], action: string, label: TextKey): KeyLine {
  const chords = bindings.filter(binding => binding.action === action).map(({ chord }) => chord);
  return { keys: chords.map(shown).join(', '), label: text(label) };
}

function line(action: string): KeyLine {
  const usual = caseKeys.filter(({ scopes }) => scopes.includes('lesions'));
  const bound = usual.some(binding => binding.action === action);
  return keyLine(bound ? usual : caseKeys, action, labelOf(action));
}

/** What the mouse does on the images beyond the tools. */
function mouseLines(): KeyLine[] {
  return [
    { keys: text('keys.wheel'), label: text('keys.scrollAll') },
    { keys: text('keys.doubleClickKey'), label: text('keys.doubleClick') },
  ];
}

/** The overlay's groups, one line per action, all its keys. */
export function keyGroups(): KeyGroup[] {
  return groups().map(([title, actions]) => ({
    title: text(title),
    lines: [
      ...actions.map(action => line(action)),
      ...(title === 'keys.group.images' ? mouseLines() : []),
    ],
  }));
}

/** The groups of the images alone, with the keys that these bindings give them. */
export function imageGroups(bindings: readonly KeyBinding[]): KeyGroup[] {
  return ofImages.map(([title, actions]) => ({
    title: text(title),
    lines: [
      ...actions.map(action => keyLine(bindings, action, labelOf(action))),
      ...(title === 'keys.group.images' ? mouseLines() : []),
    ],
  }));
}

/** All lines of the overlay. */
export function keyLines(): KeyLine[] {
  return keyGroups().flatMap(({ lines }) => lines);
}

import type { KeyBinding } from '@corelab/host';
import { text, type KeyLine, type TextKey } from '@corelab/ui';

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
  | 'absent'
  | 'tooSmall'
  | 'notEvaluable'
  | 'present'
  | 'progressed'
  | 'equivocal'
  | 'remove'
  | 'comment'
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

/** The lesion panel's keys; while a reason is asked the digits belong to it. */
const lesions = ['lesions'];
const reasons = ['reasons'];
const both = ['lesions', 'reasons'];

const bind = (action: CaseAction, scopes: readonly string[], ...chords: string[]): KeyBinding[] =>
  chords.map(chord => ({ chord, scopes, action }));

/** One keymap as data: the dispatcher and the overlay read it. */
export const caseKeys: readonly KeyBinding[] = [
  ...bind('help', both, '?'),
  ...bind('escape', both, 'Escape'),
  ...bind('previous', lesions, 'w'),
  ...bind('next', lesions, 's'),
  ...bind('due', lesions, 'd'),
  ...bind('back', lesions, 'q'),
  ...bind('derivation', lesions, 'h'),
  ...bind('add', lesions, 'a'),
  ...bind('arm', lesions, 'r'),
  ...bind('location', lesions, 'l'),
  ...bind('absent', lesions, 'x'),
  ...bind('tooSmall', lesions, 't'),
  ...bind('notEvaluable', both, 'e'),
  ...bind('present', lesions, 'p'),
  ...bind('progressed', lesions, 'Shift+P'),
  ...bind('equivocal', lesions, 'u'),
  ...bind('remove', lesions, 'Delete', 'Backspace'),
  ...bind('comment', lesions, 'Shift+C'),
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
];

const shown = (chord: string): string => (chord.length === 1 ? chord.toUpperCase() : chord);

/** Lines of the overlay, one per action, all its keys. */
export function keyLines(): KeyLine[] {
  const actions = [...new Set(caseKeys.map(({ action }) => action))].filter(
    action => !action.startsWith('reason')
  );
  return actions.map(action => ({
    keys: caseKeys
      .filter(binding => binding.action === action)
      .map(({ chord }) => shown(chord))
      .join(', '),
    label: text(`keys.${action}` as TextKey),
  }));
}

import type { Change, Counterfactual } from './counterfactual.js';
import {
  type Difference,
  type DifferenceKind,
  type Message,
  neutralNames,
  otherSide,
} from './difference.js';
import { happened, type Reading } from './reading.js';
import { dateVariables, namedVariables } from './rules.js';
import type { SideName } from './shape.js';

/** Kinds whose replacement takes something away, or brings it. */
const wholeThings: readonly DifferenceKind[] = [
  'newLesionOnlyOne',
  'targetOnlyOne',
  'nonTargetOnlyOne',
];

/** "Without it", "With it" or "As the other has it". */
function condition({ kind, by }: Difference, side: SideName): 'without' | 'with' | 'as' {
  if (!wholeThings.includes(kind)) return 'as';
  return by === side ? 'without' : 'with';
}

const isAmong = (names: readonly string[], name: string): boolean => names.includes(name);

/** A variable's name in keys: those of numbers are all one. */
const keyOf = (variable: string): string =>
  isAmong(namedVariables, variable) ? variable : 'number';

function form(variable: string, after: Reading): string {
  if (!isAmong(dateVariables, variable)) return '';
  if (!happened(after)) return '.none';
  return after.day === null ? '.undated' : '';
}

/** The date of progression says its status as well, unless that waits for confirmation. */
function isSaidByDate(change: Change, changes: readonly Change[]): boolean {
  if (change.variable !== 'pdStatus' || change.after.value === 'UNCONFIRMED') return false;
  return changes.some(({ variable }) => variable === 'pdDate');
}

/**
 * The sentences of a counterfactual, each whole in itself: what the read would come to, then for each deciding variable
 * that changes whether the reads would agree in it.
 */
export function counterfactualMessages(
  difference: Difference,
  side: SideName,
  { refused, changes, agrees, disagrees }: Omit<Counterfactual, 'in' | 'messages'>
): Message[] {
  const names = { by: neutralNames[side], other: neutralNames[otherSide[side]] };
  if (refused)
    return [
      {
        key: `counterfactual.refused.${refused.reason}`,
        values: { ...names, detail: refused.detail },
      },
    ];
  const opening = `counterfactual.${condition(difference, side)}`;
  const outcomes = changes
    .filter(change => !isSaidByDate(change, changes))
    .map(({ variable, after, timepoint, unit }): Message => ({
      key: `${opening}.${keyOf(variable)}${form(variable, after)}`,
      values: {
        ...names,
        variable,
        value: after.value,
        day: after.day,
        timepoint: timepoint ?? after.timepoint,
        unit,
      },
    }));
  const changed = [...new Set(changes.map(({ variable }) => variable))];
  const verdict = (kind: string, variable: string): Message => ({
    key: `agreement.${kind}.${keyOf(variable)}`,
    values: { variable },
  });
  const messages = [
    ...outcomes,
    ...changed.map(name => verdict(agrees.includes(name) ? 'agree' : 'differ', name)),
    ...disagrees.map(name => verdict('newly', name)),
  ];
  return messages.length > 0 ? messages : [{ key: `${opening}.nothing`, values: names }];
}

import type { DecisionDocument } from '@corelab/adjudication';
import { type AdjudicationContext, sameJson } from '@corelab/client';
import { text, type ConflictChoice, type ConflictRow } from '@corelab/ui';
import { readNames } from '../compared/comparedReads.js';
import { timepointLabel } from '../compared/timepointNames.js';

type Named = Pick<AdjudicationContext, 'timepoints' | 'studies'>;

/** "Read A", or what stands at each timepoint; a sentence of its own while nothing is chosen. */
export function choiceText(context: Named, { choice }: Pick<DecisionDocument, 'choice'>): string {
  if (choice === null) return text('adj.nothingChosen');
  if (choice.kind === 'read') return text('adj.read', { read: readNames[choice.side] });
  return Object.entries(choice.sides)
    .map(([id, side]) =>
      text('adj.readAt', { timepoint: timepointLabel(context, id), read: readNames[side] })
    )
    .join(', ');
}

/** What the decision rests on, in one line; a sentence of its own while nothing is said. */
export function reasonLine({ reason }: Pick<DecisionDocument, 'reason'>): string {
  const parts = [reason.code === null ? '' : text(`adj.reason.${reason.code}`), reason.text];
  const said = parts.filter(part => part.trim() !== '');
  return said.length === 0 ? text('adj.noReasonYet') : said.join(': ');
}

/** What differs between this window's decision and the server's. */
export function decisionConflictRows(
  context: Named,
  mine: DecisionDocument,
  theirs: DecisionDocument
): ConflictRow[] {
  const rows = [
    {
      id: 'choice',
      label: text('adj.choice'),
      mine: choiceText(context, mine),
      theirs: choiceText(context, theirs),
      same: sameJson(mine.choice, theirs.choice),
    },
    {
      id: 'reason',
      label: text('adj.reasonLabel'),
      mine: reasonLine(mine),
      theirs: reasonLine(theirs),
      same: sameJson(mine.reason, theirs.reason),
    },
  ];
  return rows
    .filter(({ same }) => !same)
    .map(({ id, label, mine: own, theirs: other }) => ({
      id,
      label,
      mine: own,
      theirs: other,
    }));
}

/** The decision with each part as chosen; what was not chosen stays mine. */
export function mergeDecisions(
  mine: DecisionDocument,
  theirs: DecisionDocument,
  choices: ReadonlyMap<string, ConflictChoice>
): DecisionDocument {
  return {
    ...mine,
    choice: choices.get('choice') === 'theirs' ? theirs.choice : mine.choice,
    reason: choices.get('reason') === 'theirs' ? theirs.reason : mine.reason,
  };
}

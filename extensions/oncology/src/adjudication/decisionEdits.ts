import type { DecisionDocument, DecisionReason, SideName } from '@corelab/adjudication';

export const sideNames = ['a', 'b'] as const satisfies readonly SideName[];

/** The side of a whole read that was chosen; null while none is. */
export const chosenRead = ({ choice }: DecisionDocument): SideName | null =>
  choice?.kind === 'read' ? choice.side : null;

/** The side that stands at a timepoint; null while none is chosen there. */
export function sideAt({ choice }: DecisionDocument, timepoint: string): SideName | null {
  if (choice?.kind === 'read') return choice.side;
  return choice?.sides[timepoint] ?? null;
}

/** A whole read stands; choosing the one that stands already changes nothing. */
export function chooseRead(document: DecisionDocument, side: SideName): DecisionDocument {
  return chosenRead(document) === side ? document : { ...document, choice: { kind: 'read', side } };
}

/** One timepoint of a read stands; what was chosen for all before goes on for the others. */
export function chooseTimepoint(
  document: DecisionDocument,
  timepoints: readonly string[],
  timepoint: string,
  side: SideName
): DecisionDocument {
  if (sideAt(document, timepoint) === side) return document;
  const before = timepoints.flatMap((id): [string, SideName][] => {
    const known = sideAt(document, id);
    return known === null ? [] : [[id, known]];
  });
  const sides = Object.fromEntries([...before, [timepoint, side]]);
  return { ...document, choice: { kind: 'perTimepoint', sides } };
}

/** Nothing is chosen. */
export const withoutChoice = (document: DecisionDocument): DecisionDocument =>
  document.choice === null ? document : { ...document, choice: null };

/** What the decision rests on. */
export function setReasonCode(
  document: DecisionDocument,
  code: DecisionReason | null
): DecisionDocument {
  const { reason } = document;
  return reason.code === code ? document : { ...document, reason: { ...reason, code } };
}

/** What the decision rests on, in words. */
export function setReasonText(document: DecisionDocument, text: string): DecisionDocument {
  const { reason } = document;
  return reason.text === text ? document : { ...document, reason: { ...reason, text } };
}

import type { ReadContext } from '@corelab/client';
import type { AssessmentOutput, TimepointOutput } from '@corelab/criteria';
import { lesionProgress, type ReadDocument } from '@corelab/reads';
import type { ResponseHeaderState, ResponseView } from '@corelab/ui';
import type { DraftAssessment } from '../case/assessRead.js';

/** The earliest timepoint before this one whose sum is the nadir the engine used. */
function nadirOf(output: AssessmentOutput, current: TimepointOutput): ResponseView['nadir'] {
  const value = current.burden?.nadir;
  if (value === undefined || value === null) {
    return null;
  }
  const earlier = output.timepoints.slice(0, output.timepoints.indexOf(current));
  return {
    value,
    timepoint: earlier.find(({ burden }) => burden?.value === value)?.id ?? '',
    changePct: current.burden?.changeFromNadirPct ?? null,
    changeMm: current.burden?.changeFromNadir ?? null,
  };
}

/** What the header calls calculated, also where its reader gave another one. */
const calculatedOf = ({ calculated, overall }: TimepointOutput): string | null =>
  calculated ?? overall ?? null;

function responseView(
  context: ReadContext,
  output: AssessmentOutput,
  current: TimepointOutput,
  sum: number,
  decided: boolean
): ResponseView {
  const baseline = context.baseline ? null : (output.timepoints[0]?.burden?.value ?? null);
  return {
    timepoint: context.timepoint,
    sum,
    baseline:
      baseline === null
        ? null
        : { value: baseline, changePct: current.burden?.changeFromBaselinePct ?? null },
    nadir: context.baseline ? null : nadirOf(output, current),
    target: current.target ?? null,
    nonTarget: current.nonTarget ?? null,
    newLesions: current.newLesions ?? null,
    overall: context.baseline || !decided ? null : calculatedOf(current),
  };
}

/** Whether derived numbers may be on the screen at all now. */
export function mayShowDerived(
  context: ReadContext,
  document: ReadDocument,
  signed: boolean
): boolean {
  switch (context.charter.showDerived) {
    case 'live':
      return true;
    case 'afterLesions':
      return signed || document.lesions.every(({ state }) => state !== 'toDo');
    case 'afterSigning':
      return signed;
  }
}

/**
 * What the response header says. An incomplete read shows its sum "so far" and no category, unless it is progression,
 * which nothing still to do can undo.
 */
export function responseState(
  context: ReadContext,
  document: ReadDocument,
  assessment: DraftAssessment,
  signed: boolean
): ResponseHeaderState {
  const { done, of } = lesionProgress(document.lesions);
  if (!mayShowDerived(context, document, signed)) {
    return context.charter.showDerived === 'afterSigning'
      ? { kind: 'afterSigning' }
      : { kind: 'afterLesions', done, of };
  }
  if (!assessment.ok) {
    return { kind: 'notComputable', reason: assessment.reason };
  }
  const { output, current } = assessment;
  const decided = done === of || calculatedOf(current) === 'PD';
  const sum = current.burden?.value ?? null;
  const targetsOpen = document.lesions.some(l => l.role === 'target' && l.state === 'toDo');
  if (sum === null || targetsOpen) {
    const reached = current.burden?.lowerBound ?? sum;
    const nothingOfItsOwn = ['toDo', 'merged', 'split'];
    const measured = document.lesions.some(
      l => l.role === 'target' && !nothingOfItsOwn.includes(l.state)
    );
    return {
      kind: 'soFar',
      sum: measured ? reached : null,
      done,
      of,
      overall: decided && !context.baseline ? calculatedOf(current) : null,
    };
  }
  return { kind: 'response', response: responseView(context, output, current, sum, decided) };
}

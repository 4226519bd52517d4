import type { ReadContext, ReadHistoryEntry } from '@corelab/client';
import type { DraftAssessment } from '../case/assessRead.js';
import type { OtherTimepoint } from './stagePlan.js';

export type ComparisonKind = 'baseline' | 'nadir' | 'previous';

/** Another timepoint which the current one may be compared with, and what it is to it. */
export interface ComparisonChoice {
  timepoint: string;
  studyInstanceUid: string;
  kinds: readonly ComparisonKind[];
}

/** The earliest of the earlier timepoints with the smallest sum; null while none has one. */
export function nadirTimepoint(context: ReadContext, assessment: DraftAssessment): string | null {
  if (!assessment.ok) {
    return null;
  }
  let nadir: { timepoint: string; sum: number } | null = null;
  for (const { timepoint } of context.history) {
    const sum = assessment.output.timepoints.find(({ id }) => id === timepoint)?.burden?.value;
    if (sum !== undefined && sum !== null && sum < (nadir?.sum ?? Infinity)) {
      nadir = { timepoint, sum };
    }
  }
  return nadir?.timepoint ?? null;
}

/**
 * Baseline, nadir and previous among the studies which the server sent, in their order; each timepoint once. The nadir
 * is derived: only named where derived values may be shown. Where all timepoints are read together every other one can be
 * compared with, later ones too.
 */
export function comparisonChoices(
  context: ReadContext,
  assessment: DraftAssessment,
  derivedShown: boolean
): ComparisonChoice[] {
  const { history, studies } = context;
  const named: [ComparisonKind, string | null | undefined][] = [
    ['baseline', history[0]?.timepoint],
    ['nadir', derivedShown ? nadirTimepoint(context, assessment) : null],
    ['previous', history.at(-1)?.timepoint],
  ];
  const choices = studies
    .filter(({ current }) => !current)
    .map(({ timepoint, studyInstanceUid }) => ({
      timepoint,
      studyInstanceUid,
      kinds: named.flatMap(([kind, name]) => (name === timepoint ? [kind] : [])),
    }));
  if (context.together !== undefined) return choices;
  const meaningful = choices.filter(({ kinds }) => kinds.length > 0);
  return meaningful.length > 0 ? meaningful : choices;
}

/**
 * The choice that a pane's word means: for the nadir the previous timepoint where none is known, for another one the first
 * that is not the one `shown` already.
 */
export function choiceAs(
  choices: readonly ComparisonChoice[],
  word: OtherTimepoint,
  shown: string | null
): ComparisonChoice | null {
  const of = (kind: ComparisonKind): ComparisonChoice | undefined =>
    choices.find(({ kinds }) => kinds.includes(kind));
  const found = {
    nadir: () => of('nadir') ?? of('previous'),
    previous: () => of('previous'),
    baseline: () => of('baseline'),
    other: () => choices.find(({ timepoint }) => timepoint !== shown),
  }[word]();
  return found ?? null;
}

/** What a case opens beside: what its stage says, else the nadir where it is known, else the previous timepoint. */
export function defaultComparison(
  choices: readonly ComparisonChoice[],
  word: OtherTimepoint | null = null
): ComparisonChoice | null {
  const said = word === null || word === 'other' ? null : choiceAs(choices, word, null);
  return said ?? choiceAs(choices, 'nadir', null) ?? choices.at(-1) ?? null;
}

/** This reader's read of the compared timepoint; undefined when there is none to compare with. */
export function comparedEntry(
  context: ReadContext,
  timepoint: string | null
): ReadHistoryEntry | undefined {
  return [...context.history, ...(context.later ?? [])].find(
    entry => entry.timepoint === timepoint
  );
}

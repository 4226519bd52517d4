import type { Comparison } from '@corelab/adjudication';
import type { CharterTerms } from '../trials/charter-terms.js';
import type { SignedReadOf } from './signed-reads.js';

/** What adjudications and finals of a whole subject have as their scope. */
export const subjectScope = 'subject';

/** How the scope of a timepoint's adjudication begins; its code follows. */
export const timepointScopePrefix = 'timepoint ';

/** How the scope of a period's adjudication begins; its first and its last timepoint follow. */
export const periodScopePrefix = 'period ';

/** What an adjudication of a comparison has as its scope. */
export const scopeName = ({
  scope,
  timepoints,
}: Pick<Comparison, 'scope' | 'timepoints'>): string => {
  switch (scope.kind) {
    case 'subject':
      return subjectScope;
    case 'timepoint':
      return `${timepointScopePrefix}${scope.timepoint}`;
    case 'period':
      return `${periodScopePrefix}${timepoints[0]} to ${timepoints.at(-1)}`;
  }
};

/** The slot of whoever decides where the readers differ. */
export const adjudicatorSlot = 'ADJ';

/** A subject's courses of one track in the reader slots, and what was signed in them. */
export interface SubjectReading {
  readonly trialId: string;
  readonly trackId: string;
  readonly subjectId: string;
  readonly charterVersionId: string;
  readonly terms: CharterTerms;
  readonly courses: readonly { readonly id: string; readonly slot: string }[];
  readonly reads: readonly SignedReadOf[];
}

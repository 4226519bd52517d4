import type { Scope } from '@corelab/adjudication';
import type { CharterTerms } from '../trials/charter-terms.js';
import type { SignedReadOf } from './signed-reads.js';

/** What adjudications and finals of a whole subject have as their scope. */
export const subjectScope = 'subject';

/** How the scope of a timepoint's adjudication begins; its code follows. */
export const timepointScopePrefix = 'timepoint ';

/** What an adjudication of a comparison has as its scope. */
export const scopeName = (scope: Scope): string => {
  switch (scope.kind) {
    case 'subject':
      return subjectScope;
    case 'timepoint':
      return `${timepointScopePrefix}${scope.timepoint}`;
    case 'period':
      throw new Error('no adjudication is of a period');
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

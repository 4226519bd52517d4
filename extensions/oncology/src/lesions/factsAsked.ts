import type { ReadContext } from '@corelab/client';
import { factsTakenBy, type TimepointFact } from '@corelab/reads';
import type { CaseSnapshot } from '../case/caseSnapshot.js';

type Rated = Pick<CaseSnapshot, 'document' | 'assessment' | 'others'>;

/** Whether an earlier timepoint was progression that waits for its confirmation. */
function hasWaited({ timepoint }: ReadContext, { assessment, others }: Rated): boolean {
  return [assessment, ...others.map(other => other.assessment)].some(
    rated =>
      rated.ok &&
      rated.output.timepoints.some(({ id, overall }) => id !== timepoint && overall === 'IUPD')
  );
}

/**
 * What the criteria of the trial together ask of this timepoint. Each question is of progression that an earlier timepoint
 * left unconfirmed, which its reader was shown when that was signed; where all timepoints are read together nothing is signed
 * before, so it is asked whatever they come to.
 */
export function factsAsked(context: ReadContext, rated: Rated): TimepointFact[] {
  const { charter, baseline, together } = context;
  const taken = factsTakenBy([charter, ...(charter.others ?? [])].map(one => one.criterion));
  if (baseline || taken.length === 0) {
    return [];
  }
  const { lesions } = rated.document;
  const has: Readonly<Record<TimepointFact, boolean>> = {
    ntFurther: lesions.some(({ role }) => role === 'non-target'),
    nlntFurther: lesions.some(
      ({ role, createdInThisRead }) => role === 'new' && !createdInThisRead
    ),
    newSymptom: true,
  };
  const asked = together !== undefined || hasWaited(context, rated);
  // An answer that was given stays in sight, to be taken back.
  return taken.filter(fact => (asked && has[fact]) || rated.document[fact] !== undefined);
}

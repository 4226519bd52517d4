import { AdjudicationError } from './adjudicationError.js';
import type { CourseRead } from './courseRead.js';
import type { Reads } from './decision.js';
import { composed, type Final } from './finalOf.js';
import type { ChosenRules } from './rules.js';
import { type NumberRule, standingNumbers } from './standingNumbers.js';

/**
 * What stands under another criterion of the trial. The same reads stand, timepoint by timepoint and for the same reason:
 * they were compared and decided on under the primary criterion, and what is final is a read, not a response. `reads` are
 * those reads rated by the other criterion. Throws AdjudicationError CL_COURSE where one that stands is not among them.
 */
export function finalUnder(
  final: Final,
  reads: Reads<CourseRead>,
  options: Pick<ChosenRules, 'endpointOptions'>
): Final {
  // Nothing stands, or numbers alone that no criterion gives.
  if (final.state !== 'final' || final.output === null) return final;
  const each = final.timepoints.flatMap(({ timepoint, slot }) => {
    if (slot === null) return [];
    if (!reads[slot]?.output.timepoints.some(({ id }) => id === timepoint))
      throw new AdjudicationError(
        'CL_COURSE',
        `/reads/${slot}`,
        `/reads/${slot}: it stands at "${timepoint}", and is not rated there`
      );
    const rule: NumberRule = { slots: [slot], how: 'read' };
    return [[timepoint, rule] as const];
  });
  return {
    ...final,
    output: composed(final.timepoints, reads, options),
    numbers: standingNumbers(reads, each, false),
  };
}

import type { Reason } from '../reason.js';
import type { NewLesionState, NonTargetCategory, Overall, TargetCategory } from './categories.js';
import { overallGrid } from './overallGrid.js';
import type { CourseParameters } from './parameters.js';

export interface OverallRating {
  readonly value: Overall;
  readonly trace: readonly Reason[];
}

export interface Components {
  readonly target: TargetCategory;
  readonly nonTarget: NonTargetCategory;
  /** NA: none was entered. */
  readonly newLesions: NewLesionState | 'NA';
  /** Non-target lesions that are back after a complete response. */
  readonly reappeared: readonly string[];
}

/** Overall response of one visit from its components; `source`: paper and tables. */
export function rateOverall(
  components: Components,
  newLesionNe: CourseParameters['newLesionNe'],
  source: string
): OverallRating {
  const { target, nonTarget, newLesions, reappeared } = components;
  const result = (value: Overall, rule: string, text: () => string): OverallRating => ({
    value,
    trace: [{ rule, text, numbers: {}, source }],
  });
  const parts = () => `target ${target}, non-target ${nonTarget}, new lesions ${newLesions}`;
  if (newLesions === 'YES')
    return result(
      'PD',
      'overall.newLesion',
      () => `A new lesion is progression whatever the rest: ${parts()}.`
    );
  const value = overallGrid[target][nonTarget];
  if (reappeared.length > 0 && value !== 'PD') {
    return result(
      'PD',
      'overall.reappeared',
      () =>
        `Non-target disease present again after a complete response (REAPPEARED): ${reappeared.join(', ')}.`
    );
  }
  if (value === 'CR' && newLesions === 'NE' && newLesionNe === 'noCr') {
    const less = target === 'NA' ? 'NON-CR/NON-PD' : 'PR';
    return result(
      less,
      'overall.newLesionNe',
      () => `New lesions could not be judged, which forbids CR: ${parts()}.`
    );
  }
  return result(value, 'overall.grid', () => `${parts()}: ${value}.`);
}

import type { AreaCriterion } from '../neuro/assessNeuro.js';
import type { ProgressionCause } from '../neuro/overall.js';
import type { Parameters } from './parameters.js';

const enhancement: readonly ProgressionCause[] = ['size', 'newLesion', 'nonTarget'];

/**
 * Progression within 12 weeks of radiotherapy of a new diagnosis: only when most of the new enhancement lies outside
 * the high-dose field or tissue proves it, otherwise stable disease with a flag.
 */
export function treatmentEffectOf({
  pseudoprogressionDays,
}: Parameters): NonNullable<AreaCriterion['treatmentEffect']> {
  return (rating, { daysSinceRadiotherapy: days, inHighDoseField, histology }) => {
    if (rating.value !== 'PD' || days === null || days > pseudoprogressionDays) return null;
    const enhances = rating.causes.some(cause => enhancement.includes(cause));
    if (histology === 'TUMOUR' || (enhances && inHighDoseField === false)) return null;
    const field = !enhances
      ? 'nothing new enhances'
      : inHighDoseField === null
        ? 'whether the new enhancement lies outside the high-dose field was not given'
        : 'the new enhancement lies within the high-dose field';
    return {
      value: 'SD',
      rule: 'overall.pseudoprogressionWindow',
      text: `Day ${days} after radiotherapy (limit ${pseudoprogressionDays} days): ${field}, and no tissue proves tumour; stable disease until later.`,
      flag: 'PSEUDOPROGRESSION_WINDOW',
    };
  };
}

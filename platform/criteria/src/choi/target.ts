import type { References, TargetStates } from '../course/burden.js';
import type { TargetCategory } from '../course/categories.js';
import type { TargetRating } from '../course/targetRating.js';
import { decreasedBy, increasedBy, type LengthScale, percentChange } from '../decimal.js';
import { type Density, huChange, huOf, isDensityResponse } from './density.js';
import { choiMargin } from './margin.js';
import type { Parameters } from './parameters.js';

export const source = 'Choi 2007 criteria table';

export interface TargetContext {
  readonly states: TargetStates;
  readonly references: References;
  readonly density: Density;
  readonly baselineDensity: Density;
  /** Lesions with a new or grown nodule inside. */
  readonly nodules: readonly string[];
  readonly declined: boolean;
  readonly parameters: Parameters;
  readonly scale: LengthScale;
}

const percent = (value: number | null): string =>
  value === null ? 'n/a' : `${value > 0 ? '+' : ''}${value.toFixed(2)} %`;

/** Target response in the order nodule, CR, size progression that density does not rescue, PR, SD. */
export function rateTarget(context: TargetContext): TargetRating {
  const { states, references, density, baselineDensity, nodules, parameters, scale } = context;
  const { current, baseline, nadir } = references;
  const { known } = current;
  const reference = parameters['choi.pdRef'] === 'nadir' ? nadir : baseline;
  const fromBaseline = percentChange(known, baseline);
  const fromReference = percentChange(known, reference);
  const changeHu = huChange(density.mean, baselineDensity.mean);
  const numbers = {
    sumMm: scale.toMm(known),
    baselineMm: scale.toMm(baseline),
    referenceMm: scale.toMm(reference),
    changeFromBaselinePct: fromBaseline,
    changeFromReferencePct: fromReference,
    densityHu: huOf(density.mean, scale),
    baselineDensityHu: huOf(baselineDensity.mean, scale),
    densityChangePct: changeHu,
  };
  const result = (
    category: TargetCategory,
    rule: string,
    text: string,
    threshold?: string
  ): TargetRating => {
    const measured = {
      sum: known,
      baseline,
      reference,
      density: density.mean,
      baselineDensity: baselineDensity.mean,
      modified: parameters['choi.variant'] === 'mChoi',
    };
    const decided =
      threshold === undefined ? {} : { threshold, margin: choiMargin(measured, scale) };
    return { category, trace: [{ rule, text, numbers, ...decided, source }] };
  };
  if (nodules.length > 0)
    return result(
      'PD',
      'target.pd.nodule',
      `New or grown nodule inside ${nodules.join(', ')}: progression whatever size and density.`
    );
  if (states.length === 0) return result('NA', 'target.none', 'No target lesion at baseline.');
  const against = `${percent(fromReference)} against the ${parameters['choi.pdRef']} of ${scale.toMm(reference)} mm`;
  const bySize = increasedBy(known, reference, 10n);
  const byDensity = isDensityResponse(density.mean, baselineDensity.mean);
  const pdThreshold = `sum at least 10 % over the ${parameters['choi.pdRef']}, density not 15 % down`;
  const missing = states.filter(({ complete }) => !complete);
  if (missing.length > 0 || references.counted === 0) {
    if (parameters.partialBounds === 'pdOnly' && references.counted > 0 && bySize)
      return result(
        'PD',
        'target.pd.partial',
        `The targets that were read already sum to ${scale.toMm(known)} mm, ${against}; density is not evaluable and can't rescue it.`,
        pdThreshold
      );
    const reasons = missing.map(({ id, reason }) => `${id} (${reason ?? 'OTHER'})`).join(', ');
    return result('NE', 'target.ne', `Not evaluable: ${reasons || 'every target was treated'}.`);
  }
  if (states.every(({ present }) => !present))
    return result('CR', 'target.cr', 'Every target lesion is gone.');
  const densityText = `density ${percent(changeHu)} against baseline`;
  if (bySize && !byDensity)
    return result(
      'PD',
      'target.pd',
      `Sum ${scale.toMm(known)} mm: ${against} (at least +10 %), and ${densityText} is not -15 %.`,
      pdThreshold
    );
  const smaller = decreasedBy(known, baseline, 10n);
  const noDensity = density.mean === null || huChange(density.mean, baselineDensity.mean) === null;
  const modified = parameters['choi.variant'] === 'mChoi';
  const responds = modified ? smaller && (byDensity || noDensity) : smaller || byDensity;
  const texts = `Sum ${scale.toMm(known)} mm: ${percent(fromBaseline)} against baseline; ${densityText}`;
  const needs = `sum 10 % ${modified ? 'and' : 'or'} density 15 % below the baseline`;
  if (responds) {
    const rescued = bySize ? ` ${against} is not progression because of the density.` : '';
    return result('PR', 'target.pr', `${texts} (${needs}).${rescued}`, needs);
  }
  if (context.declined && parameters['choi.symptomaticDecline'] === 'NE')
    return result(
      'NE',
      'target.ne.decline',
      `${texts}: neither response nor progression, and symptoms declined, so not stable either.`
    );
  return result(
    'SD',
    'target.sd',
    `${texts}: not ${needs}, and ${against} is no progression.`,
    `neither ${needs} nor progression`
  );
}

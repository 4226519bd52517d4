import { isRead, type References, type TargetStates } from '../course/burden.js';
import type { TargetCategory } from '../course/categories.js';
import { marginTo } from '../course/margin.js';
import type { TargetRating } from '../course/targetRating.js';
import { decreasedBy, increasedBy, type LengthScale, percentChange } from '../decimal.js';
import type { Trace } from '../schemas.js';
import { type Density, huChange, huOf, isDensityResponse } from './density.js';
import { choiMargin } from './margin.js';
import type { Parameters } from './parameters.js';

export const source = 'Choi 2007 criteria table';

export interface TargetContext {
  readonly states: TargetStates;
  readonly references: References;
  readonly density: Density;
  readonly baselineDensity: Density;
  /** Targets with a new or grown nodule inside. */
  readonly nodules: readonly string[];
  readonly declined: boolean;
  readonly parameters: Parameters;
  readonly scale: LengthScale;
}

/** In per cent; null: from a reference of 0 mm. */
const change = (percent: number | null, reference: string): string =>
  percent === null
    ? `over ${reference}`
    : `${percent > 0 ? '+' : ''}${percent.toFixed(2)} % against ${reference}`;

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
    decided: Partial<Trace> = {}
  ): TargetRating => ({ category, trace: [{ rule, text, numbers, source, ...decided }] });
  if (states.length === 0)
    return {
      category: 'NA',
      trace: [{ rule: 'target.none', text: 'No target lesion at baseline.', numbers: {}, source }],
    };
  if (nodules.length > 0)
    return result(
      'PD',
      'target.pd.nodule',
      `New or grown nodule inside ${nodules.join(', ')}: progression whatever size and density.`
    );
  const against = change(
    fromReference,
    `the ${parameters['choi.pdRef']} of ${scale.toMm(reference)} mm`
  );
  const bySize = increasedBy(known, reference, 10n);
  const byDensity = isDensityResponse(density.mean, baselineDensity.mean);
  const grown = `sum at least 10 % over the ${parameters['choi.pdRef']}`;
  const missing = states.filter(({ complete }) => !complete);
  if (missing.length > 0 || references.counted === 0) {
    const bound = { ...numbers, sumMm: null, lowerBoundMm: scale.toMm(known) };
    const bounded = parameters.partialBounds === 'pdOnly';
    const at = (category: string) =>
      marginTo(
        known,
        [{ category, numerator: 11n * reference, denominator: 10n }],
        'mm',
        scale.one
      );
    if (bounded && bySize) {
      return result(
        'PD',
        'target.pd.partial',
        `The targets that were read already sum to ${scale.toMm(known)} mm, ${against}: progression whatever the others are. Density is not known and can not rescue it.`,
        {
          numbers: bound,
          threshold: grown,
          margin: at('NE'),
        }
      );
    }
    const reasons = missing.map(({ id, reason }) => `${id} (${reason ?? 'OTHER'})`).join(', ');
    return result('NE', 'target.ne', `Not evaluable: ${reasons || 'every target was treated'}.`, {
      numbers: { ...bound, changeFromBaselinePct: null, changeFromReferencePct: null },
      ...(bounded && states.some(isRead) ? { threshold: grown, margin: at('PD') } : {}),
    });
  }
  if (states.every(({ present }) => !present))
    return result('CR', 'target.cr', 'Every target lesion is gone.');
  const modified = parameters['choi.variant'] === 'mChoi';
  const stable = context.declined && parameters['choi.symptomaticDecline'] === 'NE' ? 'NE' : 'SD';
  const margin = choiMargin(
    {
      sum: known,
      baseline,
      reference,
      density: density.mean,
      baselineDensity: baselineDensity.mean,
      modified,
      stable,
    },
    scale
  );
  const sum = `Sum ${scale.toMm(known)} mm`;
  const densityText =
    density.mean === null
      ? 'density not known'
      : `density ${huOf(density.mean, scale)} HU, ${changeHu === null ? 'not compared with the baseline' : change(changeHu, 'the baseline')}`;
  if (bySize && !byDensity)
    return result(
      'PD',
      'target.pd',
      `${sum}: ${against} (at least +10 %); ${densityText}, which ${changeHu === null ? 'rescues nothing' : 'does not rescue it (at least -15 % would)'}.`,
      {
        threshold: changeHu === null ? grown : `${grown} and density not 15 % below the baseline`,
        margin,
      }
    );
  const smaller = decreasedBy(known, baseline, 10n);
  const responds = modified ? smaller && (byDensity || changeHu === null) : smaller || byDensity;
  const needs =
    changeHu === null
      ? 'sum at least 10 % below the baseline'
      : `sum at least 10 % ${modified ? 'and' : 'or'} density at least 15 % below the baseline`;
  const texts = `${sum}: ${change(fromBaseline, 'the baseline')}; ${densityText}`;
  const growth = bySize
    ? `${against} is no progression because of the density`
    : `${against} is no progression (at least +10 %)`;
  if (responds)
    return result(
      'PR',
      'target.pr',
      `${texts}: response (${needs}).${bySize ? ` ${growth}.` : ''}`,
      { threshold: needs, margin }
    );
  const neither = `${texts}: no response (${needs}), and ${growth}`;
  const threshold = `neither response (${needs}) nor progression (${grown})`;
  return stable === 'NE'
    ? result(
        'NE',
        'target.ne.decline',
        `${neither}; symptoms declined, so it is not stable either.`,
        {
          threshold,
          margin,
        }
      )
    : result('SD', 'target.sd', `${neither}.`, { threshold, margin });
}

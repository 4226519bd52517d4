import { isRead } from '../course/burden.js';
import { marginTo } from '../course/margin.js';
import { type LengthScale, percentChange } from '../decimal.js';
import type { Reason } from '../reason.js';
import type { Comparability } from './comparability.js';
import type { GlycolysisPair } from './glycolysis.js';
import { source, type TargetCategory } from './grid.js';
import type { SulReferences } from './hottest.js';
import type { Parameters } from './parameters.js';
import { type Reading, remains } from './reading.js';
import {
  changeSul,
  hasExtended,
  hasFallen,
  hasRisen,
  risenFrom,
  sulThresholds,
} from './thresholds.js';

export interface TargetContext {
  readonly reading: Reading;
  readonly references: SulReferences;
  readonly comparability: Comparability;
  /** Null where total lesion glycolysis can't be compared. */
  readonly glycolysis: GlycolysisPair | null;
  /** Why the subject has no target to measure; null when it has one. */
  readonly noTarget: string | null;
  readonly parameters: Parameters;
  readonly scale: LengthScale;
}

export interface TargetRating {
  readonly category: TargetCategory;
  readonly trace: readonly Reason[];
}

const signed = (value: number | null, unit: string): string =>
  value === null ? 'n/a' : `${value > 0 ? '+' : ''}${value.toFixed(2)} ${unit}`;

/** Response by the hottest lesion, in the order not comparable, progression by what was read, CMR, PMD, PMR, SMD. */
export function rateTarget(context: TargetContext): TargetRating {
  const { reading, references, comparability, glycolysis, parameters, scale } = context;
  const { current, baseline, nadir, reference } = references;
  const { measure, states, background } = reading;
  const reached = { strict: parameters['percist.strict'], scale };
  const which = parameters['percist.pmdRef'];
  const sul = scale.toMm(current.known);
  const fromReference = percentChange(current.known, reference);
  const overReference = scale.toMm(current.known - reference);
  const fromBaseline = percentChange(current.known, baseline);
  const overBaseline = scale.toMm(current.known - baseline);
  const glycolysisPct = glycolysis && percentChange(glycolysis.current, glycolysis.reference);
  const backgroundMean = background.mean === null ? null : scale.toMm(background.mean);
  const numbers = {
    sulPeak: sul,
    baselineSulPeak: scale.toMm(baseline),
    nadirSulPeak: scale.toMm(nadir),
    changeFromBaselinePct: fromBaseline,
    changeFromBaselineSul: overBaseline,
    changeFromReferencePct: fromReference,
    changeFromReferenceSul: overReference,
    backgroundMeanSul: backgroundMean,
    tlgG: glycolysis && scale.toMm(glycolysis.current),
    tlgReferenceG: glycolysis && scale.toMm(glycolysis.reference),
    tlgChangePct: glycolysisPct,
    ...comparability.numbers,
  };
  const extended =
    glycolysis !== null && hasExtended(glycolysis.current, glycolysis.reference, reached);
  const declined = current.known < reference;
  const result = (
    category: TargetCategory,
    rule: string,
    text: string,
    decided: Partial<Reason> = {}
  ): TargetRating => ({ category, trace: [{ rule, text, numbers, source, ...decided }] });
  const bySul = (category: TargetCategory, threshold: string) => {
    const clearedBelow = reading.indistinct ? background.mean : null;
    const { complete } = current;
    const around = { baseline, reference, complete, extended, clearedBelow };
    const thresholds = sulThresholds(category, around, scale);
    return { threshold, margin: marginTo(current.known, thresholds, measure.unit, scale.one) };
  };
  if (context.noTarget !== null) return result('NA', 'target.none', context.noTarget);
  const { failures } = comparability;
  if (failures.length > 0 && parameters['percist.comparability'] === 'NE') {
    const failed = failures.map(({ text }) => text).join('; ');
    // One number that fails: beyond its limit lies what the scan would have been.
    const [only, another] = failures;
    const number = another === undefined ? (only?.number ?? null) : null;
    const otherwise = rateTarget({ ...context, comparability: { ...comparability, failures: [] } });
    const margin =
      number && otherwise.category !== 'NE'
        ? marginTo(
            number.value,
            [{ ...number.limit, category: otherwise.category }],
            number.unit,
            scale.one
          )
        : null;
    return result('NE', 'target.ne.notComparable', `Not comparable with the baseline: ${failed}.`, {
      threshold: failed,
      margin,
    });
  }
  const sign = reached.strict ? 'more than' : 'at least';
  const change = `${sign} 30 % and ${sign} ${changeSul} g/mL`;
  const rise = `${signed(fromReference, '%')} and ${signed(overReference, 'g/mL')} against the ${which} of ${scale.toMm(reference)} g/mL`;
  const fall = `${signed(fromBaseline, '%')} and ${signed(overBaseline, 'g/mL')} against the baseline of ${scale.toMm(baseline)} g/mL`;
  const risen = hasRisen(current.known, reference, reached);
  const riseThreshold = `SULpeak ${change} over the ${which}`;
  if (!current.complete || references.counted === 0) {
    const bound = { ...numbers, sulPeak: null, lowerBoundSulPeak: sul };
    if (parameters.partialBounds === 'pdOnly' && references.counted > 0 && risen)
      return result(
        'PMD',
        'target.pmd.partial',
        `The lesions that were read already have a SULpeak of ${sul} g/mL: ${rise}, progression whatever the others are.`,
        {
          numbers: bound,
          threshold: riseThreshold,
          margin: marginTo(
            current.known,
            [{ ...risenFrom(reference, scale), category: 'NE' }],
            measure.unit,
            scale.one
          ),
        }
      );
    const missing = states
      .filter(({ complete }) => !complete)
      .map(({ id, reason }) => `${id} (${reason ?? 'OTHER'})`)
      .join(', ');
    const bounded = parameters.partialBounds === 'pdOnly' && states.some(isRead);
    return result('NE', 'target.ne', `Not evaluable: ${missing || 'every target was treated'}.`, {
      numbers: {
        ...bound,
        changeFromBaselinePct: null,
        changeFromBaselineSul: null,
        changeFromReferencePct: null,
        changeFromReferenceSul: null,
      },
      ...(bounded ? bySul('NE', riseThreshold) : {}),
    });
  }
  if (
    states.every(state => state.complete && !remains(state)) &&
    !reading.others.some(other => other.remains)
  ) {
    const cleared = `below the ${background.organ} mean and not distinct from the background`;
    return current.known === 0n
      ? result('CMR', 'target.cmr', 'Every lesion is gone.')
      : result(
          'CMR',
          'target.cmr',
          `Every lesion is gone or ${cleared}: SULpeak ${sul} g/mL, mean ${backgroundMean ?? 'not known'} g/mL.`,
          bySul('CMR', `every lesion ${cleared}`)
        );
  }
  if (risen)
    return result(
      'PMD',
      'target.pmd',
      `SULpeak ${sul} g/mL: ${rise} (${change}).`,
      bySul('PMD', riseThreshold)
    );
  if (glycolysis !== null && extended && !declined) {
    const beyond = hasFallen(current.known, baseline, reached) ? 'PMR' : 'SMD';
    const from = {
      numerator: 7n * glycolysis.reference,
      denominator: 4n,
      category: beyond,
    };
    return result(
      'PMD',
      'target.pmd.extent',
      `Total lesion glycolysis ${signed(glycolysisPct, '%')} against the ${which} of ${scale.toMm(glycolysis.reference)} g, and SULpeak has not declined (${rise}).`,
      {
        threshold: `total lesion glycolysis ${sign} 75 % over the ${which} without a decline of SULpeak`,
        margin: marginTo(glycolysis.current, [from], 'g', scale.one),
      }
    );
  }
  if (hasFallen(current.known, baseline, reached))
    return result(
      'PMR',
      'target.pmr',
      `SULpeak ${sul} g/mL: ${fall} (${change}).`,
      bySul('PMR', `SULpeak ${change} below the baseline`)
    );
  const extent = extended
    ? `; total lesion glycolysis ${signed(glycolysisPct, '%')}, but SULpeak declined`
    : '';
  const neither =
    rise === fall
      ? `${fall} is neither response nor progression`
      : `${fall} is no response, and ${rise} is no progression`;
  return result(
    'SMD',
    'target.smd',
    `SULpeak ${sul} g/mL: ${neither}${extent}.`,
    bySul('SMD', `SULpeak neither ${change} below the baseline nor ${change} over the ${which}`)
  );
}

import { decreasedBy, increasedBy, type LengthScale, percentChange } from '../decimal.js';
import type { Trace } from '../schemas.js';
import type { References, TargetStates } from './burden.js';
import type { TargetCategory } from './categories.js';
import { marginTo, type Threshold } from './margin.js';
import type { CourseParameters } from './parameters.js';

/** What a criterion that rates targets by the sum of diameters sets for itself. */
export interface TargetRules {
  /** Smallest growth over the nadir that progression also needs, mm; 0: none. */
  readonly pdAbsMm: number;
  /** A node that was normal is disease again only after this growth over its smallest axis, mm; none without it. */
  readonly nodeBackMm?: number;
  /** What the complete response means, as a sentence without its full stop. */
  readonly crMeans: string;
  readonly source: string;
  /** Of disease back after a complete response and of `prCarry`. */
  readonly clarified: string;
  /** Of sums with a target missing. */
  readonly partial: string;
}

export const recistTargetRules: TargetRules = {
  pdAbsMm: 5,
  crMeans: 'Every non-nodal target is absent and every nodal target is below 10 mm short axis',
  source: 'Eisenhauer 2009 (RECIST 1.1) section 4.3.1',
  clarified: 'Schwartz 2016 (RECIST 1.1 clarifications)',
  partial: 'Eisenhauer 2009 section 4.4',
};

export interface TargetParameters extends Pick<
  CourseParameters,
  'partialBounds' | 'normalNodesBeatPd'
> {
  readonly reappearAfterCr: 'pd' | 'sumRule';
}

export interface TargetRating {
  readonly category: TargetCategory;
  readonly trace: readonly Trace[];
}

export interface TargetContext {
  readonly states: TargetStates;
  readonly references: References;
  /** The last earlier visit whose overall response was not NE had CR. */
  readonly afterCr: boolean;
  /** Targets that are no disease again although they are present. */
  readonly notBack?: ReadonlySet<string>;
  /** `prCarry` 'faq': a response (confirmed where required) was reached and no PD came since. */
  readonly carriesPr: boolean;
  readonly parameters: TargetParameters;
  readonly scale: LengthScale;
  /** RECIST 1.1's without them. */
  readonly rules?: TargetRules;
}

/** Twenty per cent and the absolute growth over the nadir. */
export function meetsPd(
  current: bigint,
  nadir: bigint,
  scale: LengthScale,
  { pdAbsMm }: Pick<TargetRules, 'pdAbsMm'> = recistTargetRules
): boolean {
  return increasedBy(current, nadir, 20n) && current - nadir >= scale.of(pdAbsMm);
}

interface SumReferences {
  readonly baseline: bigint;
  readonly nadir: bigint;
}

/** The sum from which on it is progression: the larger of +20 % and the absolute growth over the nadir. */
function pdFrom(nadir: bigint, scale: LengthScale, pdAbsMm: number): Omit<Threshold, 'category'> {
  const absolute = nadir + scale.of(pdAbsMm);
  return 12n * nadir > 10n * absolute
    ? { numerator: 12n * nadir, denominator: 10n }
    : { numerator: absolute, denominator: 1n };
}

/** The thresholds around a category, each with the category beyond it. */
function thresholdsOf(
  category: TargetCategory,
  { baseline, nadir }: SumReferences,
  scale: LengthScale,
  pdAbsMm: number
): Threshold[] {
  const pd = pdFrom(nadir, scale, pdAbsMm);
  const pr = { numerator: 7n * baseline, denominator: 10n };
  if (category === 'PD') {
    const isResponse = pd.numerator * pr.denominator <= pr.numerator * pd.denominator;
    return [{ ...pd, category: isResponse ? 'PR' : 'SD' }];
  }
  const response = { ...pr, category: category === 'PR' ? 'SD' : 'PR' };
  return [...(baseline === 0n ? [] : [response]), { ...pd, category: 'PD' }];
}

function signed(value: number | null, unit: string): string {
  return value === null ? 'n/a' : `${value > 0 ? '+' : ''}${value.toFixed(2)} ${unit}`;
}

/** Target response in the order PD by partial sum, CR, PD, PR, SD (oncology-criteria 0.4). */
export function rateTarget(context: TargetContext): TargetRating {
  const { states, references, afterCr, carriesPr, parameters, scale } = context;
  const rules = context.rules ?? recistTargetRules;
  const { pdAbsMm, clarified } = rules;
  const absolute = pdAbsMm > 0 ? pdAbsMm : null;
  const pdThreshold = `sum at least 20 %${absolute === null ? '' : ` and ${absolute} mm`} over the nadir`;
  const { current, baseline, nadir } = references;
  const sum = scale.toMm(current.known);
  const fromBaseline = percentChange(current.known, baseline);
  const fromNadir = percentChange(current.known, nadir);
  const overNadir = scale.toMm(current.known - nadir);
  const numbers = {
    sumMm: sum,
    baselineMm: scale.toMm(baseline),
    nadirMm: scale.toMm(nadir),
    changeFromBaselinePct: fromBaseline,
    changeFromNadirPct: fromNadir,
    changeFromNadirMm: overNadir,
  };
  const result = (
    category: TargetCategory,
    rule: string,
    text: string,
    source = rules.source,
    threshold?: string
  ): TargetRating => {
    const around =
      threshold === undefined ? [] : thresholdsOf(category, references, scale, pdAbsMm);
    const margin = marginTo(current.known, around, 'mm', scale.one);
    const decided = threshold === undefined ? {} : { threshold, margin };
    return { category, trace: [{ rule, text, numbers, ...decided, source }] };
  };
  const growth = `${signed(fromNadir, '%')} and ${signed(overNadir, 'mm')} against the nadir of ${scale.toMm(nadir)} mm`;

  if (states.length === 0)
    return {
      category: 'NA',
      trace: [
        {
          rule: 'target.none',
          text: 'No target lesion at baseline.',
          numbers: {},
          source: rules.source,
        },
      ],
    };
  const again = states
    .filter(
      ({ id, present, status }) => present && status !== 'treated' && !context.notBack?.has(id)
    )
    .map(({ id }) => id);
  if (afterCr && parameters.reappearAfterCr === 'pd' && again.length > 0) {
    return result(
      'PD',
      'target.pd.reappeared',
      `Disease after a complete response: ${again.join(', ')} present again (REAPPEARED).`,
      clarified
    );
  }
  const missing = states.filter(({ complete }) => !complete);
  if (missing.length > 0 || references.counted === 0) {
    if (
      parameters.partialBounds === 'pdOnly' &&
      references.counted > 0 &&
      meetsPd(current.known, nadir, scale, rules)
    ) {
      return result(
        'PD',
        'target.pd.partial',
        `The targets that were read already sum to ${sum} mm, ${growth}: progression whatever the others are.`,
        rules.partial,
        pdThreshold
      );
    }
    const reasons = missing.map(({ id, reason }) => `${id} (${reason ?? 'OTHER'})`).join(', ');
    const text =
      references.counted === 0
        ? 'Every target was treated locally.'
        : `Not evaluable: ${reasons}; what was read (${sum} mm) does not reach progression.`;
    return result('NE', 'target.ne', text, rules.partial);
  }
  const complete = states.every(({ present }) => !present);
  const cr = () => result('CR', 'target.cr', `${rules.crMeans} (sum ${sum} mm).`);
  const progressed = meetsPd(current.known, nadir, scale, rules);
  if (complete && (parameters.normalNodesBeatPd || !progressed)) return cr();
  if (progressed)
    return result(
      'PD',
      'target.pd',
      `Sum ${sum} mm: ${growth} (at least +20 %${absolute === null ? '' : ` and +${absolute} mm`}).`,
      rules.source,
      pdThreshold
    );
  if (decreasedBy(current.known, baseline, 30n)) {
    return result(
      'PR',
      'target.pr',
      `Sum ${sum} mm: ${signed(fromBaseline, '%')} against the baseline of ${scale.toMm(baseline)} mm (at least -30 %).`,
      rules.source,
      'sum at least 30 % below the baseline'
    );
  }
  if (carriesPr) {
    return result(
      'PR',
      'target.pr.carried',
      `Sum ${sum} mm is no longer -30 % of baseline; a partial response stays one until progression (prCarry).`,
      clarified
    );
  }
  return result(
    'SD',
    'target.sd',
    `Sum ${sum} mm: ${signed(fromBaseline, '%')} against baseline is not -30 %, and ${growth} is not +20 %${absolute === null ? '' : ` with +${absolute} mm`}.`,
    rules.source,
    `neither 30 % below the baseline nor 20 %${absolute === null ? '' : ` and ${absolute} mm`} over the nadir`
  );
}

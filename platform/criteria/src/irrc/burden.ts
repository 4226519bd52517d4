import { isRead, type References, type TargetStates } from '../course/burden.js';
import { marginTo, nearestEdge } from '../course/margin.js';
import { decreasedBy, increasedBy, type LengthScale, percentChange } from '../decimal.js';
import type { Reason } from '../reason.js';
import type { Margin } from '../schemas.js';
import type { BurdenCategory } from './grid.js';
import type { Parameters } from './parameters.js';

const source = 'Wolchok 2009 (irRC) Table 1';
const pdThreshold = 'burden at least 25 % over the nadir';
const prThreshold = 'burden at least 50 % below the baseline';

export interface BurdenRating {
  readonly category: BurdenCategory;
  /** What it would be if its progression did not count. */
  readonly otherwise: 'PR' | 'SD';
  readonly trace: readonly Reason[];
}

const percent = (value: number | null): string =>
  value === null ? 'n/a' : `${value > 0 ? '+' : ''}${value.toFixed(2)} %`;

/** What decides a category by the burden; `complete`: every lesion of it was read. */
interface BurdenRules {
  readonly references: References;
  readonly complete: boolean;
  readonly parameters: Parameters;
}

/** The category of a burden of `value` / `parts` units of which something is left. */
function categoryAt(
  value: bigint,
  parts: bigint,
  { references: { baseline, nadir }, complete, parameters }: BurdenRules
): BurdenCategory {
  const grown = increasedBy(value, parts * nadir, 25n);
  if (!complete) return grown && parameters.partialBounds === 'pdOnly' ? 'PD' : 'NE';
  const smaller = decreasedBy(value, parts * baseline, 50n);
  if (grown && (parameters.irPdBeatsPr || !smaller)) return 'PD';
  return smaller ? 'PR' : 'SD';
}

/** Distance to the nearest burden that would be another category. */
function marginOf(rules: BurdenRules, scale: LengthScale): Margin | null {
  const { current, baseline, nadir } = rules.references;
  const edges = [
    { numerator: 5n * nadir, denominator: 4n },
    { numerator: baseline, denominator: 2n },
  ];
  const edge = nearestEdge(current.known, edges, (value, parts) => categoryAt(value, parts, rules));
  return edge && marginTo(current.known, [edge], 'mm2', scale.one * scale.one);
}

/** The total tumour burden: index lesions and new measurable ones, `states` of both. */
export function rateBurden(
  states: TargetStates,
  references: References,
  hasIndex: boolean,
  parameters: Parameters,
  scale: LengthScale
): BurdenRating {
  const { current, baseline, nadir } = references;
  const { known } = current;
  const sum = scale.toMm2(known);
  const fromBaseline = percentChange(known, baseline);
  const fromNadir = percentChange(known, nadir);
  const numbers = {
    burdenMm2: sum,
    baselineMm2: scale.toMm2(baseline),
    nadirMm2: scale.toMm2(nadir),
    changeFromBaselinePct: fromBaseline,
    changeFromNadirPct: fromNadir,
  };
  const isResponse = decreasedBy(known, baseline, 50n);
  const otherwise = isResponse ? 'PR' : 'SD';
  const result = (
    category: BurdenCategory,
    rule: string,
    text: string,
    threshold?: string
  ): BurdenRating => {
    const complete = states.every(one => one.complete);
    const margin = () => marginOf({ references, complete, parameters }, scale);
    const decided = threshold === undefined ? {} : { threshold, margin };
    return { category, otherwise, trace: [{ rule, text, numbers, ...decided, source }] };
  };
  const missing = states.filter(({ complete }) => !complete);
  if (!hasIndex) {
    if (known === 0n && missing.length > 0) {
      const text = `Not evaluable: ${missing.map(({ id }) => id).join(', ')} was not read and no index lesion is there to judge by.`;
      return result('NE', 'target.ne', text);
    }
    const text = `No index lesion at baseline; new measurable lesions sum to ${sum} mm².`;
    return result('NA', 'target.none', text);
  }
  const growth = `${percent(fromNadir)} against the nadir of ${scale.toMm2(nadir)} mm²`;
  const isProgression = increasedBy(known, nadir, 25n);
  if (missing.length > 0 || references.counted === 0) {
    if (parameters.partialBounds === 'pdOnly' && references.counted > 0 && isProgression)
      return result(
        'PD',
        'target.pd.partial',
        `What was read already sums to ${sum} mm², ${growth}: progression whatever the rest is.`,
        pdThreshold
      );
    const reasons = missing.map(({ id, reason }) => `${id} (${reason ?? 'OTHER'})`).join(', ');
    const text =
      references.counted === 0
        ? 'Every index lesion was treated locally.'
        : `Not evaluable: ${reasons}; what was read (${sum} mm²) does not reach progression.`;
    const bounded = parameters.partialBounds === 'pdOnly' && references.counted > 0;
    return result(
      'NE',
      'target.ne',
      text,
      bounded && states.some(isRead) ? pdThreshold : undefined
    );
  }
  if (known === 0n && states.every(({ present }) => !present))
    return result('CR', 'target.cr', 'Every index and new measurable lesion is gone (0 mm²).');
  const progression = (): BurdenRating =>
    result('PD', 'target.pd', `Burden ${sum} mm²: ${growth} (at least +25 %).`, pdThreshold);
  if (isProgression && (parameters.irPdBeatsPr || !isResponse)) return progression();
  if (isResponse)
    return result(
      'PR',
      'target.pr',
      `Burden ${sum} mm²: ${percent(fromBaseline)} against the baseline of ${scale.toMm2(baseline)} mm² (at least -50 %).`,
      prThreshold
    );
  return result(
    'SD',
    'target.sd',
    `Burden ${sum} mm²: ${percent(fromBaseline)} against baseline is not -50 %, and ${growth} is not +25 %.`,
    'neither 50 % below the baseline nor 25 % over the nadir'
  );
}

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

/** In per cent; null: from a reference of 0 mm². */
const change = (percent: number | null, reference: string): string =>
  percent === null
    ? `over ${reference}`
    : `${percent > 0 ? '+' : ''}${percent.toFixed(2)} % against ${reference}`;

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
    decided: Partial<Reason> = {}
  ): BurdenRating => ({
    category,
    otherwise,
    trace: [{ rule, text, numbers, source, ...decided }],
  });
  const by = (threshold: string) => ({
    threshold,
    margin: () => {
      const complete = states.every(one => one.complete);
      return marginOf({ references, complete, parameters }, scale);
    },
  });
  const missing = states.filter(({ complete }) => !complete);
  if (!hasIndex) {
    if (known === 0n && missing.length > 0) {
      const verb = missing.length === 1 ? 'was' : 'were';
      const text = `Not evaluable: ${missing.map(({ id }) => id).join(', ')} ${verb} not read and no index lesion is there to judge by.`;
      return result('NE', 'target.ne', text, { numbers: {} });
    }
    const text = `No index lesion at baseline; new measurable lesions sum to ${sum} mm².`;
    return result('NA', 'target.none', text, { numbers: { burdenMm2: sum } });
  }
  const growth = change(fromNadir, `the nadir of ${scale.toMm2(nadir)} mm²`);
  const isProgression = increasedBy(known, nadir, 25n);
  if (missing.length > 0 || references.counted === 0) {
    const bound = { ...numbers, burdenMm2: null, lowerBoundMm2: sum };
    if (parameters.partialBounds === 'pdOnly' && isProgression)
      return result(
        'PD',
        'target.pd.partial',
        `What was read already sums to ${sum} mm², ${growth}: progression whatever the rest is.`,
        { numbers: bound, ...by(pdThreshold) }
      );
    const reasons = missing.map(({ id, reason }) => `${id} (${reason ?? 'OTHER'})`).join(', ');
    const text =
      references.counted === 0
        ? 'Every index lesion was treated locally.'
        : isProgression
          ? `Not evaluable: ${reasons}.`
          : `Not evaluable: ${reasons}; what was read (${sum} mm²) does not reach progression.`;
    const bounded = parameters.partialBounds === 'pdOnly' && references.counted > 0;
    return result('NE', 'target.ne', text, {
      numbers: { ...bound, changeFromBaselinePct: null, changeFromNadirPct: null },
      ...(bounded && states.some(isRead) ? by(pdThreshold) : {}),
    });
  }
  if (known === 0n && states.every(({ present }) => !present))
    return result('CR', 'target.cr', 'Every index and new measurable lesion is gone (0 mm²).');
  const progression = (): BurdenRating =>
    result('PD', 'target.pd', `Burden ${sum} mm²: ${growth} (at least +25 %).`, by(pdThreshold));
  if (isProgression && (parameters.irPdBeatsPr || !isResponse)) return progression();
  if (isResponse)
    return result(
      'PR',
      'target.pr',
      `Burden ${sum} mm²: ${change(fromBaseline, `the baseline of ${scale.toMm2(baseline)} mm²`)} (at least -50 %).`,
      by(prThreshold)
    );
  return result(
    'SD',
    'target.sd',
    `Burden ${sum} mm²: ${change(fromBaseline, 'the baseline')} is not -50 %, and ${growth} is not +25 %.`,
    by('burden neither 50 % below the baseline nor 25 % over the nadir')
  );
}

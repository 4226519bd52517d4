import { isRead, type Sum, type TargetStates } from '../course/burden.js';
import { type Edge, marginTo, nearestEdge } from '../course/margin.js';
import { decreasedBy, increasedBy, type LengthScale, percentChange } from '../decimal.js';
import type { Reason } from '../reason.js';
import type { Margin } from '../schemas.js';
import type { NeuroMeasure } from './measures.js';

/** Response by size; NA: nothing measured at baseline. */
export type SizeCategory = 'CR' | 'PR' | 'MR' | 'SD' | 'PD' | 'NE' | 'NA';

/** Thresholds of a criterion in per cent. */
export interface SizeRules {
  readonly pdPercent: bigint;
  readonly prPercent: bigint;
  /** Smallest decrease of a minor response; null: there is none. */
  readonly mrPercent: bigint | null;
  /** What progression is measured against. */
  readonly pdReference: 'nadir' | 'baseline';
  readonly source: string;
}

export interface SizeReferences {
  readonly current: Sum;
  readonly baseline: bigint;
  readonly nadir: bigint;
  /** Lesions in the sum; 0 when every one is excluded. */
  readonly counted: number;
}

export interface SizeRating {
  readonly category: SizeCategory;
  readonly trace: readonly Reason[];
}

export interface SizeContext {
  readonly states: TargetStates;
  readonly references: SizeReferences;
  readonly rules: SizeRules;
  readonly measure: NeuroMeasure;
  readonly scale: LengthScale;
  readonly partialBounds: 'pdOnly' | 'none';
}

/** The category of a sum of `value` / `parts` units. */
function categoryAt(
  value: bigint,
  parts: bigint,
  { states, references, rules }: SizeContext
): SizeCategory {
  const { pdPercent, prPercent, mrPercent, pdReference } = rules;
  const { baseline, nadir } = references;
  const reference = pdReference === 'nadir' ? nadir : baseline;
  const progressed = increasedBy(value, parts * reference, pdPercent);
  // Of a sum that not every lesion is in a margin is asked only where the lower bound decides.
  if (states.some(({ complete }) => !complete)) return progressed ? 'PD' : 'NE';
  if (value <= 0n) return 'CR';
  if (progressed) return 'PD';
  if (decreasedBy(value, parts * baseline, prPercent)) return 'PR';
  return mrPercent !== null && decreasedBy(value, parts * baseline, mrPercent) ? 'MR' : 'SD';
}

/** Distance to the nearest sum that would be another category. */
function marginOf(context: SizeContext): Margin | null {
  const { references, rules, measure, scale } = context;
  const { pdPercent, prPercent, mrPercent, pdReference } = rules;
  const { current, baseline, nadir } = references;
  const at = (value: bigint, percent: bigint): Edge => ({
    numerator: percent * value,
    denominator: 100n,
  });
  const edges = [
    at(pdReference === 'nadir' ? nadir : baseline, 100n + pdPercent),
    at(baseline, 100n - prPercent),
    ...(mrPercent === null ? [] : [at(baseline, 100n - mrPercent)]),
  ];
  const edge = nearestEdge(current.known, edges, (value, parts) =>
    categoryAt(value, parts, context)
  );
  return edge && marginTo(current.known, [edge], measure.unit, measure.one(scale));
}

function signed(value: number | null): string {
  return value === null ? 'n/a' : `${value > 0 ? '+' : ''}${value.toFixed(2)} %`;
}

/** Response by size in the order PD by partial sum, CR, PD, PR, MR, SD (oncology-criteria 0.4). */
export function rateSize(context: SizeContext): SizeRating {
  const { states, references, rules, measure, scale, partialBounds } = context;
  const { source, pdPercent, prPercent, mrPercent, pdReference } = rules;
  const { current, baseline, nadir } = references;
  const reference = pdReference === 'nadir' ? nadir : baseline;
  if (states.length === 0)
    return {
      category: 'NA',
      trace: [
        { rule: 'target.none', text: 'No measured lesion at baseline.', numbers: {}, source },
      ],
    };
  const output = (value: bigint): number => measure.toOutput(value, scale);
  const sum = () => `${output(current.known)} ${measure.written}`;
  const missing = states.filter(({ complete }) => !complete);
  const numbers = () => {
    const value = output(current.known);
    // Of a sum that not every lesion is in there is no change, only a lower bound.
    const isWhole = missing.length === 0 && references.counted > 0;
    return {
      [`sum${measure.suffix}`]: isWhole ? value : null,
      ...(missing.length > 0 ? { [`lowerBound${measure.suffix}`]: value } : {}),
      [`baseline${measure.suffix}`]: output(baseline),
      [`nadir${measure.suffix}`]: output(nadir),
      changeFromBaselinePct: isWhole ? percentChange(current.known, baseline) : null,
      changeFromNadirPct: isWhole ? percentChange(current.known, nadir) : null,
    };
  };
  const result = (
    category: SizeCategory,
    rule: string,
    text: Reason['text'],
    threshold?: string
  ): SizeRating => {
    const decided = threshold === undefined ? {} : { threshold, margin: () => marginOf(context) };
    return { category, trace: [{ rule, text, numbers, ...decided, source }] };
  };
  const growth = () =>
    reference === 0n
      ? `over the ${pdReference} of 0 ${measure.written}`
      : `${signed(percentChange(current.known, reference))} against the ${pdReference} of ${output(reference)} ${measure.written}`;
  const shrinkage = () =>
    `${signed(percentChange(current.known, baseline))} against the baseline of ${output(baseline)} ${measure.written}`;
  const progressed = increasedBy(current.known, reference, pdPercent);
  const pdThreshold = `sum at least ${pdPercent} % over the ${pdReference}`;
  if (references.counted === 0)
    return result('NE', 'target.ne', 'Every measured lesion was treated locally.');
  if (missing.length > 0) {
    const reasons = () =>
      missing.map(({ id, reason }) => `${id} (${reason ?? 'OTHER'})`).join(', ');
    if (partialBounds === 'pdOnly' && progressed)
      return result(
        'PD',
        'target.pd.partial',
        () =>
          `The lesions that were read already sum to ${sum()}, ${growth()}: progression whatever ${reasons()} is.`,
        pdThreshold
      );
    return result(
      'NE',
      'target.ne',
      () =>
        current.known === 0n
          ? `Not evaluable: ${reasons()}.`
          : `Not evaluable: ${reasons()}; what was read (${sum()}) decides nothing.`,
      partialBounds === 'pdOnly' && states.some(isRead) ? pdThreshold : undefined
    );
  }
  if (states.every(({ present }) => !present))
    return result('CR', 'target.cr', 'Every measured lesion is gone.');
  if (progressed)
    return result(
      'PD',
      'target.pd',
      () =>
        reference === 0n
          ? `Sum ${sum()}, ${growth()}: measured disease is back.`
          : `Sum ${sum()}: ${growth()} (at least +${pdPercent} %).`,
      pdThreshold
    );
  if (decreasedBy(current.known, baseline, prPercent))
    return result(
      'PR',
      'target.pr',
      () => `Sum ${sum()}: ${shrinkage()} (at least -${prPercent} %).`,
      `sum at least ${prPercent} % below the baseline`
    );
  if (mrPercent !== null && decreasedBy(current.known, baseline, mrPercent))
    return result(
      'MR',
      'target.mr',
      () => `Sum ${sum()}: ${shrinkage()} (at least -${mrPercent} %, not -${prPercent} %).`,
      `sum at least ${mrPercent} % and less than ${prPercent} % below the baseline`
    );
  const response = mrPercent ?? prPercent;
  return result(
    'SD',
    'target.sd',
    () =>
      `Sum ${sum()}: ${shrinkage()} is not -${response} %, and ${growth()} is not +${pdPercent} %.`,
    `neither ${response} % below the baseline nor ${pdPercent} % over the ${pdReference}`
  );
}

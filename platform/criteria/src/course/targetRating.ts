import { decreasedBy, increasedBy, type LengthScale, percentChange } from '../decimal.js';
import { once, type Reason } from '../reason.js';
import { isRead, type References, type TargetStates } from './burden.js';
import type { TargetCategory } from './categories.js';
import type { CourseParameters } from './parameters.js';
import { targetMargin } from './targetMargin.js';

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
  readonly trace: readonly Reason[];
  /** Targets back after a complete response, where they are the progression. */
  readonly reappeared?: readonly string[];
}

export interface TargetContext {
  readonly states: TargetStates;
  readonly references: References;
  /** The last earlier visit whose overall response was not NE had CR. */
  readonly afterCr: boolean;
  /** Nodes that were normal, and the size at which each is disease again; below it one that is present is none. */
  readonly backFrom?: ReadonlyMap<string, bigint>;
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

function signed(value: number | null, unit: string): string {
  return value === null ? 'n/a' : `${value > 0 ? '+' : ''}${value.toFixed(2)} ${unit}`;
}

const normalThreshold = 'every node below the short axis of a normal one';

/** The numbers of a reason; with a target missing what was read is a lower bound, that only growth can be told from. */
function figuresOf(
  { current, baseline, nadir }: References,
  states: TargetStates,
  scale: LengthScale
) {
  const read = current.known > 0n || states.some(isRead);
  const known = read ? scale.toMm(current.known) : null;
  const tells = read && (current.complete || current.known >= nadir);
  return {
    sumMm: current.complete ? known : null,
    ...(current.complete || !read ? {} : { lowerBoundMm: known }),
    baselineMm: scale.toMm(baseline),
    nadirMm: scale.toMm(nadir),
    changeFromBaselinePct: read && current.complete ? percentChange(current.known, baseline) : null,
    changeFromNadirPct: tells ? percentChange(current.known, nadir) : null,
    changeFromNadirMm: tells ? scale.toMm(current.known - nadir) : null,
  };
}
type Figures = ReturnType<typeof figuresOf>;

/** Target response in the order PD by partial sum, CR, PD, PR, SD (oncology-criteria 0.4). */
export function rateTarget(context: TargetContext): TargetRating {
  const { states, references, afterCr, carriesPr, parameters, scale } = context;
  const rules = context.rules ?? recistTargetRules;
  const { pdAbsMm, clarified } = rules;
  const { current, baseline, nadir } = references;
  const absolute = pdAbsMm > 0 ? pdAbsMm : null;
  const overNadir = () =>
    `at least 20 %${absolute === null ? '' : ` and ${absolute} mm`} over the nadir`;
  const pdThreshold = () => `sum ${overNadir()}`;
  const reappears = afterCr && parameters.reappearAfterCr === 'pd';
  const backFrom = context.backFrom ?? new Map<string, bigint>();
  const again = states
    .filter(
      ({ id, present, status, known, complete }) =>
        present && status !== 'treated' && !(complete && known < (backFrom.get(id) ?? known))
    )
    .map(({ id }) => id);
  const figures = once(() => figuresOf(references, states, scale));
  const result = (
    category: TargetCategory,
    rule: string,
    text: (figures: Figures) => string,
    source = rules.source,
    threshold?: () => string
  ): TargetRating => {
    const margin = () =>
      targetMargin({
        states,
        references,
        category,
        pdAbsMm,
        presenceIsPd: reappears && again.length > 0,
        reappears,
        backFrom,
        carriesPr,
        normalNodesBeatPd: parameters.normalNodesBeatPd,
        scale,
      });
    const decided = threshold === undefined ? {} : { threshold, margin };
    const words = () => text(figures());
    return { category, trace: [{ rule, text: words, numbers: figures, ...decided, source }] };
  };
  const growth = ({ changeFromNadirPct, changeFromNadirMm, nadirMm }: Figures) =>
    `${changeFromNadirPct === null ? '' : `${signed(changeFromNadirPct, '%')} and `}${signed(changeFromNadirMm, 'mm')} against the nadir of ${nadirMm} mm`;

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
  if (reappears && again.length > 0) {
    const rated = result(
      'PD',
      'target.pd.reappeared',
      () => `Disease after a complete response: ${again.join(', ')} present again (REAPPEARED).`,
      clarified,
      states.some(({ normalBelow }) => normalBelow !== null)
        ? () =>
            rules.nodeBackMm === undefined
              ? normalThreshold
              : `${normalThreshold}, and one that was normal less than ${rules.nodeBackMm} mm over its smallest`
        : undefined
    );
    return { ...rated, reappeared: again };
  }
  const missing = states.filter(({ complete }) => !complete);
  if (missing.length > 0 || references.counted === 0) {
    const bounds = parameters.partialBounds === 'pdOnly';
    if (bounds && meetsPd(current.known, nadir, scale, rules)) {
      return result(
        'PD',
        'target.pd.partial',
        figures =>
          `The targets that were read already sum to ${figures.lowerBoundMm} mm, ${growth(figures)}: progression whatever the others are.`,
        rules.partial,
        pdThreshold
      );
    }
    const reasons = () =>
      missing.map(({ id, reason }) => `${id} (${reason ?? 'OTHER'})`).join(', ');
    const nothing = current.known === 0n && !states.some(isRead);
    return result(
      'NE',
      'target.ne',
      ({ lowerBoundMm }) =>
        references.counted === 0
          ? 'Every target was treated locally.'
          : nothing
            ? `Not evaluable: ${reasons()}; no target was read.`
            : bounds
              ? `Not evaluable: ${reasons()}; what was read (${lowerBoundMm} mm) does not reach progression.`
              : `Not evaluable: ${reasons()}; a sum with a target missing is not rated.`,
      rules.partial,
      bounds && !nothing ? () => `sum of what was read not ${overNadir()}` : undefined
    );
  }
  const complete = states.every(({ present }) => !present);
  const cr = () =>
    result(
      'CR',
      'target.cr',
      ({ sumMm }) => `${rules.crMeans} (sum ${sumMm} mm).`,
      rules.source,
      states.some(({ normalBelow }) => normalBelow !== null) ? () => normalThreshold : undefined
    );
  const progressed = meetsPd(current.known, nadir, scale, rules);
  if (complete && (parameters.normalNodesBeatPd || !progressed)) return cr();
  if (progressed)
    return result(
      'PD',
      'target.pd',
      figures =>
        `Sum ${figures.sumMm} mm: ${growth(figures)} (at least +20 %${absolute === null ? '' : ` and +${absolute} mm`}).`,
      rules.source,
      pdThreshold
    );
  if (decreasedBy(current.known, baseline, 30n)) {
    return result(
      'PR',
      'target.pr',
      ({ sumMm, changeFromBaselinePct, baselineMm }) =>
        `Sum ${sumMm} mm: ${signed(changeFromBaselinePct, '%')} against the baseline of ${baselineMm} mm (at least -30 %).`,
      rules.source,
      () => 'sum at least 30 % below the baseline'
    );
  }
  if (carriesPr) {
    return result(
      'PR',
      'target.pr.carried',
      ({ sumMm }) =>
        `Sum ${sumMm} mm is no longer -30 % of baseline; a partial response stays one until progression (prCarry).`,
      clarified,
      () => `sum not ${overNadir()}`
    );
  }
  return result(
    'SD',
    'target.sd',
    figures =>
      `Sum ${figures.sumMm} mm: ${signed(figures.changeFromBaselinePct, '%')} against baseline is not -30 %, and ${growth(figures)} is not +20 %${absolute === null ? '' : ` with +${absolute} mm`}.`,
    rules.source,
    () =>
      `neither 30 % below the baseline nor 20 %${absolute === null ? '' : ` and ${absolute} mm`} over the nadir`
  );
}

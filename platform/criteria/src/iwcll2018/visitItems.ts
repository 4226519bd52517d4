import type { References, TargetStates } from '../course/burden.js';
import { marginTo } from '../course/margin.js';
import type { Visit } from '../course/subject.js';
import { decreasedBy, increasedBy, type LengthScale, percentChange, ratio } from '../decimal.js';
import type { Reason } from '../reason.js';
import type { CllSubject } from './evaluateVisit.js';
import type { IwcllTimepoint } from './inputs.js';
import { burdenItem, countItem, type Item, lowestOf, scaledOrNull, source } from './items.js';

const clinical = (visit: Visit): IwcllTimepoint =>
  visit.input.evaluable === false ? {} : (visit.input as IwcllTimepoint);

const normalNodeMm = 15;
const normalSpleenMm = 130;

/** False if one is; else null if one is not known. */
const allOf = (each: readonly (boolean | null)[]): boolean | null =>
  each.includes(false) ? false : each.includes(null) ? null : true;

function missingNodes(followed: number, counted: number): string {
  if (followed === 0) return 'none followed';
  return counted === 0 ? 'every one was treated locally' : 'not all measured';
}

function nodeItem(
  visit: Visit,
  states: TargetStates,
  { current, baseline, nadir, counted }: References,
  { scale, targets, nonTargets, parameters }: CllSubject
): Item {
  const none = counted === 0;
  const followed = [...targets, ...nonTargets];
  const each = followed.map(({ id }) => {
    const state = states.find(one => one.id === id);
    const lesion = visit.lesions.get(id);
    if (state && (!state.complete || state.status === 'treated')) return null;
    if (lesion?.status === 'absent' || lesion?.tooSmallToMeasure === true) return true;
    const own = lesion?.longestDiameterMm ?? null;
    return own === null ? null : scale.of(own) < scale.of(normalNodeMm);
  });
  const normal = allOf(each);
  const grown = increasedBy(current.known, nadir, 50n);
  const progressed = grown && !(parameters.normalNodesBeatPd && normal === true);
  const value = none ? null : current.complete || progressed ? current.known : null;
  return burdenItem(
    {
      name: 'nodes',
      unit: 'mm2',
      current: value,
      baseline: none ? null : baseline,
      lowest: none ? null : nadir,
      one: scale.one * scale.one,
      missing: missingNodes(targets.length, counted),
    },
    {
      abnormal: targets.length > 0,
      normal,
      progressed,
      progressedAt: parameters.normalNodesBeatPd && normal === true ? null : 150n * nadir,
    },
    'PR: at least 50 % below baseline, or normal again; PD: at least 50 % over the lowest'
  );
}

/** Size of an organ that was measured. */
interface Organ {
  readonly length: bigint;
  readonly excess: bigint;
  /** As the excess, but below 0 for a normal size. */
  readonly over: bigint;
  readonly enlarged: boolean;
}

function spleenOf(visit: Visit, scale: LengthScale): Organ | null {
  const length = scaledOrNull(clinical(visit).spleenLengthMm, scale);
  if (length === null) return null;
  const over = length - scale.of(normalSpleenMm);
  return { length, excess: over > 0n ? over : 0n, over, enlarged: over >= 0n };
}

function liverOf(visit: Visit, scale: LengthScale): Organ | null {
  const excess = scaledOrNull(clinical(visit).liverExcessMm, scale);
  return excess === null ? null : { length: excess, excess, over: excess, enlarged: excess > 0n };
}

/** Spleen or liver; `normalMm`: the length from which it is enlarged. */
function organItem(
  name: string,
  of: (visit: Visit, scale: LengthScale) => Organ | null,
  normalMm: number,
  visit: Visit,
  history: readonly Visit[],
  { scale, parameters }: CllSubject
): Item {
  const byExcess = parameters.spleenMetric === 'excess';
  const metric = ({ excess, length }: Organ): bigint => (byExcess ? excess : length);
  const now = of(visit, scale);
  const past = history.map(one => of(one, scale));
  const [base] = past;
  const lowest = lowestOf(past.map(one => one && metric(one)));
  const wasNormal = past.some(one => one?.enlarged === false);
  const progressed =
    now !== null &&
    lowest !== null &&
    now.enlarged &&
    (wasNormal || increasedBy(metric(now), lowest, 50n));
  // Newly enlarged from the limit on; else half more than the lowest, which is enlarged.
  const limit = byExcess ? 0n : 100n * scale.of(normalMm);
  const progressedAt = lowest === null ? null : wasNormal ? limit : 150n * lowest;
  return burdenItem(
    {
      name,
      unit: byExcess ? 'mm over normal' : 'mm',
      current: now && metric(now),
      baseline: base ? metric(base) : null,
      lowest,
      one: scale.one,
      ...(name === 'spleen' && byExcess && now
        ? { note: `${scale.toMm(now.length)} mm long` }
        : {}),
    },
    {
      abnormal: base?.enlarged === true,
      normal: now && !now.enlarged,
      progressed,
      progressionRule: wasNormal ? 'pd.newlyEnlarged' : 'pd',
      progressedAt,
      compared: now && (byExcess ? now.over : now.length),
      normalBelow: limit,
    },
    'PR: at least 50 % below baseline, or normal again; PD: at least 50 % over the lowest, or newly enlarged'
  );
}

/** Spleen and liver are one parameter of the table: both must improve where both are enlarged. */
function organs(spleen: Item, liver: Item): Item {
  const abnormal = [spleen, liver].filter(one => one.abnormalAtBaseline);
  return {
    name: 'spleen or liver',
    abnormalAtBaseline: abnormal.length > 0,
    improved: abnormal.some(({ improved }) => improved === false)
      ? false
      : abnormal.some(({ improved }) => improved === null)
        ? null
        : true,
    normal: allOf([spleen.normal, liver.normal]),
    progressed: spleen.progressed || liver.progressed,
    trace: spleen.trace,
  };
}

export interface LoadState {
  /** Without the lymphocytes. */
  readonly items: readonly Item[];
  readonly lymphocytes: Item;
  /** Of nodes, spleen, liver and lymphocytes. */
  readonly traces: readonly Reason[];
}

/** Group A of one visit; `history` is baseline and the earlier visits. */
export function loadItems(
  visit: Visit,
  history: readonly Visit[],
  states: TargetStates,
  references: References,
  subject: CllSubject
): LoadState {
  const { scale } = subject;
  const lymphocytes = (one: Visit | undefined) =>
    one ? scaledOrNull(clinical(one).labs?.lymphocytes10e9PerL, scale) : null;
  const current = lymphocytes(visit);
  const baseline = lymphocytes(history[0]);
  const isHigh = (value: bigint | null) => value !== null && value >= scale.of(4);
  const spleen = organItem('spleen', spleenOf, normalSpleenMm, visit, history, subject);
  const liver = organItem('liver', liverOf, 0, visit, history, subject);
  const nodes = nodeItem(visit, states, references, subject);
  const blood = burdenItem(
    { name: 'lymphocytes', unit: '10^9/L', current, baseline, lowest: baseline, one: scale.one },
    {
      abnormal: isHigh(baseline),
      normal: current === null ? null : !isHigh(current),
      progressed:
        current !== null &&
        baseline !== null &&
        increasedBy(current, baseline, 50n) &&
        current >= scale.of(5),
      progressedAt:
        baseline === null
          ? null
          : 150n * baseline > 100n * scale.of(5)
            ? 150n * baseline
            : 100n * scale.of(5),
      normalBelow: 100n * scale.of(4),
    },
    'PR: at least 50 % below baseline, or normal again; PD: at least 50 % over baseline and 5 × 10^9/L'
  );
  return {
    items: [nodes, organs(spleen, liver)],
    lymphocytes: blood,
    traces: [nodes.trace, spleen.trace, liver.trace, blood.trace],
  };
}

export interface BloodState {
  readonly items: readonly Item[];
  /** A fall as far as progression whose cause is not stated. */
  readonly causeUnknown: boolean;
  readonly marrowProgression: Reason | null;
}

/** Group B of one visit. */
export function bloodItems(
  visit: Visit,
  history: readonly Visit[],
  scale: LengthScale
): BloodState {
  const labs = clinical(visit).labs ?? null;
  const [first] = history;
  const base = first ? (clinical(first).labs ?? null) : null;
  const of = (value: number | null | undefined) => scaledOrNull(value, scale);
  const [platelets, platelets0] = [of(labs?.platelets10e9PerL), of(base?.platelets10e9PerL)];
  const [hb, hb0] = [of(labs?.haemoglobinGPerDl), of(base?.haemoglobinGPerDl)];
  const plateletsFell =
    platelets !== null && platelets0 !== null && decreasedBy(platelets, platelets0, 50n);
  const hbFell = hb !== null && hb0 !== null && hb0 - hb >= scale.of(2);
  const cause = labs?.cytopeniaDueToCll ?? null;
  const due = cause === true;
  const supported = labs?.supported ?? null;
  const cells = (one: Visit) => of(clinical(one).labs?.marrowCllPct);
  const lowest = lowestOf(history.map(cells));
  const marrow = cells(visit);
  const grown = marrow !== null && lowest !== null && increasedBy(marrow, lowest, 50n);
  return {
    items: [
      countItem(
        {
          name: 'platelets',
          unit: '10^9/L',
          current: platelets,
          baseline: platelets0,
          lowest: platelets0,
          one: scale.one,
        },
        scale.of(100),
        supported,
        {
          progressed: plateletsFell && due,
          at: due && platelets0 !== null ? 50n * platelets0 : null,
        },
        'PR: at least 100 or 50 % over baseline; PD: at least 50 % below baseline due to the leukaemia'
      ),
      countItem(
        {
          name: 'haemoglobin',
          unit: 'g/dL',
          current: hb,
          baseline: hb0,
          lowest: hb0,
          one: scale.one,
        },
        scale.of(11),
        supported,
        {
          progressed: hbFell && due,
          at: due && hb0 !== null ? 100n * (hb0 - scale.of(2)) : null,
        },
        'PR: at least 11 or 50 % over baseline; PD: at least 2 g/dL below baseline due to the leukaemia'
      ),
    ],
    causeUnknown: (plateletsFell || hbFell) && cause === null,
    marrowProgression: grown
      ? {
          rule: 'marrow.pd',
          text: `CLL cells of the marrow ${ratio(marrow, scale.one) ?? 0} %, the lowest ${ratio(lowest, scale.one) ?? 0} %: at least half more.`,
          numbers: {
            value: ratio(marrow, scale.one),
            lowest: ratio(lowest, scale.one),
            changeFromLowestPct: percentChange(marrow, lowest),
          },
          threshold: 'at least 50 % more CLL cells than in the lowest marrow',
          margin: marginTo(
            marrow,
            [{ category: 'SD', numerator: 3n * lowest, denominator: 2n }],
            '%',
            scale.one
          ),
          source,
        }
      : null,
  };
}

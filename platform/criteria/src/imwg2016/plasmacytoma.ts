import { type References, references, type TargetStates } from '../course/burden.js';
import { type Crossing, marginTo, nearestMargin } from '../course/margin.js';
import type { Followed, Subject, Visit } from '../course/subject.js';
import { decreasedBy, increasedBy, percentChange } from '../decimal.js';
import type { LesionInput, Margin, Trace } from '../schemas.js';
import { type Level, source, signedPercent } from './markers.js';
import type { Progression } from './progression.js';

export interface PlasmacytomaRating {
  /** null: none at baseline. */
  readonly level: Level | null;
  /** Whether a plasmacytoma remains; null: not known. */
  readonly remains: boolean | null;
  readonly trace: Trace | null;
  readonly progression: Progression | null;
}

const shortAxis = (lesion: LesionInput | undefined): number | null =>
  lesion?.perpendicularDiameterMm ?? lesion?.shortAxisMm ?? null;

/** A lesion as it was read at a visit; nothing where the visit, or the lesion there, was not evaluable. */
function entryOf({ input, lesions }: Visit, id: string): LesionInput | undefined {
  const lesion = input.evaluable === false ? undefined : lesions.get(id);
  return lesion?.evaluable === false ? undefined : lesion;
}

/** The longest diameter of a lesion that was over 10 mm across when it was last measured. */
interface Diameter {
  readonly id: string;
  /** Smallest so far, and now. */
  readonly from: bigint;
  readonly to: bigint;
  /** Short axis when it was last measured before, mm. */
  readonly axis: number;
}

function diametersOf(
  visit: Visit,
  history: readonly Visit[],
  { scale, targets }: Subject
): Diameter[] {
  return targets.flatMap(({ id }): Diameter[] => {
    const longest = (one: Visit): bigint[] => {
      const mm = entryOf(one, id)?.longestDiameterMm;
      return typeof mm === 'number' ? [scale.of(mm)] : [];
    };
    const [smallest, ...others] = history.flatMap(longest);
    const axis = history.map(one => shortAxis(entryOf(one, id))).findLast(mm => mm !== null) ?? 0;
    if (!smallest || axis <= 10) return [];
    const from = others.reduce((least, mm) => (mm < least ? mm : least), smallest);
    // Of a lesion that was gone no diameter grows by half.
    return from === 0n ? [] : longest(visit).map(to => ({ id, from, to, axis }));
  });
}

/** The diameter that grew by half or more over its smallest; of several the one that grew most. */
function grownDiameter(diameters: readonly Diameter[]): Diameter | null {
  const isMore = (a: Diameter, b: Diameter): boolean => {
    const [left, right] = [a.to * b.from, b.to * a.from];
    return left === right ? a.id < b.id : left > right;
  };
  return diameters
    .filter(({ from, to }) => increasedBy(to, from, 50n))
    .reduce<Diameter | null>(
      (most, one) => (most === null || isMore(one, most) ? one : most),
      null
    );
}

/** The level that a sum of `value` / `parts` units is. */
function levelAt(value: bigint, parts: bigint, base: bigint): 'VGPR' | 'PR' | 'SD' {
  if (decreasedBy(value, base * parts, 90n)) return 'VGPR';
  return decreasedBy(value, base * parts, 50n) ? 'PR' : 'SD';
}

/** Distance of the sum (mm²) or of one diameter (mm) to what would change the level, as a part of its reference. */
function levelMargin(
  { current: { known }, baseline, nadir, counted }: References,
  diameters: readonly Diameter[],
  { scale }: Subject
): Margin | null {
  const bySum = (category: string, numerator: bigint, denominator: bigint, reference: bigint) => ({
    category,
    current: known,
    numerator,
    denominator,
    unit: 'mm2',
    one: scale.one * scale.one,
    reference,
  });
  const level = levelAt(known, 1n, baseline);
  const crossings: Crossing[] = [
    ...(baseline > 0n
      ? [
          bySum(level === 'VGPR' ? 'PR' : 'VGPR', baseline, 10n, baseline),
          bySum(level === 'SD' ? 'PR' : 'SD', baseline, 2n, baseline),
        ]
      : []),
    ...(counted > 1 && !increasedBy(known, nadir, 50n) ? [bySum('PD', 3n * nadir, 2n, nadir)] : []),
    ...diameters
      .filter(({ from, to }) => !increasedBy(to, from, 50n))
      .map(({ from, to }) => ({
        category: 'PD',
        current: to,
        numerator: 3n * from,
        denominator: 2n,
        unit: 'mm',
        one: scale.one,
        reference: from,
      })),
  ];
  return nearestMargin(crossings);
}

function progressionOf(
  { current, baseline, nadir, counted }: References,
  diameters: readonly Diameter[],
  { scale }: Subject
): Progression | null {
  const grown = grownDiameter(diameters);
  const change = percentChange(current.known, nadir);
  const imaging = (trace: Omit<Trace, 'source'>): Progression => ({
    needsSecond: false,
    name: 'growth of plasmacytomas',
    trace: { ...trace, source },
  });
  if (counted > 1 && increasedBy(current.known, nadir, 50n))
    return imaging({
      rule: 'pd.plasmacytoma.spd',
      text: `The plasmacytomas sum to ${scale.toMm2(current.known)} mm², ${signedPercent(change)} against the nadir of ${scale.toMm2(nadir)} mm².`,
      numbers: {
        spdMm2: scale.toMm2(current.known),
        nadirMm2: scale.toMm2(nadir),
        changePct: change,
      },
      threshold: 'sum of products of more than one lesion at least 50 % over the nadir',
      // A diameter that grew by half is progression by itself: the sum changes nothing then.
      margin: grown
        ? null
        : marginTo(
            current.known,
            [
              {
                category: levelAt(3n * nadir, 2n, baseline),
                numerator: 3n * nadir,
                denominator: 2n,
              },
            ],
            'mm2',
            scale.one * scale.one
          ),
    });
  return grown
    ? imaging({
        rule: 'pd.plasmacytoma.diameter',
        text: `${grown.id}: longest diameter ${scale.toMm(grown.from)} to ${scale.toMm(grown.to)} mm, short axis over 10 mm before.`,
        numbers: {
          longestDiameterMm: scale.toMm(grown.to),
          smallestMm: scale.toMm(grown.from),
          changePct: percentChange(grown.to, grown.from),
          shortAxisBeforeMm: grown.axis,
        },
        threshold: 'longest diameter of a lesion over 10 mm short axis at least 50 % longer',
        margin: marginTo(
          grown.to,
          [
            {
              category: levelAt(current.known, 1n, baseline),
              numerator: 3n * grown.from,
              denominator: 2n,
            },
          ],
          'mm',
          scale.one
        ),
      })
    : null;
}

/** Plasmacytomas that are followed without being measured: lesions of bone need not go away. */
export const softNonTargets = ({ nonTargets, baseline }: Subject): readonly Followed[] =>
  nonTargets.filter(({ id }) => baseline?.lesions.get(id)?.location !== 'BONE');

/** Plasmacytomas of one visit. `before` and `history` start with the baseline; `carried`: the states are an earlier visit's. */
export function ratePlasmacytomas(
  states: TargetStates,
  before: readonly TargetStates[],
  visit: Visit,
  history: readonly Visit[],
  subject: Subject,
  nadirFromPartial: boolean
): PlasmacytomaRating {
  const { scale } = subject;
  const soft = softNonTargets(subject);
  const others = soft.map(({ id }) => visit.lesions.get(id)?.status ?? null);
  const none = states.length === 0;
  const refs = references(states, before, nadirFromPartial);
  const { current, baseline: base, counted } = refs;
  const remains =
    states.some(({ present }) => present) ||
    others.some(status => status !== null && status !== 'absent')
      ? true
      : !current.complete || others.some(status => status === null)
        ? null
        : false;
  if (none) return { level: null, remains, trace: null, progression: null };
  const diameters = diametersOf(visit, history, subject);
  const change = percentChange(current.known, base);
  const isKnown = current.complete && counted > 0;
  const level = isKnown ? levelAt(current.known, 1n, base) : 'NE';
  const text = isKnown
    ? `Plasmacytomas ${scale.toMm2(current.known)} mm², ${signedPercent(change)} against baseline: ${level}.`
    : counted > 0
      ? 'Not every plasmacytoma was assessed.'
      : 'Every measured plasmacytoma was treated.';
  return {
    level,
    remains,
    trace: {
      rule: `plasmacytoma.${level.toLowerCase()}`,
      text,
      numbers: {
        spdMm2: isKnown ? scale.toMm2(current.known) : null,
        baselineMm2: scale.toMm2(base),
        changeFromBaselinePct: isKnown ? change : null,
      },
      threshold: 'VGPR: at least 90 % lower; PR and MR: at least 50 % lower',
      margin: isKnown ? levelMargin(refs, diameters, subject) : null,
      source,
    },
    progression: progressionOf(refs, diameters, subject),
  };
}

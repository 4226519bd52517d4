import { type References, references, type TargetStates } from '../course/burden.js';
import type { Subject, Visit } from '../course/subject.js';
import { decreasedBy, increasedBy, percentChange } from '../decimal.js';
import type { LesionInput, Trace } from '../schemas.js';
import { type Level, source } from './markers.js';
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

interface GrownLesion {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** Short axis at the visit before. */
  readonly axis: number;
}

/**
 * The lesion of more than 10 mm short axis whose longest diameter grew by half or more over its smallest; of several
 * the one that grew most.
 */
function grownLesion(
  visit: Visit,
  history: readonly Visit[],
  { scale, targets }: Subject
): GrownLesion | null {
  const grown: GrownLesion[] = [];
  for (const { id } of targets) {
    const to = visit.lesions.get(id)?.longestDiameterMm ?? null;
    const past = history
      .map(({ lesions }) => lesions.get(id))
      .filter(lesion => typeof lesion?.longestDiameterMm === 'number');
    const smallest = past.reduce<LesionInput | undefined>(
      (least, lesion) =>
        least === undefined || (lesion?.longestDiameterMm ?? 0) < (least.longestDiameterMm ?? 0)
          ? lesion
          : least,
      undefined
    );
    const from = smallest?.longestDiameterMm ?? null;
    const axis = shortAxis(history.at(-1)?.lesions.get(id));
    if (to === null || from === null || from === 0 || axis === null) continue;
    if (scale.of(axis) > scale.of(10) && increasedBy(scale.of(to), scale.of(from), 50n))
      grown.push({ id, from, to, axis });
  }
  const isMore = (a: GrownLesion, b: GrownLesion): boolean => {
    const [left, right] = [scale.of(a.to) * scale.of(b.from), scale.of(b.to) * scale.of(a.from)];
    return left === right ? a.id < b.id : left > right;
  };
  return grown.reduce<GrownLesion | null>(
    (most, one) => (most === null || isMore(one, most) ? one : most),
    null
  );
}

function progressionOf(
  { current, nadir, counted }: References,
  visit: Visit,
  history: readonly Visit[],
  subject: Subject
): Progression | null {
  const { scale } = subject;
  const grown = grownLesion(visit, history, subject);
  const change = percentChange(current.known, nadir);
  const imaging = (trace: Omit<Trace, 'source'>): Progression => ({
    kind: 'imaging',
    trace: { ...trace, source },
  });
  if (counted > 1 && increasedBy(current.known, nadir, 50n))
    return imaging({
      rule: 'pd.plasmacytoma.spd',
      text: `The plasmacytomas sum to ${scale.toMm2(current.known)} mm², ${change ?? 'n/a'} % over the nadir of ${scale.toMm2(nadir)} mm².`,
      numbers: {
        spdMm2: scale.toMm2(current.known),
        nadirMm2: scale.toMm2(nadir),
        changePct: change,
      },
      threshold: 'sum of products of more than one lesion at least 50 % over the nadir',
    });
  return grown
    ? imaging({
        rule: 'pd.plasmacytoma.diameter',
        text: `${grown.id}: longest diameter ${grown.from} to ${grown.to} mm, short axis over 10 mm before.`,
        numbers: {
          longestDiameterMm: scale.toMm(scale.of(grown.to)),
          smallestMm: scale.toMm(scale.of(grown.from)),
          changePct: percentChange(scale.of(grown.to), scale.of(grown.from)),
          shortAxisBeforeMm: scale.toMm(scale.of(grown.axis)),
        },
        threshold: 'longest diameter of a lesion over 10 mm short axis at least 50 % longer',
      })
    : null;
}

/** Plasmacytomas of one visit. `before` and `history` start with the baseline; `carried`: the states are an earlier visit's. */
export function ratePlasmacytomas(
  states: TargetStates,
  before: readonly TargetStates[],
  visit: Visit,
  history: readonly Visit[],
  subject: Subject,
  nadirFromPartial: boolean
): PlasmacytomaRating {
  const { scale, nonTargets, baseline } = subject;
  const soft = nonTargets.filter(({ id }) => baseline?.lesions.get(id)?.location !== 'BONE');
  const others = soft.map(({ id }) => visit.lesions.get(id)?.status ?? null);
  const none = states.length === 0;
  if (none && soft.length === 0)
    return { level: null, remains: false, trace: null, progression: null };
  const refs = references(states, before, nadirFromPartial);
  const { current, baseline: base } = refs;
  const remains =
    states.some(({ present }) => present) ||
    others.some(status => status !== null && status !== 'absent')
      ? true
      : !current.complete || others.some(status => status === null)
        ? null
        : false;
  if (none) return { level: null, remains, trace: null, progression: null };
  const change = percentChange(current.known, base);
  const level: Level = !current.complete
    ? 'NE'
    : decreasedBy(current.known, base, 90n)
      ? 'VGPR'
      : decreasedBy(current.known, base, 50n)
        ? 'PR'
        : 'SD';
  const text = current.complete
    ? `Plasmacytomas ${scale.toMm2(current.known)} mm², ${change ?? 'n/a'} % against baseline: ${level}.`
    : 'Not every plasmacytoma was assessed.';
  return {
    level,
    remains,
    trace: {
      rule: `plasmacytoma.${level.toLowerCase()}`,
      text,
      numbers: {
        spdMm2: current.complete ? scale.toMm2(current.known) : null,
        baselineMm2: scale.toMm2(base),
        changeFromBaselinePct: current.complete ? change : null,
      },
      threshold: 'VGPR: at least 90 % lower; PR and MR: at least 50 % lower',
      source,
    },
    progression: progressionOf(refs, visit, history, subject),
  };
}

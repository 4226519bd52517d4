import type { NewLesionState } from '../course/categories.js';
import { marginOf } from '../course/margin.js';
import { newLesionCrossing, type SizedNewLesion } from '../course/nodeMargins.js';
import { isNode, splitEntries, splitRoot, type Visit } from '../course/subject.js';
import type { LengthScale } from '../decimal.js';
import type { LesionInput, Trace } from '../schemas.js';

/** From which size on a new lesion counts (larger than, in any axis, mm). */
export interface NewLesionLimits {
  readonly nodeMm: number;
  readonly extranodalMm: number;
  /** A smaller extranodal lesion counts if the reader calls it unequivocal. */
  readonly smallIfUnequivocal: boolean;
  /** The same in words. */
  readonly threshold: string;
  readonly source: string;
}

export interface NewLesionRating {
  readonly state: NewLesionState;
  readonly perLesion: ReadonlyMap<string, NewLesionState>;
  readonly trace: readonly Trace[];
}

/** Lesions that can be new ones: parts of a baseline lesion never are. `history` starts with the baseline. */
export function newLesionsOf(visit: Visit, history: readonly Visit[]): LesionInput[] {
  const lookup = splitEntries(history);
  return visit.lesions.recordedNew.filter(lesion => {
    const root = lesion.splitFrom ? splitRoot(lesion, lookup) : null;
    return !(root && history[0]?.lesions.has(root));
  });
}

const axisFields = ['longestDiameterMm', 'perpendicularDiameterMm', 'shortAxisMm'] as const;

/** The longest of the recorded diameters; null when none is given. */
export function anyAxis(lesion: LesionInput): number | null {
  const axes = axisFields
    .map(field => lesion[field])
    .filter((value): value is number => typeof value === 'number');
  return axes.length === 0 ? null : Math.max(...axes);
}

const limitOf = (lesion: LesionInput, { nodeMm, extranodalMm }: NewLesionLimits): number =>
  isNode(lesion) ? nodeMm : extranodalMm;

function stateOf(lesion: LesionInput, limits: NewLesionLimits, scale: LengthScale): NewLesionState {
  if (lesion.evaluable === false) return 'NE';
  if (lesion.status === 'absent') return 'NO';
  const node = isNode(lesion);
  const axis = anyAxis(lesion);
  const seen: NewLesionState = lesion.status === 'equivocal' ? 'EQUIVOCAL' : 'YES';
  if (axis === null && !lesion.tooSmallToMeasure) return lesion.status ? seen : 'NE';
  const limit = limitOf(lesion, limits);
  if (scale.of(axis ?? 0) > scale.of(limit)) return seen;
  if (lesion.status === 'equivocal') return node ? 'NO' : 'EQUIVOCAL';
  const counts = !node && limits.smallIfUnequivocal && lesion.status === 'unequivocal';
  return counts && (axis === null || axis > 0) ? 'YES' : 'NO';
}

/** What the lesion is, and what it would be with its longest diameter on the other side of the limit. */
function sizedLesion(
  lesion: LesionInput,
  limits: NewLesionLimits,
  scale: LengthScale
): SizedNewLesion | null {
  const mm = anyAxis(lesion);
  if (!mm) return null;
  const limitMm = limitOf(lesion, limits);
  const [size, limit] = [scale.of(mm), scale.of(limitMm)];
  const reached = size > limit;
  const beyond = reached ? limitMm : limitMm + 1;
  const moved = axisFields.map(field => [field, lesion[field] === mm ? beyond : lesion[field]]);
  const across: LesionInput = { ...lesion, ...Object.fromEntries(moved) };
  const state = stateOf(lesion, limits, scale);
  const otherwise = stateOf(across, limits, scale);
  return { id: lesion.id, size, limit, state, reached, otherwise };
}

/**
 * New lesions of a visit: YES if one counts, else EQUIVOCAL, else NE, else NO. A new lesion of an earlier visit that
 * this visit does not mention is NE: it was not looked at.
 */
export function rateNewLesions(
  visit: Visit,
  history: readonly Visit[],
  limits: NewLesionLimits,
  scale: LengthScale
): NewLesionRating {
  const perLesion = new Map<string, NewLesionState>();
  const sized: SizedNewLesion[] = [];
  if (visit.input.evaluable !== false) {
    for (const lesion of newLesionsOf(visit, history)) {
      perLesion.set(lesion.id, stateOf(lesion, limits, scale));
      const one = sizedLesion(lesion, limits, scale);
      if (one) sized.push(one);
    }
  }
  for (const { id } of history.slice(1, -1).flatMap(past => newLesionsOf(past, history))) {
    if (!visit.lesions.has(id)) perLesion.set(id, 'NE');
  }
  const where = (wanted: NewLesionState): string[] =>
    [...perLesion].filter(([, value]) => value === wanted).map(([id]) => id);
  const [yes, equivocal, missing] = [where('YES'), where('EQUIVOCAL'), where('NE')];
  const numbers = {
    unequivocal: yes.length,
    equivocal: equivocal.length,
    notEvaluable: missing.length,
  };
  const { threshold, source } = limits;
  const result = (state: NewLesionState, rule: string, text: string): NewLesionRating => {
    const nearest = newLesionCrossing(state, perLesion, sized, scale);
    const margin = nearest && marginOf(nearest);
    return { state, perLesion, trace: [{ rule, text, numbers, threshold, margin, source }] };
  };
  const named = (ids: readonly string[]): string =>
    `lesion${ids.length === 1 ? '' : 's'} ${ids.join(', ')}`;
  if (yes.length > 0) return result('YES', 'newLesion.yes', `New ${named(yes)}.`);
  if (equivocal.length > 0) {
    const text = `Equivocal new ${named(equivocal)}: no progression unless confirmed by a later visit.`;
    return result('EQUIVOCAL', 'newLesion.equivocal', text);
  }
  if (missing.length > 0) {
    const text = `New ${named(missing)} of an earlier visit, or not evaluable: could not be judged.`;
    return result('NE', 'newLesion.ne', text);
  }
  return result('NO', 'newLesion.none', 'No new lesion.');
}

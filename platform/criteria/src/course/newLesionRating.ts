import type { LengthScale } from '../decimal.js';
import type { Reason } from '../reason.js';
import type { LesionInput } from '../schemas.js';
import type { NewLesionState } from './categories.js';
import { type NodeLimitsOf, recistNodeLimits } from './nodeLimits.js';
import { decidedBy, newLesionCrossing, type SizedNewLesion } from './nodeMargins.js';
import type { CourseParameters } from './parameters.js';
import { isNode, splitEntries, splitRoot, type Visit } from './subject.js';

/** The diameter of a new lesion that decides what it is, and from where on; in the scale's units. */
export interface NewLesionSize {
  readonly field: 'longestDiameterMm' | 'perpendicularDiameterMm' | 'shortAxisMm';
  readonly from: bigint;
}

const axisNames: Readonly<Record<NewLesionSize['field'], string>> = {
  longestDiameterMm: 'longest diameter',
  perpendicularDiameterMm: 'perpendicular diameter',
  shortAxisMm: 'short axis',
};

/** What a criterion makes of new lesions where it differs from RECIST 1.1. */
export interface NewLesionRules {
  readonly source: string;
  readonly nodeLimits: NodeLimitsOf;
  /** The state by the criterion's own rule; null leaves it to RECIST's. `history` is baseline to this visit. */
  readonly stateOf?: (lesion: LesionInput, history: readonly Visit[]) => NewLesionState | null;
  /** The size that `stateOf` goes by, for the margin; null where none does. Without it: the short axis of a node. */
  readonly sizeOf?: (
    lesion: LesionInput,
    history: readonly Visit[],
    scale: LengthScale
  ) => NewLesionSize | null;
}

export const recistNewLesionRules: NewLesionRules = {
  source: 'Eisenhauer 2009 (RECIST 1.1) section 4.3.5',
  nodeLimits: recistNodeLimits,
};

export type NewLesionParameters = Pick<CourseParameters, 'petNewLesion'>;

export interface NewLesionRating {
  readonly state: NewLesionState;
  readonly perLesion: ReadonlyMap<string, NewLesionState>;
  readonly trace: readonly Reason[];
}

/**
 * Lesions of a visit that can be new ones: a target or non-target of the baseline that is recorded as new is none, nor is
 * a part of one that split. `history` starts with the baseline.
 */
export function newLesionsOf(visit: Visit, history: readonly Visit[]): LesionInput[] {
  const lookup = splitEntries(history);
  return visit.lesions.recordedNew.filter(lesion => {
    const atBaseline = history[0]?.lesions.get(splitRoot(lesion, lookup) ?? lesion.id);
    return atBaseline === undefined || atBaseline.role === 'new';
  });
}

/** Seen on FDG-PET alone, without a matching CT lesion. */
function petOnly(lesion: LesionInput): boolean {
  const method = lesion.method?.toUpperCase();
  return (
    method !== undefined &&
    method.includes('PET') &&
    !method.includes('CT') &&
    !method.includes('MR') &&
    lesion.ctCorrelate !== true
  );
}

function stateOf(
  lesion: LesionInput,
  baseline: Visit,
  parameters: NewLesionParameters,
  scale: LengthScale,
  nodeLimits: NodeLimitsOf
): NewLesionState {
  if (lesion.evaluable === false) return 'NE';
  if (lesion.status === 'absent') return 'NO';
  const node = isNode(lesion);
  const axis =
    (node ? lesion.shortAxisMm : (lesion.longestDiameterMm ?? lesion.shortAxisMm)) ?? null;
  if (!lesion.status && axis === null && !lesion.tooSmallToMeasure && !lesion.mergedInto)
    return 'NE';
  if (!lesion.status && axis === 0 && !lesion.tooSmallToMeasure) return 'NO';
  // A node too small to measure is of normal size.
  const nodal = node && lesion.tooSmallToMeasure ? (axis ?? 0) : node ? axis : null;
  if (nodal !== null && scale.of(nodal) < scale.of(nodeLimits(lesion).newFromMm)) return 'NO';
  if (petOnly(lesion) && !(parameters.petNewLesion && baseline.input.petNegative === true))
    return 'NO';
  return lesion.status === 'equivocal' ? 'EQUIVOCAL' : 'YES';
}

/** A node's short axis, and the criterion's limit of it. */
export const nodeSize = (
  lesion: LesionInput,
  nodeLimits: NodeLimitsOf,
  scale: LengthScale
): NewLesionSize => ({ field: 'shortAxisMm', from: scale.of(nodeLimits(lesion).newFromMm) });

interface Sized extends SizedNewLesion {
  readonly axis: string;
}

/** What the lesion is, and what it would be on the other side of the limit; null where it has no such size. */
function sizedLesion(
  lesion: LesionInput,
  { field, from: limit }: NewLesionSize,
  scale: LengthScale,
  stateAt: (lesion: LesionInput) => NewLesionState
): Sized | null {
  const mm = lesion[field];
  if (!mm) return null;
  const size = scale.of(mm);
  const reached = size >= limit;
  const across = reached ? Math.floor(scale.toMm(limit) / 2) : scale.toMm(limit);
  const otherwise = stateAt({ ...lesion, [field]: across });
  const axis = axisNames[field];
  return { id: lesion.id, axis, size, limit, state: stateAt(lesion), reached, otherwise };
}

/**
 * New lesions of a visit: YES if one is unequivocal (or recorded without doubt), else EQUIVOCAL, else NE, else NO.
 * A new lesion of an earlier visit that this visit does not mention is NE: it was not looked at. Nothing of a visit
 * that was not evaluable was.
 */
export function rateNewLesions(
  visit: Visit,
  earlier: readonly Visit[],
  baseline: Visit,
  parameters: NewLesionParameters,
  scale: LengthScale,
  rules: NewLesionRules = recistNewLesionRules
): NewLesionRating {
  const perLesion = new Map<string, NewLesionState>();
  const sized: Sized[] = [];
  const history = [baseline, ...earlier, visit];
  const readable = visit.input.evaluable !== false;
  const { nodeLimits, sizeOf } = rules;
  const stateAt = (lesion: LesionInput): NewLesionState =>
    rules.stateOf?.(lesion, history) ?? stateOf(lesion, baseline, parameters, scale, nodeLimits);
  for (const lesion of readable ? newLesionsOf(visit, history) : []) {
    perLesion.set(lesion.id, stateAt(lesion));
    const size = sizeOf ? sizeOf(lesion, history, scale) : nodeSize(lesion, nodeLimits, scale);
    const one = size && sizedLesion(lesion, size, scale, stateAt);
    if (one) sized.push(one);
  }
  for (const past of earlier)
    for (const { id } of newLesionsOf(past, history))
      if (!visit.lesions.has(id)) perLesion.set(id, 'NE');
  const where = (wanted: NewLesionState): string[] =>
    [...perLesion].filter(([, value]) => value === wanted).map(([id]) => id);
  const [yes, equivocal, missing] = [where('YES'), where('EQUIVOCAL'), where('NE')];
  const numbers = () => ({
    unequivocal: yes.length,
    equivocal: equivocal.length,
    notEvaluable: missing.length,
  });
  const result = (state: NewLesionState, rule: string, text: Reason['text']): NewLesionRating => {
    const nearest = newLesionCrossing(state, perLesion, sized, scale);
    const axis = sized.find(({ id }) => id === nearest?.lesion)?.axis;
    const decided = decidedBy(nearest, `is a new lesion from a ${axis}`, scale);
    return { state, perLesion, trace: [{ rule, text, numbers, ...decided, source: rules.source }] };
  };
  if (!readable)
    return result(
      'NE',
      'newLesion.ne',
      'Not evaluable: whether there are new lesions is not known.'
    );
  if (yes.length > 0)
    return result(
      'YES',
      'newLesion.unequivocal',
      () => `Unequivocal new lesion: ${yes.join(', ')}.`
    );
  if (equivocal.length > 0) {
    const text = () =>
      `Equivocal new lesion ${equivocal.join(', ')}: no progression unless a later visit confirms it.`;
    return result('EQUIVOCAL', 'newLesion.equivocal', text);
  }
  if (missing.length > 0)
    return result(
      'NE',
      'newLesion.ne',
      () => `Whether ${missing.join(', ')} is there could not be judged.`
    );
  return result('NO', 'newLesion.none', 'No new lesion.');
}

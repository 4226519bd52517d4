import type { LengthScale } from '../decimal.js';
import type { Reason } from '../reason.js';
import type { LesionInput } from '../schemas.js';
import type { NewLesionState } from './categories.js';
import { type NodeLimitsOf, recistNodeLimits } from './nodeLimits.js';
import { newNodeMargin, shortAxisOf, type SizedNewNode } from './nodeMargins.js';
import type { CourseParameters } from './parameters.js';
import { firstEntries, isNode, splitRoot, type Visit } from './subject.js';

/** What a criterion makes of new lesions where it differs from RECIST 1.1. */
export interface NewLesionRules {
  readonly source: string;
  readonly nodeLimits: NodeLimitsOf;
  /** The state by the criterion's own rule; null leaves it to RECIST's. `history` is baseline to this visit. */
  readonly stateOf?: (lesion: LesionInput, history: readonly Visit[]) => NewLesionState | null;
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
  const lookup = firstEntries(history);
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
  const nodes: SizedNewNode[] = [];
  const history = [baseline, ...earlier, visit];
  const readable = visit.input.evaluable !== false;
  const stateBySize = (lesion: LesionInput): NewLesionState =>
    stateOf(lesion, baseline, parameters, scale, rules.nodeLimits);
  for (const lesion of readable ? newLesionsOf(visit, history) : []) {
    const byRule = rules.stateOf?.(lesion, history) ?? null;
    const state = byRule ?? stateBySize(lesion);
    perLesion.set(lesion.id, state);
    const axis = byRule === null ? shortAxisOf(lesion, isNode(lesion)) : null;
    if (axis === null) continue;
    const { newFromMm } = rules.nodeLimits(lesion);
    const above = stateBySize({ ...lesion, shortAxisMm: Math.max(axis, newFromMm) });
    nodes.push({ id: lesion.id, size: scale.of(axis), limit: scale.of(newFromMm), state, above });
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
    const decided = newNodeMargin(state, perLesion, nodes, scale);
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

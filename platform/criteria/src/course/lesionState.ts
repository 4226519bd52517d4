import { latest } from '../dates.js';
import type { LengthScale } from '../decimal.js';
import type { LesionInput } from '../schemas.js';
import {
  expectedParts,
  isSilent,
  partsOf,
  stillMerged,
  treatedBefore,
  treatedWithHost,
} from './lesionHistory.js';
import type { Measure } from './measure.js';
import {
  type Followed,
  isNode,
  mergeHost,
  splitEntries,
  splitRoot,
  type Visit,
} from './subject.js';

export type TargetStatus =
  | 'measured'
  | 'tooSmallToMeasure'
  | 'absent'
  | 'notEvaluable'
  | 'merged'
  | 'split'
  | 'treated';

/** What one target contributes to the burden at one visit. Values are scaled integers of the measure. */
export interface TargetState {
  readonly id: string;
  readonly status: TargetStatus;
  /** Known part of the contribution: all of it when `complete`, a lower bound otherwise. */
  readonly known: bigint;
  readonly complete: boolean;
  /** Disease above the limit of a complete response: keeps CR away, and is disease again after a CR. */
  readonly present: boolean;
  /** Of a measured node: the size below which it is no disease; null for anything else. */
  readonly normalBelow: bigint | null;
  readonly reason: string | null;
  /** The number is the engine's (default for "too small", zero for merged), not the reader's. */
  readonly byRule: boolean;
  /** localTreatment 'exclude': out of this sum and of the references it is compared with. */
  readonly excluded: boolean;
  readonly scanDate: string | null;
}

/** How a criterion measures, and what it makes of local treatment. */
export interface StateRules {
  readonly measure: Measure;
  readonly scale: LengthScale;
  readonly localTreatment: 'NE' | 'zero' | 'exclude';
  /** Lesions that can carry the size of a target of the baseline that merged into them; any without it. */
  readonly hosts?: 'targets' | 'targetsAndNew';
}

interface Context extends StateRules {
  readonly visit: Visit;
  readonly history: readonly Visit[];
}

function state(
  target: Followed,
  scanDate: string | null,
  rest: Partial<TargetState> & { status: TargetStatus }
): TargetState {
  return {
    id: target.id,
    status: rest.status,
    known: rest.known ?? 0n,
    complete: rest.complete ?? true,
    present: rest.present ?? false,
    normalBelow: rest.normalBelow ?? null,
    reason: rest.reason ?? null,
    byRule: rest.byRule ?? false,
    excluded: rest.excluded ?? false,
    scanDate,
  };
}

const unknown = (target: Followed, date: string | null, reason: string): TargetState =>
  state(target, date, { status: 'notEvaluable', complete: false, reason });

function measuredState(target: Followed, lesion: LesionInput, context: Context): TargetState {
  const { scale, measure, visit } = context;
  const date = lesion.date ?? visit.date;
  if (lesion.evaluable === false) return unknown(target, date, lesion.reason ?? 'OTHER');
  if (lesion.mergedInto) return mergedState(target, lesion, context, date);
  const known = measure.value(lesion, target.node, scale);
  if (lesion.tooSmallToMeasure && lesion.status === 'absent')
    return unknown(target, date, 'CONTRADICTION');
  if (lesion.tooSmallToMeasure && !known) {
    const small = measure.tooSmall(target.node, scale);
    const present = measure.isDisease(null, small, target.node, scale);
    return state(target, date, {
      status: 'tooSmallToMeasure',
      known: small,
      present,
      byRule: true,
    });
  }
  if (known !== null) {
    const stated = lesion.status ?? null;
    if (
      (known > 0n && stated === 'absent') ||
      (known === 0n && stated !== null && stated !== 'absent')
    ) {
      return unknown(target, date, 'CONTRADICTION');
    }
    if (known === 0n) return state(target, date, { status: 'absent' });
    return state(target, date, {
      status: 'measured',
      known,
      present: measure.isDisease(lesion, known, target.node, scale),
      normalBelow: measure.normalBelow?.(lesion, target.node, scale) ?? null,
    });
  }
  return lesion.status === 'absent'
    ? state(target, date, { status: 'absent' })
    : unknown(target, date, 'NOT_MEASURED');
}

/** What a lesion is, split or not, in the words of the baseline: undefined where that doesn't list it. */
const atBaseline = (lesion: LesionInput, history: readonly Visit[]): LesionInput | undefined =>
  history[0]?.lesions.get(splitRoot(lesion, splitEntries(history)) ?? lesion.id);

/** The lesion that one of the sum merged into at the last visit of `history`, where that is in no sum: both sizes are lost. */
export function hostOutOfSum(
  lesion: LesionInput,
  visit: Visit,
  history: readonly Visit[],
  hosts: StateRules['hosts']
): string | null {
  const host = mergeHost(lesion, visit.lesions);
  if (!host || !hosts) return null;
  const isInSum = (one: LesionInput): boolean => {
    const role = atBaseline(one, history)?.role;
    if (role !== undefined) return role === 'target';
    return hosts === 'targetsAndNew' && one.role === 'new';
  };
  return isInSum(lesion) && !isInSum(host) ? host.id : null;
}

/** There while the lesion is that it merged into, measured as what that is. */
function mergedState(
  target: Followed,
  lesion: LesionInput,
  context: Context,
  date: string | null
): TargetState {
  const { visit, history, hosts } = context;
  const host = mergeHost(lesion, visit.lesions);
  if (!host) return unknown(target, date, 'MERGED_INTO_UNKNOWN');
  if (hostOutOfSum(lesion, visit, history, hosts) !== null)
    return unknown(target, date, 'MERGED_INTO_NO_TARGET');
  const before = atBaseline(host, history);
  const joint = measuredState({ id: host.id, node: isNode(before ?? host) }, host, context);
  // What a target lacks is said of that. In no sum, a lesion need not have a size to be there.
  const isThere = !hosts && Boolean(host.status) && joint.reason === 'NOT_MEASURED';
  if (!joint.complete && before?.role !== 'target' && !isThere)
    return { ...joint, id: target.id, scanDate: date };
  return state(target, date, { status: 'merged', present: joint.present || isThere, byRule: true });
}

/** A lesion by what the visit says of it; one of which it says nothing may be merged still. */
function listedState(target: Followed, context: Context, date: string | null): TargetState {
  const { visit, history, measure } = context;
  const lesion = visit.lesions.get(target.id);
  if (lesion && !isSilent(lesion, measure)) return measuredState(target, lesion, context);
  const merged = stillMerged(target.id, history, measure);
  if (merged) return mergedState(target, merged, context, date);
  return unknown(target, date, lesion ? 'NOT_MEASURED' : 'NOT_ASSESSED');
}

function splitState(target: Followed, context: Context): TargetState {
  const { visit, history, measure, scale } = context;
  const own = visit.lesions.get(target.id);
  const parts: TargetState[] = expectedParts(target, visit, history).map(id => {
    const lesion = visit.lesions.get(id);
    const part = { id, node: target.node };
    const date = lesion?.date ?? visit.date;
    if (treatedBefore(part, history, date)) return treatedState(part, date, context);
    return listedState(part, context, date);
  });
  if (
    own &&
    (measure.value(own, target.node, scale) !== null ||
      own.evaluable === false ||
      own.mergedInto ||
      own.tooSmallToMeasure)
  ) {
    parts.push(measuredState(target, own, context));
  }
  const join = (whole: bigint, { known }: TargetState): bigint => {
    if (measure.parts !== 'highest') return whole + known;
    return known > whole ? known : whole;
  };
  // What is left of a lesion that was treated in part is not disease that came back.
  const treatedOnly =
    parts.some(({ status }) => status === 'treated') &&
    parts.every(({ status, present }) => status === 'treated' || !present);
  return state(target, latest(parts.map(({ scanDate }) => scanDate)), {
    status: treatedOnly ? 'treated' : 'split',
    known: parts.reduce(join, 0n),
    complete: parts.every(({ complete }) => complete),
    present: parts.some(({ present }) => present),
    reason: parts.find(({ reason }) => reason !== null)?.reason ?? null,
  });
}

function treatedState(
  target: Followed,
  date: string | null,
  { localTreatment }: Pick<StateRules, 'localTreatment'>
): TargetState {
  const treated = { status: 'treated', present: true, reason: 'TREATED_LOCAL' } as const;
  if (localTreatment === 'exclude') return state(target, date, { ...treated, excluded: true });
  if (localTreatment === 'zero') return state(target, date, { ...treated, byRule: true });
  return state(target, date, { ...treated, present: false, complete: false });
}

/**
 * The state of a target at the last visit of `history` (baseline first). Earlier visits tell what a missing entry
 * means: merged stays merged, local treatment stays, a part that was seen is expected. Nothing missing becomes zero.
 */
export function targetState(
  target: Followed,
  history: readonly Visit[],
  rules: StateRules
): TargetState {
  const visit = history.at(-1);
  if (!visit) return unknown(target, null, 'NOT_ASSESSED');
  const { measure, localTreatment } = rules;
  const context: Context = { ...rules, visit, history };
  const lesion = visit.lesions.get(target.id);
  const date = lesion?.date ?? visit.date;
  const parts = partsOf(target, history);
  const partTreated = parts.some(id =>
    treatedBefore({ id }, history, visit.lesions.get(id)?.date ?? visit.date)
  );
  const isTreated = treatedWithHost(target, history, date, measure);
  // Out of every sum from then on, that of a visit without images too, and as a whole: the baseline has no parts.
  if ((isTreated || partTreated) && localTreatment === 'exclude')
    return treatedState(target, date, rules);
  if (visit.input.evaluable === false)
    return unknown(target, date, visit.input.reason ?? 'NOT_IMAGED');
  if (isTreated) return treatedState(target, date, rules);
  const said = lesion !== undefined && !isSilent(lesion, measure);
  if (partTreated || parts.some(id => visit.lesions.has(id)) || (parts.length > 0 && !said))
    return splitState(target, context);
  return listedState(target, context, date);
}

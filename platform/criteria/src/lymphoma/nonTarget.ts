import { stillMerged, treatedBefore } from '../course/lesionHistory.js';
import { type Followed, isNode, mergeHost, type Visit } from '../course/subject.js';
import type { LengthScale } from '../decimal.js';
import type { LesionInput, Trace } from '../schemas.js';
import { type NormalNode, sizeOf } from './measure.js';
import { anyAxis } from './newLesions.js';
import type { LymphomaParameters } from './parameters.js';

/** NA: no such disease at baseline. LARGER: there, and larger than at baseline without being clearly worse. */
export type NonTargetCategory = 'CR' | 'NON-CR/NON-PD' | 'LARGER' | 'PD' | 'NE' | 'NA';
type State = 'absent' | 'present' | 'larger' | 'regrown' | 'progressed' | 'notEvaluable';

export interface NonTargetRating {
  readonly category: NonTargetCategory;
  /** Lesions that make it progression. */
  readonly worse: readonly string[];
  readonly trace: readonly Trace[];
}

export interface NonTargetRules {
  readonly isNormal: NormalNode;
  readonly source: string;
}

interface Context extends NonTargetRules {
  readonly scale: LengthScale;
  readonly baseline: Visit;
}

function stateOf(
  lesion: LesionInput | undefined,
  { id, node }: Followed,
  { isNormal, scale, baseline }: Context
): State {
  if (!lesion || lesion.evaluable === false) return 'notEvaluable';
  if (lesion.status === 'progressed' || lesion.status === 'absent') return lesion.status;
  const larger = 'larger' in lesion && lesion.larger === true;
  if (larger) return 'larger';
  if (node && lesion.tooSmallToMeasure) return 'absent';
  const size = sizeOf(lesion, scale);
  if (size !== null) {
    if (size.ppd === 0n) return lesion.tooSmallToMeasure || lesion.status ? 'present' : 'absent';
    const first = baseline.lesions.list.filter(one => one.id === id).map(one => sizeOf(one, scale));
    return node && isNormal(size, scale, first[0] ?? null) ? 'absent' : 'present';
  }
  return lesion.status || lesion.tooSmallToMeasure || anyAxis(lesion) ? 'present' : 'notEvaluable';
}

const recorded = (lesion: LesionInput) => [anyAxis(lesion)];

/** One that is merged is gone with the mass that it is part of; it is there while that is, or where it is not told. */
function followedState(
  one: Followed,
  visit: Visit,
  history: readonly Visit[],
  context: Context
): State {
  const { lesions } = visit;
  const own = lesions.get(one.id);
  const merged = own?.mergedInto ? own : stillMerged(one.id, history, { recorded });
  if (merged && own?.evaluable !== false) {
    const host = mergeHost(merged, lesions);
    const mass = host && stateOf(host, { ...one, id: host.id, node: isNode(host) }, context);
    return mass === 'absent' ? 'absent' : 'present';
  }
  const parts = lesions.parts.filter(({ splitFrom }) => splitFrom === one.id);
  if (own || parts.length === 0) return stateOf(own, one, context);
  const states = parts.map(part => stateOf(part, one, context));
  const order: State[] = ['progressed', 'notEvaluable', 'larger', 'present'];
  return order.find(wanted => states.includes(wanted)) ?? 'absent';
}

/** A node of normal size has not gone: growing again, it is not a lesion that came back. */
const isGone = ({
  evaluable,
  status,
  longestDiameterMm,
  tooSmallToMeasure,
}: LesionInput): boolean =>
  evaluable !== false &&
  (status === 'absent' || (longestDiameterMm === 0 && !status && !tooSmallToMeasure));

/** There again after it was gone at an earlier visit. An equivocal one is not taken for disease again. */
function isBack(one: Followed, visit: Visit, history: readonly Visit[]): boolean {
  const equivocal = visit.lesions.get(one.id)?.status === 'equivocal';
  const gone = ({ input, lesions }: Visit): boolean => {
    const lesion = lesions.get(one.id);
    return input.evaluable !== false && lesion !== undefined && isGone(lesion);
  };
  return !equivocal && history.slice(1, -1).some(gone);
}

/**
 * Disease that is followed without measuring. The reader's overall call decides progression: with a call, a single
 * lesion marked progressed is not progression; without one it is. `history` starts with the baseline.
 */
export function rateNonTarget(
  roster: readonly Followed[],
  visit: Visit,
  history: readonly Visit[],
  { localTreatment }: Pick<LymphomaParameters, 'localTreatment'>,
  context: Context
): NonTargetRating {
  const readable = visit.input.evaluable !== false;
  const state = (one: Followed): State => {
    if (!readable) return 'notEvaluable';
    if (treatedBefore(one, history, visit.date))
      return localTreatment === 'zero' ? 'present' : 'notEvaluable';
    const now = followedState(one, visit, history, context);
    return (now === 'present' || now === 'larger') && isBack(one, visit, history) ? 'regrown' : now;
  };
  const followed =
    localTreatment === 'exclude'
      ? roster.filter(one => !treatedBefore(one, history, visit.date))
      : roster;
  const states = new Map(followed.map((one): [string, State] => [one.id, state(one)]));
  const where = (...wanted: State[]): string[] =>
    [...states].filter(([, value]) => wanted.includes(value)).map(([id]) => id);
  const numbers = {
    absent: where('absent').length,
    present: where('present', 'larger').length,
    progressed: where('progressed', 'regrown').length,
    notEvaluable: where('notEvaluable').length,
  };
  const result = (
    category: NonTargetCategory,
    rule: string,
    text: string,
    worse: readonly string[] = []
  ): NonTargetRating => ({
    category,
    worse,
    trace: [{ rule, text, numbers, source: context.source }],
  });
  if (roster.length === 0) return result('NA', 'nonTarget.none', 'No non-target at baseline.');
  const judgement = readable ? (visit.input.nonTargetJudgement ?? null) : null;
  const back = where('regrown');
  if (judgement === 'PD')
    return result(
      'PD',
      'nonTarget.pd',
      'The reader judges the non-targets clearly worse.',
      where('progressed', 'regrown')
    );
  const worse = judgement === null ? where('progressed') : [];
  const clearly = `Clearly worse: ${worse.join(', ')}.`;
  if (back.length > 0) {
    const text = `Back after it had resolved: ${back.join(', ')}.`;
    const all = [...back, ...worse];
    return result('PD', 'nonTarget.regrown', worse.length > 0 ? `${text} ${clearly}` : text, all);
  }
  if (worse.length > 0) return result('PD', 'nonTarget.pd', clearly, worse);
  const missing = where('notEvaluable');
  if (judgement === 'NE' || (judgement === null && missing.length > 0)) {
    const text = `Not assessed and none clearly worse: ${missing.join(', ')}.`;
    return result('NE', 'nonTarget.ne', judgement === 'NE' ? 'Not evaluable by the reader.' : text);
  }
  if (where('larger').length > 0) {
    const text = `Larger, but not clearly worse: ${where('larger').join(', ')}.`;
    return result('LARGER', 'nonTarget.larger', text);
  }
  const there = where('present', 'progressed');
  if (judgement === 'NON-CR/NON-PD' || there.length > 0) {
    const text =
      there.length > 0 ? `Persisting: ${there.join(', ')}.` : 'Persisting by the reader.';
    return result('NON-CR/NON-PD', 'nonTarget.nn', text);
  }
  const unread = missing.filter(id => visit.lesions.has(id));
  if (unread.length > 0)
    return result('NE', 'nonTarget.ne', `Called gone, but not read: ${unread.join(', ')}.`);
  return result('CR', 'nonTarget.cr', 'Every non-target is gone; nodes are of normal size.');
}

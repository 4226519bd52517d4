import type { LengthScale } from '../decimal.js';
import type { Reason } from '../reason.js';
import type { LesionInput } from '../schemas.js';
import type { NonTargetCategory } from './categories.js';
import { expectedParts, isSilent, stillMerged, treatedBefore } from './lesionHistory.js';
import { countedAxis } from './measure.js';
import { type NodeLimitsOf, recistNodeLimits } from './nodeLimits.js';
import { nonTargetNodeMargin, shortAxisOf, type SizedNode } from './nodeMargins.js';
import type { CourseParameters } from './parameters.js';
import { type Followed, isNode, mergeHost, type Visit } from './subject.js';

export interface NonTargetRules {
  readonly source: string;
  readonly nodeLimits: NodeLimitsOf;
  /** What the complete response means, as a sentence without its full stop; RECIST's without it. */
  readonly crMeans?: string;
  /** A size that tells whether a lesion is there, in any unit; the diameter that counts without it. */
  readonly sizeOf?: (lesion: LesionInput, node: boolean) => number | null;
}

export const recistNonTargetRules: NonTargetRules = {
  source: 'Eisenhauer 2009 (RECIST 1.1) section 4.3.3',
  nodeLimits: recistNodeLimits,
};

export type NonTargetState = 'absent' | 'present' | 'progressed' | 'notEvaluable';

export interface NonTargetRating {
  readonly category: NonTargetCategory;
  readonly states: ReadonlyMap<string, NonTargetState>;
  readonly trace: readonly Reason[];
}

function stateOf(
  lesion: LesionInput,
  node: boolean,
  scale: LengthScale,
  { nodeLimits, sizeOf = countedAxis }: NonTargetRules
): NonTargetState {
  if (lesion.evaluable === false) return 'notEvaluable';
  if (lesion.status === 'progressed' || lesion.status === 'absent') return lesion.status;
  const axis = sizeOf(lesion, node);
  if (axis) {
    const normal = node && scale.of(axis) < scale.of(nodeLimits(lesion).normalBelowMm);
    return normal ? 'absent' : 'present';
  }
  // Without a number a node counts 5 mm, which is normal.
  if (lesion.tooSmallToMeasure) return node ? 'absent' : 'present';
  if (lesion.status) return 'present';
  return axis === 0 ? 'absent' : 'notEvaluable';
}

/**
 * A lesion that is not listed itself is what its parts are, the worst of them; one that was seen before is expected. One
 * that is merged is gone with the mass that it is part of; it is there while that is, or where it is not told.
 */
function followedState(
  followed: Followed,
  visit: Visit,
  history: readonly Visit[],
  scale: LengthScale,
  rules: NonTargetRules
): NonTargetState {
  const { id, node } = followed;
  const { lesions } = visit;
  const { sizeOf = countedAxis } = rules;
  const recorded = (lesion: LesionInput) => [sizeOf(lesion, node)];
  const stateIn = (part: string): NonTargetState => {
    const own = lesions.get(part);
    const merged = own?.mergedInto ? own : stillMerged(part, history, { recorded });
    if (own?.evaluable === false || !merged)
      return own ? stateOf(own, node, scale, rules) : 'notEvaluable';
    const host = mergeHost(merged, lesions);
    const mass = host && stateOf(host, isNode(host), scale, rules);
    return mass === 'absent' ? mass : 'present';
  };
  const parts = expectedParts(followed, visit, history);
  const own = lesions.get(id);
  const tells = own && !isSilent(own, { recorded });
  const states = (tells || parts.length === 0 ? [id] : parts).map(stateIn);
  const order: NonTargetState[] = ['progressed', 'notEvaluable', 'present'];
  return order.find(wanted => states.includes(wanted)) ?? 'absent';
}

/**
 * Non-target response. The reader's overall call decides progression: with a call, a single lesion marked progressed
 * is not progression; without one it is. A call of CR gives way to lesions that are present or were not read.
 */
export function rateNonTarget(
  roster: readonly Followed[],
  visit: Visit,
  history: readonly Visit[],
  parameters: Pick<CourseParameters, 'localTreatment'>,
  scale: LengthScale,
  rules: NonTargetRules = recistNonTargetRules
): NonTargetRating {
  const { source, nodeLimits } = rules;
  const readable = visit.input.evaluable !== false;
  const treated = new Set(
    roster.filter(one => treatedBefore(one, history, visit.date)).map(({ id }) => id)
  );
  const followed =
    parameters.localTreatment === 'exclude' ? roster.filter(({ id }) => !treated.has(id)) : roster;
  const states = new Map(
    followed.map((one): [string, NonTargetState] => {
      if (!readable) return [one.id, 'notEvaluable'];
      if (treated.has(one.id))
        return [one.id, parameters.localTreatment === 'zero' ? 'present' : 'notEvaluable'];
      return [one.id, followedState(one, visit, history, scale, rules)];
    })
  );
  const where = (wanted: NonTargetState): string[] =>
    [...states].filter(([, value]) => value === wanted).map(([id]) => id);
  const numbers = () => ({
    absent: where('absent').length,
    present: where('present').length,
    progressed: where('progressed').length,
    notEvaluable: where('notEvaluable').length,
  });
  const nodes = (): SizedNode[] =>
    followed.flatMap(({ id, node }) => {
      const own = treated.has(id) ? undefined : visit.lesions.get(id);
      const axis = own ? shortAxisOf(own, node) : null;
      if (!own || axis === null) return [];
      return [{ id, size: scale.of(axis), limit: scale.of(nodeLimits(own).normalBelowMm) }];
    });
  const result = (
    category: NonTargetCategory,
    rule: string,
    text: Reason['text'],
    bySize = false
  ): NonTargetRating => {
    const still = where('present').length;
    const decided = bySize ? nonTargetNodeMargin(category, still, nodes(), scale) : {};
    return { category, states, trace: [{ rule, text, numbers, ...decided, source }] };
  };
  if (roster.length === 0)
    return result('NA', 'nonTarget.none', 'No non-target lesion at baseline.');
  if (followed.length === 0)
    return result('NE', 'nonTarget.ne', 'Every non-target lesion was treated locally.');
  const [progressed, present, missing] = [
    where('progressed'),
    where('present'),
    where('notEvaluable'),
  ];
  const judgement = readable ? (visit.input.nonTargetJudgement ?? null) : null;
  if (judgement === 'PD')
    return result(
      'PD',
      'nonTarget.pd',
      'The reader judges the non-target disease unequivocally progressed.'
    );
  if (judgement === 'NE')
    return result('NE', 'nonTarget.ne', 'The reader judges the non-target disease not evaluable.');
  if (judgement === 'NON-CR/NON-PD')
    return result(
      judgement,
      'nonTarget.nn',
      'The reader judges the non-target disease neither gone nor progressed.'
    );
  if (judgement === null && progressed.length > 0) {
    return result(
      'PD',
      'nonTarget.pd',
      () => `Unequivocal progression of ${progressed.join(', ')}.`
    );
  }
  const unlisted = (id: string): boolean => !visit.lesions.has(id) && !treated.has(id);
  if (judgement === 'CR' && present.length + progressed.length === 0 && missing.every(unlisted)) {
    return result('CR', 'nonTarget.cr', 'The reader judges every non-target lesion gone.');
  }
  if (missing.length > 0)
    return result(
      'NE',
      'nonTarget.ne',
      () => `Not assessed and none progressed: ${missing.join(', ')}.`
    );
  if (present.length + progressed.length > 0) {
    const still = () => [...present, ...progressed].join(', ');
    return result(
      'NON-CR/NON-PD',
      'nonTarget.nn',
      () => `Persisting: ${still()}.`,
      progressed.length === 0
    );
  }
  const normal = roster.some(({ node }) => node) ? ', nodes below 10 mm short axis' : '';
  const absent = `Every non-target lesion is absent${normal}`;
  return result('CR', 'nonTarget.cr', `${rules.crMeans ?? absent}.`, true);
}

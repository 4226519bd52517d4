import { hashJson } from '../audit/canonical-json.js';
import type { TrialTerms, CriterionTerms } from './charter-terms.js';

export const criterionChangeWords = ['added', 'removed', 'parameters', 'primary'] as const;

/** What an amendment does to one of a trial's criteria; `primary`: it becomes the one that reads are compared by. */
export interface CriterionChange {
  readonly criterion: string;
  readonly change: (typeof criterionChangeWords)[number];
}

type Criteria = Pick<TrialTerms, 'criterion' | 'parameters' | 'others'>;

const allOf = (terms: Criteria): readonly CriterionTerms[] => [terms, ...terms.others];

/** In the order of the later charter, what is gone last. */
export const criteriaChanges = (before: Criteria, after: Criteria): CriterionChange[] => {
  const known = new Map(allOf(before).map(one => [one.criterion, one]));
  const kept = new Set(allOf(after).map(({ criterion }) => criterion));
  const changed = allOf(after).flatMap(({ criterion, parameters }): CriterionChange[] => {
    const earlier = known.get(criterion);
    if (earlier === undefined) return [{ criterion, change: 'added' }];
    const isOther = hashJson(earlier.parameters) !== hashJson(parameters);
    return isOther ? [{ criterion, change: 'parameters' }] : [];
  });
  return [
    ...(before.criterion === after.criterion
      ? []
      : [{ criterion: after.criterion, change: 'primary' } as const]),
    ...changed,
    ...[...known.keys()]
      .filter(criterion => !kept.has(criterion))
      .map(criterion => ({ criterion, change: 'removed' }) as const),
  ];
};

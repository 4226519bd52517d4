import { Type, type Static } from '@sinclair/typebox';
import type { ConsistencyRule, Instrument, Parameters } from './instrument.js';
import type { ScoredItem } from './items.js';
import { passes } from './metrics.js';

export const Finding = Type.Object({
  rule: Type.String(),
  items: Type.Array(Type.String()),
  message: Type.String(),
});
/** Answers that can't all be so; it keeps a read from being signed. */
export type Finding = Static<typeof Finding>;

const at = (items: readonly ScoredItem[], feature: string, site: string): ScoredItem | undefined =>
  items.find(item => item.feature.id === feature && item.site.id === site);

const offenders = (
  { where, then }: ConsistencyRule,
  site: string,
  items: readonly ScoredItem[],
  parameters: Parameters
): ScoredItem[] => {
  const first = at(items, where.feature, site);
  if (first === undefined || first.value === null) return [];
  if (!passes(first.value, where.passing, parameters)) return [];
  if ('feature' in then) {
    const second = at(items, then.feature, site);
    if (second === undefined || second.value === null) return [];
    return passes(second.value, then.passing, parameters) ? [] : [first, second];
  }
  const sites = first.feature.sites.map(({ id }) => id);
  const before = sites.slice(0, sites.indexOf(site));
  const there = items.filter(
    item =>
      item.feature.id === first.feature.id &&
      before.includes(item.site.id) &&
      (item.missing === null || !then.sitesBefore.includes(item.missing)) &&
      item.missing !== 'ND'
  );
  return there.length === 0 ? [] : [first, ...there];
};

/** Every contradiction among the answers, in the order of the rules and their sites. */
export const findingsOf = (
  { consistency }: Pick<Instrument, 'consistency'>,
  items: readonly ScoredItem[],
  parameters: Parameters
): Finding[] =>
  consistency.flatMap(rule =>
    rule.at.flatMap(site => {
      const found = offenders(rule, site, items, parameters);
      const { id, message } = rule;
      return found.length === 0 ? [] : [{ rule: id, items: found.map(item => item.id), message }];
    })
  );

import type { AnswerOf } from '@corelab/client';
import { sections } from './charterSchema.js';
import { readableSteps, stepsOf, valueAt } from './pointer.js';

type Change = AnswerOf<
  '/api/admin/trials/{trial}/versions/{version}/diff',
  'get'
>['changes'][number];

/** One change, and where it is in people's words. */
export interface NamedChange {
  readonly change: Change;
  readonly kind: 'added' | 'removed' | 'changed' | 'order';
  /** The place below the section, from the outside in; empty for the section itself. */
  readonly where: readonly string[];
}

export interface ChangedSection {
  readonly section: string;
  readonly changes: readonly NamedChange[];
}

const kindOf = ({ from, to, order }: Change): NamedChange['kind'] => {
  if (order === true) return 'order';
  if (from === undefined) return 'added';
  return to === undefined ? 'removed' : 'changed';
};

/**
 * Changes by section, in the order of the schema. A path is in the charter after the change; of something removed, in
 * the one before.
 */
export function changedSections(
  changes: readonly Change[],
  before: unknown,
  after: unknown
): ChangedSection[] {
  const bySection = new Map<string, NamedChange[]>();
  for (const change of changes) {
    const kind = kindOf(change);
    const [section = ''] = stepsOf(change.path);
    const inBefore = kind === 'removed' || valueAt(after, change.path) === undefined;
    const where = readableSteps(change.path, inBefore ? before : after).slice(1);
    const list = bySection.get(section) ?? [];
    bySection.set(section, list);
    list.push({ change, kind, where });
  }
  return [...bySection]
    .map(([section, list]) => ({ section, changes: list }))
    .sort((a, b) => sections.indexOf(a.section) - sections.indexOf(b.section));
}

/** How many changes there are of a kind. */
export const countOf = (found: readonly ChangedSection[], kind: NamedChange['kind']): number =>
  found.reduce((sum, { changes }) => sum + changes.filter(one => one.kind === kind).length, 0);

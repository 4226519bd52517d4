import type { CheckedFact, FactContent, FactKey } from './check-fact.js';
import { findingOf, type FactFinding } from './finding.js';

/** The version of a fact that stands. */
export interface StandingFact extends FactKey {
  readonly id: string;
  readonly subject: string;
  readonly version: number;
  readonly content: FactContent;
  readonly withdrawn: boolean;
}

/** What becomes of one fact. */
export interface FactChange extends FactKey {
  /** `again`: it was withdrawn and is said anew. */
  readonly act: 'added' | 'changed' | 'again' | 'withdrawn';
  /** Of the file; 0 where it was done by hand. */
  readonly line: number;
  readonly subject: string;
  /** What stood; null where nothing did. */
  readonly before: FactContent | null;
  /** Null where it is withdrawn. */
  readonly after: FactContent | null;
  /** The version that this one takes the place of. */
  readonly replaces: string | null;
  readonly version: number;
}

export interface PlannedFacts {
  readonly changes: readonly FactChange[];
  /** Facts that stand as they are given. */
  readonly same: number;
}

export const keyText = ({ subjectId, kind, keyDate, name }: FactKey): string =>
  JSON.stringify([subjectId, kind, keyDate, name]);

const alike = (a: FactContent, b: FactContent): boolean =>
  a.date === b.date && a.value === b.value && a.unit === b.unit;

/** Facts each once, and the lines that contradict one before them. */
export const eachOnce = (
  facts: readonly CheckedFact[]
): { readonly facts: readonly CheckedFact[]; readonly findings: readonly FactFinding[] } => {
  const first = new Map<string, CheckedFact>();
  const findings: FactFinding[] = [];
  for (const fact of facts) {
    const before = first.get(keyText(fact));
    if (before === undefined) first.set(keyText(fact), fact);
    else if (!alike(before.content, fact.content))
      findings.push(findingOf(fact.line, null, 'twice', { line: String(before.line) }));
  }
  return { facts: [...first.values()], findings };
};

/** What given facts change of those that stand; a fact that is not among them stays as it is. */
export const planFacts = (
  facts: readonly CheckedFact[],
  standing: readonly StandingFact[]
): PlannedFacts => {
  const byKey = new Map(standing.map(one => [keyText(one), one]));
  const changes: FactChange[] = [];
  for (const { line, content, ...fact } of facts) {
    const now = byKey.get(keyText(fact));
    if (now !== undefined && !now.withdrawn && alike(now.content, content)) continue;
    changes.push({
      ...{ ...fact, line, after: content },
      act: now === undefined ? 'added' : now.withdrawn ? 'again' : 'changed',
      before: now === undefined || now.withdrawn ? null : now.content,
      ...{ replaces: now?.id ?? null, version: (now?.version ?? 0) + 1 },
    });
  }
  return { changes, same: facts.length - changes.length };
};

/** Takes back a fact that stands. */
export const withdrawal = ({
  id,
  content,
  version,
  withdrawn: _,
  ...fact
}: StandingFact): FactChange => ({
  ...{ ...fact, act: 'withdrawn', line: 0, before: content, after: null },
  ...{ replaces: id, version: version + 1 },
});

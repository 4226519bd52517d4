import { nothingKnown, trialKinds, type Finding, type KnownIdentifiers } from './finding.js';
import { identityRules } from './identityRules.js';
import { knownIn } from './knownIdentity.js';

function* byForm(text: string): Generator<Finding> {
  for (const { kind, pattern, unless } of identityRules) {
    for (const match of text.matchAll(pattern)) {
      const groups = match.indices?.groups;
      const [from, to] = groups?.['found'] ??
        groups?.['named'] ?? [match.index, match.index + match[0].length];
      const before = text.slice(Math.max(0, match.index - 60), match.index);
      const after = text.slice(match.index + match[0].length);
      if (unless?.(match, before, after) !== true) yield { kind, from, to };
    }
  }
}

/** A name that the trial knows before a form, the longer before the shorter, then in the order of the rules. */
const byWeight = (a: Finding, b: Finding): number => {
  const known = ({ kind }: Finding): number =>
    (trialKinds as readonly string[]).includes(kind) && kind !== 'name' ? 0 : 1;
  return known(a) - known(b) || b.to - b.from - (a.to - a.from);
};

/**
 * What in a text looks like identity, in its order, no stretch twice. English and German; relative times, measurements,
 * anatomy and eponyms are none.
 * @param known what the trial itself knows by name; nothing unless given
 */
export function identityIn(text: string, known: KnownIdentifiers = nothingKnown): Finding[] {
  const found = [...knownIn(text, known), ...byForm(text)].sort(byWeight);
  const kept: Finding[] = [];
  for (const one of found) {
    if (kept.every(other => one.to <= other.from || other.to <= one.from)) kept.push(one);
  }
  return kept.sort((a, b) => a.from - b.from);
}

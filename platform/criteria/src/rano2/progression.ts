import type { NewLesionState } from '../course/categories.js';
import { increasedBy } from '../decimal.js';
import { daysBetween } from '../dates.js';
import type { Context } from '../neuro/context.js';
import { completeSum, countedIds, type Entry } from './compartments.js';
import type { Rano2Subject } from './subject.js';

/** A progression that waits for the scan that confirms it. */
export interface Open {
  readonly entry: Entry;
  readonly perLesion: ReadonlyMap<string, NewLesionState>;
  readonly grown: readonly string[];
}

export interface Verdict {
  readonly kind: 'confirmed' | 'pseudo' | 'tooEarly' | 'undecided';
  readonly text: string;
}

/** What a visit makes of an open progression: compared with that scan, not with the nadir. */
export function verdictOn(
  open: Open,
  entry: Entry,
  perLesion: ReadonlyMap<string, NewLesionState>,
  grown: readonly string[],
  context: Context,
  { compartments, parameters }: Rano2Subject
): Verdict {
  const since = `the preliminary progression of ${open.entry.visit.id}`;
  if (context.histology === 'TUMOUR')
    return { kind: 'confirmed', text: `Tissue shows tumour: ${since} is confirmed.` };
  if (context.histology === 'NO_TUMOUR')
    return { kind: 'pseudo', text: `Tissue shows treatment effect alone: ${since} is void.` };
  const days = daysBetween(open.entry.visit.date, entry.visit.date);
  if (days === null || days < parameters.confirmationDays) {
    const text = `${days ?? 'An unknown number of'} days after ${since}: at least ${parameters.confirmationDays} are needed.`;
    return { kind: 'tooEarly', text };
  }
  const more = [...perLesion]
    .filter(([id, state]) => state === 'YES' && open.perLesion.get(id) !== 'YES')
    .map(([id]) => id);
  if (more.length > 0)
    return {
      kind: 'confirmed',
      text: `Another new lesion (${more.join(', ')}) confirms ${since}.`,
    };
  if (context.clinicalStatus === 'WORSE')
    return { kind: 'confirmed', text: `Clinical decline confirms ${since}.` };
  let comparable = entry.visit.input.evaluable !== false;
  for (const { targets, nonTargets, rules } of compartments) {
    const own = new Set(nonTargets.map(({ id }) => id));
    const joined = [...new Set([...open.grown, ...grown])].filter(id => own.has(id));
    const ids = countedIds(entry, targets, joined);
    const then = completeSum(open.entry, ids);
    const now = completeSum(entry, ids);
    const allTreated = targets.length > 0 && ids.size === 0;
    if (then === null || now === null || allTreated) comparable = false;
    else if (increasedBy(now, then, rules.pdPercent)) {
      const text = `The sum grew by at least ${rules.pdPercent} % more since ${since}: confirmed.`;
      return { kind: 'confirmed', text };
    }
  }
  return comparable
    ? {
        kind: 'pseudo',
        text: `No further growth, new lesion or decline since ${since}: pseudo-progression.`,
      }
    : { kind: 'undecided', text: `What is needed to compare with ${since} was not read.` };
}

/** Whether a first progression at this visit needs a later scan. */
export function needsConfirmation(
  { daysSinceRadiotherapy: days }: Context,
  { parameters }: Rano2Subject
): boolean {
  const { confirmPd, pseudoprogressionDays } = parameters;
  return confirmPd === 'always' || (days !== null && days <= pseudoprogressionDays);
}

import type { Visit } from '../course/subject.js';
import { type NeuroVisitParts, statesOf, visitParts } from '../neuro/visitParts.js';
import type { Entry } from './compartments.js';
import { needsConfirmation, type Open, verdictOn } from './progression.js';
import { type RatedParts, ratePool } from './rateVisit.js';
import type { Rano2Subject } from './subject.js';

/** One visit as it was known then, and what it made of an earlier progression. */
export interface CourseVisit {
  readonly entry: Entry;
  readonly parts: NeuroVisitParts;
  readonly rated: RatedParts;
  readonly overall: string;
  readonly undeterminedBySteroids: boolean;
  readonly flags: readonly string[];
  readonly notes: readonly { readonly rule: string; readonly text: string }[];
  /** The visit whose preliminary progression this one settles. */
  readonly settles: {
    readonly id: string;
    readonly value: 'PD' | 'SD';
    readonly rule: string;
  } | null;
}

/** What is carried from visit to visit. */
interface Memory {
  readonly open: Open | null;
  /** A progression is final: later ones need no confirmation. */
  readonly final: boolean;
  readonly accepted: ReadonlySet<string>;
  readonly pool: readonly Entry[];
}

type Outcome = Pick<CourseVisit, 'overall' | 'flags' | 'notes' | 'settles' | 'rated'> & {
  readonly memory: Memory;
};

/** The unequivocal ones. */
const certain = (perLesion: Open['perLesion']): string[] =>
  [...perLesion].filter(([, state]) => state === 'YES').map(([id]) => id);

/** Every measured lesion was read, but for those that local treatment took out of the sum. */
const isComplete = ({ states }: Entry): boolean => states.every(({ complete }) => complete);

interface Step {
  readonly entry: Entry;
  readonly parts: NeuroVisitParts;
  readonly memory: Memory;
  readonly subject: Rano2Subject;
  rate(pool: readonly Entry[], accepted: ReadonlySet<string>): RatedParts;
}

/** The visit without the progression that was void: never PD by what it was compared with before. */
function afterPseudo(
  step: Step,
  from: Entry,
  explained: readonly string[]
): Pick<Outcome, 'overall' | 'rated' | 'memory'> {
  const { entry, memory, subject } = step;
  const accepted = new Set([...memory.accepted, ...explained]);
  const whole = [from, entry].filter(isComplete);
  const kept = [...memory.pool, entry];
  const around = whole.length > 0 ? whole : kept;
  const rated = step.rate(around, accepted);
  const overall = rated.rating.value === 'PD' ? 'SD' : rated.rating.value;
  const pool = subject.parameters.afterPsp === 'restart' ? around : kept;
  return { overall, rated, memory: { open: null, final: memory.final, accepted, pool } };
}

function settleOpen(step: Step, open: Open, rated: RatedParts): Outcome {
  const { entry, parts, memory, subject } = step;
  const grown = rated.compartments.flatMap(one => one.grown);
  const { perLesion } = parts.newLesions;
  const fresh = new Map([...perLesion].filter(([id]) => !memory.accepted.has(id)));
  const verdict = verdictOn(open, entry, fresh, grown, parts.context, subject);
  const next = { ...memory, pool: [...memory.pool, entry] };
  const { id } = open.entry.visit;
  const note = (rule: string) => [{ rule, text: verdict.text }];
  switch (verdict.kind) {
    case 'confirmed': {
      const rule = 'progression.confirmed';
      const settles = { id, value: 'PD' as const, rule };
      const done = { ...next, open: null, final: true };
      return { overall: 'cPD', rated, flags: [], notes: note(rule), settles, memory: done };
    }
    case 'pseudo': {
      const rule = 'progression.pseudo';
      const after = afterPseudo(step, open.entry, certain(open.perLesion));
      const settles = { id, value: 'SD' as const, rule };
      return { ...after, flags: ['PSEUDOPROGRESSION'], notes: note(rule), settles };
    }
    default: {
      const undecided = verdict.kind === 'undecided';
      const value = rated.rating.value === 'PD' ? 'pPD' : undecided ? 'NE' : rated.rating.value;
      const rule = `progression.${verdict.kind}`;
      return { overall: value, rated, flags: [], notes: note(rule), settles: null, memory: next };
    }
  }
}

function firstProgression(step: Step, rated: RatedParts): Outcome {
  const { entry, parts, memory, subject } = step;
  const { context, newLesions } = parts;
  const pool = [...memory.pool, entry];
  const plain = { rated, flags: [], notes: [], settles: null };
  const isPd = rated.rating.value === 'PD';
  if (!isPd) return { ...plain, overall: rated.rating.value, memory: { ...memory, pool } };
  if (memory.final || context.histology === 'TUMOUR' || !needsConfirmation(context, subject))
    return { ...plain, overall: 'PD', memory: { ...memory, pool, final: true } };
  if (context.histology === 'NO_TUMOUR') {
    const text = 'Tissue shows treatment effect alone: pseudo-progression.';
    const notes = [{ rule: 'progression.pseudo', text }];
    return {
      ...plain,
      ...afterPseudo(step, entry, certain(newLesions.perLesion)),
      flags: ['PSEUDOPROGRESSION'],
      notes,
    };
  }
  const grown = rated.compartments.flatMap(one => one.grown);
  const open: Open = { entry, perLesion: newLesions.perLesion, grown };
  const days = context.daysSinceRadiotherapy;
  const why = days === null ? 'confirmPd' : `day ${days} after radiotherapy`;
  const text = `Preliminary progression: a scan at least ${subject.parameters.confirmationDays} days later must confirm it (${why}).`;
  const notes = [{ rule: 'progression.preliminary', text }];
  return { ...plain, overall: 'pPD', notes, memory: { ...memory, pool, open } };
}

/** Every visit in date order, each by itself and the earlier ones alone. */
export function followCourse(
  baseline: Visit,
  baselineEntry: Entry,
  subject: Rano2Subject
): CourseVisit[] {
  const course: CourseVisit[] = [];
  let memory: Memory = { open: null, final: false, accepted: new Set(), pool: [baselineEntry] };
  for (const visit of subject.visits) {
    const past = course.map(({ entry }) => entry.visit);
    const history = [baseline, ...past, visit];
    const parts = visitParts(visit, past, baseline, subject);
    const nonTargetStates = statesOf(subject.nonTargets, history, subject);
    const entry: Entry = { visit, states: parts.states, nonTargetStates };
    const step: Step = {
      entry,
      parts,
      memory,
      subject,
      rate: (pool, accepted) =>
        ratePool(entry, parts, pool, accepted, history, baselineEntry, subject),
    };
    const rated = step.rate(memory.pool, memory.accepted);
    const outcome = memory.open
      ? settleOpen(step, memory.open, rated)
      : firstProgression(step, rated);
    memory = outcome.memory;
    course.push({
      entry,
      parts,
      rated: outcome.rated,
      overall: outcome.overall,
      undeterminedBySteroids:
        outcome.overall === 'NE' && outcome.rated.rating.undeterminedBySteroids,
      flags: outcome.flags,
      notes: outcome.notes,
      settles: outcome.settles,
    });
  }
  return course;
}

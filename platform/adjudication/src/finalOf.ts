import { type AssessmentOutput, assessmentSchemas } from '@corelab/criteria';
import { type Static, Type } from '@sinclair/typebox';
import { AdjudicationError } from './adjudicationError.js';
import { type CourseRead, requireComparable } from './courseRead.js';
import {
  type Decision,
  panelSlots,
  readerSlots,
  type Reads,
  type Slot,
  slots,
} from './decision.js';
import { comparisonsNow } from './dueAdjudications.js';
import { type Assessed, outcomeOf } from './outcome.js';
import { comparePanel } from './panel.js';
import { type AdjudicationRules, type ChosenRules, resolveRules } from './rules.js';
import { timepointOrder } from './scope.js';
import { Nullable, oneOf } from './shape.js';
import { type NumberRule, NumbersSchema, standingNumbers } from './standingNumbers.js';
import { panelStanding, type Standing, standingReads, StandingSchema } from './standingReads.js';

/** What stands for a subject. For the record and its exports: it names slots, and no adjudicator sees it. */
export const FinalSchema = Type.Object({
  /** adjudicationDue: discordant, and neither decided nor agreed on; waiting: a read that has to stand is not there. */
  state: oneOf(['final', 'adjudicationDue', 'waiting', 'none'], 'Whether something stands.'),
  /** Each timepoint, whose read stands for it, and why. */
  timepoints: Type.Array(StandingSchema),
  /** Only one reader read the subject, or some of its timepoints. */
  singleRead: Type.Boolean(),
  /** Null while nothing is final, and where numbers alone were averaged. Its reasons are the reads'. */
  output: Nullable(assessmentSchemas.output),
  /** Scores, volumes and the burden as they stand; none while nothing is final. */
  numbers: Type.Array(NumbersSchema),
  /** Timepoints of the comparisons that wait for an adjudicator. */
  due: Type.Array(Type.Array(Type.String())),
});
export type Final = Static<typeof FinalSchema>;

const empty: Omit<Final, 'state'> = {
  timepoints: [],
  singleRead: false,
  output: null,
  numbers: [],
  due: [],
};

const asRead = (slot: Slot): NumberRule => ({ slots: [slot], how: 'read' });

const ofThree = { meanOfClosest2: 'meanOfClosest2', medianOf3: 'median' } as const;

/** How the numbers of a timepoint stand. */
function numberRule(
  { slot, why }: Standing,
  { concordantSource, thirdReadFinal }: AdjudicationRules
): NumberRule | null {
  if (slot === null) return null;
  if (why === 'concordant' && concordantSource === 'mean')
    return { slots: readerSlots, how: 'mean' };
  if (slot === 'adjudicator' && thirdReadFinal !== 'adjudicator')
    return { slots: [...readerSlots, 'adjudicator'], how: ofThree[thirdReadFinal] };
  return asRead(slot);
}

function whole(read: CourseRead | null, slot: Slot, why: Standing['why']): Final {
  if (!read) return { ...empty, state: 'waiting' };
  const timepoints = read.output.timepoints.map(({ id }) => ({ timepoint: id, slot, why }));
  const rules = timepoints.map(({ timepoint }) => [timepoint, asRead(slot)] as const);
  const numbers = standingNumbers({ [slot]: read }, rules, false);
  return { ...empty, state: 'final', timepoints, output: read.output, numbers };
}

/**
 * One output of timepoints that stand in several reads. Each timepoint is as its own read rates it, with the nadir and the
 * revisions of that read: nothing is computed across readers but the best response, from the responses that stand.
 */
export function composed(
  standing: readonly Standing[],
  reads: Reads<CourseRead>,
  { endpointOptions }: Pick<ChosenRules, 'endpointOptions'>
): AssessmentOutput | null {
  const used = slots.filter(slot => standing.some(one => one.slot === slot));
  const [first] = used;
  const source = first && reads[first];
  if (!source) return null;
  if (used.length === 1 && standing.length === source.output.timepoints.length)
    return source.output;
  const timepoints = standing.flatMap(({ slot, timepoint }) => {
    const read = slot && reads[slot];
    return read ? read.output.timepoints.filter(({ id }) => id === timepoint) : [];
  });
  const nothing = { value: 'MISSING', date: null };
  const bare: AssessmentOutput = {
    ...source.output,
    timepoints,
    bestOverallResponse: { unconfirmed: nothing, confirmed: nothing, flags: [] },
  };
  const assessed: Assessed = { input: source.input, output: bare };
  const { best } = outcomeOf(assessed, endpointOptions);
  return { ...bare, bestOverallResponse: best };
}

function requireReads(reads: Reads<CourseRead>): void {
  const given = slots.flatMap(slot => reads[slot] ?? []);
  for (const read of given.slice(1)) requireComparable({ a: given[0] ?? read, b: read });
}

function requireDecisions(
  decisions: readonly Decision[],
  reads: Reads<CourseRead>,
  { mode, scope, laterTimepoints, paradigm }: AdjudicationRules
): void {
  const decided = new Set<string>();
  const again = scope === 'subject' && laterTimepoints === 'readjudicate';
  const known = timepointOrder(slots.flatMap(slot => reads[slot] ?? []));
  decisions.forEach(({ timepoints, choice }, index) => {
    const path = `/decisions/${index}`;
    const wrong = (at: string, text: string) =>
      new AdjudicationError('CL_DECISION', `${path}/${at}`, `${path}/${at}: ${text}`);
    // A whole course that is decided again is decided from its beginning.
    if (again && [...decided].every(id => timepoints.includes(id))) decided.clear();
    timepoints.forEach((id, at) => {
      if (!known.includes(id)) throw wrong(`timepoints/${at}`, `no read has "${id}"`);
      if (decided.has(id)) throw wrong(`timepoints/${at}`, `"${id}" is decided already`);
      decided.add(id);
    });
    const isPanel = paradigm === 'consensus';
    if (choice.kind === 'thirdRead') {
      if (isPanel) throw wrong('choice/kind', 'a panel agrees on one of its own reads');
      return;
    }
    if (mode === 'thirdRead')
      throw wrong('choice/kind', `the charter asks for a third read, not for ${choice.kind}`);
    if (choice.kind === 'perTimepoint' && mode !== 'perTimepoint' && !isPanel)
      throw wrong('choice/kind', 'the charter lets the adjudicator choose a complete read alone');
    const chosen =
      choice.kind === 'read'
        ? [['choice/slot', choice.slot] as const]
        : timepoints.map(id => [`choice/slots/${id}`, choice.slots[id]] as const);
    for (const [at, slot] of chosen) {
      if (slot === undefined) throw wrong(at, 'no read is chosen for this timepoint');
      if (!reads[slot]) throw wrong(at, `${slot} has no read`);
    }
  });
}

/**
 * What stands of a panel's reads: where all say the same, the record of reader 1; else what all of them agreed on, which may
 * be one read or one for each timepoint.
 */
function panelFinal(
  reads: Reads<CourseRead>,
  rules: AdjudicationRules,
  decisions: readonly Decision[]
): Final {
  const panel = panelSlots.filter(slot => reads[slot] !== undefined);
  const { status, timepoints } = comparePanel(reads, panel, rules);
  if (status === 'none') return { ...empty, state: 'none' };
  if (status === 'discordant' && decisions.length === 0)
    return {
      ...{ ...empty, state: 'adjudicationDue', due: [timepoints] },
      timepoints: timepoints.map(timepoint => ({ timepoint, slot: null, why: 'due' })),
    };
  const standing = panelStanding(reads, timepoints, decisions);
  const base = {
    ...{ ...empty, timepoints: standing },
    singleRead: panel.filter(slot => reads[slot]).length === 1,
  };
  const each = standing.flatMap(({ timepoint, slot }) =>
    slot === null ? [] : [[timepoint, asRead(slot)] as const]
  );
  if (each.length < standing.length) return { ...base, state: 'waiting' };
  const numbers = standingNumbers(reads, each, false);
  return { ...base, state: 'final', output: composed(standing, reads, rules), numbers };
}

/** Means of numbers; no category is averaged. */
function averagedFinal(reads: Reads<CourseRead>, rules: AdjudicationRules): Final {
  const order = timepointOrder(readerSlots.flatMap(slot => reads[slot] ?? []));
  const mean: NumberRule = { slots: readerSlots, how: 'mean' };
  const each = order.map(timepoint => [timepoint, mean] as const);
  const numbers = standingNumbers(reads, each, rules.singleStands);
  const singleRead = numbers.some(({ visits }) => visits.some(({ given }) => given === 1));
  return { ...empty, state: 'final', numbers, singleRead };
}

/**
 * What stands of a subject's reads under a charter's rules. Two with adjudication: concordant, the record of
 * `concordantSource`; discordant, what was decided, for the whole course or by timepoint; one read missing, the other one,
 * flagged. Timepoints read after a decision are those of the read that stood last (`keepChosenReader`), or are compared
 * again (`readjudicate`): concordant ones then stay with it too, so that a course is one reader's, except where each
 * timepoint is compared by itself, or an adjudicator read anew what was decided. `settled`: with scope sinceLast, how
 * timepoints stand on which no trigger fired when they were compared; they are compared no more. A panel (`consensus`):
 * concordant, reader 1's record; else what it agreed on; a slot of it that nobody read is given as null. Throws
 * AdjudicationError, and what `compareCourses` throws.
 */
export function finalOf(
  reads: Reads<CourseRead>,
  chosen: ChosenRules = {},
  decisions: readonly Decision[] = [],
  settled: readonly Standing[] = []
): Final {
  const rules = resolveRules(chosen);
  const before = { decisions, settled: rules.scope === 'sinceLast' ? settled : [] };
  requireReads(reads);
  requireDecisions(decisions, reads, rules);
  const { reader1 = null, reader2 = null } = reads;
  if (rules.paradigm === 'oneReader') return whole(reader1, 'reader1', 'onlyReader');
  if (rules.paradigm === 'consensus') return panelFinal(reads, rules, decisions);
  if (!reader1 && !reader2) return { ...empty, state: 'none' };
  if (rules.paradigm === 'twoAveraged') return averagedFinal(reads, rules);
  const comparisons = comparisonsNow(reader1, reader2, chosen, before);
  const due = comparisons
    .filter(({ status }) => status === 'discordant')
    .map(({ timepoints }) => timepoints);
  const standing = standingReads(reads, rules, before, new Set(due.flat()));
  const base = {
    ...empty,
    timepoints: standing,
    singleRead: standing.some(({ why }) => why === 'single'),
    due,
  };
  if (due.length > 0) return { ...base, state: 'adjudicationDue' };
  if (standing.some(({ slot }) => slot === null)) return { ...base, state: 'waiting' };
  const each = standing.flatMap(one => {
    const rule = numberRule(one, rules);
    return rule ? [[one.timepoint, rule] as const] : [];
  });
  const numbers = standingNumbers(reads, each, rules.singleStands);
  return { ...base, state: 'final', output: composed(standing, reads, rules), numbers };
}

import { contributions, type RatedBaseline, stateRules } from '../course/baseline.js';
import { references, type References, type TargetStates } from '../course/burden.js';
import type { NewLesionState, Overall, TargetCategory } from '../course/categories.js';
import type { CourseSubject } from '../course/courseRules.js';
import { targetState } from '../course/lesionState.js';
import { takeNewTargets } from '../course/newTargets.js';
import { responseDate } from '../course/responseDate.js';
import type { Followed, Visit } from '../course/subject.js';
import { rateTarget, type TargetRating } from '../course/targetRating.js';
import { decreasedBy } from '../decimal.js';
import {
  unratedTraces,
  visitBurden,
  type VisitComponents,
  visitComponents,
} from '../course/visitComponents.js';
import { marginAs, type RatedTimepoint, type Reason } from '../reason.js';
import { overallOf, tableSource } from './overall.js';
import type { Parameters } from './parameters.js';

export interface ImSubject extends CourseSubject {
  readonly parameters: Parameters;
}

export interface Evaluated {
  readonly visit: Visit;
  /** Baseline targets first, then the measurable new lesions in the order they were taken. */
  readonly states: TargetStates;
  readonly newTargets: readonly Followed[];
  readonly references: References;
  readonly overall: Overall;
  /** What the visit is when its progression is void. */
  readonly withoutPd: Overall;
  readonly perLesion: ReadonlyMap<string, NewLesionState>;
  readonly output: RatedTimepoint;
}

const burdenSource = 'Hodi 2018 (imRECIST), total measured tumour burden';

/** Unequivocal new lesions that enter the total burden from this visit on: none of a visit that was not evaluable. */
function newTargetsAt(
  visit: Visit,
  history: readonly Visit[],
  before: readonly Followed[],
  { newLesions }: VisitComponents,
  subject: ImSubject
): Followed[] {
  const candidates = [...newLesions.perLesion]
    .filter(([id, state]) => state === 'YES' && !before.some(one => one.id === id))
    .flatMap(([id]) => visit.lesions.get(id) ?? []);
  const seen = before.flatMap(
    ({ id }) => history.flatMap(one => one.lesions.get(id) ?? [])[0] ?? []
  );
  return takeNewTargets(candidates, before, seen, subject, subject.parameters);
}

const belowIsNa = (reason: Reason): Reason =>
  marginAs(reason, margin => ({ ...margin, category: 'NA' }));

/** Without targets at baseline the burden is that of new lesions alone: progression or nothing to rate. */
function targetOf(
  states: TargetStates,
  refs: References,
  { targets, scale, parameters, rules }: ImSubject
): TargetRating {
  const rated = rateTarget({
    states,
    references: refs,
    afterCr: false,
    carriesPr: false,
    parameters: { ...parameters, reappearAfterCr: 'sumRule' },
    scale,
    rules: rules.target,
  });
  if (targets.length > 0 || states.length === 0 || rated.category === 'NE') return rated;
  if (rated.category === 'PD') return { ...rated, trace: rated.trace.map(belowIsNa) };
  const text =
    'No target lesion at baseline, and new measurable lesions do not reach 5 mm: the burden is not rated.';
  const trace = [{ rule: 'target.none', text, numbers: {}, source: burdenSource }];
  return { category: 'NA', trace };
}

function withoutProgression(
  states: TargetStates,
  { current, baseline }: References,
  { targets }: ImSubject
): TargetCategory {
  if (targets.length === 0) return 'NA';
  if (states.some(({ complete }) => !complete)) return 'NE';
  return decreasedBy(current.known, baseline, 30n) ? 'PR' : 'SD';
}

/** One visit; `earlier` in date order, without the baseline. */
export function rateVisit(
  visit: Visit,
  earlier: readonly Evaluated[],
  baseline: RatedBaseline,
  subject: ImSubject
): Evaluated {
  const { parameters, rules } = subject;
  const history = [baseline.visit, ...earlier.map(one => one.visit), visit];
  const components = visitComponents(visit, earlier, baseline, subject);
  const { nonTarget, newLesions, newLesionState } = components;
  const before = earlier.at(-1);
  const known = before?.newTargets ?? [];
  const newTargets = [...known, ...newTargetsAt(visit, history, known, components, subject)];
  const newStates = newTargets.map(target => {
    const state = targetState(target, history, stateRules(subject));
    // Smaller than a target, it would not have been taken: its own size alone does not make it normal.
    return known.includes(target) ? state : { ...state, normalBelow: null };
  });
  const states = [...components.states, ...newStates];
  const refs = references(
    states,
    [baseline.states, ...earlier.map(one => one.states)],
    parameters.nadirFromPartial
  );
  const target = targetOf(states, refs, subject);
  const unrated = baseline.problem !== null || visit.input.evaluable === false;
  const anyNew =
    newLesionState === 'YES' || (newLesionState === 'NE' && parameters.newLesionNe === 'noCr');
  const overall = unrated ? 'NE' : overallOf(target.category, nonTarget.category, anyNew);
  const reason =
    baseline.problem ?? `the visit is not evaluable (${visit.input.reason ?? 'NOT_IMAGED'})`;
  const parts = () =>
    `burden ${target.category}, non-target ${nonTarget.category}, new lesions ${newLesionState}`;
  const text = () => `${parts()}: ${overall}.`;
  const last: Reason[] = unrated
    ? unratedTraces(reason, target.category !== 'NA', rules.baselineSource, rules.missingSource)
    : [{ rule: 'overall.grid', text, numbers: {}, source: tableSource }];
  // Neither non-targets nor new lesions alone are progression here, so they do not date it.
  const date = responseDate(
    visit,
    {
      states,
      target,
      nonTarget: { ...nonTarget, category: 'NA' },
      newLesions: { ...newLesions, perLesion: new Map() },
      reappeared: [],
      progression: overall === 'PD',
    },
    parameters.visitDateRule
  );
  const category = unrated && target.category !== 'NA' ? 'NE' : target.category;
  return {
    visit,
    states,
    newTargets,
    references: refs,
    overall,
    withoutPd: overallOf(withoutProgression(states, refs, subject), nonTarget.category, anyNew),
    perLesion: newLesions.perLesion,
    output: {
      id: visit.id,
      date,
      burden: visitBurden({ references: refs }, baseline, subject),
      lesions: contributions(states, subject),
      target: category === 'NA' ? null : category,
      nonTarget: nonTarget.category === 'NA' ? null : nonTarget.category,
      newLesions: newLesionState === 'NE' ? null : newLesionState === 'YES',
      overall,
      revised: null,
      trace: [
        ...(unrated ? [] : target.trace),
        ...nonTarget.trace,
        ...newLesions.trace,
        ...(newTargets.length === 0 ? [] : [newBurdenTrace(newStates, subject)]),
        ...last,
      ],
      findings: [...components.findings],
    },
  };
}

function newBurdenTrace(states: TargetStates, { scale }: ImSubject): Reason {
  const sum = scale.toMm(states.reduce((total, one) => total + one.known, 0n));
  const names = states.map(({ id }) => id).join(', ');
  const whole = states.every(({ complete }) => complete);
  return {
    rule: 'newLesion.burden',
    text: `New measurable ${states.length === 1 ? `lesion ${names} adds` : `lesions ${names} add`} ${whole ? '' : 'at least '}${sum} mm to the total burden.`,
    numbers: { newLesionSumMm: whole ? sum : null, newLesionSumReadMm: sum },
    source: burdenSource,
  };
}

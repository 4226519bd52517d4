import { contributions, type RatedBaseline, stateRules } from '../course/baseline.js';
import { burdenOutput, references, type References, type TargetStates } from '../course/burden.js';
import type { NewLesionState } from '../course/categories.js';
import type { CourseSubject } from '../course/courseRules.js';
import { responseDate } from '../course/responseDate.js';
import { citing } from '../course/selection.js';
import type { Followed, Visit } from '../course/subject.js';
import { unratedTraces, visitComponents } from '../course/visitComponents.js';
import type { RatedTimepoint } from '../reason.js';
import { rateBurden } from './burden.js';
import type { Settled } from './confirmation.js';
import { irrcVisitFindings, readingSource } from './findings.js';
import type { Overall } from './grid.js';
import { newBurden } from './newLesions.js';
import { rateOverall } from './overall.js';
import type { Parameters } from './parameters.js';

export interface IrrcSubject extends CourseSubject {
  readonly own: Parameters;
}

export interface Evaluated {
  readonly visit: Visit;
  /** Of the index lesions. */
  readonly states: TargetStates;
  readonly references: References;
  readonly newStates: TargetStates;
  readonly counted: readonly Followed[];
  readonly perLesion: ReadonlyMap<string, NewLesionState>;
  readonly overall: Overall;
  readonly settled: Settled;
  readonly output: RatedTimepoint;
}

/** What a visit's lesion is taken for instead of what the visit says; null leaves it. */
export type SeenAs = (visit: string, lesion: string) => NewLesionState | null;

export function evaluate(
  visit: Visit,
  earlier: readonly Evaluated[],
  baseline: RatedBaseline,
  subject: IrrcSubject,
  seenAs: SeenAs
): Evaluated {
  const { scale, own, measure } = subject;
  const { problem } = baseline;
  const history = [baseline.visit, ...earlier.map(one => one.visit), visit];
  const parts = visitComponents(visit, earlier, baseline, subject);
  const last = earlier.at(-1);
  const added = newBurden(
    visit,
    history,
    last?.counted ?? [],
    parts.newLesions,
    stateRules(subject),
    own.measurableFromMm,
    lesion => seenAs(visit.id, lesion)
  );
  const states = [...parts.states, ...added.states];
  const before = [baseline.states, ...earlier.map(one => [...one.states, ...one.newStates])];
  const refs = references(states, before, own.nadirFromPartial);
  const burden = rateBurden(states, refs, parts.states.length > 0, own, scale);
  const readable = visit.input.evaluable !== false;
  const newLesions = readable ? added.nonMeasurable : 'NE';
  const components = {
    target: burden.category,
    nonTarget: parts.nonTarget.category,
    newLesions,
    newMeasurable: added.states.some(({ known }) => known > 0n),
  } as const;
  const rated = rateOverall(components, own.newLesionNe);
  const reason =
    problem ??
    (readable ? null : `the visit is not evaluable (${visit.input.reason ?? 'NOT_IMAGED'})`);
  const overall = reason === null ? rated.value : 'NE';
  // A sum with a lesion missing is a lower bound: no response can be read off it.
  const otherwise: Overall = refs.current.complete
    ? rateOverall({ ...components, target: burden.otherwise }, own.newLesionNe).value
    : 'irSD';
  const category = reason !== null && burden.category !== 'NA' ? 'NE' : burden.category;
  const dateOf = (progression: boolean) =>
    responseDate(
      visit,
      {
        states,
        target: { category: burden.category, trace: burden.trace },
        nonTarget: { ...parts.nonTarget, category: 'NA' },
        newLesions: { ...parts.newLesions, perLesion: new Map() },
        reappeared: [],
        progression,
      },
      own.visitDateRule
    );
  const date = dateOf(overall === 'irPD' && burden.category === 'PD');
  const sum = burdenOutput(refs, measure, scale);
  const anyNew = parts.newLesionState;
  return {
    visit,
    states: parts.states,
    references: parts.references,
    newStates: added.states,
    counted: added.counted,
    perLesion: parts.newLesions.perLesion,
    overall,
    settled: {
      id: visit.id,
      date,
      otherwiseDate: dateOf(false),
      overall,
      otherwise,
      burden: refs.current.known,
      complete: refs.current.complete,
      nadir: refs.nadir,
    },
    output: {
      id: visit.id,
      date,
      burden:
        refs.counted === 0
          ? null
          : problem === null
            ? sum
            : {
                ...sum,
                nadir: null,
                changeFromBaselinePct: null,
                changeFromNadirPct: null,
                changeFromNadir: null,
              },
      lesions: contributions(states, subject),
      target: category === 'NA' ? null : category,
      nonTarget: components.nonTarget === 'NA' ? null : components.nonTarget,
      newLesions: anyNew === 'NE' ? null : anyNew === 'YES',
      components: { newLesions, newMeasurable: components.newMeasurable ? 'YES' : 'NO' },
      overall,
      revised: null,
      trace:
        reason === null
          ? [...burden.trace, ...parts.nonTarget.trace, ...parts.newLesions.trace, ...rated.trace]
          : [
              ...parts.nonTarget.trace,
              ...parts.newLesions.trace,
              ...unratedTraces(reason, burden.category !== 'NA', readingSource),
            ],
      findings: [
        ...citing(parts.findings, readingSource),
        ...irrcVisitFindings(visit, history, own),
      ],
    },
  };
}

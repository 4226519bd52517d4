import { contributions } from '../course/baseline.js';
import { burdenOutput, references, type TargetStates } from '../course/burden.js';
import type { NewLesionState } from '../course/categories.js';
import { targetState } from '../course/lesionState.js';
import { products } from '../course/measure.js';
import { rateNewLesions, recistNewLesionRules } from '../course/newLesionRating.js';
import { productFindings } from '../course/productFindings.js';
import type { Subject, Visit } from '../course/subject.js';
import { made, type RatedTimepoint } from '../reason.js';
import type { TimepointInput } from '../schemas.js';
import { rateComplete } from './completeResponse.js';
import type { ImwgTimepoint, Labs } from './inputs.js';
import { labFindings } from './labFindings.js';
import {
  type Category,
  immunofixation,
  type Level,
  markerText,
  type MarkerValues,
  markerValues,
  measurableAt,
  rateMarker,
  source,
} from './markers.js';
import { rateOverall } from './overall.js';
import type { Parameters } from './parameters.js';
import { ratePlasmacytomas, softNonTargets } from './plasmacytoma.js';
import { labProgressions, progressionFrom, rateCirculating } from './progression.js';

/** One visit rated by what was known then. */
export interface Evaluated {
  readonly visit: Visit;
  readonly labs: Labs;
  readonly values: MarkerValues;
  readonly states: TargetStates;
  readonly overall: Category;
  /** Progression by the laboratory alone is to be confirmed by a second sample. */
  readonly needsSecond: boolean;
  readonly perLesion: ReadonlyMap<string, NewLesionState>;
  readonly output: RatedTimepoint;
}

export interface Base {
  readonly visit: Visit;
  readonly labs: Labs;
  readonly values: MarkerValues;
  readonly states: TargetStates;
  readonly problem: string | null;
}

export type MyelomaSubject = Subject & { readonly parameters: Parameters };

/** The laboratory of a visit; none of it given is the same as no laboratory. */
export const labsOf = (input: TimepointInput): Labs => (input as ImwgTimepoint).labs ?? {};

/** Last value after baseline, this visit's first; only this visit's where nothing is carried. */
function lastGiven<T>(
  own: T | null | undefined,
  earlier: readonly (T | null | undefined)[],
  carry: boolean
): T | null {
  const all = carry ? [...earlier, own] : [own];
  return all.findLast(value => value !== null && value !== undefined) ?? null;
}

export function evaluateVisit(
  visit: Visit,
  earlier: readonly Evaluated[],
  base: Base,
  subject: MyelomaSubject
): Evaluated {
  const { scale, parameters, targets } = subject;
  const readable = visit.input.evaluable !== false;
  const labs = readable ? labsOf(visit.input) : {};
  const values = markerValues(labs, scale);
  const past = earlier.map(one => one.visit);
  const history = [base.visit, ...past];
  const before = [base.states, ...earlier.map(({ states }) => states)];
  const rules = {
    measure: products(parameters.tstmDefaultMm),
    scale,
    localTreatment: parameters.localTreatment,
  };
  const states = targets.map(target => targetState(target, [...history, visit], rules));
  const carry = parameters['imwg.carryUnrepeated'];
  const followed = [...targets, ...softNonTargets(subject)];
  const isListed = ({ input, lesions }: Visit): boolean =>
    input.evaluable !== false && followed.some(({ id }) => lesions.has(id));
  const isSeen = isListed(visit) || states.some(({ reason }) => reason !== 'NOT_ASSESSED');
  const lastSeen = earlier.findLast(one =>
    targets.length > 0 ? one.states.every(({ complete }) => complete) : isListed(one.visit)
  );
  const carried = carry && !isSeen && lastSeen !== undefined ? lastSeen : null;
  const measurable = measurableAt(base.labs);
  const plasmacytoma = ratePlasmacytomas(
    carried?.states ?? states,
    before,
    carried?.visit ?? visit,
    history,
    subject,
    parameters.nadirFromPartial
  );
  const newLesions = rateNewLesions(visit, past, base.visit, parameters, scale, {
    ...recistNewLesionRules,
    source,
  });
  const newLesion = newLesions.state === 'NE' ? null : newLesions.state === 'YES';
  const valuesBefore = earlier.map(one => one.values);
  const progressions = labProgressions(values, base.values, valuesBefore, measurable, scale);
  const hasMeasure = measurable.required.length > 0 || targets.length > 0;
  const circulating = hasMeasure
    ? null
    : rateCirculating(
        values.circulating,
        base.values.circulating,
        valuesBefore.map(one => one.circulating),
        scale
      );
  if (circulating?.progression) progressions.push(circulating.progression);
  if (plasmacytoma.progression && carried === null) progressions.push(plasmacytoma.progression);
  const markers = measurable.required.flatMap(marker => {
    const [current, baseline] = [values[marker], base.values[marker]];
    if (current === null || baseline === null) return [];
    const from = progressionFrom(marker, current, baseline, valuesBefore, scale);
    return [rateMarker(marker, current, baseline, from, scale)];
  });
  const fixation = immunofixation(labs);
  const required = measurable.required.map((marker): { name: string; level: Level } => {
    const rated = markers.find(one => one.marker === marker);
    const gone = fixation[marker] === 'negative' ? 'VGPR' : 'NE';
    return { name: markerText[marker].name, level: rated?.level ?? gone };
  });
  if (plasmacytoma.level !== null)
    required.push({ name: 'plasmacytomas', level: plasmacytoma.level });
  const complete = rateComplete({
    labs,
    marrowPct: lastGiven(
      labs.marrowPlasmaCellsPct,
      earlier.map(one => one.labs.marrowPlasmaCellsPct),
      carry
    ),
    clonal: lastGiven(
      labs.clonalMarrowCells,
      earlier.map(one => one.labs.clonalMarrowCells),
      carry
    ),
    plasmacytomaRemains: plasmacytoma.remains,
    newLesion,
    required: measurable.required,
  });
  const urine = values.urine;
  const baseUrine = base.values.urine;
  const urineBelow100 =
    urine !== null
      ? urine < scale.of(100)
      : fixation.urine === 'negative' || (baseUrine !== null && baseUrine < scale.of(100))
        ? true
        : null;
  const needsUrine = measurable.m;
  const names = progressions.map(({ name }) => name);
  const rated = rateOverall({
    required,
    complete: hasMeasure ? complete.level : null,
    urineBelow100: needsUrine ? urineBelow100 : true,
    urine: needsUrine ? urine : null,
    scale,
    progressions: newLesion ? [...names, 'a new lesion'] : names,
    missingItem: parameters['imwg.missingItem'],
  });
  const isRated = base.problem === null && readable;
  const overall: Category = isRated ? rated.value : 'NE';
  const why = base.problem ?? `the visit is not evaluable (${visit.input.reason ?? 'OTHER'})`;
  const seen = (text: string): string =>
    carried === null ? text : `${text} Not imaged at this visit, as at ${carried.visit.id}.`;
  const { trace } = plasmacytoma;
  const refs = references(states, before, parameters.nadirFromPartial);
  return {
    visit,
    labs,
    values,
    states,
    overall,
    needsSecond: newLesion !== true && progressions.every(one => one.needsSecond),
    perLesion: newLesions.perLesion,
    output: {
      id: visit.id,
      date: visit.date,
      burden:
        states.length === 0 || base.problem !== null
          ? null
          : burdenOutput(refs, rules.measure, scale),
      lesions: contributions(states, { measure: rules.measure, scale }),
      newLesions: newLesion,
      overall,
      revised: null,
      trace: isRated
        ? [
            ...markers.map(({ trace }) => trace),
            ...(trace ? [{ ...trace, text: () => seen(made(trace.text)) }] : []),
            complete.trace,
            ...newLesions.trace,
            ...progressions.map(({ trace }) => trace),
            ...(circulating && !circulating.progression ? [circulating.trace] : []),
            rated.trace,
          ]
        : [
            ...newLesions.trace,
            { rule: 'overall.ne', text: `Not evaluable: ${why}.`, numbers: {}, source },
          ],
      findings: [
        ...labFindings(labs, values, measurable.required, readable),
        ...productFindings(visit, subject, source),
      ],
    },
  };
}

import { finding } from '../course/baselineFindings.js';
import { contributions } from '../course/baseline.js';
import { burdenOutput, references, type TargetStates } from '../course/burden.js';
import type { NewLesionState } from '../course/categories.js';
import { targetState } from '../course/lesionState.js';
import { products } from '../course/measure.js';
import { rateNewLesions, recistNewLesionRules } from '../course/newLesionRating.js';
import { productFindings } from '../course/productFindings.js';
import { isNode, type Subject, type Visit } from '../course/subject.js';
import type { RatedTimepoint } from '../reason.js';
import type { Finding, LesionInput, TimepointInput } from '../schemas.js';
import { type Overall, overallOf } from './grid.js';
import { hasOtherCytopenia, marrowOf, rateGroupA, rateGroupB } from './groups.js';
import type { IwcllTimepoint, Labs } from './inputs.js';
import { type Item, source } from './items.js';
import type { Parameters } from './parameters.js';
import { bloodItems, type BloodState, loadItems } from './visitItems.js';

/** One visit rated by what was known then. */
export interface Evaluated {
  readonly visit: Visit;
  readonly states: TargetStates;
  readonly overall: Overall;
  readonly perLesion: ReadonlyMap<string, NewLesionState>;
  readonly output: RatedTimepoint;
}

export interface CllSubject extends Subject {
  readonly parameters: Parameters;
  readonly bcrInhibitor: boolean;
}

export interface Base {
  readonly visit: Visit;
  readonly states: TargetStates;
  readonly problem: string | null;
}

export const clinicalOf = (input: TimepointInput): IwcllTimepoint => input as IwcllTimepoint;
const labsOf = (visit: Visit): Labs | null => clinicalOf(visit.input).labs ?? null;

const newNodeMm = 15;

/** A node is new from 15 mm longest diameter on; anything else by what the reader says. */
function newNode(lesion: LesionInput): NewLesionState | null {
  const longest = lesion.longestDiameterMm ?? null;
  if (!isNode(lesion) || longest === null || lesion.evaluable === false) return null;
  if (lesion.status === 'absent' || longest < newNodeMm) return 'NO';
  return lesion.status === 'equivocal' ? 'EQUIVOCAL' : 'YES';
}

function visitFindings(
  visit: Visit,
  subject: CllSubject,
  blood: BloodState,
  items: readonly Item[]
): Finding[] {
  const found = productFindings(visit, subject, source);
  if (visit.input.evaluable === false) return [];
  for (const { name, abnormalAtBaseline, improved } of items) {
    if (!abnormalAtBaseline || improved !== null) continue;
    const text = `${name}: abnormal at baseline and not given here.`;
    found.push(finding('item.missing', 'block', null, text, source));
  }
  if (blood.causeUnknown) {
    const text = `Platelets or haemoglobin fell as far as progression, but whether the leukaemia is the cause is not stated; it does not count.`;
    found.push(finding('cytopenia.causeNotStated', 'block', null, text, source));
  }
  return found;
}

export function evaluateVisit(
  visit: Visit,
  earlier: readonly Evaluated[],
  base: Base,
  subject: CllSubject
): Evaluated {
  const { scale, parameters, targets } = subject;
  const readable = visit.input.evaluable !== false;
  const rules = {
    measure: products(parameters.tstmDefaultMm),
    scale,
    localTreatment: parameters.localTreatment,
  };
  const past = earlier.map(one => one.visit);
  const history = [base.visit, ...past];
  const before = [base.states, ...earlier.map(({ states }) => states)];
  const states = targets.map(target => targetState(target, [...history, visit], rules));
  const refs = references(states, before, parameters.nadirFromPartial);
  const newLesions = rateNewLesions(visit, past, base.visit, parameters, scale, {
    ...recistNewLesionRules,
    source,
    stateOf: newNode,
    sizeOf: () => ({ field: 'longestDiameterMm', from: scale.of(newNodeMm) }),
  });
  const load = loadItems(visit, history, states, refs, subject);
  const blood = bloodItems(visit, history, scale);
  const marrowGrown = blood.marrowProgression !== null;
  const lymphocytosis =
    subject.bcrInhibitor &&
    load.lymphocytes.abnormalAtBaseline &&
    load.lymphocytes.improved === false;
  const symptoms = clinicalOf(visit.input).constitutionalSymptoms ?? null;
  const hasNew = newLesions.state === 'YES';
  const groupA = rateGroupA(load.items, load.lymphocytes, { lymphocytosis, symptoms });
  const withoutNew = groupA === 'CR' && newLesions.state === 'NE' ? 'PR' : groupA;
  const groupB = rateGroupB(blood.items);
  const labs = readable ? labsOf(visit) : null;
  const marrow = marrowOf(labs, marrowGrown);
  const cytopenia = hasOtherCytopenia(blood.items, labs?.cytopeniaDueToCll ?? null);
  const transformed = clinicalOf(visit.input).transformation === true;
  const value = overallOf({
    groupA: withoutNew,
    groupB,
    marrow,
    cytopenia,
    newLesions: hasNew || transformed,
  });
  const rated = base.problem === null && readable;
  const overall: Overall = rated ? value : 'NE';
  const why = base.problem ?? `the visit is not evaluable (${visit.input.reason ?? 'OTHER'})`;
  const counts = groupB === 'NA' ? 'without an abnormal count at baseline' : groupB;
  const cytopeniaText =
    labs?.cytopeniaDueToCll === false
      ? 'cytopenia not due to the leukaemia'
      : 'cytopenia of a cause not stated';
  const allNormal = [...load.items, load.lymphocytes].every(({ normal }) => normal === true);
  const held =
    allNormal && symptoms !== false ? `, symptoms ${symptoms ? 'present' : 'not stated'}` : '';
  const without = lymphocytosis ? ' (lymphocytes left out under the inhibitor)' : '';
  const parts = `group A ${withoutNew}${without}, group B ${counts}, marrow ${marrow === 'NA' ? 'not done' : marrow}${cytopenia ? `, ${cytopeniaText}` : ''}${held}${hasNew ? ', new lesion' : ''}${transformed ? ', transformation' : ''}`;
  return {
    visit,
    states,
    overall,
    perLesion: newLesions.perLesion,
    output: {
      id: visit.id,
      date: visit.date,
      burden:
        refs.counted === 0 || base.problem !== null
          ? null
          : burdenOutput(refs, rules.measure, scale),
      lesions: contributions(states, { measure: rules.measure, scale }),
      newLesions: !readable || newLesions.state === 'NE' ? null : hasNew,
      components: rated
        ? { groupA: withoutNew, groupB, marrow }
        : { groupA: 'NE', groupB: 'NE', marrow },
      overall,
      revised: null,
      trace: [
        ...load.traces,
        ...blood.items.map(({ trace }) => trace),
        ...(blood.marrowProgression ? [blood.marrowProgression] : []),
        ...newLesions.trace,
        rated
          ? { rule: 'overall.groups', text: `${parts}: ${value}.`, numbers: {}, source }
          : { rule: 'overall.ne', text: `Not evaluable: ${why}.`, numbers: {}, source },
      ],
      findings: visitFindings(visit, subject, blood, [
        ...load.items,
        load.lymphocytes,
        ...blood.items,
      ]),
    },
  };
}

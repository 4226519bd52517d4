import type { NewLesionState } from '../course/categories.js';
import type { Visit } from '../course/subject.js';
import {
  type NeuroOverall,
  type NeuroParts,
  type NeuroRating,
  type NeuroTables,
  rateNeuroOverall,
} from '../neuro/overall.js';
import type { NeuroVisitParts } from '../neuro/visitParts.js';
import {
  type CompartmentLesions,
  type CompartmentRating,
  type Entry,
  rateCompartment,
} from './compartments.js';
import type { Rano2Subject } from './subject.js';
import { combineMixed } from './tables.js';

/** One visit rated against one pool of earlier visits. */
export interface RatedParts {
  /** The one that is followed, or both of a mixed tumour. */
  readonly compartments: readonly [CompartmentRating, ...CompartmentRating[]];
  /** What each kind of a mixed tumour comes to; null for any other. */
  readonly kinds: { readonly ce: NeuroOverall; readonly nonce: NeuroOverall } | null;
  readonly newLesions: NewLesionState;
  /** Lesions that are new no longer: pseudo-progression has explained them. */
  readonly explained: readonly string[];
  /** What the two kinds of a mixed tumour come to together, in words; null for any other. */
  readonly together: string | null;
  readonly rating: NeuroRating;
}

const order: readonly NewLesionState[] = ['YES', 'EQUIVOCAL', 'NE', 'NO'];

/** New lesions without those that pseudo-progression has explained. */
function newLesionState(
  { newLesions }: NeuroVisitParts,
  accepted: ReadonlySet<string>,
  visit: Visit
): NewLesionState {
  if (visit.input.evaluable === false) return 'NE';
  const states = [...newLesions.perLesion].filter(([id]) => !accepted.has(id)).map(([, s]) => s);
  return order.find(state => states.includes(state)) ?? 'NO';
}

/** Size and non-target disease that the visit is rated by: of a mixed tumour what both kinds come to. */
function joined(
  [first, second]: RatedParts['compartments'],
  { size }: NeuroTables
): Pick<NeuroParts, 'target' | 'nonTarget'> & Pick<RatedParts, 'kinds' | 'together'> {
  if (!second)
    return {
      target: first.size.category,
      nonTarget: first.nonTarget,
      kinds: null,
      together: null,
    };
  const ce = size[first.size.category][first.nonTarget];
  const nonce = size[second.size.category][second.nonTarget];
  const both = combineMixed(ce, nonce);
  return {
    target: both === 'NED' ? 'NA' : both,
    nonTarget: 'NA',
    kinds: { ce, nonce },
    together: `Enhancing disease ${ce}, non-enhancing disease ${nonce}: ${both}.`,
  };
}

/** `pool`: the visits that the nadir is taken from; `accepted`: lesions that are new no longer. */
export function ratePool(
  entry: Entry,
  parts: NeuroVisitParts,
  pool: readonly Entry[],
  accepted: ReadonlySet<string>,
  history: readonly Visit[],
  baseline: Entry,
  subject: Rano2Subject
): RatedParts {
  const { tables, parameters } = subject;
  const rate = (lesions: CompartmentLesions): CompartmentRating =>
    rateCompartment(lesions, entry, history, baseline, pool, subject);
  const [first, ...others] = subject.compartments;
  const compartments = [rate(first), ...others.map(rate)] as const;
  const { kinds, together, ...disease } = joined(compartments, tables);
  const newLesions = newLesionState(parts, accepted, entry.visit);
  const { steroids, clinicalStatus, taper } = parts.context;
  const rating = rateNeuroOverall(
    { ...disease, newLesions, t2Flair: null, clinicalStatus, steroids, taper },
    tables,
    parameters
  );
  const explained = [...parts.newLesions.perLesion.keys()].filter(id => accepted.has(id));
  return { compartments, kinds, newLesions, explained, together, rating };
}

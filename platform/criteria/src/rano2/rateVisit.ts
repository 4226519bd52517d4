import type { NewLesionState } from '../course/categories.js';
import type { Visit } from '../course/subject.js';
import { type NeuroOverall, type NeuroRating, rateNeuroOverall } from '../neuro/overall.js';
import type { NeuroVisitParts } from '../neuro/visitParts.js';
import { type CompartmentRating, type Entry, rateCompartment } from './compartments.js';
import type { Rano2Subject } from './subject.js';
import { combineMixed } from './tables.js';

/** One visit rated against one pool of earlier visits. */
export interface RatedParts {
  readonly compartments: readonly CompartmentRating[];
  readonly byName: Readonly<Record<string, NeuroOverall>>;
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
  const compartments = subject.compartments.map(lesions =>
    rateCompartment(lesions, entry, history, baseline, pool, subject)
  );
  const values = compartments.map(({ size, nonTarget }) => tables.size[size.category][nonTarget]);
  const [only] = compartments;
  const [first = 'NED', other] = values;
  const mixed = other === undefined ? null : combineMixed(first, other);
  const together =
    other === undefined || mixed === null
      ? null
      : `Enhancing disease ${first}, non-enhancing disease ${other}: ${mixed}.`;
  const newLesions = newLesionState(parts, accepted, entry.visit);
  const { steroids, clinicalStatus, taper } = parts.context;
  const rating = rateNeuroOverall(
    {
      target: mixed === null ? (only?.size.category ?? 'NA') : mixed === 'NED' ? 'NA' : mixed,
      nonTarget: mixed === null ? (only?.nonTarget ?? 'NA') : 'NA',
      newLesions,
      t2Flair: null,
      clinicalStatus,
      steroids,
      taper,
    },
    tables,
    { ...parameters, nonTargetNe: 'keep' }
  );
  const byName = Object.fromEntries(
    compartments.map(({ name }, index) => [name, values[index] ?? 'NED'])
  );
  const explained = [...parts.newLesions.perLesion.keys()].filter(id => accepted.has(id));
  return { compartments, byName, newLesions, explained, together, rating };
}

import type { NewLesionState } from '../course/categories.js';
import { type StateRules, type TargetState, targetState } from '../course/lesionState.js';
import { newLesionsOf, type NewLesionRating } from '../course/newLesionRating.js';
import { type Followed, splitEntries, splitRoot, type Visit } from '../course/subject.js';
import type { LesionInput } from '../schemas.js';

export interface NewBurden {
  /** In the burden from now on. */
  readonly counted: readonly Followed[];
  readonly states: readonly TargetState[];
  /** Of the lesions that are not measurable. */
  readonly nonMeasurable: NewLesionState;
}

type Size = 'measurable' | 'small' | 'incomplete';

/** Both diameters from `least` mm on; a single one that is large enough leaves it open, none at all is not measurable. */
export function sizeOf(lesion: LesionInput, least: number): Size {
  if (lesion.tooSmallToMeasure) return 'small';
  const given = [lesion.longestDiameterMm, lesion.perpendicularDiameterMm].filter(
    (value): value is number => typeof value === 'number'
  );
  if (given.length === 0 || given.some(value => value < least)) return 'small';
  return given.length === 2 ? 'measurable' : 'incomplete';
}

/**
 * What the new lesions of a visit add. One that was measurable once stays in the burden, 0 when gone and unknown when
 * not read. `history` is baseline to the visit; `seenAs` overrides what a visit called a lesion (an equivocal one that a later visit confirms).
 */
export function newBurden(
  visit: Visit,
  history: readonly Visit[],
  before: readonly Followed[],
  rating: NewLesionRating,
  rules: StateRules,
  measurableFromMm: number,
  seenAs: (lesion: string) => NewLesionState | null
): NewBurden {
  const lookup = splitEntries(history);
  const known = new Set(before.map(({ id }) => id));
  const belongsTo = (lesion: LesionInput): string =>
    (lesion.splitFrom ? splitRoot(lesion, lookup) : null) ?? lesion.id;
  const state = (id: string): NewLesionState => seenAs(id) ?? rating.perLesion.get(id) ?? 'NO';
  const found = newLesionsOf(visit, history).filter(
    lesion => state(lesion.id) === 'YES' && !known.has(belongsTo(lesion))
  );
  const sized = (wanted: Size): Followed[] =>
    found
      .filter(lesion => sizeOf(lesion, measurableFromMm) === wanted)
      .map(({ id }) => ({ id, node: false }));
  const counted = [...before, ...sized('measurable')];
  const states = [...counted, ...sized('incomplete')].map(lesion =>
    targetState(lesion, history, rules)
  );
  const inBurden = new Set(states.map(({ id }) => id));
  const others = [...rating.perLesion.keys()].filter(id => {
    const lesion = visit.lesions.get(id) ?? lookup(id);
    return !inBurden.has(lesion ? belongsTo(lesion) : id);
  });
  const order: NewLesionState[] = ['YES', 'NE', 'EQUIVOCAL'];
  return {
    counted,
    states,
    nonMeasurable: order.find(wanted => others.some(id => state(id) === wanted)) ?? 'NO',
  };
}

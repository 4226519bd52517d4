import type { LesionInput } from '../schemas.js';
import type { TreatedLesion } from './lesions.js';
import type { Measure } from './measure.js';
import { type Followed, splitEntries, splitRoot, type Visit } from './subject.js';

/** Whether an entry says nothing of the lesion: neither a state nor a number that the criterion asks for. */
export function isSilent(lesion: LesionInput, { recorded }: Pick<Measure, 'recorded'>): boolean {
  const { mergedInto, status, evaluable, tooSmallToMeasure } = lesion;
  return (
    !mergedInto &&
    !status &&
    evaluable !== false &&
    !tooSmallToMeasure &&
    recorded(lesion).every(value => value == null)
  );
}

/** The last entry of a lesion that says anything of it, at a visit that was read: a merge lasts until the next. */
function lastEntry(
  id: string,
  history: readonly Visit[],
  measure: Pick<Measure, 'recorded'>
): LesionInput | undefined {
  return history
    .filter(({ input }) => input.evaluable !== false)
    .map(({ lesions }) => lesions.get(id))
    .findLast(lesion => lesion !== undefined && !isSilent(lesion, measure));
}

/** The entry by which a lesion is still merged at the last visit of `history`, where that visit lists what it is part of. */
export function stillMerged(
  id: string,
  history: readonly Visit[],
  measure: Pick<Measure, 'recorded'>
): LesionInput | null {
  const last = lastEntry(id, history, measure);
  return last?.mergedInto && history.at(-1)?.lesions.has(last.mergedInto) ? last : null;
}

/** The lesion was resected, ablated or irradiated on study at or before this scan. */
export function treatedBefore(
  target: Pick<Followed, 'id'>,
  history: readonly Visit[],
  scanDate: string | null
): boolean {
  const isBefore = ({ id, locallyTreated }: TreatedLesion): boolean => {
    if (id !== target.id) return false;
    const { date } = locallyTreated;
    return !date || scanDate === null || date <= scanDate;
  };
  return history.some(({ lesions }) => lesions.treated.some(isBefore));
}

/** Treated by itself, or with a lesion that it was merged with then: it stays so when it is listed apart again. */
export function treatedWithHost(
  target: Pick<Followed, 'id'>,
  history: readonly Visit[],
  scanDate: string | null,
  measure: Pick<Measure, 'recorded'>
): boolean {
  if (!history.some(({ lesions }) => lesions.treated.length > 0)) return false;
  return history.some(({ date }, index) => {
    const until = history.slice(0, index + 1);
    const seen = new Set<string>();
    let id: string | null | undefined = target.id;
    while (id && !seen.has(id)) {
      if (treatedBefore({ id }, until, until.length === history.length ? scanDate : date))
        return true;
      seen.add(id);
      id = lastEntry(id, until, measure)?.mergedInto;
    }
    return false;
  });
}

/** Ids of the parts of a target that were listed at any of these visits. */
export function partsOf(target: Followed, history: readonly Visit[]): string[] {
  const lookup = splitEntries(history);
  const listed = history.flatMap(({ lesions }) => lesions.parts);
  const parts = new Map(listed.map(part => [part.id, part]));
  return [...parts.values()]
    .filter(part => splitRoot(part, lookup) === target.id)
    .map(({ id }) => id);
}

/** Lesions that the parts listed at a visit were split from: their parts stand for them. */
function splitAgain({ lesions }: Visit, history: readonly Visit[]): ReadonlySet<string> {
  const lookup = splitEntries(history);
  const found = new Set<string>();
  for (const { splitFrom } of lesions.parts)
    for (let id = splitFrom; id && !found.has(id); id = lookup(id)?.splitFrom) found.add(id);
  return found;
}

/** The parts of a lesion that a visit should tell of: those listed, and those seen before that did not split again. */
export function expectedParts(lesion: Followed, visit: Visit, history: readonly Visit[]): string[] {
  const fallenApart = splitAgain(visit, history);
  return partsOf(lesion, history).filter(id => visit.lesions.has(id) || !fallenApart.has(id));
}

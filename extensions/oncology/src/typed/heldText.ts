import type { ToldFinding } from '@corelab/identity';

/** A text that the draft did not take because of what it looks like: it waits until it is changed, insisted on or left out. */
export interface HeldText<Place extends string = string> {
  readonly place: Place;
  readonly text: string;
  readonly found: readonly ToldFinding[];
}

/** With more texts that wait; a place has one. */
export function withHeld<Place extends string>(
  waiting: readonly HeldText<Place>[],
  more: readonly HeldText<Place>[]
): readonly HeldText<Place>[] {
  const taken = new Set(more.map(({ place }) => place));
  return more.length === 0
    ? waiting
    : [...waiting.filter(({ place }) => !taken.has(place)), ...more];
}

/** Without those at places that have their text now. */
export function withoutHeld<Place extends string>(
  waiting: readonly HeldText<Place>[],
  places: ReadonlySet<Place>
): readonly HeldText<Place>[] {
  const left = waiting.filter(({ place }) => !places.has(place));
  return left.length === waiting.length ? waiting : left;
}

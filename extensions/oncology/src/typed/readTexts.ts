import { typedTexts, type ReadDocument, type TextPlace, type TypedText } from '@corelab/reads';
import type { RefusedText } from '@corelab/client';
import type { HeldText } from './heldText.js';
import type { Insistence } from './insistence.js';

const key = ({ place, text }: TypedText): string => `${place} ${text}`;

/** Places whose text a change touched: it is another, or gone. */
export function changedPlaces(before: ReadDocument, after: ReadDocument): ReadonlySet<TextPlace> {
  const [were, are] = [typedTexts(before), typedTexts(after)];
  const [old, now] = [new Set(were.map(key)), new Set(are.map(key))];
  return new Set([
    ...are.filter(text => !old.has(key(text))).map(({ place }) => place),
    ...were.filter(text => !now.has(key(text))).map(({ place }) => place),
  ]);
}

/** New texts of a change that look like identity; texts that stood anywhere before were asked for then. */
export function heldBy(
  before: ReadDocument,
  after: ReadDocument,
  insistence: Insistence
): HeldText<TextPlace>[] {
  const stood = new Set(typedTexts(before).map(({ text }) => text));
  return typedTexts(after).flatMap(({ place, text }) => {
    const found = stood.has(text) ? [] : insistence.leftIn(text);
    return found.length === 0 ? [] : [{ place, text, found }];
  });
}

/** The texts that the server refused, by the places they have in the document that was sent. */
export function refusedOf(
  sent: ReadDocument,
  refused: readonly RefusedText[]
): HeldText<TextPlace>[] {
  const texts = typedTexts(sent);
  return refused.flatMap(({ path, found }) => {
    const text = texts.find(one => one.path === path);
    return text === undefined ? [] : [{ place: text.place, text: text.text, found }];
  });
}

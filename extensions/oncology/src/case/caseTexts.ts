import type { NotIdentity, RefusedText } from '@corelab/client';
import { typedTexts, type ReadDocument, type TextPlace } from '@corelab/reads';
import { text } from '@corelab/ui';
import { withHeld, withoutHeld, type HeldText } from '../typed/heldText.js';
import { Insistence } from '../typed/insistence.js';
import { changedPlaces, heldBy, refusedOf } from '../typed/readTexts.js';
import type { EditSteps } from './editSteps.js';
import type { ShownCase } from './shownCase.js';

/** The texts of an open read: which wait because they look like identity, and what their reader says of them. */
export class CaseTexts {
  readonly #insistence = new Insistence();
  readonly #shown: () => ShownCase;

  constructor(shown: () => ShownCase) {
    this.#shown = shown;
  }

  /** The change, unless a text that is new with it looks like identity: then nothing changes, and the text waits. */
  guarded(
    change: (document: ReadDocument) => ReadDocument
  ): (before: ReadDocument) => ReadDocument {
    return before => {
      const after = change(before);
      const held = heldBy(before, after, this.#insistence);
      if (held.length > 0) {
        this.#wait(withHeld(this.#waiting, held), text('identity.prompt'));
        return before;
      }
      if (this.#waiting.length > 0) {
        this.#wait(withoutHeld(this.#waiting, changedPlaces(before, after)));
      }
      return after;
    };
  }

  at(place: TextPlace): HeldText<TextPlace> | undefined {
    return this.#waiting.find(held => held.place === place);
  }

  /** What the text that waits there looks like is none: it is taken when it is typed again. */
  insist(place: TextPlace): void {
    const held = this.at(place);
    if (held !== undefined) this.#insistence.say(held.text, held.found);
  }

  /** The text that waits there is given up. */
  drop(place: TextPlace): void {
    this.#wait(withoutHeld(this.#waiting, new Set([place])));
  }

  /** What was said of the texts of a document about to be sent. */
  saidOf(document: ReadDocument): NotIdentity[] {
    return this.#insistence.saidOf(typedTexts(document));
  }

  /**
   * The server kept nothing of a document because of some of its texts: they leave the steps as if they had never been there,
   * and wait. Answers whether the steps changed, so that the rest can be sent.
   */
  takeOut(steps: EditSteps, sent: ReadDocument, refused: readonly RefusedText[]): boolean {
    const held = refusedOf(sent, refused);
    if (!steps.without(held)) return false;
    this.#wait(withHeld(this.#waiting, held), text('identity.prompt'));
    return true;
  }

  get #waiting(): readonly HeldText<TextPlace>[] {
    return this.#shown().now.held;
  }

  #wait(held: readonly HeldText<TextPlace>[], prompt?: string): void {
    this.#shown().set(prompt === undefined ? { held } : { held, prompt });
  }
}

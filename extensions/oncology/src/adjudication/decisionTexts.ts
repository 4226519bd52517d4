import type { DecisionDocument } from '@corelab/adjudication';
import type { NotIdentity, RefusedText } from '@corelab/client';
import { text } from '@corelab/ui';
import type { HeldText } from '../typed/heldText.js';
import { Insistence } from '../typed/insistence.js';
import type { DecisionSteps } from './decisionSteps.js';

/** The one text of a decision in what is sent. */
const path = '/reason/text';

interface Held {
  get(): HeldText | null;
  set(held: HeldText | null, prompt?: string): void;
}

/** The words of an open decision: whether they wait because they look like identity, and what is said of them. */
export class DecisionTexts {
  readonly #insistence = new Insistence();
  readonly #held: Held;
  /** As they were sent last. */
  #sent = '';

  constructor(held: Held) {
    this.#held = held;
  }

  /** The change, unless its words look like identity: then nothing changes, and they wait. */
  guarded(
    change: (document: DecisionDocument) => DecisionDocument
  ): (before: DecisionDocument) => DecisionDocument {
    return before => {
      const after = change(before);
      const words = after.reason.text;
      if (words === before.reason.text) return after;
      const found = this.#insistence.leftIn(words);
      if (found.length > 0) {
        this.#held.set({ place: path, text: words, found }, text('identity.prompt'));
        return before;
      }
      if (this.#held.get() !== null) this.#held.set(null);
      return after;
    };
  }

  /** What the words that wait look like is none. */
  insist(): void {
    const held = this.#held.get();
    if (held !== null) this.#insistence.say(held.text, held.found);
  }

  drop(): void {
    if (this.#held.get() !== null) this.#held.set(null);
  }

  /** What was said of the words of a decision that is about to be sent. */
  saidOf({ reason }: DecisionDocument): NotIdentity[] {
    this.#sent = reason.text;
    return this.#insistence.saidOf([{ path, text: reason.text }]);
  }

  /** Takes words that the server refused out of all steps; answers whether any had them. */
  takeOut(steps: DecisionSteps, refused: RefusedText): boolean {
    if (refused.path !== path || !steps.withoutReason(this.#sent)) return false;
    this.#held.set(
      { place: path, text: this.#sent, found: refused.found },
      text('identity.prompt')
    );
    return true;
  }
}

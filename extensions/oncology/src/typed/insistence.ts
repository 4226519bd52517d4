import type { NotIdentity } from '@corelab/client';
import {
  asTold,
  identityIn,
  isInsistable,
  type InsistableKind,
  type ToldFinding,
} from '@corelab/identity';

/** What the person of an open case said of their texts, for as long as the page lives: the server asks it with each new text. */
export class Insistence {
  readonly #said = new Map<string, ReadonlySet<InsistableKind>>();

  /** What looks like these findings in the text is none. */
  say(text: string, found: readonly ToldFinding[]): void {
    const kinds = found.flatMap(one => (isInsistable(one) ? [one.kind] : []));
    this.#said.set(text, new Set([...(this.#said.get(text) ?? []), ...kinds]));
  }

  /** What a text looks like and nobody said is none; its form alone, what the trial knows is the server's to say. */
  leftIn(text: string): ToldFinding[] {
    const said = this.#said.get(text);
    return identityIn(text)
      .map(asTold)
      .filter(one => !isInsistable(one) || said?.has(one.kind) !== true);
  }

  /** What was said of texts about to be sent, by their paths. */
  saidOf(texts: readonly { readonly path: string; readonly text: string }[]): NotIdentity[] {
    return texts.flatMap(({ path, text }) => {
      const kinds = this.#said.get(text);
      return kinds === undefined || kinds.size === 0 ? [] : [{ path, kinds: [...kinds] }];
    });
  }
}

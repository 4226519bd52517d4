import { isInsistable } from '@corelab/identity';
import type { HeldWords } from '@corelab/ui';
import type { HeldText } from './heldText.js';

/** What a field shows of a text that waits in it; nothing where none does. `take` tries it again. */
export function heldWords(
  held: HeldText | undefined,
  ways: { insist(): void; drop(): void; take(text: string): void }
): HeldWords | null {
  if (held === undefined) return null;
  const { found, text } = held;
  const shown = { found, onDrop: () => ways.drop() };
  return found.every(isInsistable)
    ? {
        ...shown,
        onInsist: () => {
          ways.insist();
          ways.take(text);
        },
      }
    : shown;
}

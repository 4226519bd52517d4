import { useState } from 'react';
import {
  asTold,
  identityIn,
  isInsistable,
  type InsistableKind,
  type ToldFinding,
} from '@corelab/identity';
import type { HeldWords } from './HeldNote.js';
import { useAskBeforeUnload } from './useAskBeforeUnload.js';

/** What a server found in a text that it did not keep. */
export interface RefusedWordsView {
  readonly text: string;
  readonly found: readonly ToldFinding[];
}

export interface TypedWords {
  /** As the field let go of them, without spaces around. */
  readonly words: string;
  /** What they look like; null where they may be sent. */
  readonly held: HeldWords | null;
  /** What their writer said is no identity, for the server; empty where nothing was. */
  readonly notIdentity: { path: string; kinds: InsistableKind[] }[];
  take(words: string): void;
}

/**
 * The words of one form, searched when their field lets go of them and before they are sent.
 * @param path of the text in what is sent, as a JSON Pointer
 * @param refused what the server said of the words that were sent last
 */
export function useTypedWords(path: string, refused: RefusedWordsView | null = null): TypedWords {
  const [words, setWords] = useState('');
  useAskBeforeUnload(words !== '');
  const [said, setSaid] = useState<{ words: string; kinds: InsistableKind[] } | null>(null);
  const kinds = said?.words === words ? said.kinds : [];
  const all = refused?.text === words ? refused.found : identityIn(words).map(asTold);
  const found = all.filter(one => !isInsistable(one) || !kinds.includes(one.kind));
  const insisted = [
    ...new Set([...kinds, ...found.flatMap(one => (isInsistable(one) ? [one.kind] : []))]),
  ];
  const drop = { onDrop: () => setWords('') };
  const held: HeldWords | null =
    found.length === 0
      ? null
      : found.every(isInsistable)
        ? { found, ...drop, onInsist: () => setSaid({ words, kinds: insisted }) }
        : { found, ...drop };
  return {
    ...{ words, held },
    notIdentity: kinds.length === 0 ? [] : [{ path, kinds }],
    take: typed => setWords(typed.trim()),
  };
}

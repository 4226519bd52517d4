/** A run of words of a text, with the space around them. */
export interface Words {
  readonly op: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Longer texts are shown whole: the comparison takes time and room by the product of their words. */
const mostWords = 2000;

const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? [];

/** Length of the longest common subsequence of every two tails of `from` and `to`. */
const commonTails = (from: readonly string[], to: readonly string[]): number[][] => {
  const table = Array.from({ length: from.length + 1 }, () =>
    new Array<number>(to.length + 1).fill(0)
  );
  for (let i = from.length - 1; i >= 0; i -= 1) {
    for (let j = to.length - 1; j >= 0; j -= 1) {
      const at = (a: number, b: number): number => table[a]?.[b] ?? 0;
      const row = table[i];
      if (row !== undefined) {
        row[j] = from[i] === to[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
      }
    }
  }
  return table;
};

/**
 * What became of a text, word by word: the words of `same` and `removed` give the text before, those of `same` and
 * `added` the text after.
 */
export const wordDifference = (before: string, after: string): Words[] => {
  const [from, to] = [wordsOf(before), wordsOf(after)];
  const runs: { op: Words['op']; text: string }[] = [];
  const say = (op: Words['op'], text: string): void => {
    const last = runs.at(-1);
    if (last?.op === op) last.text += text;
    else if (text !== '') runs.push({ op, text });
  };
  if (from.length > mostWords || to.length > mostWords) {
    say('removed', before);
    say('added', after);
    return runs;
  }
  const common = commonTails(from, to);
  let [i, j] = [0, 0];
  while (i < from.length || j < to.length) {
    const [was, is] = [from[i], to[j]];
    if (was !== undefined && was === is) {
      say('same', was);
      i += 1;
      j += 1;
    } else if (
      is === undefined ||
      (was !== undefined && (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0))
    ) {
      say('removed', was ?? '');
      i += 1;
    } else {
      say('added', is);
      j += 1;
    }
  }
  return runs;
};

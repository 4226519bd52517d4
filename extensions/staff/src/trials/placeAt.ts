import { isMap, isPair, isScalar, isSeq, parseDocument, visit, type Node } from 'yaml';
import type { CharterPath } from './charterSchema.js';

/** Where in a charter's structure a place of its text is. */
export interface CharterPlace {
  /** A key is written in the mapping at `path`, or the value that is at `path`. */
  readonly kind: 'key' | 'value';
  readonly path: CharterPath;
  /** Offsets of the word that is being written: before the place, and to its end. */
  readonly from: number;
  readonly to: number;
  /** Keys that the mapping has already. */
  readonly present: readonly string[];
  /** Whether a colon follows the word. */
  readonly colon: boolean;
  /** Whether the word is in quotes. */
  readonly quoted: boolean;
  /** The rest of the charter, as far as it can be read. */
  readonly whole: unknown;
}

/** Stands for the word at the place; no charter has it. */
const marker = 'cursorStandsHere';

type Ancestors = readonly unknown[];

/** The path of a node from the nodes above it. A pair whose key the node is does not count. */
const pathOf = (ancestors: Ancestors, node: unknown, isKey: boolean): (string | number)[] =>
  ancestors.flatMap((above, index): (string | number)[] => {
    const next = ancestors[index + 1] ?? node;
    if (isSeq(above)) return [above.items.indexOf(next as Node)];
    if (!isPair(above) || (isKey && index === ancestors.length - 1)) return [];
    return [isScalar(above.key) ? String(above.key.value) : String(above.key)];
  });

const keysOf = (mapping: unknown): string[] =>
  isMap(mapping)
    ? mapping.items.flatMap(({ key }) =>
        isScalar(key) && !String(key.value).includes(marker) ? [String(key.value)] : []
      )
    : [];

/** Values of an unfinished text: what stands for something else (aliases) is left out. */
const plainOf = (node: unknown): unknown => {
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return node.items.map(plainOf);
  if (!isMap(node)) return undefined;
  return Object.fromEntries(
    node.items.flatMap(({ key, value }) =>
      isScalar(key) ? [[String(key.value), plainOf(value)]] : []
    )
  );
};

/**
 * What is written at an offset of a text that may be unfinished; null inside comments and where the text is no YAML.
 * The word there is replaced by a marker that the parser then finds; a line with nothing else is taken for a key.
 */
export function placeAt(text: string, offset: number): CharterPlace | null {
  const word = /[\w.-]*$/.exec(text.slice(0, offset))?.[0] ?? '';
  // A dash that begins an entry is no part of a word.
  const from = offset - word.replace(/^-(?=\w|$)/, '').length;
  const to = offset + (/^[\w.-]*/.exec(text.slice(offset))?.[0].length ?? 0);
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const before = text.slice(lineStart, from);
  const after = text.slice(to).split('\n', 1)[0] ?? '';
  const colon = /^\s*:/.test(after);
  const alone = /^\s*(-\s+)*$/.test(before) && after.trim() === '';
  const written = text.slice(0, from) + marker + (alone ? ':' : '') + text.slice(to);
  const document = parseDocument(written, {
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'error',
  });
  const found: CharterPlace[] = [];
  visit(document, {
    Scalar(key, node, ancestors) {
      if (!String(node.value).includes(marker)) return undefined;
      const isKey = key === 'key';
      const mapping = ancestors.at(-2);
      found.push({
        kind: isKey ? 'key' : 'value',
        path: pathOf(ancestors, node, isKey),
        from,
        to,
        present: isKey ? keysOf(mapping) : [],
        colon,
        quoted: node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE',
        whole: plainOf(document.contents),
      });
      return visit.BREAK;
    },
  });
  return found[0] ?? null;
}

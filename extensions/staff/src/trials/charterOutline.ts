import { parseDocument } from 'yaml';
import { meaningAt, sections, type CharterPath } from './charterSchema.js';
import { below, nameOf, pointerOf } from './pointer.js';
import { valueText } from './valueText.js';

/** A place of a resolved charter. */
export interface OutlineNode {
  readonly name: string;
  /** JSON Pointer. */
  readonly path: string;
  /** Null where there are nodes below. */
  readonly value: string | null;
  readonly meaning: string | null;
  /** Whether its author wrote it; else it is a default. */
  readonly written: boolean;
  readonly children: readonly OutlineNode[];
}

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null;

/** Mappings this short stand in one line. */
const fewKeys = 4;

const inOneLine = (value: unknown): string | null => {
  if (isPlain(value)) return valueText(value);
  const entries = Object.entries(value as object);
  if (entries.length === 0 || (Array.isArray(value) && value.every(isPlain))) {
    return valueText(value);
  }
  if (Array.isArray(value) || entries.length > fewKeys) return null;
  return entries.every(([, one]) => isPlain(one))
    ? entries.map(([key, one]) => `${key} ${valueText(one)}`).join(', ')
    : null;
};

const nodeOf = (
  name: string,
  value: unknown,
  authored: unknown,
  path: CharterPath
): OutlineNode => {
  const isSection = path.length === 1;
  const isMapping = !isPlain(value) && !Array.isArray(value);
  const spreads = isSection && isMapping && Object.keys(value as object).length > 0;
  const line = spreads ? null : inOneLine(value);
  const children =
    line !== null
      ? []
      : Object.entries(value as object).map(([key, one]) =>
          Array.isArray(value)
            ? nodeOf(nameOf(one) ?? String(Number(key) + 1), one, below(authored, key), [
                ...path,
                Number(key),
              ])
            : nodeOf(key, one, below(authored, key), [...path, key])
        );
  return {
    name,
    path: pointerOf(path),
    value: line,
    meaning: meaningAt(path),
    written: authored !== undefined,
    children,
  };
};

/** What the author wrote, in the words of the resolved form. */
const authoredOf = (source: string): unknown => {
  const authored: unknown = parseDocument(source, { logLevel: 'error' }).toJS({
    maxAliasCount: 20,
  });
  if (typeof authored !== 'object' || authored === null || 'criteria' in authored) return authored;
  return 'criterion' in authored ? { ...authored, criteria: [authored.criterion] } : authored;
};

/** A resolved charter as a tree, section by section in the order of the schema. `source` is what it was made from. */
export function outlineOf(resolved: unknown, source: string): OutlineNode[] {
  if (typeof resolved !== 'object' || resolved === null) return [];
  const authored = authoredOf(source);
  return Object.entries(resolved)
    .sort(([a], [b]) => sections.indexOf(a) - sections.indexOf(b))
    .map(([name, value]) => nodeOf(name, value, below(authored, name), [name]));
}

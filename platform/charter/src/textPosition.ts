import { isAlias, isMap, isNode, isScalar, isSeq, type Document } from 'yaml';

/** Both count from 1. */
export interface TextPosition {
  line: number;
  column: number;
}

/**
 * Where an offset is in a text; one beyond the end is at the end. The parser's own line counter is not used:
 * after some defects it misses lines.
 */
export function positionsIn(text: string): (offset: number) => TextPosition {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return offset => {
    const within = Math.min(Math.max(offset, 0), text.length);
    const index = starts.findLastIndex(start => start <= within);
    return { line: index + 1, column: within - (starts[index] ?? 0) + 1 };
  };
}

/** Where a path is in the text: its value, its key, or the closest thing that would contain it. */
export function offsetOf(document: Document.Parsed, path: string, atKey: boolean): number {
  const steps = path
    .split('/')
    .slice(1)
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  let node: unknown = document.contents;
  let key: unknown = null;
  let offset = startOf(node) ?? 0;
  for (const step of steps) {
    if (isAlias(node)) node = node.resolve(document);
    key = null;
    if (isMap(node)) {
      const pair = node.items.find(item => isScalar(item.key) && String(item.key.value) === step);
      if (!pair) return offset;
      key = pair.key;
      offset = startOf(key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = startOf(node) ?? offset;
    } else {
      return offset;
    }
  }
  if (atKey || key === null) return offset;
  return isScalar(node) && node.value !== null ? (startOf(node) ?? offset) : offset;
}

function startOf(node: unknown): number | null {
  return isNode(node) && node.range ? node.range[0] : null;
}

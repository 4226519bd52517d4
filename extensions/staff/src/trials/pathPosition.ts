import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { stepsOf } from './pointer.js';

/** Line and column, both from 1, of what a pointer into the resolved charter names, or of the closest thing above it that
 * was written; null where nothing of it was.
 */
export function pathPosition(
  source: string,
  pointer: string
): { line: number; column: number } | null {
  const lineCounter = new LineCounter();
  const document = parseDocument(source, { lineCounter, logLevel: 'error' });
  let node: unknown = document.contents;
  let offset: number | null = null;
  for (const [index, step] of stepsOf(pointer).entries()) {
    if (isMap(node)) {
      const pairs = node.items;
      const named = pairs.find(({ key }) => isScalar(key) && String(key.value) === step);
      const short =
        index === 0 && step === 'criteria'
          ? pairs.find(({ key }) => isScalar(key) && key.value === 'criterion')
          : undefined;
      const pair = named ?? short;
      if (pair === undefined) break;
      offset = isNode(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const entry: unknown = node.items[Number(step)];
      if (!isNode(entry)) break;
      offset = entry.range?.[0] ?? offset;
      node = entry;
    } else break;
  }
  if (offset === null) return null;
  const { line, col } = lineCounter.linePos(offset);
  return { line, column: col };
}

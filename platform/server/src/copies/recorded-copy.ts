import type { SpooledRows } from './spooled-rows.js';

/** How a copy ended: whole, with a failure that it tells, or with whoever asked for it going away. */
export type CopyEnd = 'made' | 'failed' | 'broken';

/** The bytes of a copy; how it ended goes into the record, and what it was made from is removed. */
export async function* recordedCopy(
  bytes: AsyncGenerator<Uint8Array, string | null>,
  rows: SpooledRows,
  record: (end: CopyEnd, details: Readonly<Record<string, unknown>>) => Promise<unknown>
): AsyncGenerator<Uint8Array> {
  let length = 0;
  let ended = false;
  try {
    for (;;) {
      const next = await bytes.next();
      if (next.done === true) {
        ended = true;
        await (next.value === null
          ? record('failed', { bytes: length })
          : record('made', { parts: next.value, bytes: length }));
        return;
      }
      length += next.value.length;
      yield next.value;
    }
  } finally {
    await rows.remove();
    if (!ended) await record('broken', { bytes: length });
  }
}

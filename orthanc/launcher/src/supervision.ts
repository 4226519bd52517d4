import { setTimeout as pause } from 'node:timers/promises';
import { reasonOf } from './orthancError.js';
import type { NativeProcess } from './nativeOrthanc.js';

const restartsInARow = 5;
const firstDelayMs = 200;
const steadyAfterMs = 60_000;

/**
 * Keeps a process running: when it ends without being asked, says so and starts it again, at most five times in a row.
 * @returns the function that ends supervision and process.
 */
export function supervise(
  first: NativeProcess,
  start: () => Promise<NativeProcess>,
  log: (message: string) => void
): () => Promise<void> {
  const stopping = new AbortController();
  let current: NativeProcess | null = first;

  const watch = async (): Promise<void> => {
    let failures = 0;
    let since = performance.now();
    while (!stopping.signal.aborted && failures <= restartsInARow) {
      if (current !== null) {
        const how = await current.ended;
        if (stopping.signal.aborted) return;
        current = null;
        if (performance.now() - since > steadyAfterMs) failures = 0;
        log(`Orthanc ended by itself (${how}); starting it again`);
      }
      await pause(firstDelayMs * 2 ** failures, undefined, { signal: stopping.signal }).catch(
        () => undefined
      );
      if (stopping.signal.aborted) return;
      failures += 1;
      try {
        current = await start();
        since = performance.now();
        log('Orthanc answers again');
      } catch (error) {
        log(`Orthanc could not be started again: ${reasonOf(error)}`);
      }
    }
    if (!stopping.signal.aborted)
      log('Orthanc stays down: restart the server once the cause is gone');
  };
  const watching = watch();

  return async () => {
    stopping.abort();
    await current?.stop();
    await watching;
    await current?.stop();
  };
}

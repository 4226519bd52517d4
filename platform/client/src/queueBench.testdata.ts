import type { ClientError } from './clientError.js';
import { DraftQueue, type DraftStatus } from './draftQueue.js';
import { createMemoryStore, type DraftStore } from './draftStore.js';
import type { Saved } from './wire.js';

/** A request to save that waits for its answer. */
export interface SaveRequest {
  document: unknown;
  etag: string;
  mine: unknown;
  signal: AbortSignal;
  accept(etag: string): Promise<void>;
  refuse(error: ClientError): Promise<void>;
}

/** Lets every promise that is settled by now take effect. */
export const turn = async (): Promise<void> => {
  for (let i = 0; i < 10; i += 1) {
    await Promise.resolve();
  }
};

const slowMs = 10_000;

/** A queue whose server answers and whose clock runs when the test says so. */
export function queueBench(store: DraftStore = createMemoryStore()) {
  const requests: SaveRequest[] = [];
  const tasks: { task: () => void; ms: number; cancelled: boolean }[] = [];
  /** What runs when a request has had no answer for long. */
  const slow: { task: () => void; cancelled: boolean }[] = [];
  const seen: DraftStatus[] = [];
  const queue = new DraftQueue({
    key: 'R1',
    etag: '"1"',
    store,
    save: (document, etag, mine, signal) =>
      new Promise<Saved>((resolve, reject) => {
        requests.push({
          document,
          etag,
          mine,
          signal,
          accept: next => {
            resolve({ etag: next, savedAt: `at ${next}` });
            return turn();
          },
          refuse: error => {
            reject(error);
            return turn();
          },
        });
      }),
    schedule: (task, ms) => {
      const entry = { task, ms, cancelled: false };
      if (ms === slowMs) slow.push(entry);
      else tasks.push(entry);
      return () => {
        entry.cancelled = true;
      };
    },
    onStatus: status => seen.push(status),
  });
  const request = (index: number): SaveRequest => {
    const found = requests[index];
    if (found === undefined) {
      throw new Error(`request ${index} was not made`);
    }
    return found;
  };
  return { queue, requests, request, tasks, slow, seen, store };
}

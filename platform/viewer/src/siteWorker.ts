import { parentPort } from 'node:worker_threads';
import { bringFile } from './siteFile.js';

/** Runs in a worker: brings one file after another and answers with what went wrong, or null. */
parentPort?.on('message', (job: { source: string; target: string }) => {
  bringFile(job.source, job.target).then(
    () => parentPort?.postMessage({ error: null }),
    (error: unknown) =>
      parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) })
  );
});

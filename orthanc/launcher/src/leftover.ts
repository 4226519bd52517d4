import { setTimeout as pause } from 'node:timers/promises';
import { OrthancError, systemCodeOf } from './orthancError.js';
import { isAlive, readProcessRecord, removeProcessRecord } from './processRecord.js';

const stopLimitMs = 20_000;

/**
 * Clears what an earlier run left under a pid file: a stale file is removed; an Orthanc whose starter is gone is ended,
 * because two processes on one store destroy it. A process that only has the same number is never touched.
 * @throws OrthancError CL_ORTHANC_HOME_IN_USE when the starter still runs.
 */
export async function clearLeftover(path: string, log: (message: string) => void): Promise<void> {
  const record = await readProcessRecord(path);
  if (record !== null && (await isAlive(record.orthanc))) {
    if (await isAlive(record.owner))
      throw new OrthancError(
        'CL_ORTHANC_HOME_IN_USE',
        `Orthanc (process ${record.orthanc.pid}) already runs on this home, started by process ${record.owner.pid}: stop that one or use another CORELAB_HOME.`
      );
    log(`ending the Orthanc (process ${record.orthanc.pid}) that an earlier run left behind`);
    send(record.orthanc.pid, 'SIGTERM');
    const insistAt = performance.now() + stopLimitMs;
    while (await isAlive(record.orthanc)) {
      if (performance.now() > insistAt) send(record.orthanc.pid, 'SIGKILL');
      await pause(50);
    }
  }
  await removeProcessRecord(path);
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (systemCodeOf(error) !== 'ESRCH') throw error;
  }
}

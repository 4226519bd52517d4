import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

const name = 'CORELAB_TEST_RUN';
const id = randomUUID();

/** Goes into the environment of every process of this run, and so into that of all their descendants. */
export const runMark = { [name]: id };

/** Living processes of this run, found by their mark whatever group or session they moved to (Linux only). */
export async function leftovers() {
  if (process.platform !== 'linux') return [];
  const found = [];
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry) || Number(entry) === process.pid) continue;
    const environment = await textOf(`/proc/${entry}/environ`);
    if (!environment.split('\0').includes(`${name}=${id}`)) continue;
    const command = (await textOf(`/proc/${entry}/cmdline`)).split('\0').join(' ').trim();
    found.push({ pid: Number(entry), command });
  }
  return found;
}

/** Ends what is left of this run: asks once, then insists. Returns what it found. */
export async function endLeftovers() {
  const first = await leftovers();
  for (const { pid } of first) send(pid, 'SIGTERM');
  for (let round = 0; round < 30 && (await leftovers()).length > 0; round += 1) await pause(100);
  for (const { pid } of await leftovers()) send(pid, 'SIGKILL');
  return first;
}

function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** A process may end, or belong to another, between being listed and being read. */
function textOf(path) {
  return readFile(path, 'utf8').catch(() => '');
}

import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { systemCodeOf } from './orthancError.js';
import { writeSecretFile } from './secretFile.js';

/** A process, told apart from a later one with the same number by when it started. */
export interface ProcessIdentity {
  readonly pid: number;
  /** The system's own words for the start time; compared, never read. */
  readonly startedAt: string;
}

/** What the pid file says: the archive's process and the one that started it. */
export interface ProcessRecord {
  readonly orthanc: ProcessIdentity;
  readonly owner: ProcessIdentity;
}

/** The identity of a living process, or null when none has this number (a zombie counts as ended). */
export async function identify(pid: number): Promise<ProcessIdentity | null> {
  const startedAt =
    process.platform === 'linux' ? await startTicks(pid) : await startFromProcessList(pid);
  return startedAt === null ? null : { pid, startedAt };
}

/** True while exactly this process runs. */
export async function isAlive(identity: ProcessIdentity): Promise<boolean> {
  return (await identify(identity.pid))?.startedAt === identity.startedAt;
}

/** Fields 3 (state) and 22 (start, in clock ticks since boot) of /proc/PID/stat: proc(5). */
async function startTicks(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch((error: unknown) => {
    if (['ENOENT', 'ESRCH'].includes(systemCodeOf(error) ?? '')) return null;
    throw error;
  });
  if (stat === null) return null;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null);
}

async function startFromProcessList(pid: number): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)]);
    return stdout.trim() || null;
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') throw error;
    return null;
  }
}

/** Reads the pid file; null when there is none or it does not hold a record (then nobody can be held to it). */
export async function readProcessRecord(path: string): Promise<ProcessRecord | null> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (systemCodeOf(error) === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

export async function writeProcessRecord(path: string, record: ProcessRecord): Promise<void> {
  await writeSecretFile(path, `${JSON.stringify(record)}\n`);
}

export async function removeProcessRecord(path: string): Promise<void> {
  await rm(path, { force: true });
}

function isRecord(value: unknown): value is ProcessRecord {
  return (
    typeof value === 'object' &&
    value !== null &&
    'orthanc' in value &&
    'owner' in value &&
    isIdentity(value.orthanc) &&
    isIdentity(value.owner)
  );
}

function isIdentity(value: unknown): value is ProcessIdentity {
  return (
    typeof value === 'object' &&
    value !== null &&
    'pid' in value &&
    Number.isInteger(value.pid) &&
    Number(value.pid) > 1 &&
    'startedAt' in value &&
    typeof value.startedAt === 'string'
  );
}

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { untilAnswers } from './answers.js';
import { orthancConfiguration } from './configuration.js';
import type { Credentials } from './credentials.js';
import type { NativeFiles } from './nativeFiles.js';
import { OrthancError, systemCodeOf } from './orthancError.js';
import { identify, removeProcessRecord, writeProcessRecord } from './processRecord.js';
import { writeSecretFile } from './secretFile.js';

const answerLimitMs = 60_000;
const stopLimitMs = 20_000;

export interface NativePlace {
  /** The installation's folder; everything of Orthanc lives in `home/orthanc`. */
  readonly home: string;
  readonly files: NativeFiles;
  readonly credentials: Credentials;
  readonly port: number;
}

/** One running Orthanc process of ours. */
export interface NativeProcess {
  readonly pid: number;
  /** Resolves when the process has ended, with how it ended; never rejects. */
  readonly ended: Promise<string>;
  /** Asks it to end, insists after 20 s, and waits until it has. */
  stop(): Promise<void>;
}

/** Where the pid file of the installation's Orthanc lives. */
export function recordPath(home: string): string {
  return join(home, 'orthanc', 'orthanc.pid.json');
}

/**
 * Starts Orthanc on `home/orthanc` and waits until it answers.
 * It gets a process group of its own, so that Ctrl-C reaches the server first and the server ends the archive.
 * @throws OrthancError CL_ORTHANC_DIED with the tail of its log when it ends before it answers.
 */
export async function startNative(place: NativePlace): Promise<NativeProcess> {
  const folder = join(place.home, 'orthanc');
  const storage = join(folder, 'db');
  await mkdir(storage, { recursive: true, mode: 0o700 });
  const configurationFile = join(folder, 'orthanc.json');
  const configuration = orthancConfiguration(
    {
      httpPort: place.port,
      storage,
      plugins: [place.files.dicomWebPlugin],
      acceptsOtherHosts: false,
    },
    place.credentials
  );
  await writeSecretFile(configurationFile, `${JSON.stringify(configuration, null, 2)}\n`);
  const logFile = join(folder, 'orthanc.log');
  const child = await spawnLogged(place.files.program, configurationFile, logFile);

  const waiting = new AbortController();
  const ended = exitOf(child);
  void ended.then(how => {
    waiting.abort(how);
  });
  if (child.pid === undefined)
    throw new OrthancError(
      'CL_ORTHANC_DIED',
      `${place.files.program} did not start: ${await ended}.`
    );
  const running: NativeProcess = {
    pid: child.pid,
    ended,
    stop: () => stopChild(child, ended, place.home),
  };

  const url = `http://127.0.0.1:${place.port}`;
  try {
    await record(place.home, child.pid);
    await untilAnswers(url, place.credentials, waiting.signal, answerLimitMs);
  } catch (error) {
    const diedOf: unknown = waiting.signal.aborted ? waiting.signal.reason : null;
    await running.stop();
    if (diedOf === null) throw error;
    throw new OrthancError(
      'CL_ORTHANC_DIED',
      `Orthanc ended (${String(diedOf)}) before it answered on port ${place.port}. The end of ${logFile}:\n${await tailOf(logFile)}`
    );
  }
  return running;
}

/** Starts the program with its output in a log that only the owner reads; the log before it is kept once. */
async function spawnLogged(
  program: string,
  configurationFile: string,
  logFile: string
): Promise<ChildProcess> {
  await rename(logFile, `${logFile}.previous`).catch((error: unknown) => {
    if (systemCodeOf(error) !== 'ENOENT') throw error;
  });
  const log = await open(logFile, 'a', 0o600);
  try {
    return spawn(program, [configurationFile], {
      stdio: ['ignore', log.fd, log.fd],
      detached: true,
    });
  } finally {
    await log.close();
  }
}

async function record(home: string, pid: number): Promise<void> {
  const [orthanc, owner] = await Promise.all([identify(pid), identify(process.pid)]);
  if (orthanc !== null && owner !== null)
    await writeProcessRecord(recordPath(home), { orthanc, owner });
}

function exitOf(child: ChildProcess): Promise<string> {
  return new Promise(done => {
    child.once('error', error => done(error.message));
    child.once('exit', (code, signal) => done(signal ?? `exit code ${code}`));
  });
}

async function stopChild(child: ChildProcess, ended: Promise<string>, home: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM');
    const settled = new AbortController();
    const insist = pause(stopLimitMs, undefined, { signal: settled.signal }).then(
      () => child.kill('SIGKILL'),
      () => false
    );
    await ended;
    settled.abort();
    await insist;
  }
  await removeProcessRecord(recordPath(home));
}

async function tailOf(logFile: string): Promise<string> {
  const text = await readFile(logFile, 'utf8');
  return text.trim().split('\n').slice(-15).join('\n');
}

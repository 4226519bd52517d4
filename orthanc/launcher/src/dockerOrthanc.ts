import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { untilAnswers } from './answers.js';
import { orthancConfiguration } from './configuration.js';
import type { Credentials } from './credentials.js';
import { writeSecretFile } from './secretFile.js';

/** The pinned image: the Orthanc project's own, DICOMweb plugin included. */
export const orthancImage = 'jodogne/orthanc-plugins:1.12.4';

const startLimitMs = 180_000;
const containerPort = 8042;

/** True when a Docker engine answers. */
export async function dockerAnswers(): Promise<boolean> {
  return docker(['info', '--format', '{{.ServerVersion}}']).then(
    () => true,
    () => false
  );
}

/** The container's name: one for each home. */
export function containerName(home: string): string {
  return `corelab-orthanc-${createHash('sha256').update(resolve(home)).digest('hex').slice(0, 12)}`;
}

/** The arguments of `docker run`: published on the loopback address alone, removed when it ends. */
export function dockerRunArguments(home: string, port: number): string[] {
  const folder = join(resolve(home), 'orthanc');
  return [
    ...['run', '--detach', '--rm', '--name', containerName(home)],
    ...['--label', `corelab.home=${resolve(home)}`],
    ...['--publish', `127.0.0.1:${port}:${containerPort}`],
    ...['--volume', `${join(folder, 'orthanc.json')}:/etc/orthanc/orthanc.json:ro`],
    ...['--volume', `${join(folder, 'db')}:/var/lib/orthanc/db`],
    orthancImage,
  ];
}

/**
 * Starts Orthanc in a container and waits until it answers; a container an earlier run left under our name and label
 * is ended first.
 * @throws Error with Docker's words.
 */
export async function startDocker(
  home: string,
  port: number,
  credentials: Credentials
): Promise<{ stop(): Promise<void> }> {
  const folder = join(home, 'orthanc');
  await mkdir(join(folder, 'db'), { recursive: true, mode: 0o700 });
  const configuration = orthancConfiguration(
    {
      httpPort: containerPort,
      storage: '/var/lib/orthanc/db',
      plugins: ['/usr/share/orthanc/plugins', '/usr/local/share/orthanc/plugins'],
      acceptsOtherHosts: true,
    },
    credentials
  );
  await writeSecretFile(
    join(folder, 'orthanc.json'),
    `${JSON.stringify(configuration, null, 2)}\n`
  );
  await stopOurs(home);
  await docker(dockerRunArguments(home, port));
  const stop = (): Promise<void> => stopOurs(home);
  try {
    const never = new AbortController().signal;
    await untilAnswers(`http://127.0.0.1:${port}`, credentials, never, startLimitMs);
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}

/** Ends the container that carries our label for this home, if it runs. */
async function stopOurs(home: string): Promise<void> {
  const ours = await docker(['ps', '--quiet', '--filter', `label=corelab.home=${resolve(home)}`]);
  const ids = ours.split('\n').filter(Boolean);
  if (ids.length > 0) await docker(['stop', '--time', '20', ...ids]);
}

async function docker(args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('docker', args, { timeout: startLimitMs });
  return stdout.trim();
}

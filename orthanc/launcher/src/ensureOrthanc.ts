import { mkdir } from 'node:fs/promises';
import {
  installDebianPackages,
  mayInstallDebianPackages,
  missingDebianPackages,
} from '../debianPackages.mjs';
import { checkAnswers } from './answers.js';
import { keepCredentials, type Credentials } from './credentials.js';
import { dockerAnswers, startDocker } from './dockerOrthanc.js';
import { clearLeftover } from './leftover.js';
import { freeLoopbackPort } from './loopbackPort.js';
import { findNative, type NativeFiles } from './nativeFiles.js';
import { recordPath, startNative } from './nativeOrthanc.js';
import { OrthancError, reasonOf } from './orthancError.js';
import { supervise } from './supervision.js';

/** An archive that answers, with its DICOMweb under `${url}/dicom-web`. */
export interface Orthanc {
  /** Without a slash at its end. */
  readonly url: string;
  readonly username: string;
  readonly password: string;
  readonly kind: 'external' | 'docker' | 'native';
  /** Ends what was started here; an external archive is left alone. May be called twice. */
  stop(): Promise<void>;
}

export interface OrthancRequest {
  /** The installation's folder (CORELAB_HOME); made when missing. */
  readonly home: string;
  /** Gets one line for each step. */
  readonly log: (message: string) => void;
  /** A fixed port of the loopback address; a free one when absent. */
  readonly port?: number;
  /** False leaves Docker out; true when absent. */
  readonly docker?: boolean;
  /** Where ORTHANC_URL, ORTHANC_USERNAME and ORTHANC_PASSWORD are read; the process's environment when absent. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

const packages = ['orthanc', 'orthanc-dicomweb'];
const portAttempts = 3;

/**
 * Finds or starts the archive: ORTHANC_URL, else Docker if an engine answers, else the Orthanc on this machine, else
 * Debian's packages where they may be installed.
 * @throws OrthancError naming what is wrong and what to do.
 */
export async function ensureOrthanc(request: OrthancRequest): Promise<Orthanc> {
  const environment = request.environment ?? process.env;
  if (environment['ORTHANC_URL']) return external(environment['ORTHANC_URL'], environment);

  await mkdir(request.home, { recursive: true, mode: 0o700 });
  const credentials = await keepCredentials(request.home);
  await clearLeftover(recordPath(request.home), request.log);
  const tried: string[] = ['ORTHANC_URL is not set'];
  if (request.docker === false) tried.push('Docker was left out');
  else if (await dockerAnswers()) {
    try {
      return await inDocker(request, credentials);
    } catch (error) {
      if (error instanceof OrthancError && error.code === 'CL_ORTHANC_PORT_IN_USE') throw error;
      tried.push(`Docker failed: ${reasonOf(error)}`);
      request.log(`Orthanc in Docker failed (${reasonOf(error)}); looking on this machine`);
    }
  } else tried.push('no Docker engine answers');
  return native(request, credentials, await nativeFiles(request.log, tried));
}

async function external(
  given: string,
  environment: Readonly<Record<string, string | undefined>>
): Promise<Orthanc> {
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol))
    throw new OrthancError(
      'CL_ORTHANC_BAD_URL',
      `ORTHANC_URL is '${given}', expected an address such as http://archive:8042`
    );
  const address = new URL(given);
  const username = environment['ORTHANC_USERNAME'] ?? decodeURIComponent(address.username);
  const password = environment['ORTHANC_PASSWORD'] ?? decodeURIComponent(address.password);
  const url = `${address.origin}${address.pathname}`.replace(/\/+$/, '');
  await checkAnswers(url, { username, password });
  return { url, username, password, kind: 'external', stop: () => Promise.resolve() };
}

async function inDocker(request: OrthancRequest, credentials: Credentials): Promise<Orthanc> {
  request.log('starting Orthanc in Docker');
  const port = await freeLoopbackPort(request.port);
  const { stop } = await startDocker(request.home, port, credentials);
  return { url: `http://127.0.0.1:${port}`, ...credentials, kind: 'docker', stop: once(stop) };
}

/** The program and plugin of this machine, installed first where that is possible. */
async function nativeFiles(log: (message: string) => void, tried: string[]): Promise<NativeFiles> {
  const found = await findNative();
  if (found.program !== null && found.dicomWebPlugin !== null)
    return { program: found.program, dicomWebPlugin: found.dicomWebPlugin };
  tried.push(
    found.program === null
      ? 'no program Orthanc on this machine'
      : `${found.program} is here, its DICOMweb plugin is not`
  );
  if (await mayInstallDebianPackages()) {
    try {
      await installDebianPackages(await missingDebianPackages(packages), log);
      const { program, dicomWebPlugin } = await findNative();
      if (program !== null && dicomWebPlugin !== null) return { program, dicomWebPlugin };
      tried.push('the packages were installed, and still no program and plugin are found');
    } catch (error) {
      tried.push(reasonOf(error));
    }
  } else tried.push('Debian packages cannot be installed by this user on this system');
  throw new OrthancError(
    'CL_ORTHANC_MISSING',
    `No archive: ${tried.join('; ')}. Do one of these: set ORTHANC_URL (with ORTHANC_USERNAME and ORTHANC_PASSWORD) to a running Orthanc with its DICOMweb plugin; start Docker; or, on Debian, run 'apt-get install ${packages.join(' ')}' as root.`
  );
}

async function native(
  request: OrthancRequest,
  credentials: Credentials,
  files: NativeFiles
): Promise<Orthanc> {
  request.log(`starting ${files.program} on ${request.home}`);
  for (let attempt = 1; ; attempt += 1) {
    const port = await freeLoopbackPort(request.port);
    const start = (): ReturnType<typeof startNative> =>
      startNative({ home: request.home, files, credentials, port });
    try {
      const stop = supervise(await start(), start, request.log);
      return { url: `http://127.0.0.1:${port}`, ...credentials, kind: 'native', stop: once(stop) };
    } catch (error) {
      const lostPort = /port of the HTTP server is already in use/i.test(reasonOf(error));
      if (!lostPort || attempt === portAttempts) throw error;
      if (request.port !== undefined) await freeLoopbackPort(request.port);
      request.log(`port ${port} was taken meanwhile; trying another`);
    }
  }
}

/** The same promise at every call. */
function once(action: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => (running ??= action());
}

import { setTimeout as pause } from 'node:timers/promises';
import type { Credentials } from './credentials.js';
import { OrthancError, reasonOf } from './orthancError.js';

const requestLimitMs = 5000;

/**
 * Asks an Orthanc for `/system` and for one study through DICOMweb.
 * @throws OrthancError CL_ORTHANC_UNREACHABLE (no answer), CL_ORTHANC_REFUSED (401, 403), CL_ORTHANC_NO_DICOMWEB
 *   (the archive answers, its plugin does not).
 */
export async function checkAnswers(url: string, credentials: Credentials): Promise<void> {
  const system = await ask(url, '/system', credentials);
  if (system === 401 || system === 403)
    throw new OrthancError(
      'CL_ORTHANC_REFUSED',
      `Orthanc at ${url} refuses user '${credentials.username}' (HTTP ${system}): check the user name and password.`
    );
  if (system !== 200)
    throw new OrthancError(
      'CL_ORTHANC_UNREACHABLE',
      `${url}/system answered HTTP ${system}, not 200: is this an Orthanc?`
    );
  const studies = await ask(url, '/dicom-web/studies?limit=1', credentials);
  if (studies !== 200)
    throw new OrthancError(
      'CL_ORTHANC_NO_DICOMWEB',
      `Orthanc at ${url} answers, but ${url}/dicom-web/studies answered HTTP ${studies}: enable its DICOMweb plugin with root /dicom-web/.`
    );
}

/**
 * Waits until the archive answers, asking again while it cannot be reached.
 * @param ended aborted when waiting has become pointless; its reason is thrown.
 * @param limitMs gives up with the last failure after this many milliseconds.
 */
export async function untilAnswers(
  url: string,
  credentials: Credentials,
  ended: AbortSignal,
  limitMs: number
): Promise<void> {
  const giveUpAt = performance.now() + limitMs;
  for (;;) {
    ended.throwIfAborted();
    try {
      await checkAnswers(url, credentials);
      return;
    } catch (error) {
      ended.throwIfAborted();
      const again = error instanceof OrthancError && error.code === 'CL_ORTHANC_UNREACHABLE';
      if (!again || performance.now() > giveUpAt) throw error;
    }
    await pause(50);
  }
}

async function ask(url: string, path: string, credentials: Credentials): Promise<number> {
  const basic = Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64');
  try {
    const response = await fetch(`${url}${path}`, {
      headers: {
        authorization: `Basic ${basic}`,
        accept: 'application/dicom+json, application/json',
      },
      signal: AbortSignal.timeout(requestLimitMs),
    });
    await response.arrayBuffer();
    return response.status;
  } catch (error) {
    const cause = error instanceof Error && error.cause ? `: ${reasonOf(error.cause)}` : '';
    throw new OrthancError(
      'CL_ORTHANC_UNREACHABLE',
      `No answer from ${url}${path} (${reasonOf(error)}${cause}).`
    );
  }
}

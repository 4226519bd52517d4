import { randomBytes } from 'node:crypto';
import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OrthancError, reasonOf, systemCodeOf } from './orthancError.js';
import { writeSecretFile } from './secretFile.js';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Where the installation keeps the archive's credentials. */
export function credentialsPath(home: string): string {
  return join(home, 'secrets', 'orthanc.json');
}

/**
 * The installation's credentials for its own Orthanc: read from `home/secrets/orthanc.json`, or made (192 random bits)
 * and kept there with mode 600.
 * @throws OrthancError CL_ORTHANC_BAD_SECRETS when the file is there and cannot be used.
 */
export async function keepCredentials(home: string): Promise<Credentials> {
  const path = credentialsPath(home);
  const kept = await readFile(path, 'utf8').catch((error: unknown) => {
    if (systemCodeOf(error) === 'ENOENT') return null;
    throw new OrthancError('CL_ORTHANC_BAD_SECRETS', `Cannot read ${path}: ${reasonOf(error)}`);
  });
  if (kept !== null) {
    await chmod(path, 0o600);
    return parseCredentials(kept, path);
  }
  const made = { username: 'corelab', password: randomBytes(24).toString('base64url') };
  await writeSecretFile(path, `${JSON.stringify(made, null, 2)}\n`);
  return made;
}

function parseCredentials(text: string, path: string): Credentials {
  const advice =
    'expected {"username": text, "password": text}; remove the file to have new ones made';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new OrthancError('CL_ORTHANC_BAD_SECRETS', `${path}: ${reasonOf(error)}; ${advice}`);
  }
  if (typeof value === 'object' && value !== null && 'username' in value && 'password' in value) {
    const { username, password } = value;
    if (typeof username === 'string' && typeof password === 'string' && username && password)
      return { username, password };
  }
  throw new OrthancError('CL_ORTHANC_BAD_SECRETS', `${path}: ${advice}`);
}

import { readFile } from 'node:fs/promises';

/** The organisation's own login service (OpenID Connect), as an installation names it. */
export interface ProviderOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What people call it: on buttons and in sentences. */
  readonly name: string;
  /** Which of its claims says whose account it is, at a person's first login alone. */
  readonly claim: string;
  /** Where browsers find this server: the address that the provider sends them back to is under it. */
  readonly publicUrl: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

export const callbackPath = '/login/provider/callback';

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Over plain HTTP anybody on the way could log in as anybody. */
const addressOf = (name: string, given: string): string => {
  const url = URL.canParse(given) ? new URL(given) : null;
  const isSafe =
    url !== null &&
    (url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname)));
  if (!isSafe) throw new Error(`${name} is "${given}": expected an address that begins https://`);
  return given.replace(/\/$/, '');
};

const secretOf = async (environment: Environment): Promise<string> => {
  const file = environment['CORELAB_OIDC_CLIENT_SECRET_FILE'] ?? '';
  const text =
    file === ''
      ? (environment['CORELAB_OIDC_CLIENT_SECRET'] ?? '')
      : (await readFile(file, 'utf8')).trim();
  if (text !== '') return text;
  throw new Error(
    file === ''
      ? 'CORELAB_OIDC_CLIENT_SECRET_FILE, or CORELAB_OIDC_CLIENT_SECRET, is needed beside CORELAB_OIDC_ISSUER.'
      : `CORELAB_OIDC_CLIENT_SECRET_FILE names ${file}, which is empty.`
  );
};

/**
 * The provider that an environment names; null where it names none.
 * @throws Error naming the variable that is missing or not what it should be
 */
export const providerOptionsOf = async (
  environment: Environment
): Promise<ProviderOptions | null> => {
  const given = environment['CORELAB_OIDC_ISSUER'] ?? '';
  if (given === '') return null;
  const needed = (name: string): string => {
    const value = environment[name] ?? '';
    if (value !== '') return value;
    throw new Error(`${name} is needed beside CORELAB_OIDC_ISSUER.`);
  };
  // As it was given: a provider's name for itself is compared letter by letter.
  addressOf('CORELAB_OIDC_ISSUER', given);
  return {
    issuer: given,
    clientId: needed('CORELAB_OIDC_CLIENT_ID'),
    clientSecret: await secretOf(environment),
    name: environment['CORELAB_OIDC_NAME'] || new URL(given).hostname,
    claim: environment['CORELAB_OIDC_CLAIM'] || 'preferred_username',
    publicUrl: addressOf('CORELAB_PUBLIC_URL', needed('CORELAB_PUBLIC_URL')),
  };
};

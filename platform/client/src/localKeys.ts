import { ClientError } from './clientError.js';
import { createCaller, record, type CallerOptions } from './httpCaller.js';

/** Under what this browser keeps a person's changes of a case. */
export interface LocalKey {
  /** Stands for the person. */
  readonly owner: string;
  readonly key: CryptoKey;
}

/** Keys that the server gives whoever is logged in; they are in the memory of the page alone. */
export interface LocalKeys {
  owner(): Promise<string>;
  of(caseId: string): Promise<LocalKey>;
}

export const cipher = 'AES-GCM';

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, letter => letter.charCodeAt(0));
}

/** @throws ClientError CL_NOT_KEPT where the browser can't encrypt: a page that came without TLS from another computer. */
export function subtleOf({ subtle }: { subtle?: SubtleCrypto }): SubtleCrypto {
  if (subtle === undefined) {
    const why = 'this page did not come over HTTPS';
    throw new ClientError('CL_NOT_KEPT', -1, `This browser can not encrypt what it keeps: ${why}.`);
  }
  return subtle;
}

/** The keys of whoever is logged in on this page; each is asked for once. */
export function createLocalKeys(
  options: CallerOptions,
  crypto: { subtle?: SubtleCrypto } = globalThis.crypto
): LocalKeys {
  const { send } = createCaller(options);
  let person: string | null = null;
  const known = new Map<string, Promise<LocalKey>>();
  const ask = async (query: string): Promise<{ owner: string; key: unknown }> => {
    const { body } = await send({ method: 'GET', path: `/api/session/local-key${query}` });
    const { owner, key } = record(body) ?? {};
    if (typeof owner !== 'string') {
      throw new ClientError('CL_BAD_ANSWER', 200, 'The answer about a key names no owner.');
    }
    // This page is of one person; what another one keeps is not shown on it.
    if (person !== null && person !== owner) {
      throw new ClientError('CL_OTHER_PERSON', 401, 'Someone else logged in in this browser.');
    }
    person = owner;
    return { owner, key };
  };
  const bring = async (caseId: string): Promise<LocalKey> => {
    const subtle = subtleOf(crypto);
    const { owner, key } = await ask(`?case=${encodeURIComponent(caseId)}`);
    if (typeof key !== 'string') {
      throw new ClientError('CL_BAD_ANSWER', 200, 'The answer about a key has none.');
    }
    const uses: KeyUsage[] = ['encrypt', 'decrypt'];
    return { owner, key: await subtle.importKey('raw', bytesOf(key), cipher, false, uses) };
  };
  return {
    owner: async () => (await ask('')).owner,
    of(caseId) {
      const asked = known.get(caseId) ?? bring(caseId);
      known.set(caseId, asked);
      asked.catch(() => known.delete(caseId));
      return asked;
    },
  };
}

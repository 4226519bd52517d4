import { ClientError } from './clientError.js';
import type { KeptTable } from './idbTable.js';
import { cipher, subtleOf, type LocalKeys } from './localKeys.js';

/** What lies on the disk: nothing of it can be read without the key that the server gives its owner. */
export interface SealedRow {
  iv: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
}

const rowName = (owner: string, caseId: string): string => `${owner} ${caseId}`;

/**
 * A table whose values are encrypted with a key per person and case, and whose names show the person's own alone. `kind` is
 * bound into each value, as are its owner and case: none can be put in the place of another.
 * @throws ClientError CL_KEPT_UNREADABLE for a value that the key does not open, CL_NOT_KEPT where the browser keeps nothing,
 * and what the server says instead of a key.
 */
export function createSealedTable<T>(
  rows: KeptTable<SealedRow>,
  keys: LocalKeys,
  kind: string,
  crypto: Pick<Crypto, 'getRandomValues'> & { subtle?: SubtleCrypto } = globalThis.crypto
): KeptTable<T> {
  const algorithm = (iv: Uint8Array<ArrayBuffer>, name: string): AesGcmParams => ({
    ...{ name: cipher, iv },
    additionalData: new TextEncoder().encode(`${kind} ${name}`),
  });
  return {
    async get(caseId) {
      const { owner, key } = await keys.of(caseId);
      const name = rowName(owner, caseId);
      const row = await rows.get(name);
      if (row === null) return null;
      try {
        const opened = await subtleOf(crypto).decrypt(algorithm(row.iv, name), key, row.sealed);
        return JSON.parse(new TextDecoder().decode(opened)) as T;
      } catch (reason) {
        const what = 'What this computer keeps of the case can not be read';
        throw new ClientError('CL_KEPT_UNREADABLE', -1, `${what}: ${String(reason)}`);
      }
    },
    async put(caseId, value) {
      const { owner, key } = await keys.of(caseId);
      const name = rowName(owner, caseId);
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const text = new TextEncoder().encode(JSON.stringify(value));
      await rows.put(name, {
        iv,
        sealed: await subtleOf(crypto).encrypt(algorithm(iv, name), key, text),
      });
    },
    async delete(caseId) {
      const { owner } = await keys.of(caseId);
      await rows.delete(rowName(owner, caseId));
    },
    async keys() {
      const own = rowName(await keys.owner(), '');
      return (await rows.keys()).flatMap(name =>
        name.startsWith(own) ? [name.slice(own.length)] : []
      );
    },
  };
}

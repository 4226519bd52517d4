import { randomBytes } from 'node:crypto';
import { timestampRequest, timestampToken, type SignedHead } from '@corelab/record';
import { AnchorError, appendedTo, type Anchor } from './anchor-file.js';

/** An authority that takes longer is tried again the next time. */
const limitMs = 30_000;

/** One nonce for each request, of 64 random bits. */
const nonceBytes = 8;

const ask = async (url: string, request: Uint8Array): Promise<Uint8Array> => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/timestamp-query',
      accept: 'application/timestamp-reply',
    },
    body: request,
    signal: AbortSignal.timeout(limitMs),
  });
  if (!answer.ok) throw new Error(`it answered ${answer.status} ${answer.statusText}`);
  return new Uint8Array(await answer.arrayBuffer());
};

/**
 * An anchor that also has an authority (RFC 3161) say when it saw the heads. They are written to `anchor` once its token is in
 * the file `path`: whoever keeps the heads later holds them against a clock that is not the installation's.
 */
export const timestampedAnchor = (anchor: Anchor, url: string, path: string): Anchor => ({
  ...anchor,
  place: `${anchor.place}, ${url}`,
  write: async heads => {
    await appendedTo(path, `${JSON.stringify(await timestampOf(url, heads))}\n`);
    await anchor.write(heads);
  },
});

const timestampOf = async (url: string, heads: readonly SignedHead[]) => {
  try {
    const nonce = Uint8Array.from(randomBytes(nonceBytes));
    const answer = await ask(url, timestampRequest(heads, nonce));
    return { heads, token: timestampToken(answer, heads, nonce).toString('base64') };
  } catch (reason) {
    const why = reason instanceof Error ? reason.message : String(reason);
    throw new AnchorError(`the heads of the record got no timestamp from ${url}: ${why}`);
  }
};

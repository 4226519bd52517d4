import { createHash } from 'node:crypto';
import {
  type BundleHead,
  type BundlePart,
  failurePath,
  headPath,
  listHashPath,
  listPath,
} from './bundleParts.js';
import { blockBytes, paddingAfter, partHeader } from './tarBlocks.js';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export interface BundleToWrite {
  readonly head: BundleHead;
  readonly parts: AsyncIterable<BundlePart>;
  /** What a failure of the parts is told as; the bundle then says so and is refused by whoever reads it. */
  readonly failure: (reason: unknown) => { readonly code: string; readonly message: string };
}

/**
 * The bytes of a bundle, as they come: a tar file whose last parts list all others with their SHA-256. Where the parts fail,
 * it ends with the reason, since what receives it has begun to write already.
 * @returns SHA-256 of the list of parts, which stands for the whole; null where it failed
 */
export async function* writeBundle({
  head,
  parts,
  failure,
}: BundleToWrite): AsyncGenerator<Uint8Array, string | null> {
  const at = new Date(head.madeAt);
  const list: string[] = [];
  function* written(path: string, bytes: Uint8Array): Generator<Uint8Array> {
    yield partHeader(path, bytes.length, at);
    yield bytes;
    const zeros = paddingAfter(bytes.length);
    if (zeros > 0) yield new Uint8Array(zeros);
  }
  const end = new Uint8Array(2 * blockBytes);
  const json = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
  async function* all(): AsyncGenerator<BundlePart> {
    yield { path: headPath, bytes: json(head) };
    yield* parts;
  }
  try {
    for await (const { path, bytes } of all()) {
      list.push(`${JSON.stringify({ path, bytes: bytes.length, sha256: sha256(bytes) })}\n`);
      yield* written(path, bytes);
    }
  } catch (reason) {
    yield* written(failurePath, json(failure(reason)));
    yield end;
    return null;
  }
  const listed = Buffer.from(list.join(''));
  const hash = sha256(listed);
  yield* written(listPath, listed);
  yield* written(listHashPath, Buffer.from(`${hash}\n`));
  yield end;
  return hash;
}

import {
  brotliDecompressSync,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  constants,
} from 'node:zlib';
import { ViewBuilder, type View } from './view.js';

/** What one body may expand to: no answer of the product is larger. */
const maxOutputLength = 256 * 1024 * 1024;
/** Truncated members give what they hold. */
const asFarAsItGoes = { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH };

type Unpack = (bytes: Uint8Array) => Uint8Array;

const failures = new Set(['Z_DATA_ERROR', 'Z_BUF_ERROR', 'ERR_BUFFER_TOO_LARGE']);

/** null where the bytes are not of that compression; any other trouble is thrown. */
const unlessOther = (unpack: Unpack, bytes: Uint8Array): Uint8Array | null => {
  try {
    return unpack(bytes);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (failures.has(code) || code.startsWith('ERR__ERROR_') || code.startsWith('ERR_BROTLI'))
      return null;
    throw error;
  }
};

interface Member {
  readonly form: string;
  readonly first: number;
  readonly begins: (second: number, third: number) => boolean;
  readonly unpack: Unpack;
}

const members: readonly Member[] = [
  {
    form: 'gzip',
    first: 0x1f,
    begins: (second, third) => second === 0x8b && third === 8,
    unpack: bytes => gunzipSync(bytes, asFarAsItGoes),
  },
  {
    form: 'zlib',
    // RFC 1950: deflate, a window of 32 K, and a check that makes both bytes a multiple of 31.
    first: 0x78,
    begins: second => ((0x78 << 8) | second) % 31 === 0 && (second & 0x20) === 0,
    unpack: bytes => inflateSync(bytes, asFarAsItGoes),
  },
];

const shortest = 6;

/** Members of gzip and zlib anywhere in the body, expanded. Raw deflate and Brotli have no mark to know them by. */
export function packedMembers(body: Uint8Array): View[] {
  const views: View[] = [];
  for (const { form, first, begins, unpack } of members) {
    const builder = new ViewBuilder();
    for (let at = body.indexOf(first); at >= 0; at = body.indexOf(first, at + 1)) {
      if (!begins(body[at + 1] ?? 0, body[at + 2] ?? 0)) continue;
      const expanded = unlessOther(unpack, body.subarray(at));
      if (expanded !== null && expanded.length >= shortest) builder.add(expanded, at);
    }
    const view = builder.built(form);
    if (view !== null) views.push(view);
  }
  return views;
}

const codings: Readonly<Record<string, readonly Unpack[]>> = {
  gzip: [gunzipSync],
  'x-gzip': [gunzipSync],
  deflate: [inflateSync, inflateRawSync],
  br: [brotliDecompressSync],
};

/**
 * A body without the content codings that its header names, last one first.
 * @throws Error for a coding that is not known or that the body does not have: it could hide anything
 */
export function withoutCodings(body: Uint8Array, header: string | undefined): Uint8Array {
  const names = (header ?? '').split(',').map(name => name.trim().toLowerCase());
  return names
    .filter(name => name !== '' && name !== 'identity')
    .reduceRight((bytes: Uint8Array, name) => {
      const unpacks = codings[name];
      if (unpacks === undefined) throw new Error(`content-encoding ${name} is not known`);
      for (const unpack of unpacks) {
        const plain = unlessOther(unpack, bytes);
        if (plain !== null) return plain;
      }
      throw new Error(`a body says content-encoding ${name} and is not`);
    }, body);
}

import { createHash } from 'node:crypto';
import { Value } from '@sinclair/typebox/value';
import {
  BundleError,
  type BundleHead,
  BundleHeadSchema,
  type BundlePart,
  bundleVersion,
  failurePath,
  headPath,
  listHashPath,
  listPath,
  type PartLine,
  PartLineSchema,
} from './bundleParts.js';
import { blockBytes, isZeros, paddingAfter, placeOf } from './tarBlocks.js';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const damaged = (message: string): BundleError => new BundleError('CL_BUNDLE_DAMAGED', message);
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

/** Bytes taken from a stream in the lengths that are asked for. */
const takenFrom = (source: AsyncIterable<Uint8Array>) => {
  const chunks = source[Symbol.asyncIterator]();
  let held: Uint8Array[] = [];
  let length = 0;
  let at = 0;
  const fill = async (wanted: number): Promise<boolean> => {
    while (length < wanted) {
      const next = await chunks.next();
      if (next.done === true) return false;
      held.push(next.value);
      length += next.value.length;
    }
    return true;
  };
  return {
    place: () => at,
    /** @throws BundleError where the stream ends before */
    take: async (wanted: number): Promise<Uint8Array> => {
      if (!(await fill(wanted)))
        throw new BundleError(
          'CL_BUNDLE_CUT_SHORT',
          `the file was cut short: it ends after ${at + length} bytes, in the middle of a part`
        );
      const whole = held.length === 1 ? (held[0] ?? new Uint8Array()) : Buffer.concat(held);
      held = [whole.subarray(wanted)];
      length -= wanted;
      at += wanted;
      return whole.subarray(0, wanted);
    },
    isAtEnd: async (): Promise<boolean> => !(await fill(1)),
    /** Lets the stream go, also where it was not read to its end. */
    close: async (): Promise<void> => void (await chunks.return?.()),
  };
};

/** What the first part says; refuses what this code does not read. @throws BundleError */
const headOf = (bytes: Uint8Array): BundleHead => {
  let value: unknown;
  try {
    value = JSON.parse(textOf(bytes));
  } catch (error) {
    throw damaged(`${headPath} is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
  const { format, version } = (value ?? {}) as { format?: unknown; version?: unknown };
  if (typeof version === 'number' && version > bundleVersion)
    throw new BundleError(
      'CL_BUNDLE_NEWER',
      `it was made by a newer version of the program (${String(format)} ${version}; this one reads up to ${bundleVersion}): use that one or a later one`
    );
  if (Value.Check(BundleHeadSchema, value)) return value;
  const first = Value.Errors(BundleHeadSchema, value).First();
  throw damaged(`${headPath}${first?.path ?? ''}: ${first?.message ?? 'not a head'}`);
};

const listedIn = (bytes: Uint8Array): PartLine[] =>
  textOf(bytes)
    .split('\n')
    .filter(line => line !== '')
    .map((line, index) => {
      const value: unknown = JSON.parse(line);
      if (Value.Check(PartLineSchema, value)) return value;
      throw damaged(`${listPath}, line ${index + 1}: not a part`);
    });

/** Compares what was read with the list at the end. @throws BundleError naming the first part that differs */
const compareWithList = (read: readonly PartLine[], list: readonly PartLine[]): void => {
  for (const [index, part] of read.entries()) {
    const listed = list[index];
    if (listed === undefined || listed.path !== part.path)
      throw damaged(`${part.path} stands where ${listed?.path ?? 'nothing'} belongs`);
    if (listed.bytes !== part.bytes || listed.sha256 !== part.sha256)
      throw damaged(
        `${part.path} is not what was written: its SHA-256 is ${part.sha256}, not ${listed.sha256}`
      );
  }
  const missing = list[read.length];
  if (missing !== undefined) throw damaged(`${missing.path} is missing`);
};

export type ReadPart =
  | ({ readonly kind: 'head'; readonly head: BundleHead } & BundlePart)
  | ({ readonly kind: 'part' } & BundlePart);

/**
 * The parts of a bundle as they come. Nothing is proven before the end: whoever acts on parts reads the whole once first.
 * @returns SHA-256 of the list of parts, which stands for the whole
 * @throws BundleError saying what is wrong and where
 */
export async function* readBundle(
  source: AsyncIterable<Uint8Array>
): AsyncGenerator<ReadPart, string> {
  const taken = takenFrom(source);
  try {
    return yield* partsOf(taken);
  } finally {
    await taken.close();
  }
}

async function* partsOf({
  take,
  place,
  isAtEnd,
}: ReturnType<typeof takenFrom>): AsyncGenerator<ReadPart, string> {
  const read: PartLine[] = [];
  if (await isAtEnd()) throw new BundleError('CL_BUNDLE_CUT_SHORT', 'the file is empty');
  const next = async (): Promise<BundlePart> => {
    const from = place();
    const block = await take(blockBytes);
    if (isZeros(block))
      throw new BundleError(
        'CL_BUNDLE_CUT_SHORT',
        `the file ends at byte ${from} without the list of its parts`
      );
    const found = placeOf(block);
    if (found === null) {
      if (read.length === 0)
        throw new BundleError('CL_BUNDLE_UNKNOWN', 'it is no backup and no copy of a trial');
      throw damaged(`no part begins at byte ${from}, after ${read.at(-1)?.path}`);
    }
    const bytes = await take(found.size);
    if (!isZeros(await take(paddingAfter(found.size))))
      throw damaged(`something stands after ${found.path} where nothing belongs`);
    return { path: found.path, bytes };
  };
  for (;;) {
    const part = await next();
    if (part.path === listPath) {
      const last = await next();
      const hash = sha256(part.bytes);
      if (last.path !== listHashPath || textOf(last.bytes) !== `${hash}\n`)
        throw damaged('the list of parts is not what was written');
      if (!isZeros(await take(2 * blockBytes)) || !(await isAtEnd()))
        throw damaged('something stands after its end');
      compareWithList(read, listedIn(part.bytes));
      return hash;
    }
    if (part.path === failurePath) {
      const { code, message } = JSON.parse(textOf(part.bytes)) as Record<string, unknown>;
      throw new BundleError(
        'CL_BUNDLE_FAILED',
        `it was not finished, since the server failed (${String(code)}): ${String(message)}`
      );
    }
    const isFirst = read.length === 0;
    read.push({ path: part.path, bytes: part.bytes.length, sha256: sha256(part.bytes) });
    if (isFirst !== (part.path === headPath))
      throw isFirst
        ? new BundleError('CL_BUNDLE_UNKNOWN', 'it is no backup and no copy of a trial')
        : damaged(`${headPath} stands in it twice`);
    yield isFirst ? { kind: 'head', head: headOf(part.bytes), ...part } : { kind: 'part', ...part };
  }
}

import { beforeAll, describe, expect, it } from '@jest/globals';
import { type BundleHead, type BundlePart } from './bundleParts.js';
import { readBundle } from './readBundle.js';
import { writeBundle } from './writeBundle.js';

const head: BundleHead = {
  ...{ format: 'corelab-backup', version: 1, software: 'corelab 0', migrations: ['0001'] },
  madeAt: '2026-03-01T09:00:00.000Z',
};
const parts: readonly BundlePart[] = [
  { path: 'tables/read/1.jsonl', bytes: Buffer.from('{"a":1}\n{"a":2}\n') },
  { path: 'files/empty', bytes: new Uint8Array() },
  { path: 'files/block', bytes: new Uint8Array(512).fill(7) },
];

async function* each<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}
async function* failing(): AsyncGenerator<BundlePart> {
  yield parts[0]!;
  throw new Error('the archive went away');
}
const bytesOf = async (from: AsyncIterable<BundlePart>, of = head): Promise<Buffer> => {
  const written: Uint8Array[] = [];
  const failure = (reason: unknown) => ({ code: 'CL_TEST', message: String(reason) });
  for await (const chunk of writeBundle({ head: of, parts: from, failure })) written.push(chunk);
  return Buffer.concat(written);
};
/** In chunks that end in the middle of everything. */
const chunksOf = (bytes: Uint8Array, size = 300): Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size)
  );
const read = async (bytes: Uint8Array): Promise<string[]> => {
  const found: string[] = [];
  for await (const part of readBundle(each(chunksOf(bytes))))
    found.push(`${part.path} ${Buffer.from(part.bytes).toString('latin1')}`);
  return found;
};
const refusalOf = async (bytes: Uint8Array): Promise<string> => {
  try {
    await read(bytes);
    return 'none';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};

describe('a bundle', () => {
  let whole: Buffer;
  beforeAll(async () => {
    whole = await bytesOf(each(parts));
  });

  it('comes back as it was written', async () => {
    expect((await read(whole)).slice(1)).toEqual(
      parts.map(({ path, bytes }) => `${path} ${Buffer.from(bytes).toString('latin1')}`)
    );
  });

  it('is refused with a byte of it changed, wherever', async () => {
    const passed: number[] = [];
    for (let at = 0; at < whole.length; at += 5) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      if ((await refusalOf(changed)) === 'none') passed.push(at);
    }
    expect(passed).toEqual([]);
  });

  it('is refused cut short anywhere, and with something after its end', async () => {
    for (let length = 0; length < whole.length; length += 97) {
      const code = await refusalOf(whole.subarray(0, length));
      expect([length, code]).toEqual([length, 'CL_BUNDLE_CUT_SHORT']);
    }
    expect(await refusalOf(whole.subarray(0, -1))).toBe('CL_BUNDLE_CUT_SHORT');
    expect(await refusalOf(Buffer.concat([whole, Buffer.from('x')]))).toBe('CL_BUNDLE_DAMAGED');
  });

  it('names the part that was changed', async () => {
    const at = whole.indexOf('{"a":2}');
    whole.write('{"a":3}', at);
    await expect(read(whole)).rejects.toThrow('tables/read/1.jsonl is not what was written');
    whole.write('{"a":2}', at);
  });

  it('says why it was not finished', async () => {
    const broken = await bytesOf(failing());
    await expect(read(broken)).rejects.toThrow('(CL_TEST): Error: the archive went away');
  });

  it('of a newer program, or of none, is refused as that', async () => {
    const newer = await bytesOf(each(parts), { ...head, version: 2 });
    expect(await refusalOf(newer)).toBe('CL_BUNDLE_NEWER');
    expect(await refusalOf(Buffer.alloc(2048, 'x'))).toBe('CL_BUNDLE_UNKNOWN');
  });

  it.each(['../secrets', '/etc/passwd', 'a b', 'x'.repeat(101)])(
    'has no part called %s',
    async path => {
      const bytes = await bytesOf(each([{ path, bytes: new Uint8Array() }]));
      await expect(read(bytes)).rejects.toThrow("can't be the path of a part");
    }
  );
});

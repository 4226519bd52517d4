import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { boundaryOf, multipartParts, type Part } from './multipart-parts.js';

const limits = { partBytes: 100_000, parts: 10 };
async function* inChunks(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const collected = async (
  body: Uint8Array,
  { size = 1000, over = {} }: { size?: number; over?: Partial<typeof limits> } = {}
): Promise<Part[]> => {
  const parts: Part[] = [];
  for await (const part of multipartParts(inChunks(body, size), 'b', { ...limits, ...over })) {
    parts.push(part);
  }
  return parts;
};
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const bodyOf = (contents: readonly Uint8Array[]): Uint8Array =>
  Buffer.concat([
    ...contents.flatMap(content => [
      bytesOf('--b\r\nContent-Type: application/dicom\r\n\r\n'),
      content,
      bytesOf('\r\n'),
    ]),
    bytesOf('--b--\r\n'),
  ]);

describe('a multipart body', () => {
  it('gives its parts whole, in whatever pieces it comes', async () => {
    const content = fc.uint8Array({ maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(content, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 400 }),
        async (contents, size) => {
          const parts = await collected(bodyOf(contents), { size });
          expect(parts.map(({ bytes }) => Buffer.from(bytes).toString('hex'))).toEqual(
            contents.map(one => Buffer.from(one).toString('hex'))
          );
          expect(
            parts.every(({ headers }) => headers['content-type'] === 'application/dicom')
          ).toBe(true);
        }
      )
    );
  });

  it('may hold a part larger than what is read at once, and its boundary only where a line begins', async () => {
    const content = new Uint8Array(90_000).fill(45);
    content.set(bytesOf('x--b--'), 40_000);
    expect((await collected(bodyOf([content, bytesOf('')]))).map(one => one.bytes.length)).toEqual([
      90_000, 0,
    ]);
  });

  it.each([
    ['CL_MULTIPART', bytesOf('hello')],
    ['CL_MULTIPART', bytesOf('--b\r\nA: b\r\n\r\ncut off')],
    ['CL_MULTIPART', bytesOf('--b\r\nno name\r\n\r\nx\r\n--b--')],
    ['CL_MULTIPART', bytesOf('--b\r\nA: b\r\n\r\nx\r\n--b')],
    ['CL_BODY_TOO_LARGE', bodyOf([new Uint8Array(100_001)])],
    ['CL_TOO_MANY_FILES', bodyOf(Array.from({ length: 11 }, () => bytesOf('x')))],
  ])('is refused: %s', async (code, body) => {
    await expect(collected(body)).rejects.toMatchObject({ code });
  });

  it('is named by its Content-Type', () => {
    expect(boundaryOf('multipart/related; type="application/dicom"; boundary="a b"')).toBe('a b');
    expect(boundaryOf('multipart/form-data; boundary=abc; charset=x')).toBe('abc');
    expect(() => boundaryOf('multipart/form-data')).toThrow('boundary');
  });
});

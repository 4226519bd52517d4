import { describe, expect, it } from '@jest/globals';
import { characterSetNames, withComment } from './hidden.js';
import { decodeJpegLs, encodeJpegLs } from './jpegls.js';

describe('what hides in a file', () => {
  it.each([
    ['ISO_IR 100', 'latin1'],
    ['ISO_IR 192', 'utf-8'],
    ['ISO 2022 IR 87', 'iso-2022-jp'],
  ])('has names in the bytes of %s', (set, label) => {
    const name = characterSetNames.find(one => one.set === set);
    expect(new TextDecoder(label).decode(name?.bytes)).toBe(name?.text);
  });

  it('leaves the picture of a compressed frame as it is', async () => {
    const pixels = Uint16Array.from({ length: 64 * 64 }, (_, index) => (index * 37) % 4096);
    const stream = withComment(await encodeJpegLs(pixels, 64, 64), 7);
    expect(Buffer.from(stream).includes('CANARY7FE0001007')).toBe(true);
    expect(await decodeJpegLs(stream)).toEqual(pixels);
  });
});

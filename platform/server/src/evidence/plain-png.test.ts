import { describe, expect, it } from '@jest/globals';
import { handmadePng, pngChunk } from '../testing/handmade-png.js';
import { NotPng, plainPng } from './plain-png.js';

const whole = handmadePng([3, 2], 90);
const changed = (change: (bytes: Buffer) => void): Buffer => {
  const copy = Buffer.from(whole);
  change(copy);
  return copy;
};

describe('a picture that is to be kept', () => {
  it('is its pixels alone, whatever else its file said', () => {
    const words = pngChunk('tEXt', Buffer.from('Author\0Jane Doe'));
    const profile = pngChunk('iCCP', Buffer.from('Jane Doe\0\0'));
    const { bytes, ...size } = plainPng(handmadePng([3, 2], 90, [words, profile]), 6);
    expect(size).toEqual({ widthPx: 3, heightPx: 2 });
    expect(Buffer.from(bytes)).toEqual(whole);
  });

  it.each<[string, Buffer, string]>([
    ['something else', Buffer.from('GIF89a, not a PNG'), 'does not begin as a PNG'],
    ['cut off in a part', whole.subarray(0, whole.length - 14), 'is cut off'],
    ['without its end', whole.subarray(0, whole.length - 12), 'is cut off'],
    ['followed by more', Buffer.concat([whole, Buffer.from('more')]), 'is cut off'],
    ['damaged', changed(bytes => (bytes[45] = 7)), 'has a damaged part "IDAT"'],
    ['too large', handmadePng([4, 2], 90), 'has 4 x 2 pixels'],
    ['empty', handmadePng([0, 2], 90), 'has 0 x 2 pixels'],
  ])('is refused where it is %s', (_, bytes, why) => {
    expect(() => plainPng(bytes, 6)).toThrow(new NotPng(why));
  });

  it('is refused where its header says more or fewer pixels than there are', () => {
    const [small, large] = [handmadePng([3, 1], 90), handmadePng([3, 3], 90)];
    for (const other of [small, large]) {
      const pixels = other.subarray(33);
      expect(() => plainPng(Buffer.concat([whole.subarray(0, 33), pixels]), 9)).toThrow(NotPng);
    }
  });
});

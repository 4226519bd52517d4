import { describe, expect, it } from '@jest/globals';
import { stripComments } from './comment-segments.js';

const text = [...Buffer.from('NAME')];
const segment = (low: number, body: readonly number[]): number[] => [
  0xff,
  low,
  0,
  body.length + 2,
  ...body,
];

describe('comments in compressed frames', () => {
  it('leave JPEG-LS, the rest byte for byte', () => {
    const head = [0xff, 0xd8];
    const rest = [
      ...segment(0xf7, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]),
      ...segment(0xda, [1, 1, 0, 0, 0, 0]),
      0xff,
      0x7e,
      5,
      0xff,
      0xd9,
    ];
    const given = Uint8Array.from([
      ...head,
      ...segment(0xfe, text),
      ...segment(0xe1, text),
      ...rest,
    ]);
    expect([...stripComments(given, '1.2.840.10008.1.2.4.80')]).toEqual([...head, ...rest]);
  });

  it('leave JPEG 2000', () => {
    const rest = [...segment(0x51, [1, 2, 3]), 0xff, 0x90, 0, 10, 0, 0];
    const given = Uint8Array.from([0xff, 0x4f, ...segment(0x64, text), ...rest]);
    expect([...stripComments(given, '1.2.840.10008.1.2.4.90')]).toEqual([0xff, 0x4f, ...rest]);
  });

  it('are not looked for in plain pixels', () => {
    const given = Uint8Array.from([0xff, 0xd8, ...segment(0xfe, text), 0xff, 0xda]);
    expect(stripComments(given, '1.2.840.10008.1.2.1')).toBe(given);
  });
});

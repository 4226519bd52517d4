import { describe, expect, it } from '@jest/globals';
import type { Archive } from '../archive/archive.js';
import { textlessFrame } from './textless-frame.js';

const name = [...Buffer.from('NAME')];
const segment = (low: number, body: readonly number[]): number[] => [
  ...[0xff, low, 0, body.length + 2],
  ...body,
];
const holding = (bytes: readonly number[]): Archive =>
  ({ frame: () => Promise.resolve(Buffer.from(bytes)) }) as unknown as Archive;
const frameOf = async (bytes: readonly number[], syntax: string): Promise<number[]> => [
  ...(await textlessFrame(holding(bytes), 'an-image', 1, `1.2.840.10008.1.2.${syntax}`)),
];

const soi = [0xff, 0xd8];
const coded = [
  ...segment(0xf7, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]),
  ...segment(0xda, [1, 1, 0, 0, 0, 0]),
  ...[0xff, 0x7e, 5, 0xff, 0xd9],
];

describe('a frame that leaves the archive', () => {
  it('has no comments in JPEG-LS, the rest byte for byte', async () => {
    const given = [...soi, ...segment(0xfe, name), ...segment(0xe1, name), ...coded];
    expect(await frameOf(given, '4.80')).toEqual([...soi, ...coded]);
  });

  it('has nothing behind its end', async () => {
    expect(await frameOf([...soi, ...coded, ...name], '4.80')).toEqual([...soi, ...coded]);
  });

  it('is what it was in plain pixels', async () => {
    const given = [...soi, ...segment(0xfe, name), 0xff, 0xda];
    expect(await frameOf(given, '1')).toEqual(given);
  });

  it.each([
    ['that is no JPEG-LS', name, '4.80'],
    ['without an end', [...soi, ...coded.slice(0, -2)], '4.80'],
    ['of a transfer syntax that is not known here', [...soi, ...coded], '4.110'],
  ])('is refused: one %s', async (_, given, syntax) => {
    await expect(frameOf(given, syntax)).rejects.toMatchObject({
      code: 'CL_ARCHIVE_ANSWER',
      details: { resource: 'an-image' },
    });
  });
});

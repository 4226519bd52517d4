import { describe, expect, it } from '@jest/globals';
import { deidentify } from '../deidentify.js';
import {
  type DataElement,
  type Dataset,
  type EncapsulatedElement,
  value,
} from '../part10/element.js';
import type { DeidentificationPlan } from '../plan.js';
import { elementsOf, fileOf, found, planWith, text, textIn, unsigned } from '../testing/files.js';

const pixelData = 0x7fe00010;
const jpeg = '1.2.840.10008.1.2.4.50';
const canary = [...Buffer.from('CANARYMILLER')];

const done = (file: Uint8Array, plan: DeidentificationPlan = planWith()): Dataset => {
  const result = deidentify(file, plan);
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.message}`);
  // Again, the same.
  expect(deidentify(result.bytes, plan)).toMatchObject({ ok: true, bytes: result.bytes });
  return elementsOf(result.bytes);
};
const refusalOf = (file: Uint8Array, plan: DeidentificationPlan = planWith()): string => {
  const result = deidentify(file, plan);
  return result.ok ? 'none' : result.refusal.code;
};

describe('frames in fragments', () => {
  const frameOf = (n: number, comment: boolean): number[] => [
    ...[0xff, 0xd8],
    ...(comment ? [0xff, 0xfe, 0, 2 + canary.length, ...canary] : []),
    ...[0xff, 0xda, 0, 2, n, n, 0xff, 0xd9],
  ];
  const frame = (n: number, comment = false) => Uint8Array.from(frameOf(n, comment));
  const file = (
    fragments: readonly Uint8Array[],
    frames: number,
    offsets: readonly number[] = [],
    more: readonly DataElement[] = []
  ): Uint8Array => {
    const offsetTable = new Uint8Array(Uint32Array.from(offsets).buffer);
    return fileOf(
      [
        text(0x00280008, 'IS', String(frames)),
        ...more,
        { kind: 'encapsulated', tag: pixelData, vr: 'OB', offsetTable, fragments },
      ],
      jpeg
    );
  };
  const pixelsOf = (dataset: Dataset) => found(dataset, pixelData) as EncapsulatedElement;
  const numbers32 = (bytes: Uint8Array) => [...new Uint32Array(bytes.slice().buffer)];
  const numbers64 = (bytes: Uint8Array) =>
    [...new BigUint64Array(bytes.slice().buffer)].map(Number);

  it('keep their fragments byte for byte when no frame has text', () => {
    const whole = frame(1);
    const fragments = [whole.subarray(0, 4), whole.subarray(4), frame(2)];
    expect(pixelsOf(done(file(fragments, 2, [0, 8 + 4 + 8 + 6]))).fragments).toEqual(fragments);
  });

  it('lose their text, and the basic offset table says where they are then', () => {
    const long = 10 + 4 + canary.length;
    const given = [frame(1), frame(2, true), frame(3)];
    const pixels = pixelsOf(done(file(given, 3, [0, 18, 18 + 8 + long])));
    expect(pixels.fragments).toEqual([frame(1), frame(2), frame(3)]);
    expect(numbers32(pixels.offsetTable)).toEqual([0, 18, 36]);
  });

  it('stay without a basic offset table when they had none', () => {
    const pixels = pixelsOf(done(file([frame(1), frame(2, true)], 2)));
    expect(pixels.offsetTable).toHaveLength(0);
    expect(pixels.fragments).toEqual([frame(1), frame(2)]);
  });

  it('have new extended offset tables', () => {
    const long = 10 + 4 + canary.length;
    const tables = [
      value(0x7fe00001, 'OV', new Uint8Array(BigUint64Array.from([0n, BigInt(8 + long)]).buffer)),
      value(0x7fe00002, 'OV', new Uint8Array(BigUint64Array.from([BigInt(long), 10n]).buffer)),
    ];
    const dataset = done(file([frame(1, true), frame(2)], 2, [], tables));
    const table = (tag: number): number[] => {
      const one = found(dataset, tag);
      return one?.kind === 'value' ? numbers64(one.value) : [];
    };
    expect(table(0x7fe00001)).toEqual([0, 18]);
    expect(table(0x7fe00002)).toEqual([10, 10]);
    expect(pixelsOf(dataset).fragments).toEqual([frame(1), frame(2)]);
  });

  it('are found where one frame is in several fragments, comments across them', () => {
    const whole = frame(1, true);
    const given = [whole.subarray(0, 12), whole.subarray(12), frame(2)];
    expect(pixelsOf(done(file(given, 2))).fragments).toEqual([frame(1), frame(2)]);
    expect(pixelsOf(done(file([whole.subarray(0, 12), whole.subarray(12)], 1))).fragments).toEqual([
      frame(1),
    ]);
  });

  it('are refused when they are not what the transfer syntax says', () => {
    expect(refusalOf(file([Uint8Array.from(canary)], 1))).toBe('pixelDataUnreadable');
    expect(refusalOf(file([frame(1), frame(2)], 3))).toBe('pixelDataUnreadable');
    expect(refusalOf(fileOf([value(pixelData, 'OB', frame(1))], jpeg))).toBe('pixelDataUnreadable');
  });
});

/** Rows by columns of 8 or 16 bits. */
const native = (differs: {
  readonly bits: 8 | 16;
  readonly values: readonly number[];
  readonly photometric?: string;
  readonly samples?: number;
  readonly planar?: number;
  readonly signed?: boolean;
  readonly frames?: number;
  readonly stored?: number;
  readonly more?: readonly DataElement[];
}): Dataset => {
  const { bits, values, photometric = 'MONOCHROME2', samples = 1, planar = 0 } = differs;
  const pixels =
    bits === 8 ? Uint8Array.from(values) : new Uint8Array(Uint16Array.from(values).buffer);
  return [
    unsigned(0x00280002, samples),
    text(0x00280004, 'CS', photometric),
    unsigned(0x00280006, planar),
    text(0x00280008, 'IS', String(differs.frames ?? 1)),
    unsigned(0x00280010, 2),
    unsigned(0x00280011, 3),
    unsigned(0x00280100, bits),
    unsigned(0x00280101, differs.stored ?? bits),
    unsigned(0x00280102, (differs.stored ?? bits) - 1),
    unsigned(0x00280103, differs.signed === true ? 1 : 0),
    ...(differs.more ?? []),
    value(pixelData, bits === 8 ? 'OB' : 'OW', pixels),
  ];
};
const valuesIn = (dataset: Dataset, bits: 8 | 16): number[] => {
  const pixels = found(dataset, pixelData);
  if (pixels?.kind !== 'value') return [];
  return bits === 8 ? [...pixels.value] : [...new Uint16Array(pixels.value.slice().buffer)];
};

describe('a mask', () => {
  const plan = planWith({ masks: [{ left: 1, top: 0, width: 9, height: 1 }] });
  const six = [10, 11, 12, 13, 14, 15];

  it.each([
    ['8 bits', { bits: 8, values: six }, [10, 0, 0, 13, 14, 15]],
    ['16 bits', { bits: 16, values: six }, [10, 0, 0, 13, 14, 15]],
    [
      'every frame',
      { bits: 16, values: [...six, ...six], frames: 2 },
      [10, 0, 0, 13, 14, 15, 10, 0, 0, 13, 14, 15],
    ],
    [
      'pixels of which black is the highest',
      { bits: 16, values: six, photometric: 'MONOCHROME1', stored: 12 },
      [10, 4095, 4095, 13, 14, 15],
    ],
    [
      'signed pixels',
      { bits: 16, values: six, signed: true, stored: 12 },
      [10, 63488, 63488, 13, 14, 15],
    ],
    [
      'colour by pixel',
      { bits: 8, values: [...six, ...six, ...six], samples: 3, photometric: 'RGB' },
      [10, 11, 12, 0, 0, 0, 0, 0, 0, 13, 14, 15, 10, 11, 12, 13, 14, 15],
    ],
    [
      'colour by plane',
      { bits: 8, values: [...six, ...six, ...six], samples: 3, photometric: 'RGB', planar: 1 },
      [10, 0, 0, 13, 14, 15, 10, 0, 0, 13, 14, 15, 10, 0, 0, 13, 14, 15],
    ],
    [
      'colour differences',
      { bits: 8, values: [...six, ...six, ...six], samples: 3, photometric: 'YBR_FULL', planar: 1 },
      [10, 0, 0, 13, 14, 15, 10, 128, 128, 13, 14, 15, 10, 128, 128, 13, 14, 15],
    ],
  ] as const)('blacks %s', (_, image, expected) => {
    const dataset = done(fileOf(native(image)), plan);
    expect(valuesIn(dataset, image.bits)).toEqual(expected);
  });

  it('blacks pixels in big endian', () => {
    const big = six.map(one => one << 8);
    const elements = native({ bits: 16, values: big }).map(one =>
      one.kind === 'value' && one.vr === 'US' ? { ...one, value: one.value.slice().reverse() } : one
    );
    const dataset = done(fileOf(elements, '1.2.840.10008.1.2.2'), plan);
    expect(valuesIn(dataset, 16)).toEqual([big[0], 0, 0, ...big.slice(3)]);
  });

  it('is said in the codes of the method, and accepts burned-in identity', () => {
    const burned = text(0x00280301, 'CS', 'YES');
    const file = fileOf(native({ bits: 8, values: six, more: [burned] }));
    expect(refusalOf(file)).toBe('burnedInAnnotation');
    const dataset = done(file, plan);
    const codes = found(dataset, 0x00120064);
    const said =
      codes?.kind === 'sequence' ? codes.items.map(item => textIn(item, 0x00080100)) : [];
    expect(said.at(-1)).toBe('113101');
    expect(textIn(dataset, 0x00280301)).toBe('YES');
  });

  it('is refused where it has no black', () => {
    const palette = native({ bits: 8, values: six, photometric: 'PALETTE COLOR' });
    expect(refusalOf(fileOf(palette), plan)).toBe('maskNotPossible');
    expect(refusalOf(fileOf(native({ bits: 8, values: [1, 2] })), plan)).toBe('maskNotPossible');
    const compressed: DataElement = {
      ...{ kind: 'encapsulated', tag: pixelData, vr: 'OB', offsetTable: new Uint8Array(0) },
      fragments: [Uint8Array.of(0xff, 0xd8, 0xff, 0xd9)],
    };
    expect(refusalOf(fileOf([compressed], jpeg), plan)).toBe('maskNeedsDecoding');
  });
});

describe('an overlay in bits of the pixels', () => {
  const overlay = (position: number, bits = 16): DataElement[] => [
    unsigned(0x60000100, bits),
    unsigned(0x60000102, position),
  ];
  const values = [0x1001, 0x2fff, 0x3000, 0x0001, 0xf123, 0x0fff];

  it('goes, and the values stay', () => {
    const more = [...overlay(12), unsigned(0x60020100, 16), unsigned(0x60020102, 13)];
    const image = native({ bits: 16, values, stored: 12, more });
    const dataset = done(fileOf(image));
    expect(valuesIn(dataset, 16)).toEqual([0x0001, 0x0fff, 0x0000, 0x0001, 0xc123, 0x0fff]);
    expect(dataset.some(({ tag }) => tag >>> 24 === 0x60)).toBe(false);
  });

  it('is not looked for where the overlay has data of its own', () => {
    const more = [...overlay(0, 1), value(0x60003000, 'OW', Uint8Array.of(1, 2))];
    const dataset = done(fileOf(native({ bits: 16, values, stored: 12, more })));
    expect(valuesIn(dataset, 16)).toEqual(values);
  });

  it('is refused among the bits of the values, and in compressed pixels', () => {
    const image = native({ bits: 16, values, stored: 12, more: overlay(3) });
    expect(refusalOf(fileOf(image))).toBe('overlayInPixels');
    const compressed: DataElement = {
      ...{ kind: 'encapsulated', tag: pixelData, vr: 'OB', offsetTable: new Uint8Array(0) },
      fragments: [Uint8Array.of(0xff, 0xd8, 0xff, 0xd9)],
    };
    expect(refusalOf(fileOf([...overlay(12), compressed], jpeg))).toBe('overlayInPixels');
  });
});

import type { HostileFamily } from './hostile-files.js';
import {
  bodyOf,
  changed,
  encoded,
  fileAround,
  item,
  joined,
  latin,
  number16,
  pixelTag,
  sequenceEnd,
  text,
  uint32,
  undefinedLength,
  without,
  type RawElement,
} from './raw-file.js';

const apart = ['quarantined'] as const;
const letIn = ['stored'] as const;
const jpeg = '1.2.840.10008.1.2.4.70';
const jpegLs = '1.2.840.10008.1.2.4.80';
const jpeg2000 = '1.2.840.10008.1.2.4.90';
const rle = '1.2.840.10008.1.2.5';

const frames = (count: number | string): RawElement => text(0x00280008, 'IS', String(count));

interface Compressed {
  readonly syntax: string;
  /** The bytes of the basic offset table. */
  readonly offsets?: Uint8Array;
  readonly more?: readonly RawElement[];
}

/** The image with fragments for pixels. */
const compressed = (
  elements: readonly RawElement[],
  fragments: readonly Uint8Array[],
  { syntax, offsets = new Uint8Array(0), more = [] }: Compressed
): Uint8Array => {
  const pieces = [item(offsets), ...fragments.map(one => item(one)), sequenceEnd()];
  const value = new Uint8Array(Buffer.concat(pieces));
  const all = bodyOf(changed(without(elements, pixelTag), ...more));
  return fileAround(
    joined(all, encoded({ tag: pixelTag, vr: 'OB', value, length: undefinedLength })),
    { syntax }
  );
};

/** A frame of JPEG as far as its markers go; its data is none. */
const jpegFrame = (comment = ''): Uint8Array =>
  joined(
    latin('\xff\xd8'),
    comment === ''
      ? new Uint8Array(0)
      : joined(Uint8Array.of(0xff, 0xfe, 0, 2 + comment.length), latin(comment)),
    latin(
      '\xff\xc3\x00\x0b\x0c\xff\xff\xff\xff\x01\x01\x11\x00\xff\xda\x00\x08\x01\x01\x00\x01\x00\x00\x12\x34\xff\xd9'
    ),
    comment.length % 2 === 0 ? new Uint8Array(0) : new Uint8Array(1)
  );

/** A frame of RLE of 64 by 64 pixels of 16 bits: two segments of runs. */
const rleFrame = (after = ''): Uint8Array => {
  const segment = Uint8Array.from({ length: 64 }, (_, i) => (i % 2 === 0 ? 0x81 : i));
  const header = new Uint8Array(64);
  header.set(uint32(2, 64, 128));
  return joined(header, segment, segment, latin(after.length % 2 === 0 ? after : `${after} `));
};

/** What is wrong with pixels. */
export const pixelFamilies: readonly HostileFamily[] = [
  {
    name: 'pixelsShort',
    what: 'fewer pixels than rows, columns and frames say',
    becomes: apart,
    make: ({ elements, random }) =>
      fileAround(
        bodyOf(
          elements.map(one =>
            one.tag === pixelTag
              ? { ...one, value: one.value.slice(0, 2 * Math.floor(random() * 4000)) }
              : one
          )
        )
      ),
  },
  {
    name: 'pixelsLong',
    what: 'an identity after the last pixel',
    becomes: letIn,
    make: ({ elements, hidden }) =>
      fileAround(
        bodyOf(
          elements.map(one =>
            one.tag === pixelTag ? { ...one, value: joined(one.value, latin(hidden)) } : one
          )
        )
      ),
  },
  {
    name: 'sizeOfGigabytes',
    what: 'rows, columns and frames of terabytes for a few kilobytes of pixels',
    becomes: apart,
    make: ({ elements, turn }) =>
      fileAround(
        bodyOf(
          changed(
            elements,
            number16(0x00280010, 65_535),
            number16(0x00280011, 65_535),
            frames(['1', '2147483647', '99999999999', '-1', '1e9'][turn % 5] ?? '1')
          )
        )
      ),
  },
  {
    name: 'sizeMissing',
    what: 'pixels without rows, columns or bits',
    becomes: apart,
    make: ({ elements, turn }) =>
      fileAround(bodyOf(without(elements, [0x00280010, 0x00280011, 0x00280100][turn % 3] ?? 0))),
  },
  {
    name: 'sizeZero',
    what: 'an image of no rows or no columns, with pixels all the same',
    becomes: ['stored', 'quarantined'],
    make: ({ elements, turn }) =>
      fileAround(bodyOf(changed(elements, number16(turn % 2 === 0 ? 0x00280010 : 0x00280011, 0)))),
  },
  {
    name: 'streamBroken',
    what: 'compressed frames that are cut, empty, text, or of another compression',
    becomes: apart,
    make: ({ elements, turn }) => {
      const whole = jpegFrame();
      const broken = [
        whole.slice(0, 12),
        new Uint8Array(0),
        latin('not a frame!'),
        rleFrame().slice(0, 100),
      ];
      const syntax = [jpeg, jpegLs, jpeg2000, rle][turn % 4] ?? jpeg;
      return compressed(elements, [broken[Math.floor(turn / 4) % broken.length] ?? whole], {
        syntax,
      });
    },
  },
  {
    name: 'streamOfOtherSize',
    what: 'frames that say 65535 by 65535 pixels where the header says 64',
    becomes: ['stored', 'quarantined'],
    make: ({ elements }) => compressed(elements, [jpegFrame()], { syntax: jpeg }),
  },
  {
    name: 'streamHides',
    what: 'an identity in comments and after the end of compressed frames',
    becomes: letIn,
    make: ({ elements, hidden, turn }) =>
      turn % 2 === 0
        ? compressed(elements, [jpegFrame(hidden)], { syntax: jpeg })
        : compressed(elements, [rleFrame(hidden)], { syntax: rle }),
  },
  {
    name: 'offsetsOutside',
    what: 'a table of offsets that point outside, or that is an identity',
    becomes: letIn,
    make: ({ elements, hidden, turn }) =>
      compressed(elements, [jpegFrame(), jpegFrame()], {
        syntax: jpeg,
        offsets: turn % 2 === 0 ? uint32(0xfffffff0, 7) : latin(hidden.padEnd(20).slice(0, 20)),
        more: [frames(2)],
      }),
  },
  {
    name: 'offsetsMany',
    what: 'hundreds of thousands of fragments and offsets that fit no frame',
    becomes: apart,
    make: ({ elements }) => {
      const count = 50_000;
      const fragments = [jpegFrame(), ...Array.from({ length: count }, () => new Uint8Array(0))];
      const offsets = new Uint8Array(
        Uint32Array.from({ length: count }, (_, i) => 4 * i + 1).buffer
      );
      return compressed(elements, fragments, { syntax: jpeg, offsets, more: [frames(2)] });
    },
  },
  {
    name: 'framesMany',
    what: 'another number of frames than there are',
    becomes: apart,
    make: ({ elements, turn }) =>
      compressed(elements, [jpegFrame(), jpegFrame()], {
        ...{ syntax: jpeg, more: [frames([3, 1_000_000, 2_147_483_647][turn % 3] ?? 3)] },
      }),
  },
  {
    name: 'nativeInCompressed',
    what: 'native pixels where frames should be, and frames where native pixels should be',
    becomes: apart,
    make: ({ elements, turn }) =>
      turn % 2 === 0
        ? fileAround(bodyOf(elements), { syntax: jpeg })
        : compressed(elements, [jpegFrame()], { syntax: '1.2.840.10008.1.2.1' }),
  },
];

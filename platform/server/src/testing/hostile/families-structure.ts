import { constants, deflateRawSync } from 'node:zlib';
import type { HostileFamily } from './hostile-files.js';
import {
  bodyOf,
  changed,
  deflatedLittle,
  encoded,
  explicitLittle,
  fileAround,
  implicitLittle,
  item,
  itemEnd,
  joined,
  latin,
  pixelTag,
  placesIn,
  sequenceEnd,
  text,
  uint16,
  uint32,
  undefinedLength,
  without,
} from './raw-file.js';

const unreadable = ['notDicom'] as const;
const sequenceTag = 0x00081115;
/** Sequences of undefined length, one in another. */
const nested = (depth: number, closed: boolean): Uint8Array => {
  const open = joined(
    encoded({ tag: sequenceTag, vr: 'SQ', value: new Uint8Array(0), length: undefinedLength }),
    item(new Uint8Array(0), undefinedLength)
  );
  const close = joined(itemEnd(), sequenceEnd());
  return joined(
    ...Array.from({ length: depth }, () => open),
    ...(closed ? Array.from({ length: depth }, () => close) : [])
  );
};

/** What is wrong with how a file is written. */
export const structureFamilies: readonly HostileFamily[] = [
  {
    name: 'truncated',
    what: 'cut at a tag, in a header or in a value, one place after another',
    becomes: ['notDicom', 'quarantined', 'stored'],
    make: ({ elements, turn }) => {
      const whole = fileAround(bodyOf(elements));
      const places = placesIn(elements, whole.length - bodyOf(elements).length);
      return whole.slice(0, places[turn % places.length]);
    },
  },
  {
    name: 'groupLengthWrong',
    what: 'the length of the file meta is too small, too large or 4 GB',
    becomes: ['stored', ...unreadable],
    make: ({ elements, turn }) =>
      fileAround(bodyOf(elements), {
        groupLength: [0, 3, 7, 5000, 0x7fffffff, undefinedLength][turn % 6] ?? 0,
      }),
  },
  {
    name: 'sequenceNeverClosed',
    what: 'a sequence of undefined length without its end',
    becomes: unreadable,
    make: ({ elements }) =>
      fileAround(
        joined(
          bodyOf(without(elements, pixelTag)),
          encoded({
            tag: 0x7fdf0010,
            vr: 'SQ',
            value: item(latin('abcd')),
            length: undefinedLength,
          })
        )
      ),
  },
  {
    name: 'nestedDeep',
    what: 'sequences thousands deep, closed or not',
    becomes: unreadable,
    make: ({ elements, turn }) =>
      fileAround(joined(nested(2000 + 3000 * (turn % 5), turn % 2 === 0), bodyOf(elements))),
  },
  {
    name: 'lengthBeyondTheFile',
    what: 'a value of 4 GB less two, of which there are few bytes',
    becomes: unreadable,
    make: ({ elements, turn }) =>
      fileAround(
        bodyOf(
          changed(elements, {
            ...{ tag: 0x00082111, vr: ['UT', 'OB', 'UN', 'SQ'][turn % 4] ?? 'UT' },
            ...{ value: latin('few'), length: 0xfffffffe },
          })
        )
      ),
  },
  {
    name: 'lengthOdd',
    what: 'values of odd length without padding',
    becomes: ['stored'],
    make: ({ elements }) =>
      fileAround(
        bodyOf(changed(elements, { tag: 0x00081090, vr: 'LO', value: latin('odd'), length: 3 }))
      ),
  },
  {
    name: 'orderWrong',
    what: 'elements from last to first',
    becomes: ['stored'],
    make: ({ elements }) => fileAround(bodyOf([...elements].reverse())),
  },
  {
    name: 'elementTwice',
    what: 'an element a second time, with an identity in it',
    becomes: ['stored'],
    make: ({ elements, hidden, turn }) =>
      fileAround(
        bodyOf([
          ...elements,
          text([0x00180050, 0x00120040, 0x00080060][turn % 3] ?? 0x00080060, 'LO', hidden),
        ])
      ),
  },
  {
    name: 'millionsOfElements',
    what: 'elements of eight bytes, more than any image has',
    becomes: unreadable,
    make: ({ elements }) => {
      const many = new Uint8Array(8 * 610_000);
      const view = new DataView(many.buffer);
      for (let i = 0; i < 610_000; i += 1) {
        view.setUint16(8 * i, 0x0009, true);
        view.setUint16(8 * i + 2, 0x1000 + (i & 0xfff), true);
      }
      const body = joined(bodyOf(without(elements, pixelTag), false), many);
      return fileAround(body, { syntax: implicitLittle });
    },
  },
  {
    name: 'zerosThenMore',
    what: 'megabytes of zeros, which are elements, and one more byte',
    becomes: unreadable,
    make: ({ elements }) =>
      fileAround(joined(bodyOf(elements, false), new Uint8Array(8 * 200_000), Uint8Array.of(1)), {
        syntax: implicitLittle,
      }),
  },
  {
    name: 'withoutUid',
    what: 'a UID that a file must have is absent',
    becomes: unreadable,
    make: ({ elements, turn }) =>
      fileAround(
        bodyOf(without(elements, [0x00080016, 0x00080018, 0x0020000d, 0x0020000e][turn % 4] ?? 0))
      ),
  },
  {
    name: 'uidIsNone',
    what: 'a UID of letters, of more than 64 characters, with paths, quotes or NUL in it',
    becomes: unreadable,
    make: ({ elements, turn }) => {
      const none = [
        '1.2.x',
        `1.${'2'.repeat(90)}`,
        '../../etc/passwd',
        "1.2'; drop",
        '1.2\0.3',
        '..',
      ];
      const tags = [0x00080018, 0x0020000d, 0x0020000e, 0x00080016];
      const tag = tags[Math.floor(turn / none.length) % tags.length] ?? 0x00080018;
      return fileAround(bodyOf(changed(elements, text(tag, 'UI', none[turn % none.length] ?? ''))));
    },
  },
  {
    name: 'transferSyntaxNone',
    what: 'no transfer syntax, an unknown, a private or no UID',
    becomes: unreadable,
    make: ({ elements, turn }) =>
      fileAround(bodyOf(elements), {
        syntax:
          [null, '1.2.3.4', '1.2.840.113619.5.2', 'little endian', '1.2.840.10008.1.2.4.100'][
            turn % 5
          ] ?? null,
      }),
  },
  {
    name: 'transferSyntaxWrong',
    what: 'another transfer syntax than it is written in',
    becomes: unreadable,
    make: ({ elements, turn }) =>
      fileAround(bodyOf(elements, turn % 2 === 0), {
        syntax: turn % 2 === 0 ? '1.2.840.10008.1.2.2' : explicitLittle,
      }),
  },
  {
    name: 'deflateBomb',
    what: 'a few hundred kilobytes that inflate to more than a hundred megabytes',
    becomes: unreadable,
    make: ({ elements }) =>
      fileAround(joined(open(bodyOf(elements)), bomb()), { syntax: deflatedLittle }),
  },
  {
    name: 'deflateDamaged',
    what: 'a deflated dataset that is damaged or cut',
    becomes: unreadable,
    make: ({ elements, turn }) => {
      const stream = deflateRawSync(bodyOf(elements));
      const damaged =
        turn % 2 === 0 ? stream.subarray(0, stream.length - 40) : stream.fill(0xff, 9, 30);
      return fileAround(new Uint8Array(damaged), { syntax: deflatedLittle });
    },
  },
  {
    name: 'notDicom',
    what: 'a ZIP of gigabytes, a PDF, text, nothing, zeros, a DICOM prefix alone',
    becomes: unreadable,
    make: ({ turn }) =>
      [
        joined(
          latin('PK\x03\x04'),
          uint16(20, 0, 8),
          new Uint8Array(deflateRawSync(new Uint8Array(4_000_000)))
        ),
        latin('%PDF-1.7\n%%EOF'),
        latin('#!/bin/sh\nrm -rf /\n'),
        new Uint8Array(0),
        new Uint8Array(4096),
        joined(new Uint8Array(128), latin('DICM')),
        joined(new Uint8Array(128), latin('DICM'), uint32(2, 0)),
      ][turn % 7] ?? new Uint8Array(0),
  },
];

/** Blocks of deflate without the last one's mark, so that others may follow. */
const open = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(deflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }));

/** 160 MB of zeros. */
const bomb = (): Uint8Array => {
  const block = open(new Uint8Array(8 * 1024 ** 2));
  return joined(
    ...Array.from({ length: 20 }, () => block),
    new Uint8Array(deflateRawSync(uint16(0)))
  );
};

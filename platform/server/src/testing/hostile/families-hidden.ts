import type { HostileFamily } from './hostile-files.js';
import {
  bodyOf,
  changed,
  fileAround,
  item,
  joined,
  latin,
  number16,
  pixelTag,
  text,
  without,
} from './raw-file.js';

const letIn = ['stored'] as const;
const megabyte = 1024 ** 2;
const encapsulatedPdf = '1.2.840.10008.5.1.4.1.1.104.1';
const report = '1.2.840.10008.5.1.4.1.1.88.11';

/** Where an identity, or a program, may hide. */
export const hidingFamilies: readonly HostileFamily[] = [
  {
    name: 'privateBlob',
    what: 'private elements with a program, megabytes, and an identity',
    becomes: letIn,
    make: ({ elements, hidden }) =>
      fileAround(
        bodyOf(
          changed(
            elements,
            text(0x00190010, 'LO', 'GEMS_ACQU_01'),
            {
              ...{ tag: 0x00191023, vr: 'DS', value: latin(hidden.slice(0, 16)) },
            },
            {
              ...{ tag: 0x00291010, vr: 'OB' },
              value: joined(latin(`MZ\x7fELF${hidden}`), new Uint8Array(3 * megabyte).fill(0x90)),
            }
          )
        )
      ),
  },
  {
    name: 'preamble',
    what: 'a preamble that is a program, a TIFF or a PDF, with an identity in it',
    becomes: letIn,
    make: ({ elements, hidden, turn }) => {
      const preamble = new Uint8Array(128);
      preamble.set(latin(`${['MZ\x90', '\x7fELF', 'II*\0', '%PDF-1.7\n'][turn % 4]}${hidden}`));
      return fileAround(bodyOf(elements), { preamble });
    },
  },
  {
    name: 'metaHides',
    what: 'an identity in the file meta: application entities, private information',
    becomes: letIn,
    make: ({ elements, hidden }) =>
      fileAround(bodyOf(elements), {
        meta: [
          text(0x00020016, 'AE', hidden.slice(0, 16)),
          text(0x00020100, 'UI', '1.2.3'),
          { tag: 0x00020102, vr: 'OB', value: latin(hidden) },
        ],
      }),
  },
  {
    name: 'overlayAndCurve',
    what: 'an identity in overlays and curves',
    becomes: letIn,
    make: ({ elements, hidden }) =>
      fileAround(
        bodyOf(
          changed(
            elements,
            text(0x50000022, 'LO', hidden),
            { tag: 0x50003000, vr: 'OW', value: latin(hidden) },
            number16(0x60000010, 8),
            text(0x60000022, 'LO', hidden),
            number16(0x60000100, 1),
            { tag: 0x60003000, vr: 'OW', value: latin(hidden) }
          )
        )
      ),
  },
  {
    name: 'icon',
    what: 'an identity in a sequence of icons and in one that nobody knows',
    becomes: letIn,
    make: ({ elements, hidden }) => {
      const icon = item(
        bodyOf([text(0x00100010, 'PN', hidden), { tag: pixelTag, vr: 'OB', value: latin(hidden) }])
      );
      const sequenceOf = (tag: number) => ({ tag, vr: 'SQ', value: icon });
      return fileAround(
        bodyOf(
          changed(elements, sequenceOf(0x00880200), sequenceOf(0x00089215), sequenceOf(0x01110010))
        )
      );
    },
  },
  {
    name: 'otherVr',
    what: 'attributes of another VR than they have, with an identity in them',
    becomes: ['stored', 'quarantined'],
    make: ({ elements, hidden, turn }) =>
      fileAround(
        bodyOf(
          changed(
            elements,
            {
              tag: 0x00180060,
              vr: ['LT', 'UN', 'OB', 'UT'][turn % 4] ?? 'LT',
              value: latin(hidden),
            },
            { tag: 0x00181151, vr: 'DS', value: latin(hidden.slice(0, 16)) }
          )
        )
      ),
  },
  {
    name: 'notAnImage',
    what: 'a structured report or an encapsulated PDF with an identity in it',
    becomes: letIn,
    make: ({ elements, hidden, turn }) => {
      const bare = without(elements, pixelTag, 0x00280010, 0x00280011);
      const content = item(
        bodyOf([text(0x0040a160, 'UT', hidden), text(0x0040a040, 'CS', 'TEXT')])
      );
      return fileAround(
        bodyOf(
          turn % 2 === 0
            ? changed(bare, text(0x00080016, 'UI', report), {
                tag: 0x0040a730,
                vr: 'SQ',
                value: content,
              })
            : changed(bare, text(0x00080016, 'UI', encapsulatedPdf), {
                ...{ tag: 0x00420011, vr: 'OB', value: latin(`%PDF-1.7 ${hidden}`) },
              })
        )
      );
    },
  },
];

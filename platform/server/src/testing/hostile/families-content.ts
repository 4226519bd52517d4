import type { HostileFamily } from './hostile-files.js';
import {
  bodyOf,
  changed,
  encoded,
  fileAround,
  implicitLittle,
  item,
  joined,
  pixelTag,
  text,
  uint16,
  undefinedLength,
  without,
} from './raw-file.js';

const letIn = ['stored'] as const;
const apart = ['quarantined'] as const;
const unreadable = ['notDicom'] as const;
const megabyte = 1024 ** 2;

/** What is wrong with what a file says. */
export const contentFamilies: readonly HostileFamily[] = [
  {
    name: 'characterSetNone',
    what: 'character sets that there are not, or of which nothing is known',
    becomes: unreadable,
    make: ({ elements, turn }) =>
      fileAround(
        bodyOf(
          changed(
            elements,
            text(
              0x00080005,
              'CS',
              ['ISO_IR 999', 'UTF-16', '../x', 'ISO_IR 100\\KLINGON'][turn % 4] ?? ''
            )
          )
        )
      ),
  },
  {
    name: 'escapeBomb',
    what: 'text of nothing but escape sequences of several character sets',
    becomes: letIn,
    make: ({ elements, turn }) =>
      fileAround(
        bodyOf(
          changed(
            elements,
            text(0x00080005, 'CS', '\\ISO 2022 IR 87\\ISO 2022 IR 149\\ISO 2022 IR 58'),
            text(0x00104000, 'LT', ['\x1b$B', '\x1b', '\x1b$)C\x1b(B'][turn % 3]!.repeat(9000)),
            text(0x00081030, 'LO', '\x1b$B\x1b(B'.repeat(9000))
          )
        )
      ),
  },
  {
    name: 'valueOfMegabytes',
    what: 'a name, an identifier or a description of a megabyte, as only an implicit VR has room for',
    becomes: unreadable,
    make: ({ elements, turn }) =>
      fileAround(
        bodyOf(
          changed(
            elements,
            text(
              [0x00100010, 0x00100020, 0x0008103e, 0x00280030][turn % 4] ?? 0x00100010,
              'LO',
              [' ', '^', '1', 'A'][turn % 4]!.repeat(megabyte * 5) + 'x'
            )
          ),
          false
        ),
        { syntax: implicitLittle }
      ),
  },
  {
    name: 'valueThatTakesLong',
    what: 'values that a careless expression tries in every division: spaces, digits, carets, marks',
    becomes: letIn,
    make: ({ elements, turn }) => {
      const long = [' ', '1', '^', '.'][turn % 4]!.repeat(60_000) + 'x';
      return fileAround(
        bodyOf(
          changed(
            elements,
            ...[0x00080080, 0x00081030, 0x0008103e, 0x00081070, 0x00104000].map(tag =>
              text(tag, 'LO', long)
            ),
            text(0x00180050, 'DS', long),
            text(0x00080005, 'CS', 'ISO_IR 192'),
            ...['00181030', '00180024'].map(tag => ({
              ...{ tag: Number.parseInt(tag, 16), vr: 'LO' },
              value: new Uint8Array(Buffer.from(`a${'\u0301\u0316'.repeat(15_000)}`)),
            }))
          )
        )
      );
    },
  },
  {
    name: 'patientIdOdd',
    what: 'an identifier of the patient with markup, a path, a command of a database, control characters, or very long',
    becomes: ['stored', 'quarantined'],
    make: ({ elements, turn }) =>
      fileAround(
        bodyOf(
          changed(
            elements,
            text(
              0x00100020,
              'LO',
              [
                '<script>alert(1)</script>',
                '../../../etc/passwd',
                "x'; drop table instance; --",
                'a\x07\x1b[2Jb\r\nSet-Cookie: x',
                'A\0B',
                '7'.repeat(60_000),
                '{{7*7}}${7*7}',
              ][turn % 7] ?? ''
            )
          )
        )
      ),
  },
  {
    name: 'subjectOdd',
    what: 'subject, site and timepoint that are markup, controls, NUL, or thousands of characters',
    becomes: ['stored', 'quarantined'],
    make: ({ elements, turn, random }) => {
      const odd = [
        '<img src=x onerror=alert(1)>',
        'S\0T',
        `S${'9'.repeat(50_000 + Math.floor(random() * 99))}`,
        '\x01\x02',
        '\ud800',
      ];
      const tag = [0x00120040, 0x00120030, 0x00120050][turn % 3] ?? 0x00120040;
      return fileAround(
        bodyOf(changed(elements, text(tag, 'LO', odd[Math.floor(turn / 3) % odd.length] ?? '')))
      );
    },
  },
  {
    name: 'dateThatIsNone',
    what: 'dates of days and months that there are not, or far away',
    becomes: letIn,
    make: ({ elements, turn }) => {
      const none =
        ['20261399', '00000000', '99999999', '20260230', '00010101', 'today'][turn % 6] ?? '';
      const dates = [0x00080020, 0x00080021, 0x00080022].map(tag => text(tag, 'DA', none));
      return fileAround(bodyOf(changed(elements, ...dates)));
    },
  },
  {
    name: 'numberThatIsNone',
    what: 'numbers out of all range, or none: places, thickness, instance number',
    becomes: letIn,
    make: ({ elements, turn }) => {
      const none =
        ['1e308', '-99999999999999999999', 'NaN', 'Infinity', '0x10', '1e999'][turn % 6] ?? '';
      return fileAround(
        bodyOf(
          changed(
            elements,
            text(0x00200032, 'DS', [none, none, none].join('\\')),
            text(0x00200037, 'DS', Array.from({ length: 6 }, () => none).join('\\')),
            ...[0x00180050, 0x00280030, 0x00281052].map(tag => text(tag, 'DS', none)),
            ...[0x00200013, 0x00200011].map(tag => text(tag, 'IS', none))
          )
        )
      );
    },
  },
  {
    name: 'otherTrial',
    what: 'of a trial that is another one, or written oddly',
    becomes: ['refused'],
    make: ({ elements, turn }) =>
      fileAround(
        bodyOf(
          changed(
            elements,
            text(
              0x00120020,
              'LO',
              ['OTHER', '*', "' or 1=1 --", 'DEMO-ONC\\OTHER\0', '%'][turn % 3] ?? ''
            )
          )
        )
      ),
  },
  {
    name: 'burnedIn',
    what: 'it says itself that identity is in its pixels',
    becomes: apart,
    make: ({ elements }) => fileAround(bodyOf(changed(elements, text(0x00280301, 'CS', 'YES')))),
  },
  {
    name: 'pixelSequence',
    what: 'pixels that are a sequence, or of undefined length without fragments',
    becomes: ['quarantined', 'notDicom'],
    make: ({ elements, turn }) =>
      fileAround(
        joined(
          bodyOf(without(elements, pixelTag)),
          turn % 2 === 0
            ? encoded({ tag: pixelTag, vr: 'SQ', value: item(new Uint8Array(0)) })
            : encoded({ tag: pixelTag, vr: 'OW', value: uint16(1, 2), length: undefinedLength })
        )
      ),
  },
];

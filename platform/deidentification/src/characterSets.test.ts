import { describe, expect, it } from '@jest/globals';
import { decodeText, repertoireOf } from './characterSets.js';
import { deidentify } from './deidentify.js';
import { type DataElement, sequence, value } from './part10/element.js';
import { ascii, elementsOf, fileOf, found, planWith, text } from './testing/files.js';

const esc = '\x1b';

/** Terms, the bytes as characters of Latin 1, and what they say: those of PS3.5, annexes H, I, J and K. */
const names: readonly (readonly [terms: string[], bytes: string, says: string])[] = [
  [[], 'Buc^Jerome', 'Buc^Jerome'],
  [['ISO_IR 6'], 'Buc^Jerome', 'Buc^Jerome'],
  [['ISO_IR 100'], 'Buc^J\xe9r\xf4me', 'Buc^Jérôme'],
  [['ISO_IR 101'], 'W\xb3a\xb6ciciel', 'Właściciel'],
  [['ISO_IR 144'], '\xbb\xee\xda\xe1\xd5\xdc', 'Люксем'],
  [['ISO_IR 126'], '\xc4\xe9\xef\xed\xf5\xf3\xe9\xef\xf2', 'Διονυσιος'],
  [['ISO_IR 138'], '\xf9\xf8\xe5\xef^\xe3\xe1\xe5\xf8\xe4', 'שרון^דבורה'],
  [['ISO_IR 13'], '\xd4\xcf\xc0\xde^\xc0\xdb\xb3', 'ﾔﾏﾀﾞ^ﾀﾛｳ'],
  [['ISO_IR 166'], '\xb9\xd2\xc2', 'นาย'],
  [['ISO_IR 192'], 'Wang^\xe5\xb0\x8f\xe4\xb8\x9c', 'Wang^小东'],
  [['GB18030'], 'Wang^\xd0\xa1\xb6\xab', 'Wang^小东'],
  [['GBK'], '\xcd\xf5^\xd0\xa1\xb6\xab', '王^小东'],
  [
    ['', 'ISO 2022 IR 87'],
    `Yamada^Tarou=${esc}$B;3ED${esc}(B^${esc}$BB@O:${esc}(B=${esc}$B$d$^$@${esc}(B^${esc}$B$?$m$&${esc}(B`,
    'Yamada^Tarou=山田^太郎=やまだ^たろう',
  ],
  [
    ['ISO 2022 IR 13', 'ISO 2022 IR 87'],
    `\xd4\xcf\xc0\xde^\xc0\xdb\xb3=${esc}$B;3ED${esc}(J^${esc}$BB@O:${esc}(J`,
    'ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎',
  ],
  [
    ['', 'ISO 2022 IR 149'],
    `Hong^Gildong=${esc}$)C\xfb\xf3^${esc}$)C\xd1\xce\xd4\xd7=${esc}$)C\xc8\xab^${esc}$)C\xb1\xe6\xb5\xbf`,
    'Hong^Gildong=洪^吉洞=홍^길동',
  ],
  [
    ['', 'ISO 2022 IR 58'],
    `Zhang^XiaoDong=${esc}$)A\xd5\xc5^${esc}$)A\xd0\xa1\xb6\xab=`,
    'Zhang^XiaoDong=张^小东=',
  ],
  [['ISO 2022 IR 100', 'ISO 2022 IR 144'], `J\xe9${esc}-L\xbb\xee\xda`, 'JéЛюк'],
  [['', 'ISO 2022 IR 159'], `${esc}$(D0!${esc}(B`, '丂'],
];

describe('text', () => {
  it.each(names)('in %s', (terms, bytes, says) => {
    expect(decodeText(ascii(bytes), repertoireOf(terms))).toBe(says);
  });

  it('outside its set does not come back as something else', () => {
    expect(decodeText(ascii('A\xff\xfe'), repertoireOf(['ISO_IR 192']))).toBe('A\ufffd\ufffd');
  });
});

describe('a file', () => {
  const coded = (terms: string[], meaning: string): DataElement[] => [
    text(0x00080005, 'CS', terms.join('\\')),
    sequence(0x00081032, [
      [
        text(0x00080100, 'SH', '12345'),
        text(0x00080102, 'SH', 'SCT'),
        value(0x00080104, 'LO', ascii(meaning)),
      ],
    ]),
  ];
  const meaningIn = (bytes: Uint8Array): string => {
    const codes = found(elementsOf(bytes), 0x00081032);
    const meaning = codes?.kind === 'sequence' ? codes.items[0]?.[2] : undefined;
    return meaning?.kind === 'value' ? Buffer.from(meaning.value).toString('utf8').trim() : '';
  };

  it.each(names)('in %s comes out in UTF-8, the second time as the first', (terms, bytes, says) => {
    const once = deidentify(fileOf(coded(terms, bytes)), planWith());
    if (!once.ok) throw new Error(once.refusal.message);
    expect(meaningIn(once.bytes)).toBe(says);
    expect(deidentify(once.bytes, planWith())).toMatchObject({ ok: true, bytes: once.bytes });
  });

  it('in an item of another character set comes out in UTF-8', () => {
    const inner = coded(['ISO_IR 100'], 'J\xe9r\xf4me');
    const outer = fileOf([text(0x00080005, 'CS', 'ISO_IR 192'), sequence(0x00540016, [inner])]);
    const result = deidentify(outer, planWith());
    if (!result.ok) throw new Error(result.refusal.message);
    expect(Buffer.from(result.bytes).toString('utf8')).toContain('Jérôme');
    expect(Buffer.from(result.bytes).toString('latin1')).not.toContain('ISO_IR 100');
  });

  it('in an unknown character set is refused, without its name', () => {
    const result = deidentify(fileOf(coded(['MILLER'], 'x')), planWith());
    expect(result).toMatchObject({ ok: false, refusal: { code: 'characterSetUnknown' } });
    expect(JSON.stringify(result)).not.toContain('MILLER');
  });
});

import { RefusalError } from './refusal.js';
import { withoutPadding } from './valueRepresentations.js';

/**
 * How bytes of a code element become text: decoded with the label of the Encoding Standard after what `code` says.
 * `high` sets the upper bit of every byte (a set that stands in the lower half of the table, ISO 2022), `third` also puts
 * 8F before each pair (JIS X 0212 in EUC-JP).
 */
interface CodedSet {
  readonly label: string;
  readonly code: 'plain' | 'high' | 'third';
}

const plain = (label: string): CodedSet => ({ label, code: 'plain' });
const ascii = plain('iso-8859-1');

/** Defined terms without and with code extensions, PS3.3, C.12.1.1.2, by their number. */
const singleByte: Readonly<Record<string, CodedSet>> = {
  '6': ascii,
  '100': plain('iso-8859-1'),
  '101': plain('iso-8859-2'),
  '109': plain('iso-8859-3'),
  '110': plain('iso-8859-4'),
  '144': plain('iso-8859-5'),
  '127': plain('iso-8859-6'),
  '126': plain('iso-8859-7'),
  '138': plain('iso-8859-8'),
  '148': plain('iso-8859-9'),
  '203': plain('iso-8859-15'),
  '13': plain('shift_jis'),
  '166': plain('windows-874'),
};
const multiByte: Readonly<Record<string, CodedSet>> = {
  ISO_IR_192: plain('utf-8'),
  GB18030: plain('gb18030'),
  GBK: plain('gbk'),
};

/** What an escape sequence designates, PS3.3, tables C.12-3 and C.12-4; without the escape character itself. */
const designations: readonly (readonly [sequence: string, set: CodedSet])[] = [
  ['(B', ascii],
  ['(J', plain('shift_jis')],
  [')I', plain('shift_jis')],
  ['-A', plain('iso-8859-1')],
  ['-B', plain('iso-8859-2')],
  ['-C', plain('iso-8859-3')],
  ['-D', plain('iso-8859-4')],
  ['-L', plain('iso-8859-5')],
  ['-G', plain('iso-8859-6')],
  ['-F', plain('iso-8859-7')],
  ['-H', plain('iso-8859-8')],
  ['-M', plain('iso-8859-9')],
  ['-b', plain('iso-8859-15')],
  ['-T', plain('windows-874')],
  ['$B', { label: 'euc-jp', code: 'high' }],
  ['$@', { label: 'euc-jp', code: 'high' }],
  ['$(D', { label: 'euc-jp', code: 'third' }],
  ['$)C', plain('euc-kr')],
  ['$)A', plain('gbk')],
];

const escape = 0x1b;

/** By their two or three bytes as one number: text may be nothing but escape sequences. */
const designated: ReadonlyMap<number, CodedSet> = new Map(
  designations.map(([sequence, set]) => [
    [...sequence].reduce((number, one) => number * 0x100 + one.charCodeAt(0), 0),
    set,
  ])
);

/** What an escape sequence after its escape character designates, and how long it is; undefined where it is none known. */
const designationAt = (
  bytes: Uint8Array,
  at: number
): { readonly set: CodedSet; readonly length: number } | undefined => {
  const two = (bytes[at] ?? 0) * 0x100 + (bytes[at + 1] ?? 0);
  const ofTwo = designated.get(two);
  if (ofTwo !== undefined) return { set: ofTwo, length: 2 };
  const ofThree = designated.get(two * 0x100 + (bytes[at + 2] ?? 0));
  return ofThree === undefined ? undefined : { set: ofThree, length: 3 };
};

/** A dataset's character repertoire: what its text is decoded from. */
export interface CharacterRepertoire {
  readonly initial: CodedSet;
  readonly extended: boolean;
}

/** What holds where SpecificCharacterSet is absent: ASCII, and as Latin 1 what is not, as files in use have it. */
export const defaultRepertoire: CharacterRepertoire = {
  initial: plain('iso-8859-1'),
  extended: false,
};

/**
 * The repertoire that SpecificCharacterSet (0008,0005) names.
 * @param terms its values, empty ones for the default repertoire
 * @throws RefusalError characterSetUnknown
 */
export const repertoireOf = (terms: readonly string[]): CharacterRepertoire => {
  const sets = terms.map(term => {
    const name = term.trim().toUpperCase().replaceAll(' ', '_');
    if (name === '') return defaultRepertoire.initial;
    const set = multiByte[name] ?? singleByte[/^ISO_(?:IR|2022_IR)_(\d+)$/.exec(name)?.[1] ?? ''];
    // Sets of several bytes that only an escape sequence calls: the first value can't be one, so text begins as ASCII.
    const called = /^ISO_2022_IR_(87|159|149|58)$/.test(name) ? ascii : undefined;
    const found = set ?? called;
    if (found === undefined)
      throw new RefusalError(
        'characterSetUnknown',
        '(0008,0005) SpecificCharacterSet names a character set that PS3.3, C.12.1.1.2 does not have'
      );
    return found;
  });
  const extended = terms.length > 1 || terms.some(term => /2022/.test(term));
  return { initial: sets[0] ?? defaultRepertoire.initial, extended };
};

const decoders = new Map<string, TextDecoder>();
const decoded = (set: CodedSet, bytes: Uint8Array): string => {
  if (bytes.length === 0) return '';
  let decoder = decoders.get(set.label);
  if (decoder === undefined) {
    decoder = new TextDecoder(set.label);
    decoders.set(set.label, decoder);
  }
  if (set.code === 'plain') return decoder.decode(bytes);
  const isCode = (byte: number): boolean => byte > 0x20 && byte < 0x7f;
  const raised: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (!isCode(byte) || at + 1 >= bytes.length) raised.push(byte);
    else {
      if (set.code === 'third') raised.push(0x8f);
      raised.push(byte | 0x80, (bytes[at + 1] ?? 0) | 0x80);
      at += 1;
    }
  }
  return decoder.decode(Uint8Array.from(raised));
};

/** Line ends and the delimiters of values and name parts, after which text begins anew (PS3.5, 6.1.2.5.3). */
const resets = (byte: number, set: CodedSet): boolean =>
  set.code === 'plain' &&
  (byte === 0x0a || byte === 0x0d || byte === 0x5c || byte === 0x5e || byte === 0x3d);

const decodeExtended = (bytes: Uint8Array, repertoire: CharacterRepertoire): string => {
  let text = '';
  let set = repertoire.initial;
  let from = 0;
  let at = 0;
  while (at < bytes.length) {
    if (bytes[at] === escape) {
      text += decoded(set, bytes.subarray(from, at));
      const found = designationAt(bytes, at + 1);
      // An escape sequence of no known set: what follows is read as before.
      set = found?.set ?? set;
      at += 1 + (found?.length ?? 0);
      from = at;
    } else {
      if (resets(bytes[at] ?? 0, set)) {
        text += decoded(set, bytes.subarray(from, at + 1));
        set = repertoire.initial;
        from = at + 1;
      }
      at += 1;
    }
  }
  return text + decoded(set, bytes.subarray(from));
};

/** A value's text; bytes that the set does not have become U+FFFD. Padding at the end is dropped. */
export const decodeText = (bytes: Uint8Array, repertoire: CharacterRepertoire): string => {
  const text = repertoire.extended
    ? decodeExtended(bytes, repertoire)
    : decoded(repertoire.initial, bytes);
  return withoutPadding(text);
};

/** Whether bytes are the same in every repertoire. */
export const isAscii = (bytes: Uint8Array): boolean =>
  bytes.every(byte => byte < 0x80 && byte !== escape);

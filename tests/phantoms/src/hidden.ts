import { canaryOf, uidOf } from './identifiers.js';
import type { DicomElements } from './types.js';

/** Where identity also stands in a file, beside the attributes of the patient and the study. */
export const hiddenTags = {
  /** The meaning of a code, in ScheduledProtocolCodeSequence of RequestAttributesSequence. */
  nested: '00080104',
  /** A name that is written in the file's character set. */
  name: '0008009C',
  sourceAe: '00020016',
  /** Private information of the file meta group. */
  metaPrivate: '00020102',
  /** No attribute: the 128 bytes before the file begins. */
  preamble: '00020000',
  overlayDescription: '60000022',
  overlayLabel: '60001500',
  /** The bits of the overlay spell it. */
  overlayData: '60003000',
  /** In a comment segment of the compressed frame. */
  frameComment: '7FE00010',
} as const;

/** A name of letters that a character set alone has. */
export interface CharacterSetName {
  /** SpecificCharacterSet. */
  readonly set: string;
  readonly text: string;
  /** The name as a file in this character set has it. */
  readonly bytes: Uint8Array;
  /** What stands between the canary and the name: the next component, or the ideographic group. */
  readonly after: '^' | '=';
}

const latin = 'Grünfäßchen';
const czech = 'Žluťoučkýkůň';
/** JIS X 0208 between its escape sequences (ISO 2022 IR 87). */
const kanji = Buffer.concat([
  Buffer.from('\x1b$B'),
  Buffer.from([0x36, 0x62, 0x3b, 0x65, 0x3f, 0x7d, 0x42, 0x40, 0x4f, 0x3a]),
  Buffer.from('\x1b(B'),
]);

/** In turn for the subjects of the trial. */
export const characterSetNames: readonly CharacterSetName[] = [
  { set: 'ISO_IR 100', text: latin, bytes: Buffer.from(latin, 'latin1'), after: '^' },
  { set: 'ISO_IR 192', text: czech, bytes: Buffer.from(czech, 'utf8'), after: '^' },
  { set: 'ISO 2022 IR 87', text: '金糸雀太郎', bytes: kanji, after: '=' },
];

const nameOf = (patient: number): CharacterSetName => {
  const name = characterSetNames[(patient - 1) % characterSetNames.length];
  if (!name) throw new RangeError(`hidden: there is no patient ${patient}`);
  return name;
};

const one = (vr: string, ...values: unknown[]) => ({ vr, Value: values });
const textBytes = (text: string): ArrayBuffer => new TextEncoder().encode(text).slice().buffer;

/** ASCII in place of the name, as long as its bytes: the writer knows UTF-8 alone. */
const placeOf = ({ bytes }: CharacterSetName): string => '#'.repeat(bytes.length);
const overlayColumns = 64;
const overlayRows = 16;

/** Elements of the data set that hide canaries: deep in sequences, in the overlay, in the character set. */
export function hiddenElements(patient: number, study: number): DicomElements {
  const name = nameOf(patient);
  const canary = canaryOf(hiddenTags.name, study);
  const data = canaryOf(hiddenTags.overlayData, study);
  const bits = (overlayColumns * overlayRows) / 8;
  return {
    '00080005': one('CS', name.set),
    [hiddenTags.name]: one('PN', { Alphabetic: `${canary}${name.after}${placeOf(name)}` }),
    '60000010': one('US', overlayRows),
    '60000011': one('US', overlayColumns),
    [hiddenTags.overlayDescription]: one('LO', canaryOf(hiddenTags.overlayDescription, study)),
    '60000040': one('CS', 'G'),
    '60000050': one('SS', 1, 1),
    '60000100': one('US', 1),
    '60000102': one('US', 0),
    [hiddenTags.overlayLabel]: one('LO', canaryOf(hiddenTags.overlayLabel, study)),
    [hiddenTags.overlayData]: one('OW', textBytes(data.repeat(bits / data.length))),
  };
}

/** A code whose meaning is a canary, for sequences inside sequences. */
export const hiddenCode = (study: number): DicomElements => ({
  '00080100': one('SH', 'PROTOCOL'),
  '00080102': one('SH', '99CANARY'),
  [hiddenTags.nested]: one('LO', canaryOf(hiddenTags.nested, study)),
});

/** Elements of the file meta group that hide canaries. */
export function hiddenMeta(study: number): DicomElements {
  return {
    [hiddenTags.sourceAe]: one('AE', canaryOf(hiddenTags.sourceAe, study)),
    '00020100': one('UI', uidOf('private information')),
    [hiddenTags.metaPrivate]: one('OB', textBytes(canaryOf(hiddenTags.metaPrivate, study))),
  };
}

/** A JPEG or JPEG-LS stream with a comment segment after its beginning (ITU-T T.81, B.2.4.5). */
export function withComment(stream: Uint8Array, study: number): Uint8Array {
  const text = Buffer.from(canaryOf(hiddenTags.frameComment, study));
  const head = Buffer.from([0xff, 0xfe, 0, 2 + text.length]);
  return Buffer.concat([stream.subarray(0, 2), head, text, stream.subarray(2)]);
}

/** Puts into a written file what its writer can't write: the preamble, and the name in its character set. */
export function hideInFile(file: Uint8Array, patient: number, study: number): Uint8Array {
  const hidden = Buffer.from(file);
  hidden.write(canaryOf(hiddenTags.preamble, study), 0, 'latin1');
  const name = nameOf(patient);
  const at = hidden.indexOf(`${canaryOf(hiddenTags.name, study)}${name.after}${placeOf(name)}`);
  // A test that leaves the element out has nothing to be replaced.
  if (at >= 0) hidden.set(name.bytes, at + canaryOf(hiddenTags.name, study).length + 1);
  return hidden;
}

/** PS3.5, 6.2. */
export type ValueKind =
  | 'text'
  | 'code'
  | 'number'
  | 'date'
  | 'uid'
  | 'age'
  | 'binary'
  | 'bulk'
  | 'sequence'
  | 'unknown';

interface Rule {
  readonly kind: ValueKind;
  /** Bytes of one of its values where they are of one size. */
  readonly size?: 2 | 4 | 8;
  /** Explicit VR: 2 bytes reserved, then a length of 4 bytes. */
  readonly long?: true;
  /** What stands in for a value; text is padded when it is written. Binary ones are `size` zero bytes. */
  readonly dummy?: string;
  /** What a value may be, padding apart. */
  readonly form?: RegExp;
}

const dummyText = 'REMOVED';
/** No part of it can take what another one takes: else a long value of digits or spaces is tried in every division. */
const number = /^ *(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)? *)?$/;

/** The VRs of PS3.5, 2024b. `form` is looser than the standard where files in use are. */
export const valueRepresentations: Readonly<Record<string, Rule>> = {
  AE: { kind: 'text', dummy: dummyText, form: /^[ -~]*$/ },
  AS: { kind: 'age', dummy: '000Y', form: /^(\d{1,3}[DWMY])? *$/ },
  AT: { kind: 'binary', size: 4 },
  CS: { kind: 'code', dummy: dummyText, form: /^[A-Za-z0-9 _.-]*$/ },
  DA: { kind: 'date', dummy: '19000101', form: /^(\d{8}|\d{4}\.\d{2}\.\d{2})? *$/ },
  DS: { kind: 'number', dummy: '0', form: number },
  DT: { kind: 'date', dummy: '19000101000000', form: /^(\d{4,14}(\.\d{1,6})?([+-]\d{4})?)? *$/ },
  FD: { kind: 'binary', size: 8 },
  FL: { kind: 'binary', size: 4 },
  IS: { kind: 'number', dummy: '0', form: number },
  LO: { kind: 'text', dummy: dummyText },
  LT: { kind: 'text', dummy: dummyText },
  OB: { kind: 'bulk', size: 2, long: true },
  OD: { kind: 'bulk', size: 8, long: true },
  OF: { kind: 'bulk', size: 4, long: true },
  OL: { kind: 'bulk', size: 4, long: true },
  OV: { kind: 'bulk', size: 8, long: true },
  OW: { kind: 'bulk', size: 2, long: true },
  PN: { kind: 'text', dummy: dummyText },
  SH: { kind: 'text', dummy: dummyText },
  SL: { kind: 'binary', size: 4 },
  SQ: { kind: 'sequence', long: true },
  SS: { kind: 'binary', size: 2 },
  ST: { kind: 'text', dummy: dummyText },
  SV: { kind: 'binary', size: 8, long: true },
  TM: {
    kind: 'date',
    dummy: '000000',
    form: /^(\d{2,6}(\.\d{1,6})?|\d{2}(:\d{2}){1,2}(\.\d{1,6})?)? *$/,
  },
  UC: { kind: 'text', dummy: dummyText, long: true },
  UI: { kind: 'uid', form: /^(\d+(\.\d+)*)?$/ },
  UL: { kind: 'binary', size: 4 },
  UN: { kind: 'unknown', size: 2, long: true },
  UR: { kind: 'text', dummy: 'about:blank', long: true, form: /^[ -~]*$/ },
  US: { kind: 'binary', size: 2 },
  UT: { kind: 'text', dummy: dummyText, long: true },
  UV: { kind: 'binary', size: 8, long: true },
};

export const kindOf = (vr: string): ValueKind => valueRepresentations[vr]?.kind ?? 'unknown';

/** VRs whose characters SpecificCharacterSet decides (PS3.5, 6.1.2.2). */
const encodedText: ReadonlySet<string> = new Set(['LO', 'LT', 'PN', 'SH', 'ST', 'UC', 'UT']);
export const isEncodedText = (vr: string): boolean => encodedText.has(vr);

/** Text that a person writes at length: what no rule of the table names is cleaned. */
const freeText: ReadonlySet<string> = new Set(['LT', 'ST', 'UT']);
export const isFreeText = (vr: string): boolean => freeText.has(vr);

const isPad = (code: number): boolean => code === 0 || code === 0x20;

/** Text without the zeros and spaces at its end; an expression would try each run of them, in the square of its length. */
export const withoutPadding = (text: string): string => {
  let end = text.length;
  while (end > 0 && isPad(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(0, end);
};

/** A value's bytes as text, one character per byte, without padding. */
export const asciiOf = (value: Uint8Array): string => {
  let text = '';
  for (const byte of value) text += String.fromCharCode(byte);
  return withoutPadding(text);
};

/** Each character a byte; for text that is ASCII. */
export const asciiBytes = (text: string): Uint8Array =>
  Uint8Array.from(text, character => character.charCodeAt(0));

/** Whether bytes are values of the VR, as far as its form and size say: what is not may hold anything. */
export const isOfVr = (vr: string, value: Uint8Array): boolean => {
  const rule = valueRepresentations[vr];
  if (rule === undefined) return false;
  if (rule.kind === 'binary') return value.length % (rule.size ?? 1) === 0;
  const { form } = rule;
  return (
    form === undefined ||
    asciiOf(value)
      .split('\\')
      .every(one => form.test(one))
  );
};

/** Bytes of a dummy of the VR (action D); null for sequences. UIDs have none: they are replaced. */
export const dummyOf = (vr: string): Uint8Array | null => {
  const rule = valueRepresentations[vr];
  if (rule === undefined || rule.kind === 'sequence') return null;
  return rule.dummy === undefined ? new Uint8Array(rule.size ?? 2) : asciiBytes(rule.dummy);
};

export const hexOf = (tag: number): string =>
  (tag >>> 0).toString(16).toUpperCase().padStart(8, '0');

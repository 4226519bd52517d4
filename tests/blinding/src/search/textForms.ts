import type { Canary } from '../canaries/canary.js';
import { dateForms } from './dateForms.js';

/** A form in which a canary stands in bytes; what only decoding shows (base64 and the like) is a view of the body. */
export interface TextForm {
  readonly form: string;
  readonly bytes: Uint8Array;
  /** All of it are digits: it counts only where it is not part of a longer number. */
  readonly digits: boolean;
}

/** Texts of fewer characters are searched only as whole values (`wholeValues`): they stand everywhere by chance. */
export const shortestText = 6;

const isLatin1 = (text: string): boolean => [...text].every(one => one.charCodeAt(0) < 256);
const isAscii = (text: string): boolean => [...text].every(one => one.charCodeAt(0) < 128);

const utf16 = (text: string): { readonly le: Uint8Array; readonly be: Uint8Array } => {
  const le = Buffer.from(text, 'utf16le');
  return { le, be: Buffer.from(le).swap16() };
};

const formsOf = (text: string, name: string): TextForm[] => {
  const digits = /^\d+$/.test(text);
  const { le, be } = utf16(text);
  return [
    { form: name, bytes: Buffer.from(text, 'utf8'), digits },
    ...(isAscii(text) || !isLatin1(text)
      ? []
      : [{ form: `${name}, Latin 1`, bytes: Buffer.from(text, 'latin1'), digits }]),
    { form: `${name}, UTF-16 little endian`, bytes: le, digits: false },
    { form: `${name}, UTF-16 big endian`, bytes: be, digits: false },
  ];
};

/** Letters beyond ASCII in either case, whole and taken apart into letter and accent. */
const writtenAs = (text: string): string[] =>
  isAscii(text)
    ? [text]
    : [...new Set([text, text.toUpperCase(), text.toLowerCase(), text.normalize('NFD')])];

/** All forms in which a canary that is long enough is looked for as bytes. */
export function textForms({ text, date, encoded }: Canary): TextForm[] {
  const raw = (encoded ?? []).map(bytes => ({ form: 'own character set', bytes, digits: false }));
  if (date === true) {
    return dateForms(text).flatMap((form, index) =>
      formsOf(form, index === 0 ? 'date' : `date, form ${index}`)
    );
  }
  const backwards = [...text].reverse().join('');
  const forms = writtenAs(text).flatMap(written => formsOf(written, 'plain'));
  return [...forms, ...(backwards === text ? [] : formsOf(backwards, 'backwards')), ...raw];
}

/**
 * Forms of a text that is too short to be looked for anywhere: as a whole string of JSON, XML or HTML; a header or a stored
 * value is compared as a whole by who searches it. Of an element that must not be there at all, its tag.
 */
export function wholeValues({ text, tag }: Canary): TextForm[] {
  if (tag !== undefined) {
    const bytes = Buffer.from(`"${tag}":`);
    return [{ form: 'element in DICOM JSON', bytes, digits: false }];
  }
  return ['""', '><', "''"].map(([open = '', close = '']) => ({
    form: `whole value in ${open}${close}`,
    bytes: Buffer.from(`${open}${text}${close}`),
    digits: false,
  }));
}

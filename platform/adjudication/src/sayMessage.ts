import type { Message, Said } from './difference.js';

export type MessageValue = Said[string];

/** What sentences give after the comma: how a language puts a value in words. */
export const messageFormats = [
  'place',
  'timepoint',
  'field',
  'region',
  'date',
  'entry',
  'reason',
  'millimetres',
  'yesNo',
  'pdStatus',
  'role',
  'judgement',
  'quality',
  'lesionState',
] as const;
export type MessageFormat = (typeof messageFormats)[number];
export type MessageFormats = Readonly<Record<MessageFormat, (value: MessageValue) => string>>;

const isFormat = (name: string): name is MessageFormat =>
  (messageFormats as readonly string[]).includes(name);

/**
 * A message in the sentences of one language; what has no format is put in words as an entry. Throws RangeError on a key, a
 * value or a format that is not there.
 */
export function sayMessage(
  { key, values }: Message,
  sentences: Readonly<Record<string, string>>,
  formats: MessageFormats
): string {
  const sentence = sentences[key];
  if (sentence === undefined) throw new RangeError(`no sentence "${key}"`);
  return sentence.replace(/\{\{(\w+)(?:, (\w+))?\}\}/g, (_, name: string, format?: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`${key} has no value "${name}"`);
    if (format === undefined) return formats.entry(value);
    if (!isFormat(format)) throw new RangeError(`no format "${format}"`);
    return formats[format](value);
  });
}

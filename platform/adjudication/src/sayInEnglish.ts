import { findLocation } from '@corelab/criteria';
import type { Message, Said } from './difference.js';
import { messagesEn } from './messagesEn.js';

type Value = Said[string];

const words =
  (list: Readonly<Record<string, string>>) =>
  (value: Value): string =>
    value === null ? 'not given' : (list[String(value)] ?? String(value));

function place(value: Value): string {
  if (typeof value !== 'string') return 'place not given';
  const [location = '', laterality] = value.split(', ');
  const label = (findLocation(location)?.label ?? location).toLowerCase();
  return laterality === undefined ? label : `${laterality.toLowerCase()} ${label}`;
}

const plain = words({});

/** How English puts a value in words, by the name that a sentence gives after the comma. */
export const formatsEn: Readonly<Record<string, (value: Value) => string>> = {
  place,
  timepoint: value => (value === null ? 'no visit' : String(value)),
  field: plain,
  region: plain,
  date: plain,
  entry: plain,
  reason: value => (value === null ? 'no reason given' : String(value)),
  millimetres: value => (value === null ? 'not given' : `${String(value)} mm`),
  yesNo: words({ true: 'yes', false: 'no' }),
  pdStatus: words({ PD: 'PD', UNCONFIRMED: 'unconfirmed progression', NONE: 'no PD' }),
  role: words({ target: 'a target', 'non-target': 'a non-target', new: 'new' }),
  judgement: words({}),
  quality: words({ notReadable: 'not readable' }),
  lesionState: words({
    tooSmallToMeasure: 'too small to measure',
    notEvaluable: 'not evaluable',
    notStated: 'without a state',
    notListed: 'not listed',
  }),
};

/** A message as an English sentence. Throws RangeError on a key, a value or a format that is not there. */
export function sayInEnglish({ key, values }: Message): string {
  const sentence = messagesEn[key];
  if (sentence === undefined) throw new RangeError(`no sentence "${key}"`);
  return sentence.replace(/\{\{(\w+)(?:, (\w+))?\}\}/g, (_, name: string, format?: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`${key} has no value "${name}"`);
    const say = format === undefined ? plain : formatsEn[format];
    if (!say) throw new RangeError(`no format "${String(format)}"`);
    return say(value);
  });
}

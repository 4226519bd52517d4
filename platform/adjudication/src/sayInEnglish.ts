import { findLocation } from '@corelab/criteria';
import type { Message } from './difference.js';
import { messagesEn } from './messagesEn.js';
import { type MessageFormats, type MessageValue, sayMessage } from './sayMessage.js';

const words =
  (list: Readonly<Record<string, string>>) =>
  (value: MessageValue): string =>
    value === null ? 'not given' : (list[String(value)] ?? String(value));

function place(value: MessageValue): string {
  if (typeof value !== 'string') return 'place not given';
  const [location = '', laterality] = value.split(', ');
  const label = (findLocation(location)?.label ?? location).toLowerCase();
  return laterality === undefined ? label : `${laterality.toLowerCase()} ${label}`;
}

const plain = words({});

/** How English puts a value in words, by the name that a sentence gives after the comma. */
export const formatsEn: MessageFormats = {
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

/** A message as an English sentence. Throws what `sayMessage` does. */
export const sayInEnglish = (message: Message): string =>
  sayMessage(message, messagesEn, formatsEn);

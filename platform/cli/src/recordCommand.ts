import { recordActions } from './recordActions.js';
import { wordCommand } from './wordCommand.js';

const text = { type: 'string' } as const;

/** Each option once, whatever action takes it. */
const options = {
  ...{ act: text, by: text, role: text, subject: text, read: text, from: text, to: text },
  ...{ text, order: text, after: text, limit: text, input: text, outcome: text },
  ...{ severity: text, reason: text, meaning: text, version: text },
} as const;

/** `corelab audit` as far as it asks the server: entries, a read's life, verifications of a chain, reviews. */
export const recordCommand = wordCommand('audit', recordActions, options);

/** Whether these arguments are its own. */
export const isOfRecord = ([first = '']: readonly string[]): boolean =>
  recordActions.some(({ words }) => words.split(' ')[0] === first);

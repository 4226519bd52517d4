import { factsActions } from './factsActions.js';
import { wordCommand } from './wordCommand.js';

/** Each option once, whatever action takes it. */
const options = {
  preview: { type: 'boolean' },
  source: { type: 'string' },
  subject: { type: 'string' },
  kind: { type: 'string' },
  after: { type: 'string' },
  limit: { type: 'string' },
  date: { type: 'string' },
  value: { type: 'string' },
  unit: { type: 'string' },
  name: { type: 'string' },
  replaces: { type: 'string' },
  reason: { type: 'string' },
} as const;

/** `corelab facts`: clinical facts of subjects, from a file or by hand. */
export const factsCommand = wordCommand('facts', factsActions, options);

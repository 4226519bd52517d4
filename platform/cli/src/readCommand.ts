import { readActions } from './readActions.js';
import { wordCommand } from './wordCommand.js';

/** Each option once, whatever action takes it. */
const options = {
  trial: { type: 'string' },
  reason: { type: 'string' },
  offset: { type: 'string' },
  limit: { type: 'string' },
  how: { type: 'string' },
  'authorised-by': { type: 'string' },
  after: { type: 'string' },
  all: { type: 'boolean' },
  out: { type: 'string' },
} as const;

/** `corelab read`: who reads what, and signed reads that are opened again. */
export const readCommand = wordCommand('read', readActions, options);

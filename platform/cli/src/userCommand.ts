import { userActions } from './userActions.js';
import { wordCommand } from './wordCommand.js';

/** Each option once, whatever action takes it. */
const options = {
  name: { type: 'string' },
  administrator: { type: 'boolean' },
  'password-stdin': { type: 'boolean' },
  'second-factor': { type: 'boolean' },
  'provider-user': { type: 'string' },
  reason: { type: 'string' },
  trial: { type: 'string' },
  all: { type: 'boolean' },
  site: { type: 'string', multiple: true },
  date: { type: 'string' },
  expiry: { type: 'string' },
  'charter-version': { type: 'string' },
  document: { type: 'string' },
  user: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  backup: { type: 'string' },
  subject: { type: 'string' },
} as const;

/** `corelab user`: accounts of the installation, and the people of a trial with what they may do and have on record. */
export const userCommand = wordCommand('user', userActions, options);

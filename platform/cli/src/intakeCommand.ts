import { intakeActions } from './intakeActions.js';
import { wordCommand } from './wordCommand.js';

/** Each option once, whatever action takes it. */
const options = {
  trial: { type: 'string' },
  state: { type: 'string' },
  order: { type: 'string' },
  site: { type: 'string' },
  text: { type: 'string' },
  after: { type: 'string' },
  limit: { type: 'string' },
  authority: { type: 'string' },
  reason: { type: 'string' },
  'new-subject': { type: 'boolean' },
} as const;

/** `corelab intake`: what arrived, what waits or is kept apart, and where it belongs. */
export const intakeCommand = wordCommand('intake', intakeActions, options);

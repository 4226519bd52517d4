import { resultsActions } from './resultsActions.js';
import { wordCommand } from './wordCommand.js';

/** Each option once, whatever action takes it. */
const options = {
  track: { type: 'string' },
  after: { type: 'string' },
  limit: { type: 'string' },
  preview: { type: 'boolean' },
} as const;

/** `corelab results`: single results of a track, and a file of what sites found themselves. */
export const resultsCommand = wordCommand('results', resultsActions, options);

import { adjudicationMachine } from './adjudication.js';
import { arrivalMachine } from './arrival.js';
import { charterVersionMachine } from './charter-version.js';
import { consensusMachine } from './consensus.js';
import { courseMachine } from './course.js';
import { examMachine } from './exam.js';
import { globalReadMachine } from './global-read.js';
import type { Machine } from './machine.js';
import { problemMachine } from './problem.js';
import { quarantineMachine } from './quarantine.js';
import { queryMachine } from './query.js';
import { readMachine } from './read.js';
import { timepointMachine } from './timepoint.js';
import { unlockRequestMachine } from './unlock-request.js';

/** Every machine, in the order of a subject's way through a trial. */
export const machines: readonly Machine[] = [
  charterVersionMachine,
  quarantineMachine,
  arrivalMachine,
  examMachine,
  timepointMachine,
  queryMachine,
  readMachine,
  problemMachine,
  globalReadMachine,
  courseMachine,
  adjudicationMachine,
  consensusMachine,
  unlockRequestMachine,
];

import { defineMachine, type StateOf } from './machine.js';

/** A signed read is opened again by two people, for a reason. */
export const unlockRequestMachine = defineMachine({
  name: 'unlock request',
  purpose: 'The wish to open a signed read or adjudication again.',
  table: 'unlock_request',
  states: {
    asked: { meaning: 'A second person has to decide.' },
    approved: { meaning: 'The read was unlocked.', final: true },
    refused: { meaning: 'The read stays as it was signed.', final: true },
  },
  beginnings: [
    {
      act: 'ask',
      to: 'asked',
      roles: ['reader', 'adjudicator', 'admin', 'dataManager'],
      reason: true,
      secondPerson: false,
      audit: 'unlock.asked',
      purpose: 'Somebody finds that what was signed is wrong, and says what and why.',
    },
  ],
  transitions: [
    {
      act: 'approve',
      from: ['asked'],
      to: 'approved',
      roles: ['admin', 'dataManager'],
      reason: true,
      secondPerson: true,
      audit: 'unlock.approved',
      purpose: 'A person other than the one who asked opens it; a new version begins.',
    },
    {
      act: 'refuse',
      from: ['asked'],
      to: 'refused',
      roles: ['admin', 'dataManager'],
      reason: true,
      secondPerson: false,
      audit: 'unlock.refused',
      purpose: 'The reason does not hold, or the wish is taken back.',
    },
  ],
});

export type UnlockRequestState = StateOf<typeof unlockRequestMachine>;

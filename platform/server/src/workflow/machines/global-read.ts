import { defineMachine, type StateOf } from './machine.js';

/** Trial model, section 4, order hybrid: earlier reads stay, and changed opinions carry a reason. */
export const globalReadMachine = defineMachine({
  name: 'global read',
  purpose:
    "A reader's second look at all their signed reads of a subject, where the charter asks for one.",
  table: 'global_read',
  states: {
    waiting: { meaning: 'The course is complete; its images are prepared.' },
    ready: { meaning: 'Can be opened, changed by reconsidering, and signed by its reader.' },
    reconsidering: { meaning: 'A timepoint is read again by its reader; it is signed after that.' },
    signed: { meaning: 'Its reader stands for the reads as they are now; locked.', final: true },
    superseded: { meaning: 'Signed; a read it stood for is another one now.', final: true },
    void: {
      meaning: 'Ended unsigned; another one is asked once the course is complete.',
      final: true,
    },
  },
  beginnings: [
    {
      act: 'ask',
      to: 'waiting',
      roles: ['system'],
      reason: false,
      secondPerson: false,
      audit: 'globalRead.asked',
      purpose: 'Every read of the course is signed, and the closing rule is satisfied.',
    },
  ],
  transitions: [
    {
      act: 'release',
      from: ['waiting'],
      to: 'ready',
      roles: ['system'],
      reason: false,
      secondPerson: false,
      audit: 'globalRead.released',
      purpose: 'The images of all timepoints are prepared.',
    },
    {
      act: 'reconsider',
      from: ['ready', 'reconsidering'],
      to: 'reconsidering',
      roles: ['reader'],
      reason: true,
      secondPerson: false,
      audit: 'globalRead.reconsidered',
      purpose: 'Its reader changes their opinion at a timepoint, and says why.',
    },
    {
      act: 'takeUpAgain',
      from: ['reconsidering'],
      to: 'ready',
      roles: ['system'],
      reason: false,
      secondPerson: false,
      audit: 'globalRead.takenUpAgain',
      purpose: 'All timepoints that were reconsidered are signed again.',
    },
    {
      act: 'sign',
      from: ['ready'],
      to: 'signed',
      roles: ['reader'],
      reason: false,
      secondPerson: false,
      audit: 'globalRead.signed',
      purpose: 'Its reader stands for all reads as they are now; the course closes.',
    },
    {
      act: 'supersede',
      from: ['signed'],
      to: 'superseded',
      roles: ['system', 'admin', 'dataManager'],
      reason: true,
      secondPerson: false,
      audit: 'globalRead.superseded',
      purpose:
        'A read it stood for is made again, or another came to the course: it is asked again.',
    },
    {
      act: 'void',
      from: ['waiting', 'ready', 'reconsidering'],
      to: 'void',
      roles: ['system', 'admin', 'dataManager'],
      reason: true,
      secondPerson: false,
      audit: 'globalRead.voided',
      purpose:
        'A read of it is made again by another decision, another came to the course, or its reader is replaced.',
    },
  ],
});

export type GlobalReadState = StateOf<typeof globalReadMachine>;

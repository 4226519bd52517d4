import { defineMachine, type StateOf } from './machine.js';

/** Trial model, section 1. */
export const problemMachine = defineMachine({
  name: 'problem',
  purpose: 'What a reader flags from an open case; it holds the read until it is decided.',
  table: 'problem',
  states: {
    raised: { meaning: 'Nobody has answered.' },
    held: { meaning: 'Answered; the read waits on.' },
    resumed: { meaning: 'Decided: reading goes on.', final: true },
    excluded: { meaning: 'Decided: this reader does not go on.', final: true },
  },
  beginnings: [
    {
      act: 'raise',
      to: 'raised',
      roles: ['reader', 'adjudicator'],
      reason: true,
      secondPerson: false,
      audit: 'problem.raised',
      purpose: 'A reader sees that something is wrong; what it is is the reason.',
    },
  ],
  transitions: [
    {
      act: 'hold',
      from: ['raised', 'held'],
      to: 'held',
      roles: ['admin', 'dataManager'],
      reason: true,
      secondPerson: false,
      audit: 'problem.answered',
      purpose: 'The reader gets an answer, and the read waits on.',
    },
    {
      act: 'resume',
      from: ['raised', 'held'],
      to: 'resumed',
      roles: ['admin', 'dataManager'],
      reason: true,
      secondPerson: false,
      audit: 'problem.answered',
      purpose: 'It is settled, and this reader goes on.',
    },
    {
      act: 'exclude',
      from: ['raised', 'held'],
      to: 'excluded',
      roles: ['admin', 'dataManager'],
      reason: true,
      secondPerson: false,
      audit: 'problem.answered',
      purpose: 'What this reader saw or said does not let them go on.',
    },
  ],
});

export type ProblemState = StateOf<typeof problemMachine>;

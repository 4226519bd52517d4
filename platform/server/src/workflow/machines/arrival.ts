import { defineMachine, type StateOf } from './machine.js';

/** Trial model, section 2. */
export const arrivalMachine = defineMachine({
  name: 'arrived study',
  purpose: 'One study of the trial on its way to subject and timepoint.',
  table: 'arrival',
  states: {
    waiting: { meaning: 'Subject or timepoint is not known; waits with reasons and candidates.' },
    matched: { meaning: 'Belongs to an exam.', final: true },
    refused: { meaning: 'Is not used; its images are kept.', final: true },
  },
  beginnings: [
    {
      act: 'wait',
      to: 'waiting',
      roles: ['system'],
      reason: true,
      secondPerson: false,
      audit: 'study.waits',
      purpose: "The charter's rules find no subject or no timepoint for it.",
    },
    {
      act: 'matchAtOnce',
      to: 'matched',
      roles: ['system'],
      reason: false,
      secondPerson: false,
      audit: null,
      purpose: "The charter's rules find subject and timepoint; the entry of its exam tells of it.",
    },
  ],
  transitions: [
    {
      act: 'match',
      from: ['waiting'],
      to: 'matched',
      roles: ['system'],
      reason: false,
      secondPerson: false,
      audit: 'study.matched',
      purpose:
        "What the charter's rules missed is there now: more images, a baseline, a new version.",
    },
    {
      act: 'matchByHand',
      from: ['waiting'],
      to: 'matched',
      roles: ['dataManager'],
      reason: true,
      secondPerson: false,
      audit: 'study.matchedByHand',
      purpose: 'A data manager says where it belongs, and on what authority.',
    },
    {
      act: 'refuse',
      from: ['waiting'],
      to: 'refused',
      roles: ['dataManager'],
      reason: true,
      secondPerson: false,
      audit: 'study.refused',
      purpose: 'It is not of this trial, or nobody can say whose it is.',
    },
    {
      act: 'takeUpAgain',
      from: ['refused'],
      to: 'waiting',
      roles: ['dataManager'],
      reason: true,
      secondPerson: false,
      audit: 'study.takenUpAgain',
      purpose: 'It was refused by mistake, or it is clear now whose it is.',
    },
  ],
});

export type ArrivalState = StateOf<typeof arrivalMachine>;

import { defineMachine, type StateOf } from './machine.js';

/** Trial model, section 1. */
export const timepointMachine = defineMachine({
  name: 'timepoint',
  purpose: 'One planned or unplanned visit of a subject, and whether its images are there.',
  table: 'timepoint',
  states: {
    expected: { meaning: 'Planned; no images yet.' },
    incomplete: { meaning: 'Some of the images are there.' },
    complete: { meaning: 'The images that the charter asks for are there.', final: true },
    missed: { meaning: 'There will be no images.', final: true },
    notReadable: { meaning: 'There are images, and none of them can be read.', final: true },
  },
  beginnings: [
    {
      act: 'plan',
      to: 'expected',
      roles: ['system'],
      reason: false,
      secondPerson: false,
      audit: null,
      purpose: 'The schedule makes it with the subject.',
    },
    {
      act: 'addVisit',
      to: 'expected',
      roles: ['dataManager', 'qcTechnologist'],
      reason: true,
      secondPerson: false,
      audit: 'timepoint.added',
      purpose: 'There was a visit that the schedule does not have; its images are put there.',
    },
  ],
  transitions: [
    {
      act: 'receivePart',
      from: ['expected', 'missed'],
      to: 'incomplete',
      roles: ['system', 'dataManager'],
      reason: false,
      secondPerson: false,
      audit: 'timepoint.incomplete',
      purpose: 'Some of its images arrived, and more are due.',
    },
    {
      act: 'complete',
      from: ['expected', 'incomplete', 'missed', 'notReadable'],
      to: 'complete',
      roles: ['system', 'dataManager'],
      reason: false,
      secondPerson: false,
      audit: 'timepoint.completed',
      purpose:
        'The last of its images arrived, also where nobody expected them any more; one that was not readable once other images come, or a person says so.',
    },
    {
      act: 'losePart',
      from: ['complete'],
      to: 'incomplete',
      roles: ['system', 'dataManager'],
      reason: true,
      secondPerson: false,
      audit: 'timepoint.partLost',
      purpose: 'An exam of it was withdrawn, quarantined or put elsewhere.',
    },
    {
      act: 'loseAll',
      from: ['incomplete', 'complete', 'notReadable'],
      to: 'expected',
      roles: ['system', 'dataManager'],
      reason: true,
      secondPerson: false,
      audit: 'timepoint.allLost',
      purpose: 'No exam is left in it.',
    },
    {
      act: 'declareMissed',
      from: ['expected', 'incomplete'],
      to: 'missed',
      roles: ['dataManager'],
      reason: true,
      secondPerson: false,
      audit: 'timepoint.missed',
      purpose:
        'The visit did not take place or its images are lost, so reading goes on without it.',
    },
    {
      act: 'expectAgain',
      from: ['missed'],
      to: 'expected',
      roles: ['dataManager'],
      reason: true,
      secondPerson: false,
      audit: 'timepoint.expectedAgain',
      purpose: 'It was declared missed by mistake, or images are on their way.',
    },
    {
      act: 'declareNotReadable',
      from: ['incomplete', 'complete'],
      to: 'notReadable',
      roles: ['dataManager'],
      reason: true,
      secondPerson: false,
      audit: 'timepoint.notReadable',
      purpose:
        'What is there can not be read and nothing better will come, so reading goes on without it.',
    },
  ],
});

export type TimepointState = StateOf<typeof timepointMachine>;

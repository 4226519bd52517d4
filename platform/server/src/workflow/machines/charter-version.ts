import { defineMachine, type StateOf } from './machine.js';

/** Trial model, section 4. */
export const charterVersionMachine = defineMachine({
  name: 'charter version',
  purpose: "One version of a trial's imaging rules.",
  table: 'charter_version',
  states: {
    draft: { meaning: 'Written, and in force nowhere; what is written next is another version.' },
    sentForApproval: { meaning: 'Unchanged until a second person has decided.' },
    effective: { meaning: 'In force.', final: true },
    superseded: { meaning: 'A later version is in force.', final: true },
    rejected: { meaning: 'Never came into force.', final: true },
  },
  beginnings: [
    {
      act: 'write',
      to: 'draft',
      roles: ['admin'],
      reason: true,
      secondPerson: false,
      audit: 'charter.written',
      purpose: 'A trial begins, or its charter is amended for a reason.',
    },
    {
      act: 'demonstrate',
      to: 'effective',
      roles: ['admin'],
      reason: true,
      secondPerson: false,
      audit: 'charter.deployed',
      purpose:
        'A demonstration, marked as one for its whole life, comes into force without approval.',
    },
  ],
  transitions: [
    {
      act: 'send',
      from: ['draft'],
      to: 'sentForApproval',
      roles: ['admin'],
      reason: false,
      secondPerson: false,
      audit: 'charter.sentForApproval',
      purpose: 'Its author holds it to be done.',
    },
    {
      act: 'recall',
      from: ['sentForApproval'],
      to: 'draft',
      roles: ['admin'],
      reason: true,
      secondPerson: false,
      audit: 'charter.recalled',
      purpose: 'It is not to be decided upon after all.',
    },
    {
      act: 'approve',
      from: ['sentForApproval'],
      to: 'effective',
      roles: ['admin'],
      reason: true,
      secondPerson: true,
      audit: 'charter.approved',
      purpose: 'A person other than its author signs it, and it comes into force.',
    },
    {
      act: 'reject',
      from: ['sentForApproval'],
      to: 'rejected',
      roles: ['admin'],
      reason: true,
      secondPerson: true,
      audit: 'charter.rejected',
      purpose: 'A person other than its author does not sign it.',
    },
    {
      act: 'supersede',
      from: ['effective'],
      to: 'superseded',
      roles: ['admin'],
      reason: false,
      secondPerson: false,
      audit: null,
      purpose: 'The next version came into force; reads made under this one stay under it.',
    },
  ],
});

export type CharterVersionState = StateOf<typeof charterVersionMachine>;

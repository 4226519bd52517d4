import { defineMachine, type StateOf } from './machine.js';

/** Trial model, section 2. */
export const quarantineMachine = defineMachine({
  name: 'quarantined image',
  purpose:
    'One image that is kept apart, with the bytes it came with, until a person decides about it.',
  table: 'quarantine',
  states: {
    quarantined: { meaning: 'Kept apart; nobody reads it.' },
    released: { meaning: 'Let in as it is; it went the way of any delivery.' },
    refused: { meaning: 'Will not be used; its bytes are kept.', final: true },
  },
  beginnings: [
    {
      act: 'quarantine',
      to: 'quarantined',
      roles: ['system'],
      reason: true,
      secondPerson: false,
      audit: 'image.quarantined',
      purpose:
        'It came under a known SOP instance UID with other bytes or for another patient, or it identifies a person.',
    },
  ],
  transitions: [
    {
      act: 'release',
      from: ['quarantined'],
      to: 'released',
      roles: ['dataManager'],
      reason: true,
      secondPerson: false,
      audit: 'image.released',
      purpose: 'It is right as it came; what stood in its place is kept apart instead.',
    },
    {
      act: 'giveWay',
      from: ['released'],
      to: 'quarantined',
      roles: ['system'],
      reason: true,
      secondPerson: false,
      audit: 'image.quarantined',
      purpose: 'Another image was released in its place.',
    },
    {
      act: 'refuse',
      from: ['quarantined'],
      to: 'refused',
      roles: ['dataManager'],
      reason: true,
      secondPerson: false,
      audit: 'image.refused',
      purpose: 'It is wrong, or must not be seen; the site sends a right one.',
    },
  ],
});

export type QuarantineState = StateOf<typeof quarantineMachine>;

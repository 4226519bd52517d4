import { defineMachine, type StateOf } from './machine.js';

/** Trial model, section 1. */
export const queryMachine = defineMachine({
  name: 'query',
  purpose: 'A question to the site about an exam or series, with its thread.',
  table: 'query',
  states: {
    open: { meaning: 'The site has to answer.' },
    answered: { meaning: 'The core lab has to look at the answer.' },
    closed: { meaning: 'Settled.', final: true },
    reopened: { meaning: 'The answer was not enough; the site has to answer again.' },
  },
  beginnings: [
    {
      act: 'ask',
      to: 'open',
      roles: ['system', 'qcTechnologist', 'dataManager'],
      reason: true,
      secondPerson: false,
      audit: 'query.asked',
      purpose:
        'A check or a person found what only the site can settle; the question is the reason.',
    },
  ],
  transitions: [
    {
      act: 'answer',
      from: ['open', 'reopened'],
      to: 'answered',
      roles: ['siteCoordinator'],
      reason: true,
      secondPerson: false,
      audit: 'query.answered',
      purpose: 'The site answers, or sends what was asked for.',
    },
    {
      act: 'close',
      from: ['answered'],
      to: 'closed',
      roles: ['qcTechnologist', 'dataManager'],
      reason: false,
      secondPerson: false,
      audit: 'query.closed',
      purpose: 'The answer settles it.',
    },
    {
      act: 'cancel',
      from: ['open', 'reopened'],
      to: 'closed',
      roles: ['system', 'qcTechnologist', 'dataManager'],
      reason: true,
      secondPerson: false,
      audit: 'query.cancelled',
      purpose: 'It was asked by mistake, or was settled without the site.',
    },
    {
      act: 'reopen',
      from: ['answered', 'closed'],
      to: 'reopened',
      roles: ['qcTechnologist', 'dataManager'],
      reason: true,
      secondPerson: false,
      audit: 'query.reopened',
      purpose: 'The answer does not settle it.',
    },
  ],
});

export type QueryState = StateOf<typeof queryMachine>;

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { machines } from './all.js';
import { charterVersionMachine } from './charter-version.js';
import { statesOf, type Actor, type Machine } from './machine.js';
import { readMachine } from './read.js';
import { allows, transition, type Attempt, type Outcome } from './transition.js';

const attempt = (roles: Actor[], more: Partial<Attempt> = {}): Attempt => ({
  ...{ roles, by: 'one', reason: null, secondPerson: null },
  ...more,
});

describe('the evaluator', () => {
  it('leads on', () => {
    expect(transition(readMachine, 'ready', 'save', attempt(['reader']))).toMatchObject({
      ok: true,
      state: 'draft',
      step: { audit: 'draft.saved' },
    });
    expect(transition(readMachine, null, 'plan', attempt(['system']))).toMatchObject({
      ok: true,
      state: 'waiting',
    });
  });

  it('refuses an act that is not possible from a state, and names both and what is', () => {
    const refused = transition(readMachine, 'returnedToQc', 'sign', attempt(['reader']));
    expect(refused).toEqual({
      ok: false,
      code: 'CL_ACT_NOT_POSSIBLE',
      message:
        'The read is returnedToQc: sign is not possible; possible from there: leaveQc (system, qcTechnologist, dataManager), void (system, admin, dataManager).',
      possible: ['leaveQc', 'void'],
    });
    expect(transition(readMachine, 'void', 'sign', attempt(['reader']))).toMatchObject({
      message: 'The read is void: sign is not possible; nothing is possible from there.',
      possible: [],
    });
  });

  it('does not begin a thing with an act that changes one, nor the other way round', () => {
    expect(transition(readMachine, null, 'sign', attempt(['reader']))).toMatchObject({
      code: 'CL_ACT_NOT_POSSIBLE',
      message: expect.stringContaining('There is no read yet'),
    });
    expect(transition(readMachine, 'ready', 'plan', attempt(['system']))).toMatchObject({
      code: 'CL_ACT_NOT_POSSIBLE',
    });
  });

  it('refuses other roles', () => {
    const others: Actor[] = ['admin', 'sponsor', 'unblindedSupport', 'system'];
    expect(transition(readMachine, 'draft', 'sign', attempt(others))).toMatchObject({
      code: 'CL_ACT_NOT_YOURS',
      message: expect.stringContaining('sign is for reader, adjudicator'),
    });
  });

  it('needs a reason in words', () => {
    for (const reason of [null, '', ' \n']) {
      expect(
        transition(readMachine, 'draft', 'void', attempt(['admin'], { reason }))
      ).toMatchObject({ code: 'CL_REASON_NEEDED' });
    }
    expect(
      transition(readMachine, 'draft', 'void', attempt(['admin'], { reason: 'left' }))
    ).toMatchObject({ ok: true, state: 'void' });
  });

  it('needs a second person who is another one', () => {
    for (const secondPerson of [null, 'one']) {
      expect(
        transition(
          charterVersionMachine,
          'sentForApproval',
          'approve',
          attempt(['admin'], { secondPerson, reason: 'As agreed' })
        )
      ).toMatchObject({ code: 'CL_SECOND_PERSON_NEEDED' });
    }
    expect(
      transition(
        charterVersionMachine,
        'sentForApproval',
        'approve',
        attempt(['admin'], { secondPerson: 'two', reason: 'As agreed' })
      )
    ).toMatchObject({ ok: true, state: 'effective' });
  });

  it('does not know states that are not the machine’s', () => {
    const foreign = 'toString' as 'draft';
    expect(transition(readMachine, foreign, 'sign', attempt(['reader']))).toMatchObject({
      code: 'CL_STATE_UNKNOWN',
    });
    expect(allows(readMachine, foreign, 'sign')).toBe(false);
  });
});

const actors: Actor[] = [
  ...(['reader', 'adjudicator', 'qcTechnologist', 'dataManager', 'admin', 'trainer'] as const),
  ...(['auditor', 'sponsor', 'siteCoordinator', 'unblindedSupport', 'system'] as const),
];
const actsOf = ({ beginnings, transitions }: Machine): string[] => [
  ...new Set([...beginnings, ...transitions].map(({ act }) => act)),
];
const attempts = fc.record({
  by: fc.constantFrom('one', 'two', null),
  roles: fc.uniqueArray(fc.constantFrom(...actors), { maxLength: 3 }),
  reason: fc.constantFrom(null, '', ' ', 'because'),
  secondPerson: fc.constantFrom(null, 'one', 'two'),
});
/** A machine, and any acts of any machine tried on it by anybody. */
const courses = fc.constantFrom(...machines).chain(machine =>
  fc.record({
    machine: fc.constant(machine),
    tries: fc.array(
      fc.tuple(
        fc.oneof(
          { weight: 9, arbitrary: fc.constantFrom(...actsOf(machine)) },
          { weight: 1, arbitrary: fc.constantFrom(...machines.flatMap(actsOf), 'toString') }
        ),
        attempts
      ),
      { maxLength: 60 }
    ),
  })
);

describe('any acts by anybody', () => {
  it('never leave the states, do what the data allow, and nothing else', () => {
    fc.assert(
      fc.property(courses, ({ machine, tries }) => {
        let state: string | null = null;
        for (const [act, by] of tries) {
          const outcome: Outcome = transition(machine, state, act, by);
          const allowed =
            state === null
              ? machine.beginnings.filter(step => step.act === act)
              : machine.transitions.filter(
                  step => step.act === act && step.from.some(from => from === state)
                );
          const done = allowed.filter(
            step =>
              step.roles.some(role => by.roles.includes(role)) &&
              (!step.reason || by.reason === 'because') &&
              (!step.secondPerson || (by.secondPerson !== null && by.secondPerson !== by.by))
          );
          expect(outcome.ok ? [outcome.state] : []).toEqual(done.map(({ to }) => to));
          if (outcome.ok) {
            state = outcome.state;
            expect(statesOf(machine)).toContain(state);
          } else {
            expect(outcome.message).toContain(
              state === null ? `no ${machine.name} yet` : `${machine.name} is ${state}`
            );
            for (const possible of outcome.possible) expect(outcome.message).toContain(possible);
          }
        }
      }),
      { numRuns: 500 }
    );
  });

  it('never sign without a reader or adjudicator, nor unlock without two people and a reason', () => {
    fc.assert(
      fc.property(courses, ({ machine, tries }) => {
        let state: string | null = null;
        for (const [act, by] of tries) {
          const outcome: Outcome = transition(machine, state, act, by);
          if (!outcome.ok) continue;
          if (act === 'sign') {
            expect(by.roles.some(role => role === 'reader' || role === 'adjudicator')).toBe(true);
          }
          if (act === 'unlock') {
            expect([by.reason, new Set([by.by, by.secondPerson]).size]).toEqual(['because', 2]);
            expect(by.secondPerson).not.toBeNull();
          }
          state = outcome.state;
        }
      }),
      { numRuns: 500 }
    );
  });
});

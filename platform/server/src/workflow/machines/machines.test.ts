import { describe, expect, it } from '@jest/globals';
import { machines } from './all.js';
import { courseMachine } from './course.js';
import { charterVersionMachine } from './charter-version.js';
import { examMachine } from './exam.js';
import { statesOf, type Machine, type Transition } from './machine.js';
import { queryMachine } from './query.js';
import { readMachine } from './read.js';
import { defectsOf } from './soundness.js';
import { timepointMachine } from './timepoint.js';
import { unlockRequestMachine } from './unlock-request.js';

describe('the state machines', () => {
  it.each(machines)('$name is sound', machine => {
    expect(defectsOf(machine)).toEqual([]);
  });

  it('have names of their own, and tables of their own', () => {
    const names = machines.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const tables = machines.flatMap(({ table }) => (table === null ? [] : [table]));
    expect(new Set(tables).size).toBe(tables.length);
  });

  it('have the states of the trial model', () => {
    expect(statesOf(examMachine)).toEqual([
      'received',
      'quarantined',
      'matched',
      'inQc',
      'passed',
      'passedWithDeviation',
      'queried',
      'refused',
      'superseded',
      'withdrawn',
      'notResupplied',
    ]);
    expect(statesOf(timepointMachine)).toEqual([
      'expected',
      'incomplete',
      'complete',
      'missed',
      'notReadable',
    ]);
    expect(statesOf(readMachine)).toEqual([
      'waiting',
      'ready',
      'assigned',
      'draft',
      'onHold',
      'returnedToQc',
      'signed',
      'superseded',
      'void',
      'impactPending',
    ]);
    expect(statesOf(courseMachine)).toEqual([
      'open',
      'closed',
      'agreed',
      'discordant',
      'inAdjudication',
      'final',
    ]);
    expect(statesOf(queryMachine)).toEqual(['open', 'answered', 'closed', 'reopened']);
    expect(statesOf(charterVersionMachine)).toEqual([
      'draft',
      'sentForApproval',
      'effective',
      'superseded',
      'rejected',
    ]);
    expect(statesOf(unlockRequestMachine)).toEqual(['asked', 'approved', 'refused']);
  });

  const into = (machine: Machine, state: string): Transition[] =>
    machine.transitions.filter(({ to, from }) => to === state && !from.includes(state));
  const outOf = (machine: Machine, state: string): Transition[] =>
    machine.transitions.filter(({ from }) => from.includes(state));

  it('let nobody change a signed read or adjudication, and nobody leave it without a reason', () => {
    for (const machine of machines.filter(({ states }) => 'signed' in states)) {
      const leaving = [...outOf(machine, 'signed'), ...outOf(machine, 'impactPending')];
      expect(leaving.map(({ to }) => to)).not.toContain('draft');
      expect(leaving.every(({ reason }) => reason)).toBe(true);
      const readers = leaving.filter(({ roles }) =>
        roles.some(role => role === 'reader' || role === 'adjudicator')
      );
      // In the global read alone, and what was signed is kept as superseded.
      expect(readers.map(({ act, to }) => `${machine.name}: ${act} to ${to}`)).toEqual(
        machine.name === 'read' ? ['read: reconsider to superseded'] : []
      );
    }
  });

  it('unlock, approve a charter and reopen what is final with a second person', () => {
    const two = machines.flatMap(machine =>
      machine.transitions
        .filter(({ secondPerson }) => secondPerson)
        .map(({ act }) => `${machine.name}: ${act}`)
    );
    expect(two.sort()).toEqual([
      'adjudication: unlock',
      'charter version: approve',
      'charter version: reject',
      'course: reopenFinal',
      'read: unlock',
      'unlock request: approve',
    ]);
    expect(into(charterVersionMachine, 'effective').map(({ act }) => act)).toEqual(['approve']);
  });

  it('give unblinded support, sponsor, trainer and auditor no part in reading', () => {
    const outside = ['unblindedSupport', 'sponsor', 'trainer', 'auditor'];
    const acts = machines.flatMap(({ beginnings, transitions }) => [...beginnings, ...transitions]);
    expect(acts.filter(({ roles }) => roles.some(role => outside.includes(role)))).toEqual([]);
  });
});

describe('the check of a machine', () => {
  const way = (act: string, from: string[], to: string, more: Partial<Transition> = {}) => ({
    ...{ act, from, to, roles: ['admin' as const], reason: false, secondPerson: false },
    ...{ audit: 'x', purpose: 'It is done.' },
    ...more,
  });
  const machine = (transitions: Transition[], more: Partial<Machine> = {}): Machine => ({
    name: 'thing',
    purpose: 'For the test.',
    table: null,
    states: { a: { meaning: '' }, b: { meaning: '', final: true } },
    beginnings: [way('make', [], 'a')],
    transitions,
    ...more,
  });
  const state = { meaning: '' };

  it('finds nothing in a sound one', () => {
    expect(defectsOf(machine([way('end', ['a'], 'b')]))).toEqual([]);
  });

  it.each<[string, Machine]>([
    ['nothing begins', machine([way('end', ['a'], 'b')], { beginnings: [] })],
    ['c is named and is no state', machine([way('end', ['a'], 'b'), way('go', ['a'], 'c')])],
    [
      'c is never reached',
      machine([way('end', ['a', 'c'], 'b')], {
        states: { a: state, b: { meaning: '', final: true }, c: state },
      }),
    ],
    ['a is not final and has no way out', machine([way('again', ['a'], 'a')])],
    [
      'from c nothing final is reached',
      machine([way('end', ['a'], 'b'), way('go', ['a'], 'c'), way('back', ['c'], 'd')], {
        states: { a: state, b: { meaning: '', final: true }, c: state, d: state },
      }),
    ],
    ['end from a is there twice', machine([way('end', ['a'], 'b'), way('end', ['a'], 'a')])],
    ['lost leads from nowhere', machine([way('end', ['a'], 'b'), way('lost', [], 'b')])],
    ['end is for nobody', machine([way('end', ['a'], 'b', { roles: [] })])],
    [
      "end needs two people and is also the system's",
      machine([way('end', ['a'], 'b', { roles: ['system'], secondPerson: true })]),
    ],
    ['the purpose of end is no sentence', machine([way('end', ['a'], 'b', { purpose: '' })])],
  ])('finds: %s', (defect, broken) => {
    expect(defectsOf(broken)).toContain(defect);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { roles } from '../trials/roles.js';
import { unblindingProblem } from '../trials/unblinding.js';
import {
  closedTrials,
  firstHat,
  hatNamed,
  hats,
  hatsOf,
  refusedHat,
  standingHat,
  type Grant,
} from './hat.js';

const held = (trialId: string, role: Grant['role'], ended = false): Grant => ({
  trialId,
  role,
  ended,
});

const grant = fc.record({
  trialId: fc.constantFrom('A', 'B'),
  role: fc.constantFrom(...roles),
  ended: fc.boolean(),
});

describe('what a person may work as', () => {
  it('is each role that they hold, in one order, with the right of an administrator last', () => {
    const grants = [held('B', 'dataManager'), held('A', 'reader'), held('B', 'auditor', true)];
    expect(hatsOf(grants, false)).toEqual(['reader', 'dataManager']);
    expect(hatsOf(grants, true)).toEqual(['reader', 'dataManager', 'administrator']);
    expect(hatsOf([], false)).toEqual([]);
  });

  it('has the right of an administrator with the hat of an admin, where there is one', () => {
    expect(hatsOf([held('A', 'admin')], true)).toEqual(['admin']);
  });

  it('is never, in any trial, what would unblind beside another role of it', () => {
    fc.assert(
      fc.property(fc.array(grant, { maxLength: 6 }), fc.boolean(), (grants, administrator) => {
        for (const hat of hatsOf(grants, administrator)) {
          const opened = grants.filter(
            ({ trialId, role, ended }) =>
              role === hat && !ended && !closedTrials(grants, hat).includes(trialId)
          );
          if (hat !== 'administrator') expect(opened).not.toEqual([]);
          for (const { trialId, role } of opened) {
            const beside = grants.filter(one => one.trialId === trialId && one.role !== role);
            expect(unblindingProblem(beside, role)).toBeNull();
          }
        }
      })
    );
  });

  it('is refused with its reason where no trial is left, and open where another one is', () => {
    const both = [held('A', 'reader'), held('A', 'dataManager')];
    expect(hatsOf(both, false)).toEqual([]);
    expect(refusedHat(both, 'reader')).toEqual({
      trialId: 'A',
      problem: 'is data manager of this trial and sees what readers may not',
    });
    const elsewhere = [...both, held('B', 'reader')];
    expect(hatsOf(elsewhere, false)).toEqual(['reader']);
    expect(closedTrials(elsewhere, 'reader')).toEqual(['A']);
    expect(refusedHat(elsewhere, 'reader')).toBeNull();
    expect(refusedHat(elsewhere, 'auditor')).toBeNull();
  });
});

describe('the hat of a session', () => {
  it('begins with the one chosen last, else with the first', () => {
    expect(firstHat('dataManager', ['reader', 'dataManager'])).toBe('dataManager');
    expect(firstHat('auditor', ['reader', 'dataManager'])).toBe('reader');
    expect(firstHat(null, [])).toBeNull();
  });

  it('goes on while it is held, and under its other name for who becomes admin or stops being one', () => {
    expect(standingHat('reader', ['reader'])).toBe('reader');
    expect(standingHat('reader', ['dataManager'])).toBeNull();
    expect(standingHat('administrator', ['reader', 'admin'])).toBe('admin');
    expect(standingHat('admin', ['reader', 'administrator'])).toBe('administrator');
    expect(standingHat('admin', ['reader'])).toBeNull();
  });

  it('leaves nobody without who holds one', () => {
    fc.assert(
      fc.property(
        fc.option(fc.constantFrom(...hats)),
        fc.uniqueArray(fc.constantFrom(...hats), { minLength: 1 }),
        (chosen, has) => expect(has).toContain(firstHat(chosen, has))
      )
    );
  });

  it('is none where a word is stored that is no hat', () => {
    expect(hatNamed('dataManager')).toBe('dataManager');
    expect(hatNamed('typist')).toBeNull();
  });
});

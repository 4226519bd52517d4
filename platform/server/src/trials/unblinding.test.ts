import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { roles, type Role } from './roles.js';
import { unblindingProblem } from './unblinding.js';

const reading: readonly Role[] = ['reader', 'adjudicator'];
const harmless: readonly Role[] = ['trainer'];
const seeing = roles.filter(role => !reading.includes(role) && !harmless.includes(role));
const now = (role: Role) => ({ role, ended: false });

describe('roles that one person can not have in one trial', () => {
  it('are one that reads and one that sees what readers may not, in either order', () => {
    expect(seeing).toEqual([
      'qcTechnologist',
      'dataManager',
      'admin',
      'auditor',
      'sponsor',
      'siteCoordinator',
      'unblindedSupport',
    ]);
    for (const read of reading) {
      for (const see of seeing) {
        expect(unblindingProblem([now(read)], see)).toContain('would see what readers may not');
        expect(unblindingProblem([now(see)], read)).toContain('sees what readers may not');
      }
    }
  });

  it('say which', () => {
    expect(unblindingProblem([now('reader')], 'qcTechnologist')).toBe(
      'is reader in this trial and as QC technologist would see what readers may not'
    );
  });

  it('keep whoever has seen it from reading for good, and not the other way round', () => {
    expect(unblindingProblem([{ role: 'dataManager', ended: true }], 'reader')).toBe(
      'was data manager of this trial and has seen what readers may not'
    );
    expect(unblindingProblem([{ role: 'reader', ended: true }], 'dataManager')).toBeNull();
  });

  it('never let a person read and see, whatever is granted and ended in whatever order', () => {
    const step = fc.record({ role: fc.constantFrom(...roles), end: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), steps => {
        let held: { role: Role; ended: boolean }[] = [];
        for (const { role, end } of steps) {
          if (end) held = held.map(one => (one.role === role ? { role, ended: true } : one));
          else if (unblindingProblem(held, role) === null) held = [...held, now(role)];
          const has = held.filter(one => !one.ended).map(one => one.role);
          const both =
            has.some(one => reading.includes(one)) && has.some(one => seeing.includes(one));
          expect(both).toBe(false);
        }
      })
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  missingQualifications,
  missingSentence,
  qualificationKinds,
  type HeldQualification,
} from './missing-qualifications.js';

const required = { reader: ['gcp', 'charterTraining'] } as const;
const asked = { role: 'reader', charterVersion: 3, day: '2026-03-01' } as const;
const gcp = (date: string, expiry: string | null = null): HeldQualification => ({
  ...{ kind: 'gcp', charterVersion: null, date, expiry },
});
const training = (charterVersion: number): HeldQualification => ({
  ...{ kind: 'charterTraining', charterVersion, date: '2026-02-01', expiry: null },
});

describe('what a person lacks for a role', () => {
  it('is nothing where the charter asks for nothing, or all is there', () => {
    expect(missingQualifications({}, [], asked)).toEqual([]);
    expect(missingQualifications(required, [], { ...asked, role: 'auditor' })).toEqual([]);
    expect(missingQualifications(required, [training(3), gcp('2025-01-01')], asked)).toEqual([]);
  });

  it('is training in this version, whatever other version one was trained in', () => {
    const held = [gcp('2025-01-01'), training(2), training(4)];
    const missing = missingQualifications(required, held, asked);
    expect(missing).toEqual([{ kind: 'charterTraining', expired: null }]);
    expect(missingSentence(missing, 3)).toBe(
      "You can't open this read: charter training for version 3 is not recorded. Ask your trainer."
    );
  });

  it('is what expired before the day or begins after it; first and last day count', () => {
    const on = (...held: HeldQualification[]) =>
      missingQualifications({ reader: ['gcp'] }, held, asked);
    expect(on(gcp('2026-03-01', '2026-03-01'))).toEqual([]);
    expect(on(gcp('2026-03-02'))).toEqual([{ kind: 'gcp', expired: null }]);
    expect(on(gcp('2023-01-01', '2025-01-01'), gcp('2024-01-01', '2026-02-28'))).toEqual([
      { kind: 'gcp', expired: '2026-02-28' },
    ]);
    expect(on(gcp('2024-01-01', '2026-02-28'), gcp('2026-02-20', '2028-02-20'))).toEqual([]);
  });

  it('is said in one sentence with what to do', () => {
    const missing = missingQualifications(required, [gcp('2024-01-01', '2026-02-28')], asked);
    expect(missingSentence(missing, 3)).toBe(
      "You can't open this read: your Good Clinical Practice training expired on 2026-02-28; charter training for version 3 is not recorded. Ask your trainer."
    );
  });

  it('never grows by one more that is on record', () => {
    const days = fc.constantFrom('2025-01-01', '2026-02-28', '2026-03-01', '2026-03-02');
    const one = fc
      .record({ kind: fc.constantFrom(...qualificationKinds), date: days, last: fc.option(days) })
      .map(({ kind, date, last }): HeldQualification => {
        const charterVersion = kind === 'charterTraining' ? 3 : null;
        return { kind, date, charterVersion, expiry: last === null || last < date ? null : last };
      });
    fc.assert(
      fc.property(fc.array(one), one, (held, more) => {
        const kinds = (list: readonly HeldQualification[]) =>
          missingQualifications({ reader: qualificationKinds }, list, asked).map(
            ({ kind }) => kind
          );
        const before = kinds(held);
        expect(kinds([...held, more]).every(kind => before.includes(kind))).toBe(true);
      })
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Decision, ReaderSlot } from './decision.js';
import { dueAdjudications } from './dueAdjudications.js';
import { type Final, finalOf } from './finalOf.js';
import type { Standing } from './standingReads.js';
import { sizes } from './testing/reads.js';

const since = { scope: 'sinceLast' } as const;
const millimetres = fc.constantFrom(0, 50, 60, 70, 85, 100, 120);
const visits = fc.array(fc.tuple(millimetres, millimetres), { minLength: 1, maxLength: 2 });
const slot = fc.constantFrom<ReaderSlot>('reader1', 'reader2');
const part = fc.record({ visits, slot });

/** What was settled without a decision, as whoever keeps the reads gives it back. */
const withoutDecision = ({ timepoints }: Final): Standing[] =>
  timepoints.filter(({ why }) => why !== 'chosen');

describe('periods, one after the other', () => {
  it('are compared once each, and what stands of one never changes', () => {
    fc.assert(
      fc.property(fc.tuple(part, part), parts => {
        const decisions: Decision[] = [];
        let before: Final = finalOf({});
        const [one, two] = [[100], [100]] as [number[], number[]];
        for (const { visits: period, slot: chosen } of parts) {
          const settled = withoutDecision(before);
          const known = before.timepoints.length;
          one.push(...period.map(([mm]) => mm));
          two.push(...period.map(([, mm]) => mm));
          const reads = { reader1: sizes(...one), reader2: sizes(...two) };
          const due = dueAdjudications(reads.reader1, reads.reader2, since, decisions, settled);
          expect(due.length).toBeLessThanOrEqual(1);
          for (const { timepoints } of due) {
            expect(timepoints).toEqual(
              reads.reader1.output.timepoints.slice(known).map(({ id }) => id)
            );
            expect(finalOf(reads, since, decisions, settled).state).toBe('adjudicationDue');
            decisions.push({ timepoints: [...timepoints], choice: { kind: 'read', slot: chosen } });
          }
          const final = finalOf(reads, since, decisions, settled);
          expect(final.state).toBe('final');
          expect(final.timepoints.slice(0, known)).toEqual(before.timepoints);
          expect(
            dueAdjudications(reads.reader1, reads.reader2, since, decisions, withoutDecision(final))
          ).toEqual([]);
          before = final;
        }
      }),
      { numRuns: 60 }
    );
  });
});

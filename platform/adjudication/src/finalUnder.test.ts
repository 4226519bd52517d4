import { describe, expect, it } from '@jest/globals';
import { assess } from '@corelab/criteria';
import type { CourseRead } from './courseRead.js';
import { finalOf } from './finalOf.js';
import { finalUnder } from './finalUnder.js';
import { read, type Visit } from './testing/reads.js';

const irecist = (visits: Readonly<Record<string, Visit>>): CourseRead =>
  read(visits, { criterion: 'irecist' });
const options = { endpointOptions: { criterion: 'irecist', vocabulary: 'irecist' } } as const;

// Progression by the sum at TP1, which TP2 does not confirm: PD for good, and pseudo-progression.
const pseudo = { BL: { T01: 100 }, TP1: { T01: 125 }, TP2: { T01: 60 }, TP3: { T01: 55 } };
// No progression at all.
const stable = { BL: { T01: 100 }, TP1: { T01: 110 }, TP2: { T01: 65 }, TP3: { T01: 60 } };
const all = ['BL', 'TP1', 'TP2', 'TP3'];

describe('what stands under another criterion', () => {
  const reads = { reader1: read(pseudo), reader2: read(stable) };
  const others = { reader1: irecist(pseudo), reader2: irecist(stable) };

  it('is the read that was chosen, as the other criterion rates it by itself', () => {
    for (const slot of ['reader1', 'reader2'] as const) {
      const final = finalOf(reads, {}, [{ timepoints: all, choice: { kind: 'read', slot } }]);
      const under = finalUnder(final, others, options);
      expect(under).toEqual({ ...final, output: others[slot].output, numbers: final.numbers });
      expect(under.output).toEqual(assess(others[slot].input, { trace: false }));
    }
    expect(reads.reader1.output.timepoints.map(({ overall }) => overall).slice(1)).toEqual([
      ...['PD', 'PR', 'PR'],
    ]);
    expect(others.reader1.output.timepoints.map(({ overall }) => overall).slice(1)).toEqual([
      ...['IUPD', 'IPR', 'IPR'],
    ]);
  });

  it('has the best response of what stands where timepoints are of both reads', () => {
    const decision = {
      timepoints: all,
      choice: {
        kind: 'perTimepoint',
        slots: { BL: 'reader1', TP1: 'reader1', TP2: 'reader2', TP3: 'reader2' },
      },
    } as const;
    const final = finalOf(reads, { mode: 'perTimepoint' }, [decision]);
    const under = finalUnder(final, others, options);
    expect(final.output?.bestOverallResponse.unconfirmed.value).toBe('PD');
    expect(under.output?.timepoints.map(({ overall }) => overall)).toEqual([
      ...[undefined, 'IUPD', 'IPR', 'IPR'],
    ]);
    expect(under.output?.bestOverallResponse.unconfirmed.value).toBe('IPR');
    expect(under.timepoints).toEqual(final.timepoints);
  });

  it('is nothing while nothing is final, and refused of a read that was not rated', () => {
    const due = finalOf(reads, {});
    expect(finalUnder(due, others, options)).toBe(due);
    const final = finalOf(reads, {}, [
      { timepoints: all, choice: { kind: 'read', slot: 'reader2' } },
    ]);
    expect(() => finalUnder(final, { reader1: others.reader1 }, options)).toThrow(
      '/reads/reader2: it stands at "BL", and is not rated there'
    );
  });
});

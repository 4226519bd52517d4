import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { most, uploadBatches } from './uploadBatches.js';

const files = fc.array(
  fc.record({
    id: fc.integer(),
    study: fc.option(fc.constantFrom('1.1', '1.2', '1.3')),
    size: fc.integer({ min: 0, max: most.bytes }),
  }),
  { maxLength: 60 }
);

describe('which files are sent together', () => {
  it('are all of them, each once, and no study is parted', () => {
    fc.assert(
      fc.property(files, all => {
        const batches = uploadBatches(all);
        expect(batches.flat()).toHaveLength(all.length);
        expect(new Set(batches.flat())).toEqual(new Set(all));
        for (const study of ['1.1', '1.2', '1.3']) {
          const holding = batches.filter(batch => batch.some(one => one.study === study));
          expect(holding.length).toBeLessThanOrEqual(1);
        }
        expect(batches.every(batch => batch.length > 0)).toBe(true);
      })
    );
  });

  it('are no more than a delivery has, unless one study is', () => {
    fc.assert(
      fc.property(files, all => {
        for (const batch of uploadBatches(all)) {
          const bytes = batch.reduce((sum, { size }) => sum + size, 0);
          const studies = new Set(batch.map(({ study }) => study));
          const alone = studies.size === 1 && (batch[0]?.study !== null || batch.length === 1);
          expect(alone || (batch.length <= most.files && bytes <= most.bytes)).toBe(true);
        }
      })
    );
  });

  it('of a study larger than the server takes at once are parted', () => {
    const large = Array.from({ length: 20_001 }, () => ({ study: '1.1', size: 1 }));
    expect(uploadBatches(large).map(({ length }) => length)).toEqual([20_000, 1]);
  });
});

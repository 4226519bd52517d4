import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { deidentify } from './deidentify.js';
import { defaultOptions, type DeidentificationOptions } from './options.js';
import { type DataElement, type Dataset, sequence } from './part10/element.js';
import type { DeidentificationPlan } from './plan.js';
import { attributes } from './table/table.js';
import { elementsOf, fileOf, planWith } from './testing/files.js';
import { canary, sample } from './testing/samples.js';

/** Attributes of the table, and some that it does not have: numbers, code items, free text, sequences. */
const others = [
  ['00080060', 'CS'],
  ['00080070', 'LO'],
  ['00080104', 'LO'],
  ['00081090', 'LO'],
  ['00180050', 'DS'],
  ['00280010', 'US'],
  ['00409224', 'FD'],
  ['0040A160', 'UT'],
  ['00189346', 'SQ'],
  ['00400441', 'SQ'],
  ['00540016', 'SQ'],
  ['52009229', 'SQ'],
] as const;
const rows = [
  ...attributes.map(([tag, , vr]) => [tag, vr] as const),
  ...others.map(([tag, vr]) => [tag, vr] as const),
].filter(([tag]) => !['00080016', '00080018'].includes(tag));
/** Text that stays in full under these plans, as the table or this product wants: not planted with canaries. */
const planted = (element: DataElement): boolean =>
  element.kind !== 'value' ||
  !['CS', 'LO', 'SH', 'AE'].includes(element.vr) ||
  listed.has(element.tag);
const listed = new Set(attributes.map(([tag]) => Number.parseInt(tag, 16)));

const leaf = fc
  .constantFrom(...rows)
  .map(([tag, vr]) => sample(Number.parseInt(tag, 16), vr))
  .filter(planted);
const sequenceTags = rows.filter(([, vr]) => vr === 'SQ').map(([tag]) => Number.parseInt(tag, 16));

const inOrder = (elements: readonly DataElement[]): Dataset =>
  [...new Map(elements.map(element => [element.tag, element])).values()].sort(
    (a, b) => a.tag - b.tag
  );

const { dataset } = fc.letrec<{ dataset: Dataset; element: DataElement }>(tie => ({
  element: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc
      .tuple(fc.constantFrom(...sequenceTags), fc.array(tie('dataset'), { maxLength: 3 }))
      .map(([tag, items]) => sequence(tag, items))
  ),
  dataset: fc.array(tie('element'), { maxLength: 12 }).map(inOrder),
}));

const options: fc.Arbitrary<DeidentificationOptions> = fc.record({
  dates: fc.constantFrom('full', 'shifted', 'removed'),
  retainUids: fc.boolean(),
  retainPatientCharacteristics: fc.constant(false),
  retainDeviceIdentity: fc.constant(false),
  retainInstitutionIdentity: fc.constant(false),
  retainSafePrivate: fc.boolean(),
  cleanDescriptors: fc.boolean(),
  cleanStructuredContent: fc.boolean(),
  cleanGraphics: fc.boolean(),
});

const syntax = fc.constantFrom(
  '1.2.840.10008.1.2',
  '1.2.840.10008.1.2.1',
  '1.2.840.10008.1.2.1.99',
  '1.2.840.10008.1.2.2'
);

const done = (bytes: Uint8Array, plan: DeidentificationPlan): Uint8Array => {
  const result = deidentify(bytes, plan);
  if (!result.ok) throw new Error(`${result.refusal.code} ${result.refusal.message}`);
  return result.bytes;
};

const plan = (chosen: DeidentificationOptions): DeidentificationPlan =>
  planWith({ options: chosen, shiftDays: -11 });

const ascending = (elements: Dataset): boolean =>
  elements.every(
    (element, i) =>
      (i === 0 || element.tag > (elements[i - 1]?.tag ?? 0)) &&
      (element.kind !== 'sequence' || element.items.every(ascending))
  );

describe('any dataset', () => {
  it('has no canary afterwards, however deep', () => {
    fc.assert(
      fc.property(dataset, options, syntax, (elements, chosen, uid) => {
        const bytes = done(fileOf(elements, uid), plan(chosen));
        const plain = elementsOf(bytes);
        expect(Buffer.from(fileOf(plain)).includes(canary)).toBe(false);
        expect(ascending(plain)).toBe(true);
      }),
      { numRuns: 120 }
    );
  });

  it('is the same each time, and the second time as the first', () => {
    fc.assert(
      fc.property(dataset, options, syntax, (elements, chosen, uid) => {
        const file = fileOf(elements, uid);
        const once = done(file, plan(chosen));
        expect(Buffer.from(done(file, plan(chosen))).equals(once)).toBe(true);
        expect(Buffer.from(done(once, plan(chosen))).equals(once)).toBe(true);
      }),
      { numRuns: 120 }
    );
  });

  it('says the same in every transfer syntax', () => {
    fc.assert(
      fc.property(dataset, options, (elements, chosen) => {
        const texts = ['1.2.840.10008.1.2', '1.2.840.10008.1.2.1.99', '1.2.840.10008.1.2.1'].map(
          uid => {
            const bytes = done(fileOf(elements, uid), plan(chosen));
            return Buffer.from(fileOf(elementsOf(bytes))).toString('latin1');
          }
        );
        expect(new Set(texts).size).toBe(1);
      }),
      { numRuns: 40 }
    );
  });

  it('is never read beyond its end: any damage is de-identified or refused', () => {
    const whole = fileOf(
      attributes
        .slice(0, 80)
        .flatMap(([tag, , vr]) =>
          tag < '00080005' || tag === '00080018' ? [] : [sample(Number.parseInt(tag, 16), vr)]
        )
    );
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), (at, byte, cut) => {
        const damaged = cut ? whole.slice(0, at) : whole.slice();
        if (!cut) damaged[at] = byte;
        const result = deidentify(damaged, planWith({ options: defaultOptions }));
        expect(typeof result.ok).toBe('boolean');
      }),
      { numRuns: 400 }
    );
  });
});

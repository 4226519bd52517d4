import { describe, expect, it } from '@jest/globals';
import dcmjs from 'dcmjs';
import fc from 'fast-check';
import type { DicomDataset, DicomElement } from '../archive/dicom-json.js';
import { allowList } from './allow-list.js';
import { blindDataset, passesUnder } from './blind.js';
import type { Allowed } from './forms.js';
import { iodOfSopClass, iods, type IodId } from './iods.js';
import { makers, productLines } from './scanner-names.js';
import { seriesFacts } from './series-facts.js';
import type { Variant } from './variant.js';

const dictionary = Object.values(dcmjs.data.DicomMetaDictionary.nameMap).flatMap(entry => {
  const tag = entry?.tag.replaceAll(/[(),]/g, '').toUpperCase() ?? '';
  return entry !== undefined && /^[0-9A-F]{8}$/.test(tag)
    ? [[tag, entry.vr.slice(0, 2)] as const]
    : [];
});
const numeric = /^(DS|IS|FL|FD|US|SS|UL|SL|UV|SV)$/;
const canary = 'CNRY7301';

/** Whatever a header may hold under a tag: of its VR, of another one, or what no VR has. */
const element = (vr: string, depth: number): fc.Arbitrary<DicomElement> =>
  fc.oneof(
    fc.record({
      vr: fc.constant(vr),
      Value: fc.array<unknown>(
        vr === 'SQ' && depth > 0
          ? (dataset(depth - 1) as fc.Arbitrary<unknown>)
          : numeric.test(vr)
            ? fc.oneof(fc.double({ noNaN: true }), fc.integer(), fc.constant(canary))
            : fc.oneof(
                fc.constant(canary),
                fc.constant(`1.2.${canary.slice(4)}.9`),
                fc.constant('20260305'),
                fc.constant('101500.123'),
                fc.constant('20260305101500'),
                fc.constant({ Alphabetic: canary }),
                fc.constant('ORIGINAL'),
                fc.constant('SIEMENS CNRY7301')
              ),
        { maxLength: 3 }
      ),
    }),
    fc.constant({ vr: 'UN', InlineBinary: Buffer.from(canary).toString('base64') }),
    fc.constant({ vr, BulkDataURI: `http://orthanc/${canary}` })
  );

const listed = (list: readonly Allowed[]): string[] =>
  list.flatMap(({ tag, form }) => [tag, ...(form.pass === 'items' ? listed(form.allow) : [])]);
const known = dictionary.filter(([tag]) => listed(allowList).includes(tag));

function dataset(depth: number): fc.Arbitrary<DicomDataset> {
  const tag = fc.oneof(
    fc.constantFrom(...known),
    fc.constantFrom(...dictionary),
    fc.constantFrom(['00091001', 'LO'] as const, ['60003000', 'OW'] as const)
  );
  return fc
    .array(
      tag.chain(([key, vr]) => element(vr, depth).map(value => [key, value] as const)),
      { maxLength: 40 }
    )
    .map(entries => Object.fromEntries(entries));
}

const variant: fc.Arbitrary<Variant> = fc.record({
  dates: fc.constantFrom('shifted', 'offsets', 'removed', 'shown'),
  labels: fc.constantFrom('timepoint', 'day'),
  sexAge: fc.boolean(),
  manufacturer: fc.boolean(),
  leanBodyMass: fc.boolean(),
});

/** What of a list passes for one IOD in one variant. */
const allowedFor = (list: readonly Allowed[], iod: IodId, chosen: Variant): readonly Allowed[] =>
  list.filter(allowed => (allowed.iods?.includes(iod) ?? true) && passesUnder(chosen, allowed));

/** Every value of what was shown stands in the form that the policy gives it. */
const fits = (shown: DicomDataset, list: readonly Allowed[], iod: IodId, chosen: Variant): void => {
  const rules = allowedFor(list, iod, chosen);
  for (const [tag, { vr, Value = [] }] of Object.entries(shown)) {
    const rule = rules.find(allowed => allowed.tag === tag);
    expect(rule === undefined ? `${tag} is not listed` : 'listed').toBe('listed');
    if (rule === undefined) continue;
    expect(rule.vr).toContain(vr);
    expect(Value.length).toBeGreaterThan(0);
    const { form } = rule;
    for (const value of Value) {
      switch (form.pass) {
        case 'numbers':
        case 'rounded':
        case 'window':
        case 'ordinal':
          expect(Number.isFinite(value)).toBe(true);
          break;
        case 'nearest':
          expect(form.values).toContain(value);
          break;
        case 'codes':
          expect(form.values).toContain(value);
          break;
        case 'names':
          expect([...makers, ...productLines].map(([, name]) => name as string)).toContain(value);
          break;
        case 'standardUid':
          expect(value).toMatch(/^1\.2\.840\.10008\./);
          break;
        case 'mappedUid':
          expect(value).toMatch(/^2\.25\./);
          break;
        case 'date':
          expect(value).toMatch(/^\d{8}$/);
          break;
        case 'time':
          expect(value).toMatch(/^\d{6}(\.\d{1,6})?$/);
          break;
        case 'dateTime':
          expect(value).toMatch(/^\d{14}(\.\d{1,6})?$/);
          break;
        case 'items':
          fits(value as DicomDataset, form.allow, iod, chosen);
          break;
        case 'computed':
          break;
      }
    }
  }
};

describe('whatever a header holds', () => {
  it('passes as the policy lists it, in every variant and for every kind of image', () => {
    expect(dictionary.length).toBeGreaterThan(3000);
    fc.assert(
      fc.property(
        dataset(2),
        variant,
        fc.constantFrom(...iods.map(({ sopClass }) => sopClass), '1.2.840.10008.5.1.4.1.1.7'),
        (header, chosen, sopClass) => {
          const received = { ...header, '00080016': { vr: 'UI', Value: [sopClass] } };
          const shown = blindDataset(received, {
            variant: chosen,
            ...{ subjectCode: 'S-1', dateShiftDays: -40, timepointDate: '2026-03-05' },
            ...{ role: 'CT', seriesNumber: 1, studyInstanceUid: '2.25.1', place: 1 },
            pseudonym: real => (real.startsWith('1.2.7301') ? '2.25.7' : undefined),
            ...{ series: seriesFacts([received]), transferSyntax: '1.2.840.10008.1.2.1' },
          });
          const iod = iodOfSopClass(sopClass);
          if (iod === undefined) expect(shown).toEqual({});
          else fits(shown, allowList, iod.id, chosen);
          const bytes = JSON.stringify(shown);
          expect(bytes).not.toContain('CNRY');
          expect(bytes).not.toContain('1.2.7301');
          expect(bytes).not.toContain('InlineBinary');
          expect(bytes).not.toContain('BulkDataURI');
          if (chosen.dates !== 'shown') expect(bytes).not.toContain('20260305');
        }
      ),
      { numRuns: 300 }
    );
  });
});

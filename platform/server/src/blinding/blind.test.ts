import { describe, expect, it } from '@jest/globals';
import type { DicomDataset } from '../archive/dicom-json.js';
import { allowList } from './allow-list.js';
import { blindDataset, type BlindingContext } from './blind.js';
import type { Allowed } from './forms.js';
import { iods } from './iods.js';
import { seriesFacts } from './series-facts.js';
import { firstVariant, type Variant } from './variant.js';

const canary = 'CNRY7301';
const sopClasses = { CT: '1.2.840.10008.5.1.4.1.1.2', MR: '1.2.840.10008.5.1.4.1.1.4' };
const petClass = '1.2.840.10008.5.1.4.1.1.128';

const one = (vr: string, ...values: unknown[]) => ({ vr, Value: values });
const image = (sopClass: string, elements: DicomDataset): DicomDataset => ({
  '00080016': one('UI', sopClass),
  ...elements,
});
const contextOf = (
  dataset: DicomDataset,
  variant: Partial<Variant> = {},
  more: Partial<BlindingContext> = {}
): BlindingContext => ({
  variant: { ...firstVariant, leanBodyMass: false, ...variant },
  subjectCode: 'S-0001',
  dateShiftDays: -10,
  timepointDate: '2026-03-05',
  role: 'CT-PV-AX',
  seriesNumber: 2,
  studyInstanceUid: '2.25.1',
  pseudonym: real => (real === '1.2.3' ? '2.25.9' : undefined),
  place: 3,
  series: seriesFacts([dataset]),
  transferSyntax: '1.2.840.10008.1.2.1',
  ...more,
});
const blinded = (
  dataset: DicomDataset,
  variant: Partial<Variant> = {},
  more: Partial<BlindingContext> = {}
): DicomDataset => blindDataset(dataset, contextOf(dataset, variant, more));
const valueOf = (dataset: DicomDataset, tag: string): unknown => dataset[tag]?.Value?.[0];

describe('the policy', () => {
  it('lists no attribute of free text, name or address', () => {
    const check = (list: readonly Allowed[]): void => {
      for (const { vr, form } of list) {
        const free = vr.filter(
          each => !['CS', 'DA', 'DS', 'DT', 'FD', 'IS', 'SQ', 'SS', 'TM', 'UI', 'US'].includes(each)
        );
        if (!['codes', 'names', 'computed'].includes(form.pass)) expect(free).toEqual([]);
        if (form.pass === 'items') check(form.allow);
      }
    };
    check(allowList);
  });

  it('lets nothing of an image pass that is not of an admitted kind', () => {
    const capture = { '00280010': one('US', 512), '00080060': one('CS', 'CT') };
    expect(blinded(image('1.2.840.10008.5.1.4.1.1.7', capture))).toEqual({});
    expect(blinded(capture)).toEqual({});
  });

  it.each(iods.map(({ name, sopClass }) => [name, sopClass] as const))('admits %s', (_, uid) => {
    expect(valueOf(blinded(image(uid, {})), '00100020')).toBe('S-0001');
  });
});

describe('an image', () => {
  it('is of the code of its course, and in the names of the read', () => {
    const shown = blinded(
      image(sopClasses.CT, {
        '00100010': one('PN', { Alphabetic: canary }),
        '00100020': one('LO', canary),
        '0020000D': one('UI', '1.2.3'),
        '00083002': one('UI', canary),
      })
    );
    expect(shown['00100010']).toEqual({ vr: 'PN', Value: [{ Alphabetic: 'S-0001' }] });
    expect(shown['00100020']).toEqual({ vr: 'LO', Value: ['S-0001'] });
    expect(shown['0020000D']).toEqual({ vr: 'UI', Value: ['2.25.1'] });
    expect(shown['00083002']).toEqual({ vr: 'UI', Value: ['1.2.840.10008.1.2.1'] });
  });

  it('keeps what measuring needs and refuses text in numbers', () => {
    const shown = blinded(
      image(sopClasses.CT, {
        '00280030': one('DS', 0.7, '0.7'),
        '00180050': one('DS', 'John'),
        '00080008': one('CS', 'ORIGINAL', 'JOHN', 'DIS2D'),
        '00200052': one('UI', '1.2.3'),
        '00200032': one('DS', '-31.25', '4', '1e1'),
        '00081030': one('LO', canary),
        '0008103E': one('LO', canary),
      })
    );
    expect(shown['00280030']).toEqual({ vr: 'DS', Value: [0.7, 0.7] });
    expect(shown['00180050']).toBeUndefined();
    expect(shown['00080008']?.Value).toEqual(['ORIGINAL']);
    expect(shown['00200052']?.Value).toEqual(['2.25.9']);
    expect(shown['00200032']?.Value).toEqual([-31.25, 4, 10]);
    expect(shown['00081030']).toBeUndefined();
    expect(shown['0008103E']?.Value).toEqual(['CT-PV-AX']);
  });

  it('is numbered by its place, and so are acquisitions and phases', () => {
    const series = [11, 4, 11, 7].map((number, place) =>
      image(sopClasses.CT, {
        '00200012': one('IS', String(number)),
        '00200100': one('IS', 300 + place),
        '00200013': one('IS', 900 + place),
        '00200011': one('IS', 71),
        '00201041': one('DS', 1201.25),
      })
    );
    const facts = seriesFacts(series);
    const shown = series.map((dataset, place) =>
      blinded(dataset, {}, { series: facts, place: place + 1 })
    );
    const numbers = (tag: string) => shown.map(dataset => valueOf(dataset, tag));
    expect(numbers('00200012')).toEqual([3, 1, 3, 2]);
    expect(numbers('00200100')).toEqual([1, 2, 3, 4]);
    expect(numbers('00200013')).toEqual([1, 2, 3, 4]);
    expect(numbers('00200011')).toEqual([2, 2, 2, 2]);
    expect(numbers('00201041')).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('has no dates and times of CT and MR but that of its timepoint', () => {
    const moments = {
      '00080020': one('DA', '20260305'),
      '00080021': one('DA', '20260305'),
      '00080022': one('DA', '20260305'),
      '00080031': one('TM', '101500'),
      '00080033': one('TM', '101500'),
    };
    for (const uid of [sopClasses.CT, sopClasses.MR]) {
      const shown = blinded(image(uid, moments));
      expect(valueOf(shown, '00080020')).toBe('20260223');
      for (const tag of ['00080021', '00080022', '00080031', '00080033'])
        expect(shown[tag]).toBeUndefined();
    }
  });

  it.each([
    ['shifted', '20260223'],
    ['shown', '20260305'],
    ['offsets', undefined],
    ['removed', undefined],
  ] as const)('tells the date of its timepoint where dates are %s', (dates, expected) => {
    expect(valueOf(blinded(image(sopClasses.CT, {}), { dates }), '00080020')).toBe(expected);
  });

  it('has windows and scanner settings as nominal values', () => {
    const ct = blinded(
      image(sopClasses.CT, {
        '00281050': one('DS', 35, -550),
        '00281051': one('DS', 350, 1600),
        '00180060': one('DS', '119.4'),
      })
    );
    expect(ct['00281050']?.Value).toEqual([40, -600]);
    expect(ct['00281051']?.Value).toEqual([400, 1500]);
    expect(ct['00180060']?.Value).toEqual([120]);
    const mr = blinded(
      image(sopClasses.MR, {
        '00281050': one('DS', 512.37),
        '00281051': one('DS', 1033.1),
        '00180087': one('DS', 1.494),
        '00180081': one('DS', 4.9213),
      })
    );
    expect(mr['00281050']?.Value).toEqual([510]);
    expect(mr['00281051']?.Value).toEqual([1000]);
    expect(mr['00180087']?.Value).toEqual([1.5]);
    expect(mr['00180081']?.Value).toEqual([4.92]);
  });

  it('has the windows of its site for who does QC of it', () => {
    const ct = image(sopClasses.CT, { '00281050': one('DS', 35), '00281051': one('DS', '351') });
    const shown = blinded(ct, {}, { ownWindows: true });
    expect([valueOf(shown, '00281050'), valueOf(shown, '00281051')]).toEqual([35, 351]);
  });

  it('has no window where centres and widths are not pairs', () => {
    const odd = image(sopClasses.CT, { '00281050': one('DS', 40, 50), '00281051': one('DS', 400) });
    expect(blinded(odd)['00281050']).toBeUndefined();
    const flat = image(sopClasses.CT, { '00281050': one('DS', 40), '00281051': one('DS', 0) });
    expect(blinded(flat)['00281051']).toBeUndefined();
  });

  it('tells sex and age where the charter does, and never an age above 90', () => {
    const of = (elements: DicomDataset) =>
      image(sopClasses.CT, { '00100040': one('CS', 'F'), ...elements });
    const hidden = blinded(of({ '00100030': one('DA', '19620306') }));
    expect([hidden['00100040'], hidden['00101010'], hidden['00100030']]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    const age = (elements: DicomDataset) =>
      valueOf(blinded(of(elements), { sexAge: true }), '00101010');
    expect(valueOf(blinded(of({}), { sexAge: true }), '00100040')).toBe('F');
    expect(age({ '00100030': one('DA', '19620306') })).toBe('063Y');
    expect(age({ '00100030': one('DA', '19620305') })).toBe('064Y');
    expect(age({ '00100030': one('DA', '19360305') })).toBe('090Y');
    expect(age({ '00100030': one('DA', '19200305') })).toBe('090Y');
    expect(age({ '00101010': one('AS', '061Y') })).toBe('061Y');
    expect(age({ '00101010': one('AS', '018M') })).toBe('001Y');
    expect(age({ '00101010': one('AS', 'JOHN') })).toBeUndefined();
  });

  it('tells sex and size of PET where uptake is by lean body mass, and weight always', () => {
    const pet = image(petClass, {
      '00100040': one('CS', 'M'),
      '00101020': one('DS', 1.8),
      '00101030': one('DS', 81.5),
    });
    const plain = blinded(pet);
    expect([plain['00100040'], plain['00101020']]).toEqual([undefined, undefined]);
    expect(valueOf(plain, '00101030')).toBe(81.5);
    const lean = blinded(pet, { leanBodyMass: true });
    expect([valueOf(lean, '00100040'), valueOf(lean, '00101020')]).toEqual(['M', 1.8]);
    const ct = blinded({ ...pet, '00080016': one('UI', sopClasses.CT) }, { leanBodyMass: true });
    expect(ct['00100040']).toBeUndefined();
  });

  it('names the scanner by names of closed lists alone', () => {
    const of = (maker: string, model: string) =>
      image(sopClasses.CT, { '00080070': one('LO', maker), '00081090': one('LO', model) });
    const named = (maker: string, model: string) => {
      const shown = blinded(of(maker, model), { manufacturer: true });
      return [valueOf(shown, '00080070'), valueOf(shown, '00081090')];
    };
    expect(named('SIEMENS', `SOMATOM Definition AS+ ${canary}`)).toEqual(['Siemens', 'SOMATOM']);
    expect(named('GE MEDICAL SYSTEMS', 'Revolution CT')).toEqual(['GE', 'Revolution']);
    expect(named(canary, canary)).toEqual([undefined, undefined]);
    expect(blinded(of('SIEMENS', 'SOMATOM'))['00080070']).toBeUndefined();
  });

  it('drops references to images the read does not show', () => {
    const reference = (uid: string): DicomDataset => ({ '00081155': one('UI', uid) });
    const shown = blinded(
      image(sopClasses.CT, { '00081140': one('SQ', reference('1.2.3'), reference('1.2.4')) })
    );
    expect(shown['00081140']?.Value).toEqual([{ '00081155': one('UI', '2.25.9') }]);
  });
});

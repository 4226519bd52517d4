import { describe, expect, it } from '@jest/globals';
import { deidentify } from './deidentify.js';
import { uidMapper } from './keyedDigest.js';
import { defaultOptions } from './options.js';
import { type DataElement, type Dataset, sequence, value } from './part10/element.js';
import { readPart10, writePart10 } from './part10/part10File.js';
import { transferSyntaxOf } from './part10/transferSyntaxes.js';
import { writeDataset } from './part10/writeDataset.js';
import { type DeidentificationPlan, PlanError } from './plan.js';
import {
  ascii,
  ctImageStorage,
  elementsOf,
  fileOf,
  found,
  planWith,
  text,
  textIn,
} from './testing/files.js';

const done = (file: Uint8Array, differs: Partial<DeidentificationPlan> = {}): Dataset =>
  elementsOf(bytesOf(file, differs));
const bytesOf = (file: Uint8Array, differs: Partial<DeidentificationPlan> = {}): Uint8Array => {
  const plan = planWith(differs);
  const result = deidentify(file, plan);
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.message}`);
  expect(deidentify(result.bytes, plan)).toMatchObject({ ok: true, bytes: result.bytes });
  return result.bytes;
};
const refusalOf = (file: Uint8Array, differs: Partial<DeidentificationPlan> = {}) => {
  const result = deidentify(file, planWith(differs));
  return result.ok ? null : result.refusal;
};
const itemsIn = (dataset: Dataset, tag: number): readonly Dataset[] => {
  const one = found(dataset, tag);
  return one?.kind === 'sequence' ? one.items : [];
};

describe('a file that is not de-identified', () => {
  it.each([
    ['notDicom', new Uint8Array(200)],
    ['notDicom', ascii('DICM')],
    ['malformed', fileOf([]).subarray(0, -3)],
    ['malformed', fileOf([text(0x00080018, 'UI', '')])],
    ['malformed', fileOf([text(0x00080016, 'UI', 'MILLER')])],
    ['burnedInAnnotation', fileOf([text(0x00280301, 'CS', 'YES ')])],
  ])('is refused: %s', (code, file) => {
    const refusal = refusalOf(file);
    expect(refusal?.code).toBe(code);
    expect(refusal?.message).not.toContain('MILLER');
  });

  it('is refused for a transfer syntax that is not read, by its name', () => {
    const video = { ...transferSyntaxOf('1.2.840.10008.1.2.1'), uid: '1.2.840.10008.1.2.4.102' };
    const file = writePart10(video as never, elementsOf(fileOf([])), ctImageStorage, '1.2.3');
    expect(refusalOf(file)).toEqual({
      code: 'transferSyntaxUnknown',
      message: '(0002,0010) TransferSyntaxUID is 1.2.840.10008.1.2.4.102',
    });
  });

  it('is refused for sequences nested without end', () => {
    let nested: DataElement = sequence(0x00400441, []);
    for (let depth = 0; depth < 40; depth += 1) nested = sequence(0x00400441, [[nested]]);
    expect(refusalOf(fileOf([nested]))?.code).toBe('malformed');
  });

  it('with burned-in identity is accepted when a person cleared it, which stays said', () => {
    const dataset = done(fileOf([text(0x00280301, 'CS', 'YES')]), {
      burnedInAnnotation: 'cleared',
    });
    expect(textIn(dataset, 0x00280301)).toBe('YES');
  });
});

describe('a plan that can’t be carried out', () => {
  it.each([
    { subject: '' },
    { subject: 'A\\B' },
    { options: { ...defaultOptions, dates: 'shifted' as const }, shiftDays: 0 },
    { options: { ...defaultOptions, dates: 'shifted' as const }, shiftDays: 1.5 },
    { masks: [{ left: -1, top: 0, width: 1, height: 1 }] },
    {
      trial: {
        ...{ sponsorName: '', protocolId: 'P', protocolName: null },
        ...{ siteId: null, siteName: null },
      },
    },
  ])('is an error: %j', differs => {
    expect(() => deidentify(fileOf([]), planWith(differs))).toThrow(PlanError);
  });
});

describe('the file meta', () => {
  it('is written anew, and the preamble is empty', () => {
    const given = fileOf([]);
    given.set(ascii('MILLER'), 0);
    const extra = [
      text(0x00020016, 'AE', 'MILLER_AE'),
      text(0x00020100, 'UI', '1.2.3'),
      value(0x00020102, 'OB', ascii('MILLER')),
    ];
    const meta = writeDataset(extra, { explicit: true, littleEndian: true });
    const start = given.findIndex((byte, at) => byte === 8 && given[at + 1] === 0 && at > 200);
    const file = Uint8Array.from([...given.slice(0, start), ...meta, ...given.slice(start)]);
    // The value of (0002,0000): what follows it, up to the dataset.
    new DataView(file.buffer).setUint32(140, start + meta.length - 144, true);
    expect(readPart10(file).meta.some(({ tag }) => tag === 0x00020102)).toBe(true);
    const bytes = bytesOf(file);
    expect(Buffer.from(bytes).includes('MILLER')).toBe(false);
    expect(bytes.subarray(0, 128).every(byte => byte === 0)).toBe(true);
    expect(readPart10(bytes).meta.map(({ tag }) => tag & 0xff)).toEqual([0, 1, 2, 3, 16, 18, 19]);
  });

  it('has the UID that took the place of the other', () => {
    const bytes = bytesOf(fileOf([]), {
      options: { ...defaultOptions, retainUids: false },
    });
    const { meta, dataset } = readPart10(bytes);
    expect(textIn(meta, 0x00020003)).toBe(textIn(dataset, 0x00080018));
    expect(textIn(dataset, 0x00080018)).toMatch(/^2\.25\./);
    expect(textIn(meta, 0x00020002)).toBe(ctImageStorage);
  });
});

describe('UIDs that are not retained', () => {
  it('are replaced everywhere by the same, those of DICOM never', () => {
    const plan = { options: { ...defaultOptions, retainUids: false }, uid: uidMapper(ascii('k')) };
    const reference = [text(0x00081150, 'UI', ctImageStorage), text(0x00081155, 'UI', '1.2.3.4.5')];
    const dataset = done(
      fileOf([
        sequence(0x00089121, [[sequence(0x00081115, [[sequence(0x00081199, [reference])]])]]),
        text(0x00081167, 'UI', '1.2.3.4.5'),
      ]),
      plan
    );
    const sop = plan.uid('1.2.3.4.5');
    expect(textIn(dataset, 0x00080018)).toBe(sop);
    // In no row of the table, and a UID all the same.
    expect(textIn(dataset, 0x00081167)).toBe(sop);
    const series = itemsIn(itemsIn(dataset, 0x00089121)[0] ?? [], 0x00081115);
    const [one = []] = itemsIn(series[0] ?? [], 0x00081199);
    expect(textIn(one, 0x00081155)).toBe(sop);
    expect(textIn(one, 0x00081150)).toBe(ctImageStorage);
  });
});

describe('dates', () => {
  const dated = fileOf([
    text(0x00080020, 'DA', '20260106'),
    text(0x00080030, 'TM', '101000'),
    text(0x0008002a, 'DT', '20260106101000.5+0100'),
    text(0x00280303, 'CS', 'MODIFIED'),
    text(0x00080023, 'DA', 'MILLER'),
    // In no row of the table: ItemInventoryDateTime.
    text(0x00080404, 'DT', '20260106'),
  ]);

  it('are shifted by whole days, the second time not again', () => {
    const options = { ...defaultOptions, dates: 'shifted' as const };
    const dataset = done(dated, { options, shiftDays: -6 });
    expect(textIn(dataset, 0x00080020)).toBe('20251231');
    expect(textIn(dataset, 0x00080030)).toBe('101000');
    expect(textIn(dataset, 0x0008002a)).toBe('20251231101000.5+0100');
    expect(textIn(dataset, 0x00080404)).toBe('20251231');
    expect(textIn(dataset, 0x00080023)).toBe('19000101');
    expect(textIn(dataset, 0x00280303)).toBe('MODIFIED');
  });

  it('are shifted again when it is another’s file, whatever it says', () => {
    const options = { ...defaultOptions, dates: 'shifted' as const };
    const one = bytesOf(dated, { options, shiftDays: -6 });
    const other = elementsOf(one).map(element =>
      element.tag === 0x00080018 ? text(0x00080018, 'UI', '1.2.3.4.6') : element
    );
    expect(textIn(done(fileOf(other), { options, shiftDays: -6 }), 0x00080020)).toBe('20251225');
  });

  it('are removed, emptied or dummies as types want', () => {
    const options = { ...defaultOptions, dates: 'removed' as const };
    const dataset = done(dated, { options });
    expect(textIn(dataset, 0x00080020)).toBe('');
    expect(textIn(dataset, 0x0008002a)).toBe('19000101000000');
    expect(textIn(dataset, 0x00080404)).toBe('');
    expect(textIn(dataset, 0x00280303)).toBe('REMOVED');
  });

  it('that are kept stay modified when a site modified them', () => {
    const dataset = done(dated);
    expect(textIn(dataset, 0x00080020)).toBe('20260106');
    expect(textIn(dataset, 0x00080023)).toBe('');
    expect(textIn(dataset, 0x00280303)).toBe('MODIFIED');
  });
});

describe('private elements', () => {
  const philips = (creator: string): Dataset => [
    text(0x70530010, 'LO', creator),
    text(0x70531000, 'DS', '0.00012'),
    text(0x70531003, 'ST', 'MILLER'),
  ];

  it('of the list are kept, with their creator alone', () => {
    const dataset = done(fileOf(philips('Philips PET Private Group')));
    expect(dataset.filter(({ tag }) => tag >>> 16 === 0x7053).map(({ tag }) => tag)).toEqual([
      0x70530010, 0x70531000,
    ]);
    expect(textIn(dataset, 0x70531000)).toBe('0.00012');
  });

  it.each([
    ['of another creator', philips('MILLER')],
    ['without a creator', philips('Philips PET Private Group').slice(1)],
    [
      'of no value of its VR',
      [text(0x70530010, 'LO', 'Philips PET Private Group'), text(0x70531000, 'DS', 'MILLER')],
    ],
    [
      'of another VR',
      [text(0x70530010, 'LO', 'Philips PET Private Group'), text(0x70531000, 'LO', '1')],
    ],
  ])('%s go', (_, elements) => {
    expect(done(fileOf(elements)).some(({ tag }) => tag >>> 16 === 0x7053)).toBe(false);
  });

  it('are kept by the list in implicit VR and in items too', () => {
    const item = philips('Philips PET Private Group');
    const file = fileOf([sequence(0x00540016, [item])], '1.2.840.10008.1.2');
    expect(textIn(itemsIn(done(file), 0x00540016)[0] ?? [], 0x70531000)).toBe('0.00012');
  });

  it('all go without the option', () => {
    const options = { ...defaultOptions, retainSafePrivate: false };
    const dataset = done(fileOf(philips('Philips PET Private Group')), { options });
    expect(dataset.some(({ tag }) => tag >>> 16 === 0x7053)).toBe(false);
  });
});

describe('subject and trial', () => {
  it('take the place of the patient’s name and identifier, in items too', () => {
    const nested = sequence(0x00400441, [
      [text(0x00100010, 'PN', 'MILLER'), text(0x00100020, 'LO', 'MILLER')],
    ]);
    const dataset = done(fileOf([nested]));
    const [item = []] = itemsIn(dataset, 0x00400441);
    for (const one of [dataset, item]) {
      expect(textIn(one, 0x00100010)).toBe('101-001');
      expect(textIn(one, 0x00100020)).toBe('101-001');
    }
  });

  it('are written where the plan has a trial, else what is there goes as the table says', () => {
    const given = fileOf([text(0x00120010, 'LO', 'MILLER'), text(0x00120030, 'LO', 'MILLER')]);
    const without = done(given);
    expect(textIn(without, 0x00120010)).toBe('REMOVED');
    expect(textIn(without, 0x00120030)).toBe('');
    const trial = {
      ...{ sponsorName: 'Sponsor', protocolId: 'P-1', protocolName: 'Name' },
      ...{ siteId: '101', siteName: null },
    };
    const dataset = done(given, { trial });
    const written = [0x10, 0x20, 0x21, 0x30, 0x31, 0x40].map(one =>
      textIn(dataset, 0x00120000 + one)
    );
    expect(written).toEqual(['Sponsor', 'P-1', 'Name', '101', '', '101-001']);
  });
});

describe('what the table does not have', () => {
  it.each([
    ['free text is cleaned', text(0x00189941, 'UT', 'CHEST for MILLER'), 'CHEST'],
    ['a person’s name is emptied', text(0x00140104, 'PN', 'MILLER'), ''],
    ['an address goes', text(0x00081190, 'UR', 'http://miller'), undefined],
    ['a tag of no standard goes', text(0x00089999, 'LO', 'MILLER'), undefined],
    ['what belongs into the file meta goes', text(0x00020016, 'AE', 'MILLER'), undefined],
    ['what belongs into a directory goes', text(0x00041130, 'CS', 'MILLER'), undefined],
    ['opaque bytes go', value(0x00283002, 'OB', ascii('MILLER')), undefined],
    ['a profile of colours stays', value(0x00282000, 'OB', ascii('ICC1')), 'ICC1'],
    ['a number that is none is emptied', text(0x00180050, 'DS', 'MILLER'), ''],
    ['a number as text goes', text(0x00280010, 'LO', 'MILLER'), undefined],
    ['a manufacturer stays', text(0x00080070, 'LO', 'Phantom Works'), 'Phantom Works'],
    ['a scan option stays', text(0x00180022, 'CS', 'HELICAL MODE'), 'HELICAL MODE'],
  ])('%s', (_, element, expected) => {
    expect(textIn(done(fileOf([element])), element.tag)).toBe(expected);
  });

  it('codes of a site’s own scheme have their meaning cleaned, those of others keep it', () => {
    const code = (scheme: string, meaning: string): Dataset => [
      text(0x00080100, 'SH', 'X1'),
      text(0x00080102, 'SH', scheme),
      text(0x00080104, 'LO', meaning),
    ];
    const meaningOf = (scheme: string, meaning: string) => {
      const file = fileOf([sequence(0x00321064, [code(scheme, meaning)])]);
      return textIn(itemsIn(done(file), 0x00321064)[0] ?? [], 0x00080104);
    };
    expect(meaningOf('99SITE', 'CT CHEST DR MILLER')).toBe('CT CHEST');
    expect(meaningOf('L', 'MILLER')).toBe('REMOVED');
    expect(meaningOf('SCT', 'Fluorodeoxyglucose F^18^')).toBe('Fluorodeoxyglucose F^18^');
  });

  it('pixels in items go', () => {
    const item = [value(0x7fe00010, 'OB', ascii('MILLER'))];
    const file = fileOf([sequence(0x00540016, [item])]);
    expect(itemsIn(done(file), 0x00540016)).toEqual([[]]);
  });
});

describe('what the file says of its de-identification', () => {
  it('keeps earlier acts on pixels, and nothing else that was said', () => {
    const item = (code: string): Dataset => [
      text(0x00080100, 'SH', code),
      text(0x00080102, 'SH', 'DCM'),
      text(0x00080104, 'LO', 'MILLER'),
    ];
    const dataset = done(
      fileOf([
        text(0x00120063, 'LO', 'by MILLER'),
        sequence(0x00120064, [item('113102'), item('113109')]),
      ])
    );
    const codes = itemsIn(dataset, 0x00120064).map(one => textIn(one, 0x00080100));
    expect(codes.filter(code => code === '113102' || code === '113109')).toEqual(['113102']);
    expect(textIn(dataset, 0x00120063)).toMatch(/^DICOM PS3\.15 2024b Annex E\\[0-9a-f]{32}$/);
  });
});

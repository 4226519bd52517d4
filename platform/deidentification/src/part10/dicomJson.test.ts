import { describe, expect, it } from '@jest/globals';
import { JPEG_LS_LOSSLESS } from '@corelab/phantoms';
import { ascii, fileOf, phantomSlice, text } from '../testing/files.js';
import { type DataElement, sequence, value } from './element.js';
import { type JsonDataset, readDicomJson } from './dicomJson.js';

const esc = '\x1b';

const read = (bytes: Uint8Array): JsonDataset => {
  const result = readDicomJson(bytes);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.dataset;
};
const valuesIn = (elements: readonly DataElement[], tag: string, syntax?: string): unknown =>
  read(fileOf(elements, syntax))[tag]?.Value;

const bytesOf = (fill: (view: DataView) => void, size: number): Uint8Array => {
  const bytes = new Uint8Array(size);
  fill(new DataView(bytes.buffer));
  return bytes;
};

describe('a file as DICOM JSON', () => {
  it('has text in all its values, without padding', () => {
    expect(valuesIn([text(0x00080008, 'CS', 'ORIGINAL\\PRIMARY ')], '00080008')).toEqual([
      'ORIGINAL',
      'PRIMARY',
    ]);
    expect(valuesIn([text(0x00204000, 'LT', 'a\\b')], '00204000')).toEqual(['a\\b']);
    expect(valuesIn([text(0x00100020, 'LO', '')], '00100020')).toEqual([]);
  });

  it('has numbers as numbers, and what is none as it stands', () => {
    expect(valuesIn([text(0x00280030, 'DS', '0.7\\ 1e1 ')], '00280030')).toEqual([0.7, 10]);
    expect(valuesIn([text(0x00200013, 'IS', 'six')], '00200013')).toEqual(['six']);
    const unsigned = bytesOf(view => view.setUint16(0, 512, true), 2);
    expect(valuesIn([value(0x00280010, 'US', unsigned)], '00280010')).toEqual([512]);
    const float = bytesOf(view => view.setFloat64(0, -1.5, true), 8);
    expect(valuesIn([value(0x00189073, 'FD', float)], '00189073')).toEqual([-1.5]);
    const tag = bytesOf(view => {
      view.setUint16(0, 0x0018, true);
      view.setUint16(2, 0x1063, true);
    }, 4);
    expect(valuesIn([value(0x00280009, 'AT', tag)], '00280009')).toEqual(['00181063']);
  });

  it('has numbers of a big-endian file', () => {
    const rows = bytesOf(view => view.setUint16(0, 512, false), 2);
    const element = value(0x00280010, 'US', rows);
    expect(valuesIn([element], '00280010', '1.2.840.10008.1.2.2')).toEqual([512]);
  });

  it('has names by their groups, in several character sets', () => {
    const terms = text(0x00080005, 'CS', '\\ISO 2022 IR 87');
    const name = value(
      0x00100010,
      'PN',
      ascii(`Yamada^Tarou=${esc}$B;3ED${esc}(B^${esc}$BB@O:${esc}(B`)
    );
    expect(valuesIn([terms, name], '00100010')).toEqual([
      { Alphabetic: 'Yamada^Tarou', Ideographic: '山田^太郎' },
    ]);
  });

  it('has items of sequences, in the character set of what they are in', () => {
    const elements = [
      text(0x00080005, 'CS', 'ISO_IR 192'),
      sequence(0x00081032, [
        [value(0x00080104, 'LO', new TextEncoder().encode('Größe '))],
        [text(0x00080005, 'CS', 'ISO_IR 100'), value(0x00080104, 'LO', ascii('Gr\xf6\xdfe '))],
      ]),
    ];
    expect(valuesIn(elements, '00081032')).toMatchObject([
      { '00080104': { vr: 'LO', Value: ['Größe'] } },
      { '00080104': { vr: 'LO', Value: ['Größe'] } },
    ]);
  });

  it('has no bulk data', async () => {
    for (const differs of [{}, { transferSyntax: JPEG_LS_LOSSLESS }]) {
      const dataset = read(await phantomSlice(differs));
      expect(dataset['7FE00010']?.Value).toBeUndefined();
      expect(dataset['00280010']?.Value).toEqual([512]);
      expect(dataset['00080060']?.Value).toEqual(['CT']);
    }
  });

  it('is refused with the reason where it can not be read', () => {
    expect(readDicomJson(new Uint8Array(200))).toMatchObject({
      ok: false,
      refusal: { code: 'notDicom' },
    });
    expect(readDicomJson(fileOf([text(0x00080005, 'CS', 'ISO_IR 7')]))).toMatchObject({
      ok: false,
      refusal: { code: 'characterSetUnknown' },
    });
  });
});

import dcmjs from 'dcmjs';
import { describe, expect, it } from '@jest/globals';
import { SIZE } from './canvas.js';
import { buildInstance, type InstanceSpec } from './instance.js';
import { generateOddSeries } from './odd-series.js';

const spec: InstanceSpec = {
  subjectId: '101-001',
  siteId: '101',
  timepointId: 'BL',
  sex: 'F',
  birthDate: '1951-02-13',
  studyDate: '2026-01-05',
  studyInstanceUid: '2.25.1',
  seriesInstanceUid: '2.25.2',
  frameOfReferenceUid: '2.25.3',
  sopInstanceUid: '2.25.4',
  instanceNumber: 1,
  z: -100,
  sliceThicknessMm: 5,
  transferSyntax: '1.2.840.10008.1.2.1',
  bodyPart: 'CHEST',
  canary: { patient: 1, study: 1 },
  pixels: new Uint16Array(SIZE * SIZE),
};

const read = (bytes: Uint8Array) =>
  dcmjs.data.DicomMessage.readFile(bytes.slice().buffer as ArrayBuffer).dict;

describe('buildInstance', () => {
  it('fills the clinical trial modules and applies overrides and omissions', async () => {
    const dict = read(
      await buildInstance({
        ...spec,
        overrides: { '00180050': { vr: 'DS', Value: ['10'] } },
        omit: ['00080080'],
      })
    );
    const values = ['00120020', '00120030', '00120040', '00120050'].map(tag => dict[tag]?.Value[0]);
    expect(values).toEqual(['DEMO-ONC', '101', '101-001', 'BL']);
    expect(Number(dict['00180050']?.Value[0])).toBe(10);
    expect(dict['00080080']).toBeUndefined();
  });

  it('gives every person name a canary', async () => {
    const names = Object.values(read(await buildInstance(spec))).filter(({ vr }) => vr === 'PN');
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) expect(JSON.stringify(name.Value)).toContain('CANARY');
  });

  it('refuses pixels of another size and transfer syntaxes it cannot write', async () => {
    await expect(buildInstance({ ...spec, pixels: new Uint16Array(9) })).rejects.toThrow(
      'instance 2.25.4: 9 pixels'
    );
    await expect(buildInstance({ ...spec, transferSyntax: '1.2.3' })).rejects.toThrow(
      'cannot write 1.2.3'
    );
  });
});

describe('generateOddSeries', () => {
  it('leaves out a slice', async () => {
    const { instances } = await generateOddSeries({ kind: 'missing-slice', slices: 6 });
    expect(instances.map(({ z }) => z)).toEqual([-100, -105, -110, -120, -125]);
    const numbers = instances.map(({ bytes }) => Number(read(bytes)['00200013']?.Value[0]));
    expect(numbers).toEqual([1, 2, 3, 5, 6]);
  });

  it('spaces slices unevenly', async () => {
    const { instances } = await generateOddSeries({ kind: 'uneven-spacing', slices: 4 });
    expect(instances.map(({ z }) => z)).toEqual([-100, -105, -112, -117]);
  });

  it('makes a study of a modality that no protocol asks for', async () => {
    const { instances } = await generateOddSeries({ kind: 'unsupported-modality', slices: 4 });
    expect(instances.map(({ bytes }) => read(bytes)['00080060']?.Value[0])).toEqual(
      instances.map(() => 'OT')
    );
  });

  it('refuses too few slices', async () => {
    await expect(generateOddSeries({ kind: 'missing-slice', slices: 3 })).rejects.toThrow(
      'at least 4'
    );
  });
});

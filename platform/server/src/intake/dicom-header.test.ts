import { describe, expect, it } from '@jest/globals';
import { handmadeFile } from '../testing/handmade-image.js';
import { images } from '../testing/handmade-trial.js';
import { readHeader } from './dicom-header.js';

const [first] = images;
if (first === undefined) throw new Error('no image');

const prefixAlone = new Uint8Array(4000);
prefixAlone.set(new TextEncoder().encode('DICM'), 128);

describe('a received file', () => {
  it('says what it is, and its pixels are left alone', () => {
    const parsed = readHeader(handmadeFile(first));
    expect(parsed).toMatchObject({
      ok: true,
      header: {
        ...{ sopUid: first.sopUid, studyUid: first.studyUid, seriesUid: first.seriesUid },
        ...{ sopClassUid: '1.2.840.10008.5.1.4.1.1.2', patientId: first.canary },
      },
    });
    expect(parsed.ok && parsed.header.dataset['7FE00010']).toBe(undefined);
  });

  it('may have several character sets, as files from Japan, Korea and China have', () => {
    const terms = { vr: 'CS', Value: ['', 'ISO 2022 IR 87'] };
    const parsed = readHeader(handmadeFile({ ...first, elements: { '00080005': terms } }));
    expect(parsed).toMatchObject({ ok: true, header: { patientId: first.canary } });
  });

  it.each([
    ['DICM is missing', new TextEncoder().encode('hello')],
    ['DICM is missing', new Uint8Array(4000)],
    ['not a readable DICOM file', prefixAlone],
    [
      'StudyInstanceUID is absent',
      handmadeFile({ ...first, elements: { '0020000D': { vr: 'UI', Value: [] } } }),
    ],
    [
      'SOPInstanceUID is absent or not a UID',
      handmadeFile({ ...first, elements: { '00080018': { vr: 'UI', Value: ['one'] } } }),
    ],
  ])('that can not be read is told by its defect: %s', (reason, bytes) => {
    expect(readHeader(bytes)).toEqual({ ok: false, reason: expect.stringContaining(reason) });
  });
});

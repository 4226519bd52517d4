import { loadCharter } from '@corelab/charter';
import { describe, expect, it } from '@jest/globals';
import { withStandIn } from '../deidentification/deidentify-image.js';
import { readHeader } from '../intake/dicom-header.js';
import { intakeRules } from '../intake/intake-rules.js';
import { handmadeFile, handmadePixels } from '../testing/handmade-image.js';
import { canary, images, source } from '../testing/handmade-trial.js';
import { tagsThatKeepIt, tagsWith } from '../testing/kept-of-file.js';

const [first] = images;
if (first === undefined) throw new Error('no image');
const rulesOf = (more: string) => {
  const loaded = loadCharter(source + more);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded));
  return intakeRules(loaded.charter).deidentification;
};
const read = (bytes: Uint8Array) => {
  const parsed = readHeader(bytes);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.header;
};

describe('what takes the place of an image whose identity is destroyed', () => {
  it.each([
    ['no images are de-identified', 'deidentification: { off: { reason: a third party } }\n'],
    ['the charter says nothing of it', ''],
  ])('is de-identified, with its UIDs, dates and pixels, where %s', (_, more) => {
    const bytes = handmadeFile(first);
    const image = { bytes, asReceived: true, standIn: 'DESTROYED-1' };
    const made = withStandIn('key', rulesOf(more), image);
    if (!made.ok) throw new Error(made.refusal);
    const [was, is] = [read(bytes), read(made.bytes)];
    expect(is).toMatchObject({ studyUid: was.studyUid, sopUid: was.sopUid });
    expect(is.dataset['00080022']).toEqual(was.dataset['00080022']);
    expect(is.patientId).toBe('DESTROYED-1');
    expect(tagsWith(made.bytes, canary)).toEqual(tagsThatKeepIt);
    expect(Buffer.from(made.bytes).includes(first.subject)).toBe(false);
    expect(Buffer.from(made.bytes).includes(Buffer.from(handmadePixels(first.pixelSeed)))).toBe(
      true
    );
    // What it is made of again is the same but for the name.
    const again = withStandIn('key', rulesOf(more), {
      ...{ bytes: made.bytes, asReceived: true, standIn: 'DESTROYED-1' },
    });
    expect(again).toMatchObject({ ok: true, sha256: made.sha256 });
  });
});

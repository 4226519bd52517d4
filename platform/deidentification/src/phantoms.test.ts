import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JPEG_LS_LOSSLESS } from '@corelab/phantoms';
import { Value } from '@sinclair/typebox/value';
import { deidentify } from './deidentify.js';
import { pixelDataTag } from './part10/element.js';
import { ReportSchema } from './report.js';
import {
  elementsOf,
  found,
  phantomSlice,
  planWith,
  textIn,
  withoutFirstComment,
} from './testing/files.js';

const canary = /CANARY[0-9A-F]{8}\d\d/;
/** Every text that a file has, a byte or two bytes a character. */
const texts = (bytes: Uint8Array): string[] => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return [buffer, buffer.subarray(1)].flatMap(one => [
    one.toString('latin1'),
    one.subarray(0, one.length & ~1).toString('utf16le'),
    Buffer.from(one.subarray(0, one.length & ~1))
      .swap16()
      .toString('utf16le'),
  ]);
};

const pixelsOf = (bytes: Uint8Array): Buffer => {
  const pixels = found(elementsOf(bytes), pixelDataTag);
  if (pixels?.kind === 'value') return Buffer.from(pixels.value);
  return pixels?.kind === 'encapsulated' ? Buffer.concat(pixels.fragments) : Buffer.alloc(0);
};

const trial = {
  sponsorName: 'Sponsor',
  protocolId: 'DEMO-ONC',
  protocolName: null,
  siteId: '101',
  siteName: null,
};

const done = (bytes: Uint8Array) => {
  const result = deidentify(bytes, planWith({ trial }));
  if (!result.ok) throw new Error(result.refusal.message);
  return result;
};

describe.each([
  ['native', {}],
  ['JPEG-LS', { transferSyntax: JPEG_LS_LOSSLESS }],
])('a phantom, %s', (_, differs) => {
  let original: Uint8Array;
  let result: ReturnType<typeof done>;
  beforeAll(async () => {
    original = await phantomSlice(differs);
    result = done(original);
  });

  it('has canaries before and none afterwards', () => {
    expect(texts(original).flatMap(text => canary.exec(text) ?? []).length).toBeGreaterThan(0);
    expect(texts(result.bytes).flatMap(text => canary.exec(text) ?? [])).toEqual([]);
  });

  it('has the same pixels, byte for byte, and no comment beside them', () => {
    const given = pixelsOf(original);
    const kept = 'transferSyntax' in differs ? withoutFirstComment(given) : given;
    expect(pixelsOf(result.bytes).equals(kept)).toBe(true);
  });

  it('names its subject, trial and de-identification', () => {
    const dataset = elementsOf(result.bytes);
    expect(textIn(dataset, 0x00100010)).toBe('101-001');
    expect(textIn(dataset, 0x00100020)).toBe('101-001');
    expect(textIn(dataset, 0x00120020)).toBe('DEMO-ONC');
    expect(textIn(dataset, 0x00120030)).toBe('101');
    expect(textIn(dataset, 0x00120062)).toBe('YES');
    expect(textIn(dataset, 0x00280303)).toBe('UNMODIFIED');
    const codes = found(dataset, 0x00120064);
    const values =
      codes?.kind === 'sequence' ? codes.items.map(one => textIn(one, 0x00080100)) : [];
    expect(values).toEqual(['113100', '113106', '113108', '113110', '113111', '113105']);
  });

  it('keeps what this product chooses to keep', () => {
    const dataset = elementsOf(result.bytes);
    expect(textIn(dataset, 0x0020000d)).toBe('2.25.101');
    expect(textIn(dataset, 0x00080020)).toBe('20260106');
    expect(textIn(dataset, 0x00101030)).toBe('72');
    expect(textIn(dataset, 0x00080070)).toBe('Phantom Works');
    expect(textIn(dataset, 0x00181020)).toBe('1.0');
    expect(textIn(dataset, 0x0008103e)).toBe('CT PV AX');
  });

  it('is the same when it is de-identified again, and each time', () => {
    expect(Buffer.from(done(original).bytes).equals(result.bytes)).toBe(true);
    expect(Buffer.from(done(result.bytes).bytes).equals(result.bytes)).toBe(true);
  });

  it('has a report of its schema, with no value in it', () => {
    expect([...Value.Errors(ReportSchema, result.report)]).toEqual([]);
    expect(JSON.stringify(result.report)).not.toMatch(/CANARY|101-001|2\.25\.|20260106/);
  });

  it('leaves the original as it was', async () => {
    expect(Buffer.from(await phantomSlice(differs)).equals(original)).toBe(true);
  });
});

describe('dciodvfy', () => {
  const folder = mkdtempSync(join(tmpdir(), 'deidentified-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const errorsOf = (name: string, bytes: Uint8Array): string[] => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const run = spawnSync('dciodvfy', [path], { encoding: 'utf8' });
    if (run.error)
      throw new Error('dciodvfy was not found: install the Debian package dicom3tools', {
        cause: run.error,
      });
    const said = `${run.stdout}${run.stderr}`;
    expect(said).toContain('CTImage');
    return said.split('\n').filter(line => line.includes('Error'));
  };

  it('finds no error in a file that had none', async () => {
    const original = await phantomSlice();
    expect(errorsOf('before.dcm', original)).toEqual([]);
    expect(errorsOf('after.dcm', done(original).bytes)).toEqual([]);
  });
});

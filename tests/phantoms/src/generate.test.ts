import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { characterSetNames } from './hidden.js';
import { generatePhantoms, phantomFiles } from './generate.js';
import { phantomPlan } from './truth.js';

const MINUTES = 60_000;
const outDir = mkdtempSync(join(tmpdir(), 'phantoms-'));
const truth = phantomPlan();
const files = [...phantomFiles(truth)];
/** One file in the middle of each study. */
const samples = truth.subjects
  .flatMap(({ timepoints }) => timepoints.flatMap(({ studies }) => studies))
  .flatMap(({ series }) => series)
  .map(({ sops }) => files.find(file => file.sopInstanceUid === sops[20])?.path ?? 'none');

beforeAll(async () => {
  await generatePhantoms({ outDir });
}, 5 * MINUTES);
afterAll(() => rmSync(outDir, { recursive: true, force: true }));

describe('generatePhantoms', () => {
  it('writes every file and the truth, under 350 MB', () => {
    const bytes = files.reduce((sum, { path }) => sum + statSync(join(outDir, path)).size, 0);
    expect(bytes).toBeLessThan(350e6);
    expect(JSON.parse(readFileSync(join(outDir, 'truth.json'), 'utf8'))).toEqual(truth);
  });

  it(
    'leaves complete phantoms alone and makes only lost files again',
    async () => {
      let written = 0;
      const count = () => (written += 1);
      await generatePhantoms({ outDir, onProgress: count });
      expect(written).toBe(0);
      const first = join(outDir, files[0]?.path ?? '');
      const before = readFileSync(first);
      rmSync(first);
      await generatePhantoms({ outDir, onProgress: count });
      expect(written).toBe(1);
      expect(readFileSync(first).equals(before)).toBe(true);
    },
    5 * MINUTES
  );

  it.each(samples)('writes valid CT images: %s', path => {
    const run = spawnSync('dciodvfy', [join(outDir, path)], { encoding: 'utf8' });
    if (run.error) {
      throw new Error('dciodvfy was not found: install the Debian package dicom3tools', {
        cause: run.error,
      });
    }
    const report = `${run.stdout}${run.stderr}`;
    expect(report).toContain('CTImage');
    expect(report.split('\n').filter(line => line.includes('Error'))).toEqual([]);
  });

  it('plants every canary', () => {
    const all = samples.map(path => readFileSync(join(outDir, path), 'latin1')).join('\n');
    const missing = [...truth.canaries, ...truth.canaryDates].filter(one => !all.includes(one));
    expect(missing).toEqual([]);
    for (const { bytes } of characterSetNames)
      expect(all).toContain(Buffer.from(bytes).toString('latin1'));
    const planted = new Set(all.match(/CANARY[0-9A-F]{8}\d\d/g));
    expect([...planted].sort()).toEqual([...truth.canaries].sort());
  });
});

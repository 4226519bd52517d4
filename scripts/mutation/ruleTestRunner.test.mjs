import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';

// Stryker itself, with our runner and our options, on the three rules in proof/: jest can't hold its module hooks.

const proof = fileURLToPath(new URL('./proof', import.meta.url));
const core = dirname(createRequire(import.meta.url).resolve('@stryker-mutator/core/package.json'));
const limitMs = 120_000;

async function mutants() {
  const folder = await mkdtemp(join(tmpdir(), 'corelab-proof-'));
  try {
    await promisify(execFile)(
      process.execPath,
      [join(core, 'bin/stryker.js'), 'run', 'stryker.config.mjs'],
      {
        cwd: proof,
        env: { ...process.env, NODE_OPTIONS: '', CORELAB_MUTATE_FOLDER: folder },
        timeout: limitMs,
      }
    );
    const { files } = JSON.parse(await readFile(join(folder, 'report.json'), 'utf8'));
    return Object.values(files).flatMap(file => file.mutants);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

it(
  'tells a mutant that a test fails on from one that it does not notice',
  async () => {
    const found = new Map();
    for (const { status, replacement } of await mutants())
      found.set(status, [...(found.get(status) ?? []), replacement]);
    // The boundary at -30 % is tested, the one at 20 % is not; nothing tests the sum of 0; words load with the module; a limit is made anew for each mutant.
    expect(found.get('Killed')).toEqual(
      expect.arrayContaining(['changePct < -30', 'changePct < 20', '+30', 'base / 2'])
    );
    expect(found.get('Survived')).toEqual(['changePct > 20']);
    expect(found.get('Timeout')).toEqual(['left += 1']);
    expect(found.get('NoCoverage').sort()).toEqual(['false', 'sumMm !== 0', 'true', '{}']);
    expect(found.get('Ignored').sort()).toEqual(['""', '() => undefined', '[]']);
    expect([...found.keys()].sort()).toEqual([
      'Ignored',
      'Killed',
      'NoCoverage',
      'Survived',
      'Timeout',
    ]);
  },
  limitMs
);

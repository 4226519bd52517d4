import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runStep } from './step.mjs';

// `npm run mutate -- PACKAGE [--files GLOB]`: Stryker on one rule package, incremental. What survives is listed in
// docs/mutation/PACKAGE.md after it was looked at; the reports go to reports/mutation.

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const packages = ['criteria', 'endpoints', 'agreement'];
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { files: { type: 'string', default: '**/*.ts' } },
});
const [name] = positionals;
if (
  !packages.includes(name) ||
  positionals.length !== 1 ||
  !existsSync(join(root, 'platform', name))
) {
  process.stderr.write(`usage: npm run mutate -- ${packages.join('|')} [--files GLOB]\n`);
  process.exit(2);
}
const temporary = await mkdtemp(join(tmpdir(), 'corelab-mutate-'));
try {
  const { code } = await runStep(
    `mutants of ${name}`,
    'npx',
    ['--no-install', 'stryker', 'run', 'stryker.config.mjs'],
    {
      cwd: root,
      limitMs: 8 * 3_600_000,
      environment: {
        CORELAB_MUTATE: name,
        CORELAB_MUTATE_FILES: values.files,
        CORELAB_MUTATE_FOLDER: temporary,
      },
    }
  );
  process.exitCode = code;
} finally {
  await rm(temporary, { recursive: true, force: true });
}

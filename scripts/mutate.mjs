import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { tellOutcome } from './mutation/outcome.mjs';
import { runStep } from './step.mjs';

// `npm run mutate -- PACKAGE [--files GLOB | --page [--report FILE ...]]`: Stryker on one rule package, then its score and
// what survived. A run of the whole package writes docs/mutation/PACKAGE.md; one of some files keeps the results of the
// others in reports/mutation, from which --page writes it without running anything, with further reports if they are named.

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const packages = ['criteria', 'endpoints', 'agreement'];
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    files: { type: 'string' },
    page: { type: 'boolean', default: false },
    report: { type: 'string', multiple: true, default: [] },
  },
});
const [name] = positionals;
if (
  !packages.includes(name) ||
  positionals.length !== 1 ||
  !existsSync(join(root, 'platform', name)) ||
  (values.page && values.files !== undefined) ||
  (!values.page && values.report.length > 0)
) {
  process.stderr.write(
    `usage: npm run mutate -- ${packages.join('|')} [--files GLOB | --page [--report FILE ...]]\n`
  );
  process.exit(2);
}
const code = values.page ? 0 : await runMutants(values.files ?? '**/*.ts');
if (code !== 0) process.exitCode = code;
else {
  const own = `reports/mutation/${name}.json`;
  const reports = [...(existsSync(join(root, own)) ? [own] : []), ...values.report];
  if (reports.length === 0)
    throw new Error(`${own} is not there: run the mutants of ${name} first`);
  process.exitCode = await tellOutcome(root, name, {
    reports,
    writePage: values.files === undefined,
  });
}

async function runMutants(files) {
  const temporary = await mkdtemp(join(tmpdir(), 'corelab-mutate-'));
  try {
    const run = await runStep(
      `mutants of ${name}`,
      'npx',
      ['--no-install', 'stryker', 'run', 'stryker.config.mjs'],
      {
        cwd: root,
        limitMs: 8 * 3_600_000,
        environment: {
          CORELAB_MUTATE: name,
          CORELAB_MUTATE_FILES: files,
          CORELAB_MUTATE_FOLDER: temporary,
        },
      }
    );
    return run.code;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

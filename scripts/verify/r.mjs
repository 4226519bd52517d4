import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { randomTables } from './randomTables.mjs';

// `npm run verify:r [-- --seed N]`: recomputes reader statistics in R (agreement.R) on random ratings and compares them
// with ours. Exit 0 all within 1e-9, 1 a difference, 2 R, psych or the build is missing.

const here = dirname(fileURLToPath(import.meta.url));
const allowed = 1e-9;
const say = line => process.stdout.write(`${line}\n`);

const at = process.argv.indexOf('--seed');
const seed = at < 0 ? 20260105 : Number(process.argv[at + 1]);
if (!Number.isInteger(seed)) refuse('--seed: expected a whole number');
if (!existsSync(join(here, '../../platform/agreement/dist/agree.js')))
  refuse('platform/agreement is not built: npm run build');
const found = spawnSync('Rscript', ['-e', 'library(psych)'], { encoding: 'utf8' });
if (found.error)
  refuse('Rscript is not there. On Debian: apt-get install r-base-core r-cran-psych');
if (found.status !== 0)
  refuse(
    `R's package psych is not there. On Debian: apt-get install r-cran-psych\n${found.stderr}`
  );

const { ourNumbers, quantiles } = await import('./ourNumbers.mjs');
const tables = randomTables(seed);
const folder = await mkdtemp(join(tmpdir(), 'corelab-verify-r-'));
let theirs;
try {
  theirs = await inR();
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit(compare(ourNumbers(tables)) ? 0 : 1);

async function inR() {
  const csv = rows => rows.map(row => row.map(cell => cell ?? 'NA').join(',')).join('\n') + '\n';
  for (const [name, rows] of Object.entries({ ...tables, quantiles }))
    await writeFile(join(folder, `${name}.csv`), csv(rows));
  const run = spawnSync('Rscript', [join(here, 'agreement.R'), folder], { encoding: 'utf8' });
  if (run.status !== 0) refuse(`agreement.R failed:\n${run.stderr}`);
  const [version, ...lines] = run.stdout.trim().split('\n');
  const numbers = lines.map(line => line.split(' ')).map(([name, value]) => [name, Number(value)]);
  return { version: version.replace('version', 'R'), numbers: new Map(numbers) };
}

/** Prints every number of both sides; the difference is relative for numbers above 1. */
function compare(ours) {
  const { measured, grades, missing, repeated } = tables;
  say(
    `seed ${seed}: ${measured.length} x ${measured[0].length} readings, ${grades.length} pairs of grades, ${missing.length} subjects with missing grades, ${repeated.length} repeated pairs`
  );
  let worst = 0;
  let wrong = 0;
  for (const [name, value] of ours) {
    const expected = theirs.numbers.get(name);
    const difference =
      expected === undefined ? NaN : Math.abs(value - expected) / Math.max(1, Math.abs(expected));
    const right = difference <= allowed;
    if (!right) wrong += 1;
    if (difference > worst) worst = difference;
    if (!right || !name.startsWith('quantile.'))
      say(
        `${name.padEnd(34)} ${digits(value)} ${digits(expected)} ${difference.toExponential(1).padStart(8)}${right ? '' : '  DIFFERS'}`
      );
  }
  say(`quantiles: ${quantiles.length} of F, beta, t, chi-square and normal`);
  say(
    `${ours.length} numbers compared with ${theirs.version}: largest difference ${worst.toExponential(1)}, ${wrong} above ${allowed}`
  );
  return wrong === 0;
}

function digits(value) {
  return (value === undefined ? 'missing' : value.toPrecision(12)).padStart(20);
}

function refuse(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

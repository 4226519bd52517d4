import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPart, canBuild, compiler, parts } from './build.mjs';
import { ensureTestTools } from './debianTools.mjs';
import { jestProjects, runJestProject } from './jestProjects.mjs';
import { endLeftovers, runMark } from './leftovers.mjs';
import { ensureNodePackages, nodeTooOld } from './nodePackages.mjs';
import { onPostgresql } from './postgresql.mjs';
import { Interrupted, interruption, runStep, say, seconds } from './step.mjs';

// `npm test`: everything, in order; a failed step does not keep the later ones from running. The last line counts the
// tests, and one for each step that is no test.

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stepLimitMs = 15 * 60_000;
const options = { environment: runMark, limitMs: stepLimitMs };
/** Pages and files made from the code, and the script that makes each. */
const generated = [
  ['docs/criteria are', 'scripts/docs/criteria.mjs'],
  ['docs/charter.md is', 'scripts/docs/charter.mjs'],
  ['docs/blinding.md is', 'scripts/docs/blinding.mjs'],
  ['docs/workflow.md and docs/access.md are', 'scripts/docs/workflow.mjs'],
  ['docs/deidentification.md is', 'scripts/docs/deidentification.mjs'],
  ['docs/instruments are', 'scripts/docs/instruments.mjs'],
  ['docs/security.md is', 'scripts/docs/security.mjs'],
  ["the client's paths.ts is", 'scripts/client/generate.mjs'],
];
const total = { passed: 0, failed: 0 };
const begun = performance.now();

try {
  await runAll();
} catch (error) {
  total.failed += 1;
  say(error instanceof Interrupted ? `FAILED  ${error.message}` : `FAILED  ${error.stack}`);
}
for (const { pid, command } of await endLeftovers())
  say(`    ended a process left behind: ${pid} ${command}`);
say(`all in ${seconds(begun)}`);
say(`${total.passed} passed, ${total.failed} failed`);
process.exit(interruption() !== null ? 130 : total.failed === 0 ? 0 : 1);

async function runAll() {
  const tooOld = nodeTooOld();
  if (tooOld !== null) throw new Error(tooOld);
  if (!(await ensureNodePackages(root))) throw new Error('the npm packages could not be installed');
  count(await ensureTestTools());

  const [types, engine, plugins, site] = parts;
  const compiled = buildPart(root, types, options);
  // Two cores, two lanes: the compiler and what reads its output, and what reads the sources alone.
  await both(
    async () => {
      count(await compiled);
      await check('types of tests (tsc)', [...compiler, '-p', 'tsconfig.tests.json']);
      for (const [pages, script] of generated)
        await check(`${pages} what the code says`, [script, '--check']);
    },
    async () => {
      await check('lint (oxlint)', ['node_modules/oxlint/bin/oxlint']);
      await check('format (oxfmt)', ['node_modules/oxfmt/bin/oxfmt', '--check']);
      await bundle(engine);
      await bundle(plugins);
      await compiled;
      await bundle(site);
    }
  );
  for (const project of await jestProjects(root)) {
    const run = more => runJestProject(root, project, { ...runMark, ...more });
    // The server's tests are on PostgreSQL, where real trials are; `npm run verify:databases` has them on the other one.
    const { passed, failed } = await (project === 'node' ? onPostgresql(run) : run({}));
    total.passed += passed;
    total.failed += failed;
  }
}

/** Ends both, also when one throws: no step is left running behind the last line. */
async function both(...lanes) {
  const ends = await Promise.allSettled(lanes.map(lane => lane()));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

async function bundle(part) {
  if (await canBuild(root, part)) count(await buildPart(root, part, options));
  else say(`--  ${part.title}: left out, ${part.needs.join(' and ')} is not there`);
}

async function check(title, args) {
  const { code } = await runStep(title, process.execPath, args, { cwd: root, ...options });
  count(code === 0);
}

function count(passed) {
  total[passed ? 'passed' : 'failed'] += 1;
}

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endLeftovers, runMark } from '../leftovers.mjs';
import { runStep, say } from '../step.mjs';

// `npm run verify:acts [-- --runs N] [-- --seed N]`: a longer campaign of random acts by random actors over whole trials
// than the one in `npm test` (platform/server/src/workflow/random-acts.test.ts); 10 to 15 seconds a run. What fails says its
// seed and path. Exit 0 all held, 1 something did not, 2 the command is wrong.

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

const numberAt = (name, otherwise) => {
  const at = process.argv.indexOf(name);
  const value = at < 0 ? otherwise : Number(process.argv[at + 1]);
  if (value === null || Number.isInteger(value)) return value;
  process.stderr.write(`${name}: expected a whole number\n`);
  process.exit(2);
};
const runs = numberAt('--runs', 300);
const seed = numberAt('--seed', null);

const { code, output } = await runStep(
  `${runs} runs of random acts`,
  process.execPath,
  [
    'node_modules/jest/bin/jest.js',
    '--selectProjects=node',
    '-i',
    '--testPathPatterns=random-acts',
  ],
  {
    cwd: root,
    limitMs: 60_000 + runs * 60_000,
    environment: {
      ...runMark,
      CORELAB_ACT_RUNS: String(runs),
      CORELAB_ACT_OUTCOMES: '1',
      ...(seed === null ? {} : { CORELAB_ACT_SEED: String(seed) }),
    },
  }
);
// How often which act was done, and refused with which code.
if (code === 0) say(output);
for (const { pid, command } of await endLeftovers())
  say(`    ended a process left behind: ${pid} ${command}`);
process.exit(code === 0 ? 0 : 1);

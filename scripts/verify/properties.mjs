import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endLeftovers, runMark } from '../leftovers.mjs';
import { runStep, say } from '../step.mjs';

// `npm run verify:properties [-- --times N]`: what holds of every criterion and of every adjudication, on N times the random
// courses of `npm test`. What fails says its seed and path. Exit 0 all held, 1 something did not, 2 the command is wrong.

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const at = process.argv.indexOf('--times');
const times = at < 0 ? 20 : Number(process.argv[at + 1]);
if (!Number.isInteger(times) || times < 1) {
  process.stderr.write('--times: expected a whole number from 1\n');
  process.exit(2);
}

const { code } = await runStep(
  `the properties of criteria and adjudication, ${times} times as many courses`,
  process.execPath,
  [
    'node_modules/jest/bin/jest.js',
    '--selectProjects=node',
    '--testPathPatterns=platform/(criteria|adjudication)/src/(properties/)?(properties|margins)\\.test',
  ],
  {
    cwd: root,
    limitMs: times * 600_000,
    environment: {
      ...runMark,
      CORELAB_PROPERTY_TIMES: String(times),
      CORELAB_TEST_LIMIT_MS: String(times * 600_000),
    },
  }
);
for (const { pid, command } of await endLeftovers())
  say(`    ended a process left behind: ${pid} ${command}`);
process.exit(code === 0 ? 0 : 1);

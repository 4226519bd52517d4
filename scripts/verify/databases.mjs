import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWhatChanged } from '../build.mjs';
import { endLeftovers, runMark } from '../leftovers.mjs';
import { runJestProject } from '../jestProjects.mjs';
import { onPostgresql } from '../postgresql.mjs';
import { say } from '../step.mjs';

// `npm run verify:databases`: the server's tests on the embedded database, and on Debian's PostgreSQL with three server
// processes that take turns answering. `npm test` runs them on PostgreSQL with one. Exit 1 when a test failed.

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

// Some of them start the built server.
if (!(await buildWhatChanged(root))) process.exit(1);
let failed = 0;
const run = async (title, environment) => {
  const counted = await runJestProject(
    root,
    'node',
    { ...runMark, ...environment },
    { paths: 'platform/server', title: `server tests on ${title}` }
  );
  failed += counted.failed;
};
try {
  await run('the embedded database', {});
  await onPostgresql(environment =>
    run('PostgreSQL, 3 processes', { ...environment, CORELAB_TEST_PROCESSES: '3' })
  );
} finally {
  for (const { pid, command } of await endLeftovers())
    say(`    ended a process left behind: ${pid} ${command}`);
}
process.exit(failed === 0 ? 0 : 1);

import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { register } from 'node:module';
import { endLeftovers, runMark } from '../leftovers.mjs';
import { runJestProject } from '../jestProjects.mjs';
import { say } from '../step.mjs';

// `npm run verify:databases`: the server's tests on Debian's PostgreSQL, once with one server process and once with
// three that take turns answering. `npm test` runs them on the embedded database. Exit 1 when a test failed.

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
register('../mutation/ruleSources.mjs', import.meta.url, { data: { root } });
const { postgresqlServer } = await import('../../platform/server/src/testing/postgresql.ts');

const server = await postgresqlServer();
let failed = 0;
try {
  for (const processes of [1, 3]) {
    const counted = await runJestProject(
      root,
      'node',
      {
        ...runMark,
        CORELAB_TEST_POSTGRESQL: server.url,
        CORELAB_TEST_PROCESSES: String(processes),
      },
      {
        paths: 'platform/server',
        title: `server tests on PostgreSQL, ${processes === 1 ? 'one process' : `${processes} processes`}`,
      }
    );
    failed += counted.failed;
  }
} finally {
  await server.stop();
  for (const { pid, command } of await endLeftovers())
    say(`    ended a process left behind: ${pid} ${command}`);
}
process.exit(failed === 0 ? 0 : 1);

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { register } from 'node:module';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Runs tests beside a PostgreSQL server of their own: `work` gets the environment that leads them to it.
 * @throws Error that names what to install where PostgreSQL is missing
 */
export async function onPostgresql(work) {
  register('./mutation/ruleSources.mjs', import.meta.url, { data: { root } });
  const { postgresqlServer } = await import('../platform/server/src/testing/postgresql.ts');
  const server = await postgresqlServer();
  try {
    return await work({ CORELAB_TEST_POSTGRESQL: server.url });
  } finally {
    await server.stop();
  }
}

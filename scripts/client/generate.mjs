import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import openapiTS, { astToString } from 'openapi-typescript';
import { buildApp } from '@corelab/server';
import { formatted } from '../formatted.mjs';

// `npm run client`: writes the types of the server's HTTP interface, platform/client/src/generated/paths.ts, from its
// OpenAPI. Needs the server built. With --check it writes nothing and exits 1 when the file is not what the server says.

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const path = join(
  dirname(fileURLToPath(import.meta.url)),
  '../../platform/client/src/generated/paths.ts'
);

/** Routes say what they take and answer without a database: nothing here is ever called. */
const { app } = await buildApp({
  archive: { state: () => 'ready', register: () => Promise.resolve() },
  jobs: {},
  policy: { loginsPerMinute: 1, costlyPerMinute: 1 },
  now: () => new Date(0),
  logger: false,
  siteFolder: null,
  pluginsFolder: null,
  secureCookie: false,
});
const types = astToString(await openapiTS(app.swagger(), { exportType: true, immutable: true }));
await app.close();

const wanted = await formatted(
  path,
  `/* Written by npm run client from the server's OpenAPI. */\n${types}`
);
const kept = await readFile(path, 'utf8').catch(reason => {
  if (reason.code === 'ENOENT') return null;
  throw reason;
});
if (kept !== wanted && values.check) {
  process.stderr.write(
    'platform/client/src/generated/paths.ts is not what the server says. Run npm run client.\n'
  );
  process.exit(1);
}
if (kept !== wanted) await writeFile(path, wanted);
if (!values.check) process.stdout.write(kept === wanted ? 'nothing new\n' : `written: ${path}\n`);

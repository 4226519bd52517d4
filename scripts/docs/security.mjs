import { readFile, writeFile } from 'node:fs/promises';
import { register } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { formatted } from '../formatted.mjs';
import { missingTests, securityPage } from './securityPage.mjs';

// `npm run docs:security`: writes docs/security.md from the threat model. With --check it writes nothing and exits 1 when the page
// is not what the model says. Either way it exits 1 when the model names a test that is not there.

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
register('../mutation/ruleSources.mjs', import.meta.url, { data: { root } });
const server = '../../platform/server/src';
const { threatModel } = await import(`${server}/security/threat-model.ts`);
const { defaultPolicy } = await import(`${server}/accounts/policy.ts`);
const { bodyPatience } = await import(`${server}/http/slow-bodies.ts`);
const { costlyRoutes } = await import(`${server}/http/request-limits.ts`);

const textOf = file =>
  readFile(join(root, file), 'utf8').catch(reason => {
    if (reason.code === 'ENOENT') return null;
    throw reason;
  });
const missing = await missingTests(threatModel, textOf);
for (const line of missing) process.stderr.write(`${line}\n`);
if (missing.length > 0) process.exit(1);

const path = 'docs/security.md';
const page = securityPage({
  ...{ model: threatModel, policy: defaultPolicy, patience: bodyPatience, costlyRoutes },
});
const wanted = await formatted(join(root, path), page);
const kept = await textOf(path);
if (!values.check) {
  if (kept !== wanted) await writeFile(join(root, path), wanted);
  process.stdout.write(`${path}: ${kept === wanted ? 'as it was' : 'written'}\n`);
} else if (kept !== wanted) {
  process.stderr.write(`${path} is not what the model says. Run npm run docs:security.\n`);
  process.exit(1);
}

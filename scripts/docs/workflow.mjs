import { readFile, writeFile } from 'node:fs/promises';
import { register } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { accessPage } from './accessPage.mjs';
import { workflowPage } from './workflowPage.mjs';
import { formatted } from '../formatted.mjs';

// `npm run docs:workflow`: writes docs/workflow.md from the state machines and docs/access.md from the access matrix.
// With --check it writes nothing and exits 1 when a page is not what the code says.

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
register('../mutation/ruleSources.mjs', import.meta.url, { data: { root } });
const sources = '../../platform/server/src';
const { machines } = await import(`${sources}/workflow/machines/all.ts`);
const { accessMatrix } = await import(`${sources}/http/access-matrix.ts`);

const kept = path =>
  readFile(path, 'utf8').catch(reason => {
    if (reason.code === 'ENOENT') return null;
    throw reason;
  });

const differing = [];
for (const [name, text] of [
  ['workflow.md', workflowPage(machines)],
  ['access.md', accessPage(accessMatrix)],
]) {
  const path = join(root, 'docs', name);
  const wanted = await formatted(path, text);
  if ((await kept(path)) === wanted) continue;
  differing.push(`docs/${name}`);
  if (!values.check) await writeFile(path, wanted);
}
if (values.check && differing.length > 0) {
  process.stderr.write(
    `Not what the code says: ${differing.join(', ')}. Run npm run docs:workflow.\n`
  );
  process.exit(1);
}
if (!values.check) process.stdout.write(`written: ${differing.join(', ') || 'nothing new'}\n`);

import { readFile, writeFile } from 'node:fs/promises';
import { register } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { workflowPage } from './workflowPage.mjs';

// `npm run docs:workflow`: writes docs/workflow.md from the state machines. With --check it writes nothing and exits 1
// when the page is not what the code says.

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const path = join(root, 'docs/workflow.md');
register('../mutation/ruleSources.mjs', import.meta.url, { data: { root } });
const { machines } = await import('../../platform/server/src/workflow/machines/all.ts');

const wanted = await format(workflowPage(machines), {
  ...(await resolveConfig(path)),
  filepath: path,
});
const kept = await readFile(path, 'utf8').catch(reason => {
  if (reason.code === 'ENOENT') return null;
  throw reason;
});
if (kept !== wanted && values.check) {
  process.stderr.write('docs/workflow.md is not what the code says. Run npm run docs:workflow.\n');
  process.exit(1);
}
if (kept !== wanted) await writeFile(path, wanted);
if (!values.check)
  process.stdout.write(
    `docs/workflow.md: ${machines.length} machines${kept === wanted ? ', unchanged' : ''}\n`
  );

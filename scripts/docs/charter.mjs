import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { charterDefaults, charterJsonSchema, loadCharter } from '@corelab/charter';
import { charterPage } from './charterPage.mjs';
import { formatted } from '../formatted.mjs';

// `npm run docs:charter`: writes docs/charter.md from the charter's schema and its examples. With --check it writes
// nothing and exits 1 when the page is not what the schema says.

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const { parse } = createRequire(join(root, 'platform/charter/package.json'))('yaml');
const folder = join(root, 'platform/charter/examples');

/** As written, with the short form of a criterion spelled out. */
function authoredOf(text) {
  const { criterion, ...rest } = parse(text);
  return criterion === undefined ? rest : { ...rest, criteria: [criterion] };
}

const charters = [];
for (const name of (await readdir(folder)).sort()) {
  const text = await readFile(join(folder, name), 'utf8');
  const loaded = loadCharter(text);
  if (!loaded.ok) throw new Error(`${name} does not load: ${JSON.stringify(loaded.errors)}`);
  charters.push({ name, text, authored: authoredOf(text), resolved: loaded.charter });
}

const path = join(root, 'docs/charter.md');
const wanted = await formatted(path, charterPage(charterJsonSchema(), charterDefaults, charters));
const kept = await readFile(path, 'utf8').catch(error => {
  if (error.code === 'ENOENT') return null;
  throw error;
});
if (!values.check) {
  if (kept !== wanted) await writeFile(path, wanted);
  process.stdout.write(`docs/charter.md: ${kept === wanted ? 'as it was' : 'written'}\n`);
} else if (kept !== wanted) {
  process.stderr.write('docs/charter.md is not what the schema says. Run npm run docs:charter.\n');
  process.exit(1);
}

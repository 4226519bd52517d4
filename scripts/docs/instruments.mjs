import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { commonParameters, instruments } from '@corelab/scores';
import { formatted } from '../formatted.mjs';
import { instrumentList, instrumentPage } from './instrumentPages.mjs';

// `npm run docs:instruments`: writes docs/instruments/ from the instruments' data. With --check it writes nothing and exits 1
// when a page is not what the data says, or is of none.

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = join(root, 'docs/instruments');

const pages = new Map([['README.md', instrumentList(instruments)]]);
for (const one of instruments) pages.set(`${one.id}.md`, instrumentPage(one, commonParameters));

const ifThere = reason => {
  if (reason.code === 'ENOENT') return null;
  throw reason;
};
const stale = ((await readdir(folder).catch(ifThere)) ?? []).filter(name => !pages.has(name));
const wrong = [...stale];
for (const [name, text] of pages) {
  const path = join(folder, name);
  const wanted = await formatted(path, text);
  if ((await readFile(path, 'utf8').catch(ifThere)) === wanted) continue;
  wrong.push(name);
  if (values.check) continue;
  await mkdir(folder, { recursive: true });
  await writeFile(path, wanted);
}
if (!values.check) {
  for (const name of stale) await rm(join(folder, name));
  process.stdout.write(`docs/instruments: ${wrong.length} of ${pages.size} pages changed\n`);
} else if (wrong.length > 0) {
  process.stderr.write(
    `docs/instruments is not what the data says (${wrong.join(', ')}). Run npm run docs:instruments.\n`
  );
  process.exit(1);
}

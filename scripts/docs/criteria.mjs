import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { register } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { criteria } from '@corelab/criteria';
import { criteriaPages } from './criteriaPages.mjs';
import { formatted } from '../formatted.mjs';

// `npm run docs:criteria`: writes docs/criteria from the code. With --check it writes nothing and exits 1 when a page is
// not what the code says.

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = join(root, 'docs/criteria');
register('../mutation/ruleSources.mjs', import.meta.url, { data: { root } });
const sources = '../../platform/criteria/src/courses';
const { courses } = await import(`${sources}/courses.testdata.ts`);
const { coursesPage } = await import(`${sources}/page.testdata.ts`);
const { rulesPage } = await import(`${sources}/rules.testdata.ts`);

await mkdir(join(folder, 'courses'), { recursive: true });
const pages = criteriaPages(criteria);
for (const [id, all] of Object.entries(courses))
  pages.set(`courses/${id}.md`, coursesPage(criteria[id].name, id, all));
pages.set('rules.md', rulesPage(courses));
const kept = new Map();
for (const name of await readdir(folder, { recursive: true }))
  if (name.endsWith('.md')) kept.set(name, await readFile(join(folder, name), 'utf8'));

const differing = [...kept.keys()].filter(name => !pages.has(name));
for (const [name, text] of pages) {
  const path = join(folder, name);
  const wanted = await formatted(path, text);
  if (kept.get(name) === wanted) continue;
  differing.push(name);
  if (!values.check) await writeFile(path, wanted);
}
if (!values.check) {
  for (const name of kept.keys()) if (!pages.has(name)) await rm(join(folder, name));
  process.stdout.write(`docs/criteria: ${pages.size} pages, ${differing.length} changed\n`);
} else if (differing.length > 0) {
  process.stderr.write(
    `docs/criteria is not what the code says: ${differing.join(', ')}. Run npm run docs:criteria.\n`
  );
  process.exit(1);
}

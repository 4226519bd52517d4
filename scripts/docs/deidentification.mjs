import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as data from '@corelab/deidentification';
import { formatted } from '../formatted.mjs';
import { deidentificationPage } from './deidentificationPage.mjs';

// `npm run docs:deidentification`: writes docs/deidentification.md from the tables that files are de-identified by. With
// --check it writes nothing and exits 1 when the page is not what they say.

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const path = join(root, 'docs/deidentification.md');

const wanted = await formatted(path, deidentificationPage(data));
const kept = await readFile(path, 'utf8').catch(error => {
  if (error.code === 'ENOENT') return null;
  throw error;
});
if (!values.check) {
  if (kept !== wanted) await writeFile(path, wanted);
  process.stdout.write(`docs/deidentification.md: ${kept === wanted ? 'as it was' : 'written'}\n`);
} else if (kept !== wanted) {
  process.stderr.write(
    'docs/deidentification.md is not what the tables say. Run npm run docs:deidentification.\n'
  );
  process.exit(1);
}

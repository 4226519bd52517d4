import { readFile, writeFile } from 'node:fs/promises';
import { register } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { blindingPage } from './blindingPage.mjs';
import { formatted } from '../formatted.mjs';

// `npm run docs:blinding`: writes docs/blinding.md from the blinding policy's data. With --check it writes nothing and exits 1
// when the page is not what the data says.

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
register('../mutation/ruleSources.mjs', import.meta.url, { data: { root } });
const policy = '../../platform/server/src/blinding';
const { policyTable } = await import(`${policy}/policy-table.ts`);
const { policyVersion } = await import(`${policy}/policy-version.ts`);
const { iods } = await import(`${policy}/iods.ts`);
const { blindingEn } = await import('../../platform/ui/src/language/blindingEn.ts');

const path = join(root, 'docs/blinding.md');
const wanted = await formatted(
  path,
  blindingPage({ table: policyTable(null), version: policyVersion, iods, words: blindingEn })
);
const kept = await readFile(path, 'utf8').catch(reason => {
  if (reason.code === 'ENOENT') return null;
  throw reason;
});
if (!values.check) {
  if (kept !== wanted) await writeFile(path, wanted);
  process.stdout.write(`docs/blinding.md: ${kept === wanted ? 'as it was' : 'written'}\n`);
} else if (kept !== wanted) {
  process.stderr.write(
    'docs/blinding.md is not what the policy says. Run npm run docs:blinding.\n'
  );
  process.exit(1);
}

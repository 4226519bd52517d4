import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'oxfmt';

const style = join(dirname(fileURLToPath(import.meta.url)), '../.oxfmtrc.json');

/** The text as the formatter writes a file of that name, in the style of the tree. Throws what it can't read. */
export async function formatted(path, text) {
  const {
    $schema: _schema,
    ignorePatterns: _ignored,
    ...options
  } = JSON.parse(await readFile(style, 'utf8'));
  const { code, errors } = await format(path, text, options);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  return code;
}

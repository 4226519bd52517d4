import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'oxfmt';

const style = join(dirname(fileURLToPath(import.meta.url)), '../.oxfmtrc.json');

/** The text as the formatter writes a file of that name, in the style of the tree. Throws what it can't read. */
export async function formatted(path, text) {
  const options = JSON.parse(await readFile(style, 'utf8'));
  // What only a file of settings may say.
  for (const key of ['$schema', 'ignorePatterns']) delete options[key];
  const { code, errors } = await format(path, text, options);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  return code;
}

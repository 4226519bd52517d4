import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { say } from '../step.mjs';
import { mutationPage } from './page.mjs';
import { currentResults } from './results.mjs';
import { percentText, scores } from './score.mjs';
import { explained, reasonFor, survivorsOf } from './survivors.mjs';

/**
 * Says the score of a package's last results and what needs a look, and writes docs/mutation/PACKAGE.md if told so.
 * @param {string[]} reports files with the results, from the root
 * @returns {Promise<number>} the exit code: 1 when a survivor has no reason, a reason no survivor, a file changed since its
 * mutants ran, or a mutant was ignored that is not static
 */
export async function tellOutcome(root, name, { reports, writePage }) {
  const kept = [];
  for (const path of reports) kept.push(JSON.parse(await readFile(resolve(root, path), 'utf8')));
  const { missing, changed, ...report } = currentResults(kept, await sourcesOf(root, name));
  const reasons = JSON.parse(
    await readFile(join(root, `scripts/mutation/reasons/${name}.json`), 'utf8')
  );
  const { survivors, stale } = explained(survivorsOf(report), reasons, new Set(missing));
  const open = survivors.filter(({ why }) => why === null);
  const all = scores(report);

  for (const file of all.files.filter(({ percent }) => percent !== null && percent < 100))
    say(`    ${file.name}: ${line(file)}`);
  say(`    ${name}: ${line(all.total)}`);
  const more = missing.length > 10 ? ` and ${missing.length - 10} more` : '';
  if (missing.length > 0)
    say(`    without mutants, or not run yet: ${missing.slice(0, 10).join(', ')}${more}`);
  for (const one of open) say(`NOT EXPLAINED  ${place(one)}: ${change(one)}${hint(one)}`);
  for (const one of stale) say(`STALE REASON  ${one.file}: ${change(one)} in: ${one.within}`);
  for (const file of changed) say(`CHANGED since its mutants ran  ${file}`);
  const unexplained = `reports/mutation/${name}.unexplained.json`;
  await mkdir(join(root, 'reports/mutation'), { recursive: true });
  await writeFile(join(root, unexplained), `${JSON.stringify(open.map(reasonFor), null, 2)}\n`);
  if (open.length > 0)
    say(`    reasons go to scripts/mutation/reasons/${name}.json; forms for them: ${unexplained}`);
  if (writePage) {
    await mkdir(join(root, 'docs/mutation'), { recursive: true });
    const page = `docs/mutation/${name}.md`;
    await writeFile(join(root, page), mutationPage({ name, report, survivors }));
    say(`    wrote ${page}`);
  }
  const clean = [open, stale, changed].every(({ length }) => length === 0);
  return clean && all.total.otherwise === 0 ? 0 : 1;
}

/** The sources that Stryker mutates (as stryker.config.mjs names them), by path from the root. */
async function sourcesOf(root, name) {
  const folder = `platform/${name}/src`;
  const entries = await readdir(join(root, folder), { recursive: true });
  const chosen = entries.filter(
    entry =>
      /\.ts$/.test(entry) &&
      !/\.(test|testdata)\.ts$/.test(entry) &&
      !entry.startsWith('testing/') &&
      entry !== 'index.ts'
  );
  const sources = new Map();
  for (const entry of chosen.sort())
    sources.set(`${folder}/${entry}`, await readFile(join(root, folder, entry), 'utf8'));
  return sources;
}

const line = score =>
  [
    percentText(score),
    `${score.killed} killed`,
    `${score.survived} survived`,
    `${score.noCoverage} reached by no test`,
    `${score.static} static ones ignored`,
    ...(score.otherwise === 0 ? [] : [`${score.otherwise} IGNORED OTHERWISE or not run`]),
  ].join(', ');
const place = ({ file, line }) => `${file}:${line}`;
const change = ({ original, replacement }) => `${original} -> ${replacement || 'nothing'}`;
/** What a test computes outside of `it` runs as the tests load, where no mutant is active. */
const hint = ({ loading }) => (loading ? ' (runs also while modules and tests load)' : '');

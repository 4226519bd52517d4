import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endLeftovers, runMark } from '../leftovers.mjs';
import { runStep, say } from '../step.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** The whole number after `--name` of the command line; exit 2 where there is none. */
export const numberAt = (name, otherwise) => {
  const at = process.argv.indexOf(name);
  const value = at < 0 ? otherwise : Number(process.argv[at + 1]);
  if (value === null || Number.isInteger(value)) return value;
  process.stderr.write(`${name}: expected a whole number\n`);
  process.exit(2);
};

/** Runs one file of tests longer than `npm test` does, by variables of the environment, and says what it says. */
export const campaign = async (title, { tests, environment, limitMs }) => {
  const { code, output } = await runStep(
    title,
    process.execPath,
    ['node_modules/jest/bin/jest.js', '--selectProjects=node', '-i', `--testPathPatterns=${tests}`],
    { cwd: root, limitMs, environment: { ...runMark, ...environment } }
  );
  if (code === 0) say(output);
  for (const { pid, command } of await endLeftovers())
    say(`    ended a process left behind: ${pid} ${command}`);
  process.exit(code === 0 ? 0 : 1);
};

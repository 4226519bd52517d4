import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildWhatChanged } from '../build.mjs';
import { ensureTestTools } from '../debianTools.mjs';
import { endLeftovers, runMark } from '../leftovers.mjs';
import { say } from '../step.mjs';

// `npm run verify:blinding [-- --out FOLDER] [-- --date YYYY-MM-DD]`: the whole proof of blinding (tests/blinding): a trial on
// the real product, everything asked as everybody, whole reads in a real browser, and ten leaks made on purpose. Writes a
// report that can be filed, to build/verification/blinding unless told otherwise; --record keeps what the browsers asked for,
// which `npm test` asks too. Exit 0 nothing leaks and every plant was seen, 1 not, 2 the command is wrong.

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: join(root, 'build/verification/blinding') },
    record: { type: 'boolean', default: false },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
  },
});

if (!(await ensureTestTools()) || !(await buildWhatChanged(root))) process.exit(1);
const program = join(root, 'tests/blinding/dist/main.js');
await access(program);
const args = ['--out', values.out, '--date', values.date, ...(values.record ? ['--record'] : [])];
const child = spawn(process.execPath, [program, ...args], {
  cwd: root,
  env: { ...process.env, ...runMark },
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
const [code] = await once(child, 'exit');
for (const { pid, command } of await endLeftovers())
  say(`    ended a process left behind: ${pid} ${command}`);
process.exit(code ?? 1);

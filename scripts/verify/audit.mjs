import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { acceptedHoles } from './acceptedHoles.mjs';
import { judged, replaceable } from './packages.mjs';

// `npm run verify:audit`: whether every package has its hash in package-lock.json, and what the registry knows of holes in them
// (npm audit), against those that verify/acceptedHoles.mjs accepts. Exit 0 nothing, 1 something is to be mended, 2 the registry
// does not say.

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const say = line => process.stdout.write(`${line}\n`);
const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
const loose = replaceable(lock);
for (const line of loose) say(line);
const count = Object.entries(lock.packages).filter(
  ([path, { link }]) => path.includes('node_modules/') && link !== true
).length;
if (loose.length === 0) say(`${count} packages, each with its hash`);

// npm exits 1 where it found something: what it prints is told apart below.
const printed = await new Promise(done => {
  execFile(
    'npm',
    ['audit', '--json', '--audit-level=none'],
    { cwd: root, maxBuffer: 64 * 1024 * 1024 },
    (_error, stdout) => done(stdout)
  );
});
const reportOf = text => {
  try {
    return JSON.parse(text);
  } catch (reason) {
    return { message: `npm audit printed no JSON (${reason.message})` };
  }
};
const report = reportOf(printed);
if (report.auditReportVersion === undefined) {
  process.stderr.write(
    `The registry was not asked for known holes: ${report.message ?? 'npm audit says nothing'}\n`
  );
  process.exit(loose.length > 0 ? 1 : 2);
}
const today = new Date().toISOString().slice(0, 10);
const { holes, stale } = judged(report, acceptedHoles, today);
for (const line of holes) say(line);
for (const line of stale) say(`accepted, and no more: ${line}`);
if (holes.length === 0) say('no known hole that is not accepted');
process.exit(loose.length + holes.length + stale.length > 0 ? 1 : 0);

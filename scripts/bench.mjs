import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { formatted } from './formatted.mjs';

// `npm run bench`: measures what tests/bench/README.md says and writes docs/benchmarks/<date>-<commit>.json. A missed aim
// is no failure; a part that can not be measured is, and the others go on.

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
// Of the build alone, each in a process of its own: neither an archive nor a browser.
const ruleParts = ['assessments', 'endpoints', 'agreement'];
// Of the built server on databases and archives of their own, without a browser.
const serverParts = ['progress', 'deploy', 'intake', 'recovery', 'auditPages', 'readers'];
// Of trials that are filled once for both.
const trialParts = ['progress', 'deploy'];
const alone = [...ruleParts, ...serverParts];
const parts = ['weight', 'transfer', 'first-image', 'next-case', ...alone];
const rounds = 5;
const say = line => process.stdout.write(`${line}\n`);
const left = reason => ({ notMeasured: reason });

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    /** How long the readers work. */
    minutes: { type: 'string' },
  },
});
const wanted = values.only?.split(',') ?? parts;
const unknown = wanted.find(part => !parts.includes(part));
const inProduct = wanted.some(name => name !== 'weight' && !alone.includes(name));
const needed = [
  ...(wanted.some(name => ruleParts.includes(name))
    ? ['criteria', 'endpoints', 'agreement'].map(name => `platform/${name}/dist/index.js`)
    : []),
  ...(wanted.every(name => ruleParts.includes(name)) ? [] : ['platform/server/dist/index.js']),
  ...(wanted.every(name => alone.includes(name)) ? [] : ['tests/e2e/dist/browser.js']),
];
const missing = needed.find(path => !existsSync(join(root, path)));
if (unknown !== undefined) refuse(`--only ${unknown}: expected some of ${parts.join(',')}`);
if (missing !== undefined) refuse(`${missing} is not there: npm run build`);
if (values.minutes !== undefined && !(Number(values.minutes) > 0))
  refuse(`--minutes ${values.minutes}: expected a number above 0`);

const stops = [];
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.once(signal, () => void stopAll().finally(() => process.exit(130)));

const { tableOf, withAims } = await import('../tests/bench/report.mjs');
const loadBefore = loadavg();
const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
const commit = git('rev-parse', '--short', 'HEAD');
const uncommittedChanges = git('status', '--porcelain') !== '';
const results = {
  metadata: left('left out'),
  frames: left('left out'),
  memory: left('left out'),
  release: left('left out'),
  firstImage: left('left out'),
  nextCase: left('left out'),
  pluginWeight: left('left out'),
  assessments: left('left out'),
  endpoints: left('left out'),
  agreement: left('left out'),
  progress: left('left out'),
  deploy: left('left out'),
  intake: left('left out'),
  recovery: left('left out'),
  auditPages: left('left out'),
  readers: left('left out'),
};
let failed = false;
try {
  await measure();
} finally {
  await stopAll();
}
const judged = withAims(results);
await write(judged);
for (const line of tableOf(judged)) say(line);
process.exit(failed ? 1 : 0);

async function measure() {
  if (wanted.includes('weight'))
    await part('pluginWeight', async () =>
      (await import('../tests/bench/pluginWeight.mjs')).measurePluginWeight()
    );
  for (const name of alone.filter(one => wanted.includes(one) && !trialParts.includes(one)))
    await part(name, () => {
      say(ruleParts.includes(name) ? `${name}, processor time` : `${name}, over HTTP`);
      const args = name === 'readers' && values.minutes !== undefined ? [values.minutes] : [];
      return ofProcess(`${name}.mjs`, ...args);
    });
  const ofTrials = trialParts.filter(name => wanted.includes(name));
  if (ofTrials.length > 0) {
    say(`${ofTrials.join(' and ')} of trials of three sizes, over HTTP`);
    const measured = ofProcess('trials.mjs', ofTrials.join(','));
    for (const name of ofTrials) await part(name, async () => (await measured)[name]);
  }
  if (!inProduct) return;
  const { archive, server } = await startBoth();
  if (wanted.includes('transfer'))
    await part('metadata', async () => {
      say('metadata and frames, in turn');
      const { measureTransfer, Root } = await import('../tests/bench/transfer.mjs');
      const { longCt } = await import('../tests/bench/longCt.mjs');
      const ours = new Root(server.dicomWeb, { cookie: server.cookie }, server);
      const other = new Root(archive.dicomWeb, { authorization: archive.authorization }, longCt);
      const measured = await measureTransfer(ours, other, rounds, server.pid);
      results.frames = measured.frames;
      results.memory = measured.memory;
      return measured.metadata;
    });
  if (wanted.includes('transfer'))
    await part('release', async () => {
      const { longCt } = await import('../tests/bench/longCt.mjs');
      const { folderBytes } = await import('../tests/bench/usage.mjs');
      const storeBytes = await folderBytes(join(server.home, 'frames'));
      const orthancBytes = await archive.storedBytes();
      return {
        ms: server.releaseMs,
        slicesPerSecond: Math.round((1000 * longCt.slices) / server.releaseMs),
        ...{ storeBytes, orthancBytes, sizeRatio: storeBytes / orthancBytes },
      };
    });
  if (wanted.includes('first-image') || wanted.includes('next-case'))
    await part('firstImage', async () => {
      say('first image, both viewers cold in turn');
      const { fetchHost } = await import('@corelab/viewer');
      const { stockViewer } = await import('../tests/bench/stockViewer.mjs');
      const { longCt } = await import('../tests/bench/longCt.mjs');
      const { measureFirstImage } = await import('../tests/bench/firstImage.mjs');
      const stock = await stockViewer(await fetchHost({ log: say }), archive);
      stops.push(stock.stop);
      const page = `${stock.url}/viewer?StudyInstanceUIDs=${longCt.studyUid}`;
      return measureFirstImage(server, { page }, rounds, say);
    });
  const stockMs = results.firstImage.medianStockMs;
  if (wanted.includes('next-case') && stockMs !== undefined)
    await part('nextCase', async () => {
      say('next case after signing, in the running product');
      const { measureNextCase } = await import('../tests/bench/nextCase.mjs');
      return measureNextCase(stockMs, rounds, say);
    });
}

/** The document that a program of tests/bench prints. */
async function ofProcess(program, ...args) {
  const script = join(root, 'tests/bench', program);
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', script, ...args]);
  return JSON.parse(stdout);
}

/** An archive with the long CT and a server with it released, both on a temporary home. */
async function startBoth() {
  const home = await mkdtemp(join(tmpdir(), 'corelab-bench-'));
  stops.push(() => rm(home, { recursive: true, force: true }));
  const { filledArchive } = await import('../tests/bench/archive.mjs');
  const { releasedServer } = await import('../tests/bench/productServer.mjs');
  say('filling an archive with a CT of 600 slices');
  const archive = await filledArchive(join(home, 'archive'), say);
  stops.push(archive.stop);
  say('releasing it to a reader');
  const server = await releasedServer(join(home, 'server'), archive);
  stops.push(server.stop);
  say(`released in ${(server.releaseMs / 1000).toFixed(1)} s`);
  return { archive, server };
}

async function part(key, work) {
  try {
    results[key] = await work();
  } catch (error) {
    failed = true;
    results[key] = left(error.message);
    if (key === 'metadata') results.frames = results.memory = left(error.message);
    say(`FAILED  ${key}: ${error.stack}`);
  }
}

/** Stops what was started, the last first. */
async function stopAll() {
  for (let stop = stops.pop(); stop !== undefined; stop = stops.pop()) await stop();
}

async function write(judgedRows) {
  const measuredAt = new Date().toISOString();
  const file = join(root, 'docs/benchmarks', `${measuredAt.slice(0, 10)}-${commit}.json`);
  const result = {
    measuredAt,
    commit,
    uncommittedChanges,
    machine: {
      node: process.version,
      cpu: cpus()[0]?.model ?? 'unknown',
      cores: cpus().length,
      memoryGb: Math.round(totalmem() / 1e9),
      loadAverageBefore: loadBefore,
      loadAverageAfter: loadavg(),
    },
    aims: judgedRows.map(({ key, title, aim, reached }) => ({ key, title, aim, reached })),
    results,
  };
  const tidy = (_key, value) =>
    typeof value === 'number' ? Math.round(value * 1000) / 1000 : value;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, await formatted(file, JSON.stringify(result, tidy, 2)));
  say(
    `load average ${loadBefore[0].toFixed(1)} before, ${loadavg()[0].toFixed(1)} after, on ${cpus().length} cores`
  );
  say(`written ${file}`);
}

function refuse(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

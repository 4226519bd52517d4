import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

jest.setTimeout(180_000);

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const imports = "import { beforeAll, expect, it, jest } from '@jest/globals';";
const files = {
  passes: `${imports} it('is', () => expect(1).toBe(1)); it.each([[1], [2]])('is %d', one => expect(one).toBeGreaterThan(0));`,
  fails: `${imports} it('is not', () => expect(1).toBe(2));`,
  rejects: `${imports} it('rejects', async () => { await null; throw new Error('no'); });`,
  hangs: `${imports} it('hangs', () => new Promise(() => undefined));`,
  waits: `${imports} jest.setTimeout(20_000); it('waits', () => new Promise(done => setTimeout(done, 2_000)));`,
  unprepared: `${imports} beforeAll(() => { throw new Error('no'); }); it('goes on', () => undefined);`,
  unknown: `import './there-is-none.js';`,
  stray: `${imports} it('leaves', () => void Promise.reject(new Error('stray'))); it('lives', () => new Promise(done => setTimeout(done, 100)));`,
};

let folder;
/** By file: its status, and how many of its tests passed. */
let results;

const ended = (program, args, options) =>
  new Promise(done => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'ignore'] });
    let output = '';
    child.stdout.on('data', chunk => (output += chunk));
    child.once('exit', code => done({ code, output }));
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corelab-runner-'));
  const config = {
    ...{ rootDir: folder, testMatch: ['**/*.check.mjs'], modulePathIgnorePatterns: [] },
    runner: join(root, 'node_modules/jest-light-runner/src/index.js'),
    setupFiles: [join(root, 'tests/runner/setup.mjs')],
  };
  await mkdir(join(folder, 'files'));
  for (const [name, text] of Object.entries(files))
    await writeFile(join(folder, 'files', `${name}.check.mjs`), text);
  const jestProgram = join(root, 'node_modules/jest/bin/jest.js');
  const { code, output } = await ended(
    process.execPath,
    [jestProgram, '--ci', '--json', '--maxWorkers=2', '--config', JSON.stringify(config)],
    { cwd: folder, env: { ...process.env, CORELAB_TEST_LIMIT_MS: '1000' } }
  );
  expect(code).toBe(1);
  results = Object.fromEntries(
    JSON.parse(output).testResults.map(({ name, status, assertionResults }) => [
      name.replace(/^.*\/|\.check\.mjs$/g, ''),
      [status, assertionResults.filter(one => one.status === 'passed').length],
    ])
  );
});

afterAll(() => rm(folder, { recursive: true, force: true }));

it('passes what holds, table by table, and what asks for more time', () => {
  expect(results).toMatchObject({ passes: ['passed', 3], waits: ['passed', 1] });
});

it('fails what does not hold, hangs, or could not be prepared', () => {
  for (const name of ['fails', 'rejects', 'hangs', 'unprepared'])
    expect([name, results[name]?.[0]]).toEqual([name, 'failed']);
});

it('fails a file that could not be loaded, and one that leaves a rejection which nobody heard', () => {
  for (const name of ['unknown', 'stray'])
    expect([name, results[name]?.[0]]).toEqual([name, 'failed']);
});

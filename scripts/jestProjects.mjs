import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { runStep, say } from './step.mjs';

const limitMs = 40 * 60_000;
// Jest leaves a core free, which is half of two. What runs in its virtual machines grows with every file of modules until
// collecting garbage takes most of the time: such workers are made anew at a limit.
const workers = availableParallelism();
// Tests in plain Node wait for databases, archives and servers that they started: one more of them uses that time.

/** The names of the projects in jest.config.mjs. */
export async function jestProjects(root) {
  const { default: config } = await import(join(root, 'jest.config.mjs'));
  return config.projects.map(project => project.displayName);
}

/**
 * Runs one project's tests, or those of them whose path has `paths` in it, and counts them. No tests, a suite that could
 * not run, or no results count as one failure each: silence is not success.
 * @returns {Promise<{ passed: number, failed: number, slowest: string[] }>}
 */
export async function runJestProject(root, project, environment, { paths, title } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'corelab-jest-'));
  const results = join(folder, 'results.json');
  const step = title ?? `tests: ${project}`;
  try {
    const { code } = await runStep(
      step,
      process.execPath,
      [
        'node_modules/jest/bin/jest.js',
        '--ci',
        '--selectProjects',
        project,
        `--maxWorkers=${project === 'node' ? workers + 1 : workers}`,
        '--workerIdleMemoryLimit=1GB',
        '--json',
        `--outputFile=${results}`,
        ...(paths === undefined ? [] : [`--testPathPatterns=${paths}`]),
      ],
      {
        cwd: root,
        limitMs,
        environment: {
          ...environment,
          NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules`.trim(),
        },
      }
    );
    const counted = countResults(await readFile(results, 'utf8').catch(absent), code);
    if (counted.problem) say(`FAILED  ${step}: ${counted.problem}`);
    say(`    ${project}: ${counted.passed} passed, ${counted.failed} failed`);
    if (counted.slowest.length > 0) say(`    slowest: ${counted.slowest.join(', ')}`);
    return counted;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Counts jest's own results; `text` is null when it wrote none. */
export function countResults(text, code) {
  const none = problem => ({ passed: 0, failed: 1, problem, slowest: [] });
  if (text === null) return none(`jest ended with code ${code} and left no results`);
  const results = JSON.parse(text);
  if (
    results.numTotalTestSuites === 0 ||
    (results.numTotalTests === 0 && results.numRuntimeErrorTestSuites === 0)
  )
    return none('no tests were found');
  const passed = results.numPassedTests;
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  const slowest = slowestOf(results.testResults ?? []);
  if (failed === 0 && code !== 0)
    return {
      ...{ passed, failed: 1, slowest },
      problem: `jest ended with code ${code} although no test failed`,
    };
  return { passed, failed, problem: null, slowest };
}

const namedSlowest = 20;

/** The files that took longest, to see where the time of a run goes. */
function slowestOf(files) {
  return files
    .map(({ name, startTime, endTime }) => ({ name: basename(name), ms: endTime - startTime }))
    .sort((one, other) => other.ms - one.ms)
    .slice(0, namedSlowest)
    .map(({ name, ms }) => `${name.replace(/\.test\.\w+$/, '')} ${Math.round(ms / 1000)} s`);
}

/** Jest that ended early leaves no results: that is null, any other trouble is thrown. */
function absent(error) {
  if (error.code === 'ENOENT') return null;
  throw error;
}

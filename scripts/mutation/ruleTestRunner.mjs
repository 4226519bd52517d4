import { readdir } from 'node:fs/promises';
import { register } from 'node:module';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

// A test runner for Stryker (its plugin contract: @stryker-mutator/api, TestRunner). Rule code is pure and synchronous
// and keeps no state, so its tests are loaded once per process and each mutant runs only the tests that reach it. Jest
// loads everything anew for every mutant, which takes about a thousand times as long.

const [passed, failed] = [0, 1]; // TestStatus

class RuleTestRunner {
  static inject = ['options'];
  #tests = new Map();
  /** How long each test took without a mutant, ms. */
  #timesMs = new Map();
  #folder;

  constructor({ ruleTests }) {
    this.#folder = ruleTests.folder;
  }

  /**
   * Stryker restarts a runner that can't reload for every mutant that is reached both as its module loads and in a test.
   * Mutants reached only then are ignored (`ignoreStatic`); of the others the tests judge what runs in them.
   */
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    globalThis.__stryker__ = {};
    const root = process.cwd(); // Stryker's copy with the mutants in it
    register('./ruleSources.mjs', import.meta.url, { data: { root } });
    const { getState } = await import('jest-circus');
    for (const file of await testFilesIn(join(root, this.#folder))) {
      const top = getState().rootDescribeBlock;
      const before = top.children.length;
      await import(pathToFileURL(file).href);
      for (const entry of top.children.slice(before)) this.#keep(entry, file, []);
    }
  }

  async dryRun() {
    const tests = [];
    for (const [id, { file, name, run }] of this.#tests) {
      globalThis.__stryker__.currentTestId = id;
      const begun = performance.now();
      const failure = await failureOf(run);
      const timeSpentMs = performance.now() - begun;
      this.#timesMs.set(id, timeSpentMs);
      const result = { id, name, fileName: file, timeSpentMs };
      tests.push(
        failure === null
          ? { ...result, status: passed }
          : { ...result, status: failed, failureMessage: failure }
      );
    }
    globalThis.__stryker__.currentTestId = undefined;
    return { status: 'complete', tests, mutantCoverage: globalThis.__stryker__.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    const space = globalThis.__stryker__;
    const chosen = this.#quickestFirst(testFilter ?? [...this.#tests.keys()]);
    space.hitLimit = hitLimit;
    space.hitCount = hitLimit === undefined ? undefined : 0;
    space.activeMutant = activeMutant.id;
    try {
      for (const [index, id] of chosen.entries()) {
        const failure = await failureOf(this.#tests.get(id).run);
        if (space.hitCount > hitLimit)
          return { status: 'timeout', reason: `ran ${space.hitCount} times` };
        if (failure !== null)
          return {
            status: 'killed',
            killedBy: [id],
            failureMessage: failure,
            nrOfTests: index + 1,
          };
      }
      return { status: 'survived', nrOfTests: chosen.length };
    } finally {
      space.activeMutant = undefined;
    }
  }

  /** The first failing test ends a mutant's run: the table tests before the properties. */
  #quickestFirst(ids) {
    return [...ids].sort((a, b) => (this.#timesMs.get(a) ?? 0) - (this.#timesMs.get(b) ?? 0));
  }

  #keep(entry, file, above) {
    if (entry.mode === 'skip' || entry.mode === 'todo') return;
    const names = [...above, entry.name];
    if (entry.type === 'describeBlock') {
      if (entry.hooks.length > 0)
        throw new Error(`${file}: a rule test needs no hooks, this runner runs none`);
      for (const child of entry.children) this.#keep(child, file, names);
      return;
    }
    const name = names.join(' ');
    const wanted = `${relative(process.cwd(), file)} ${name}`;
    let id = wanted;
    for (let count = 2; this.#tests.has(id); count += 1) id = `${wanted} (${count})`;
    this.#tests.set(id, { file, name, run: entry.fn });
  }
}

/** What the test threw, as text; null when it passed. */
async function failureOf(run) {
  try {
    await run();
    return null;
  } catch (error) {
    return String(error?.message ?? error);
  }
}

async function testFilesIn(folder) {
  const entries = await readdir(folder, { recursive: true });
  return entries
    .filter(name => name.endsWith('.test.ts'))
    .sort()
    .map(name => join(folder, name));
}

export const strykerPlugins = [
  { kind: 'TestRunner', name: 'rule-tests', injectableClass: RuleTestRunner },
];

/** Options of ours that Stryker should know. */
export const strykerValidationSchema = {
  properties: {
    ruleTests: {
      type: 'object',
      required: ['folder'],
      properties: { folder: { type: 'string', description: 'where the tests are, from the root' } },
    },
  },
};

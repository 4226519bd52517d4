// Used by scripts/mutate.mjs, which says which package.
const name = process.env.CORELAB_MUTATE ?? 'criteria';
const files = process.env.CORELAB_MUTATE_FILES ?? '**/*.ts';
const folder = process.env.CORELAB_MUTATE_FOLDER ?? 'reports/mutation/tmp';

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules'],
  plugins: ['@stryker-mutator/jest-runner'],
  jest: {
    projectType: 'custom',
    config: await ruleTests(),
    enableFindRelatedTests: true,
  },
  mutate: [
    `platform/${name}/src/${files}`,
    `!platform/${name}/src/**/*.test.ts`,
    `!platform/${name}/src/**/*.testdata.ts`,
    `!platform/${name}/src/index.ts`,
  ],
  // Tables and schemas run once as a module loads; the exhaustive table tests answer for them.
  ignoreStatic: true,
  coverageAnalysis: 'perTest',
  incremental: true,
  incrementalFile: `reports/mutation/${name}.json`,
  concurrency: 2,
  timeoutMS: 20_000,
  tempDirName: folder,
  ignorePatterns: [
    'dist',
    '**/dist',
    '**/dist-*',
    'docs',
    'tests',
    'extensions',
    'modes',
    '.corelab',
  ],
  reporters: ['clear-text', 'progress', 'json', 'html'],
  jsonReporter: { fileName: `reports/mutation/${name}-report.json` },
  htmlReporter: { fileName: `reports/mutation/${name}.html` },
  thresholds: { high: 90, low: 80, break: null },
};

/** The node project of jest.config.mjs, cut down to the package's own tests. */
async function ruleTests() {
  const { default: config } = await import('./jest.config.mjs');
  const project = config.projects.find(({ displayName }) => displayName === 'node');
  return {
    ...project,
    displayName: `rules of ${name}`,
    testMatch: [`<rootDir>/platform/${name}/src/**/*.test.ts`],
  };
}

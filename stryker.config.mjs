import { availableParallelism } from 'node:os';

// Used by scripts/mutate.mjs, which says which package.
const name = process.env.CORELAB_MUTATE ?? 'criteria';
const files = process.env.CORELAB_MUTATE_FILES ?? '**/*.ts';
const folder = process.env.CORELAB_MUTATE_FOLDER ?? 'reports/mutation/tmp';

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'rule-tests',
  plugins: ['./scripts/mutation/ruleTestRunner.mjs'],
  ruleTests: { folder: `platform/${name}/src` },
  mutate: [
    `platform/${name}/src/${files}`,
    `!platform/${name}/src/**/*.test.ts`,
    `!platform/${name}/src/**/*.testdata.ts`,
    `!platform/${name}/src/testing/**`,
    `!platform/${name}/src/index.ts`,
  ],
  // Tables and schemas run once as a module loads; the exhaustive table tests answer for them.
  ignoreStatic: true,
  coverageAnalysis: 'perTest',
  // What is named runs anew, whatever changed; the results of the package's other files are kept.
  incremental: true,
  force: true,
  incrementalFile: `reports/mutation/${name}.json`,
  concurrency: availableParallelism(),
  timeoutMS: 10_000,
  tempDirName: folder,
  ignorePatterns: [
    'dist',
    '**/dist',
    '**/dist-*',
    'docs/images',
    'docs/mutation',
    'tests',
    'extensions',
    'modes',
    '.corelab',
    'reports',
  ],
  reporters: ['progress', 'html'],
  htmlReporter: { fileName: `reports/mutation/${name}.html` },
  thresholds: { high: 90, low: 80, break: null },
};

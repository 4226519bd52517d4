import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import rules from '../../../stryker.config.mjs';

// The options of the rule packages; only the places differ. Used by ../ruleTestRunner.test.mjs.
const folder = process.env.CORELAB_MUTATE_FOLDER;

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  ...rules,
  plugins: [fileURLToPath(new URL('../ruleTestRunner.mjs', import.meta.url))],
  ruleTests: { folder: 'src' },
  mutate: ['src/shrinkage.ts'],
  incremental: false,
  force: false,
  tempDirName: join(folder, 'tmp'),
  reporters: ['json'],
  jsonReporter: { fileName: join(folder, 'report.json') },
};

const mapper = {
  '^@corelab/extension-(.*)$': '<rootDir>/extensions/$1/src',
  '^@corelab/mode-(.*)$': '<rootDir>/modes/$1/src',
  '^@corelab/(phantoms|e2e|blinding)$': '<rootDir>/tests/$1/src',
  '^@corelab/orthanc$': '<rootDir>/orthanc/launcher/src',
  '^@corelab/([^/]+)$': '<rootDir>/platform/$1/src',
  '^(\\.{1,2}/.*)\\.js$': '$1',
};

const swc = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic' } },
  },
  module: { type: 'es6' },
};

const shared = {
  rootDir: '.',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'json', 'node'],
  transform: { '^.+\\.tsx?$': ['@swc/jest', swc] },
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/'],
};

/**
 * Node runs everything but what renders, in plain Node without virtual machines (tests/runner): modules are loaded once for
 * all files of a thread. The browser test has its own project because it needs the built site.
 */
export default {
  // Whoever waits for ever is told so; a busy machine is no failure. Files whose tests take long by themselves say more.
  testTimeout: 120_000,
  projects: [
    {
      rootDir: '.',
      displayName: 'node',
      runner: 'jest-light-runner',
      setupFiles: ['<rootDir>/tests/runner/setup.mjs'],
      modulePathIgnorePatterns: ['<rootDir>/.*/dist/'],
      globalSetup: '<rootDir>/tests/database/snapshot.setup.mjs',
      globalTeardown: '<rootDir>/tests/database/snapshot.teardown.mjs',
      testMatch: [
        '<rootDir>/{platform,orthanc,tests}/**/src/**/*.test.ts',
        '<rootDir>/modes/**/src/**/*.test.ts',
        '<rootDir>/scripts/**/*.test.mjs',
      ],
      testPathIgnorePatterns: [
        '/node_modules/',
        '<rootDir>/tests/e2e/',
        '<rootDir>/platform/(ui|client|host)/',
      ],
    },
    {
      ...shared,
      displayName: 'dom',
      testEnvironment: 'jsdom',
      moduleNameMapper: mapper,
      testMatch: [
        '<rootDir>/platform/{ui,client,host}/src/**/*.test.{ts,tsx}',
        '<rootDir>/extensions/**/src/**/*.test.{ts,tsx}',
      ],
    },
    {
      ...shared,
      displayName: 'browser',
      globalSetup: '<rootDir>/tests/e2e/demoHome.setup.mjs',
      globalTeardown: '<rootDir>/tests/e2e/demoHome.teardown.mjs',
      testEnvironment: 'node',
      moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
      testMatch: ['<rootDir>/tests/e2e/src/**/*.test.ts'],
    },
  ],
};

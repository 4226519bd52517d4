import tseslint from 'typescript-eslint';

/** Arrows point one way (docs/architecture.md): each layer names what it may never import. */
const layers = [
  {
    files: ['platform/{criteria,charter,reads,endpoints,agreement,adjudication}/src/**/*.ts'],
    forbidden: [
      'node:*',
      'react',
      'react-dom',
      '@corelab/{server,cli,viewer,host,ui,client,exchange}',
    ],
  },
  {
    files: ['platform/**/src/**/*.{ts,tsx}'],
    forbidden: ['@corelab/extension-*', '@corelab/mode-*'],
  },
  {
    files: ['extensions/**/src/**/*.{ts,tsx}'],
    forbidden: ['@corelab/mode-*', '@corelab/server', 'node:*'],
  },
  { files: ['modes/**/src/**/*.{ts,tsx}'], forbidden: ['@corelab/server', 'node:*'] },
];

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/build/**',
      '**/node_modules/**',
      'coverage/**',
      '**/dist-*/**',
      '.corelab/**',
    ],
  },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-console': 'error',
    },
  },
  { files: ['scripts/**', 'platform/cli/**', '*.config.*'], rules: { 'no-console': 'off' } },
  ...layers.map(({ files, forbidden }) => ({
    files,
    ignores: ['**/*.test.ts', '**/*.test.tsx'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [...forbidden, '@corelab/*/src/*', '@corelab/*/dist/*'],
              message: 'This layer may not import that one.',
            },
          ],
        },
      ],
    },
  }))
);

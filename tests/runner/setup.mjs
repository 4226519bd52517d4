import { register } from 'node:module';

// In each of the runner's threads, before the first test: sources in TypeScript, and the workspaces by their names.
register('./hooks.mjs', import.meta.url);

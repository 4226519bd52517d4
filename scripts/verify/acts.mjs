import { campaign, numberAt } from './campaign.mjs';

// `npm run verify:acts [-- --runs N] [-- --seed N]`: a longer campaign of random acts by random actors over whole trials
// than the one in `npm test` (platform/server/src/workflow/random-acts.test.ts); 10 to 15 seconds a run. What fails says its
// seed and path, what holds how often which act was done and refused. Exit 0 all held, 1 something did not, 2 the command is
// wrong.

const runs = numberAt('--runs', 300);
const seed = numberAt('--seed', null);

await campaign(`${runs} runs of random acts`, {
  tests: 'random-acts',
  limitMs: 60_000 + runs * 60_000,
  environment: {
    CORELAB_ACT_RUNS: String(runs),
    CORELAB_ACT_OUTCOMES: '1',
    ...(seed === null ? {} : { CORELAB_ACT_SEED: String(seed) }),
  },
});

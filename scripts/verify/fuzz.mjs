import { randomInt } from 'node:crypto';
import { campaign, numberAt } from './campaign.mjs';

// `npm run verify:fuzz [-- --requests N] [-- --seed N]`: more requests made of the server's own document than `npm test` sends
// (platform/server/src/http/fuzz.test.ts), from another seed each time; about a minute for 10,000. What fails says the request.
// Exit 0 all were answered as they should be, 1 one was not, 2 the command is wrong.

const requests = numberAt('--requests', 10_000);
const seed = numberAt('--seed', randomInt(2 ** 31 - 1));

await campaign(`${requests} requests from seed ${seed}`, {
  tests: 'http/fuzz',
  limitMs: 180_000 + requests * 60,
  environment: { CORELAB_FUZZ_REQUESTS: String(requests), CORELAB_FUZZ_SEED: String(seed) },
});

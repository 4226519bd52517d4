import { randomInt } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWhatChanged } from '../build.mjs';
import { campaign, numberAt } from './campaign.mjs';

// `npm run verify:faults [-- --rounds N] [-- --seed N]`: kills the server and PostgreSQL under load more often than `npm test`
// does (50 rounds of platform/server/src/start: killed-under-load.test.ts on PostgreSQL, server-killed.test.ts on the embedded
// database), 200 unless said, from another seed each time; one to four seconds a round. What fails says its round and seed.
// Exit 0 nothing was lost or half done, 1 something was, 2 the command is wrong.

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const rounds = numberAt('--rounds', 200);
const seed = numberAt('--seed', randomInt(2 ** 31 - 1));

// The servers that are killed are the built ones.
if (!(await buildWhatChanged(root))) process.exit(1);
await campaign(`${rounds} rounds of faults from seed ${seed}`, {
  tests: 'start/(killed-under-load|server-killed)',
  limitMs: 300_000 + rounds * 60_000,
  environment: { CORELAB_FAULT_ROUNDS: String(rounds), CORELAB_FAULT_SEED: String(seed) },
});

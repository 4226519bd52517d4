import type { SignedHead } from '@corelab/record';
import type { Kysely } from 'kysely';
import { headKeeper, type HeadKeeper } from '../audit/heads.js';
import { headKeyOf, newHeadKeyPem } from '../audit/head-key.js';
import type { Database } from '../database/schema.js';

/** One for all tests of a file: making one takes a moment. */
const key = headKeyOf(newHeadKeyPem());

/** Signs with a key of the run; what is anchored is kept in memory. */
export const testHeads = (
  db: Kysely<Database>,
  now: () => Date,
  anchored: SignedHead[] = []
): HeadKeeper =>
  headKeeper({
    ...{ db, key, now },
    anchor: { place: 'memory', write: async heads => void anchored.push(...heads) },
  });

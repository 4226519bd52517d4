import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';

/**
 * Keeps bytes under their SHA-256, in the transaction of the signature that names them; what is there already stays as it is.
 * Returns the hash.
 */
export const keepEvidence = async (
  trx: Kysely<Database>,
  { mediaType, bytes, at }: { mediaType: string; bytes: Uint8Array; at: Date }
): Promise<string> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await trx
    .insertInto('evidence')
    .values({
      ...{ sha256, media_type: mediaType, kept_at: at },
      content: `\\x${Buffer.from(bytes).toString('hex')}`,
    })
    .onConflict(conflict => conflict.column('sha256').doNothing())
    .execute();
  return sha256;
};

/** The bytes that were kept under a hash; null where they are there no more, or are others than those. */
export const evidenceOf = async (
  db: Kysely<Database>,
  sha256: string
): Promise<Uint8Array | null> => {
  const row = await db
    .selectFrom('evidence')
    .select(sql<string>`encode(content, 'base64')`.as('content'))
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  if (row === undefined) return null;
  const bytes = Buffer.from(row.content, 'base64');
  const isSame = createHash('sha256').update(bytes).digest('hex') === sha256;
  return isSame ? bytes : null;
};

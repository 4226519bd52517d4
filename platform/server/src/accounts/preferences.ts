import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ServerDeps } from '../http/server-deps.js';

export const languages = ['en', 'de'] as const;
/** The host's own token sets that its pages can wear. */
export const themes = [
  'default',
  'orchid',
  'arctic',
  'verdant',
  'midnight',
  'slate',
  'deep',
] as const;

export type Language = (typeof languages)[number];
export type Theme = (typeof themes)[number];

export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
}

/** What the account chose; null when it never did (the browser's language and the host's own colours hold then). */
export const preferencesOf = async (
  db: Kysely<Database>,
  accountId: string
): Promise<Preferences | null> => {
  const row = await db
    .selectFrom('preference')
    .select(['language', 'theme'])
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row === undefined
    ? null
    : { language: row.language as Language, theme: row.theme as Theme };
};

/** Replaces what the account chose. */
export const savePreferences = async (
  deps: Pick<ServerDeps, 'db' | 'now'>,
  accountId: string,
  { language, theme }: Preferences
): Promise<void> => {
  const changed = { language, theme, changed_at: deps.now() };
  await deps.db
    .insertInto('preference')
    .values({ account_id: accountId, ...changed })
    .onConflict(conflict => conflict.column('account_id').doUpdateSet(changed))
    .execute();
};

import { appendAudit, systemChain } from '../audit/chain.js';
import { hashJson } from '../audit/canonical-json.js';
import type { ServerDeps } from '../http/server-deps.js';

/** What an installation is started with, as the record may say it: no addresses, no secrets. */
export type Settings = Readonly<Record<string, string | number | boolean>>;

/** An entry for settings that are not those of the last start; of processes that start together one writes it. */
export const recordConfiguration = (
  deps: Pick<ServerDeps, 'db' | 'now' | 'zone'>,
  settings: Settings
): Promise<void> =>
  deps.db.transaction().execute(async trx => {
    await trx
      .insertInto('configuration')
      .values({ settings: JSON.stringify({}) })
      .onConflict(conflict => conflict.doNothing())
      .execute();
    const last = await trx
      .selectFrom('configuration')
      .select('settings')
      .forUpdate()
      .executeTakeFirstOrThrow();
    const before = last.settings as Settings;
    if (hashJson(before) === hashJson(settings)) return;
    const names = [...new Set([...Object.keys(before), ...Object.keys(settings)])].sort();
    const changes = names
      .filter(name => before[name] !== settings[name])
      .map(name => ({ name, before: before[name] ?? null, after: settings[name] ?? null }));
    await trx
      .updateTable('configuration')
      .set({ settings: JSON.stringify(settings) })
      .execute();
    await appendAudit(trx, systemChain, {
      act: 'configuration.changed',
      at: deps.now().toISOString(),
      zone: deps.zone,
      by: null,
      details: { changes },
    });
  });

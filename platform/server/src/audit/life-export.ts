import { toCsv } from '@corelab/exchange';
import { appendAudit } from './chain.js';
import type { ServerDeps } from '../http/server-deps.js';
import type { AuditScope } from './audit-scope.js';
import { readLife, type ReadLife } from './read-life.js';

const columns = [
  ...['entry', 'at', 'zone', 'kind', 'act', 'by', 'roles', 'meaning', 'words'],
  ...['before', 'after', 'hash'],
];

const csvOf = ({ events }: ReadLife): string =>
  toCsv(
    events.map(event => ({
      ...{ entry: String(event.sequence), at: event.at, zone: event.zone },
      ...{ kind: event.kind ?? '', act: event.act },
      by: event.by === null ? '' : (event.by.user ?? event.by.id),
      ...{ roles: event.roles.join(' '), meaning: event.meaning ?? '' },
      words: event.words.join('; '),
      before: event.differences.map(one => `${one.path}: ${one.from ?? ''}`).join('; '),
      after: event.differences.map(one => `${one.path}: ${one.to ?? ''}`).join('; '),
      hash: event.hash,
    })),
    columns
  );

/** A read's life as a file; that it was handed out is an entry of the trial. */
export const exportLife = async (
  deps: ServerDeps,
  scope: AuditScope,
  readId: string,
  format: 'csv' | 'json'
): Promise<string> => {
  const life = await readLife(deps, scope, readId);
  await deps.db.transaction().execute(trx =>
    appendAudit(trx, scope.chain, {
      ...{ act: 'audit.exported', at: deps.now().toISOString(), zone: deps.zone },
      by: scope.accountId,
      details: { format, lifeOf: readId, to: life.events.at(-1)?.sequence ?? 0 },
    })
  );
  return format === 'csv' ? csvOf(life) : `${JSON.stringify(life, null, 2)}\n`;
};

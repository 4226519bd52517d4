import { toCsv } from '@corelab/exchange';
import { writeChainLine } from '@corelab/record';
import { appendAudit } from './chain.js';
import { sql } from 'kysely';
import type { ServerDeps } from '../http/server-deps.js';
import type { AuditScope } from './audit-scope.js';
import { entryCondition, type EntryFilter } from './entry-filter.js';
import { entryRows, storedEntries, type EntryRow } from './entry-list.js';

export const entryColumns = [
  ...['entry', 'at', 'zone', 'act', 'by', 'roles', 'subject', 'about', 'read'],
  ...['before', 'after', 'hash', 'previousHash'],
] as const;

const pageSize = 1_000;

const changesText = (row: EntryRow, side: 'from' | 'to'): string =>
  row.differences.map(one => `${one.path}: ${one[side] ?? ''}`).join('; ');

/** One line of the table as a row of CSV. */
export const entryRecord = (
  row: EntryRow & { readonly previousHash: string }
): Readonly<Record<string, string>> => ({
  ...{ entry: String(row.sequence), at: row.at, zone: row.zone, act: row.act },
  ...{ by: row.by === null ? '' : (row.by.user ?? row.by.id), roles: row.roles.join(' ') },
  subject: row.subject?.identifier ?? '',
  about: row.about === null ? '' : `${row.about.kind} ${row.about.name}`.trim(),
  ...{ read: row.readId ?? '', before: changesText(row, 'from'), after: changesText(row, 'to') },
  ...{ hash: row.hash, previousHash: row.previousHash },
});

/** The lines of a CSV file after its header. */
export const csvLines = (
  records: readonly Readonly<Record<string, string>>[],
  columns: readonly string[]
): string => toCsv(records, columns).split('\n').slice(1).join('\n');

export const csvHead = (columns: readonly string[]): string => toCsv([], columns);

/**
 * What a filter shows of a chain, page by page and the oldest first: CSV, or the entries themselves as JSON lines. That it was
 * handed out, and what, is the entry after the last that it holds.
 * @throws as `entryCondition`, before anything is written
 */
export const exportEntries = async (
  deps: ServerDeps,
  scope: AuditScope,
  filter: EntryFilter,
  format: 'csv' | 'jsonl'
): Promise<AsyncGenerator<string>> => {
  const { db } = deps;
  const { chain, trialId, accountId } = scope;
  const condition = await entryCondition(db, scope, filter);
  const { sequence: own } = await db.transaction().execute(trx =>
    appendAudit(trx, chain, {
      ...{ act: 'audit.exported', at: deps.now().toISOString(), zone: deps.zone, by: accountId },
      // What was searched for may be a name that somebody typed.
      details: { format, filter: { ...filter, ...('text' in filter ? { text: true } : {}) } },
    })
  );
  const bounded = { ...condition, where: sql`${condition.where} and sequence < ${own}` };
  return (async function* () {
    if (format === 'csv') yield csvHead(entryColumns);
    let after: number | null = null;
    for (;;) {
      const page = { after, limit: pageSize, oldestFirst: true };
      const found = await storedEntries(db, chain, bounded, page);
      if (found.length === 0) return;
      if (format === 'jsonl')
        yield found
          .map(one => {
            const { sequence, previous_hash: previousHash, hash, entry } = one;
            return `${writeChainLine({ chain, sequence, previousHash, hash, entry })}\n`;
          })
          .join('');
      else {
        const rows = await entryRows(db, trialId, found);
        const records = rows.map((row, at) =>
          entryRecord({ ...row, previousHash: found[at]?.previous_hash ?? '' })
        );
        yield csvLines(records, entryColumns);
      }
      after = found.at(-1)?.sequence ?? null;
      if (found.length < pageSize) return;
    }
  })();
};

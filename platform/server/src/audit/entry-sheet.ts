import { notFound } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { isRecord } from '../is-record.js';
import type { AuditScope } from './audit-scope.js';
import { entryRows, textOf, type EntryRow } from './entry-list.js';
import { idsIn, nameThings, type NamedThing } from './named-things.js';
import { saidTexts, type SaidText } from './said-texts.js';
import { differencesOf, withNames, type Difference } from './shown-differences.js';

/** A whole entry, and what helps to understand it. */
export interface EntrySheet {
  readonly row: EntryRow;
  readonly previousHash: string;
  readonly software: string | null;
  /** The charter that was in force, with its version where it is known. */
  readonly charter: { readonly hash: string; readonly version: number | null } | null;
  /** As it is stored. */
  readonly entry: unknown;
  readonly differences: readonly Difference[];
  readonly names: readonly NamedThing[];
  readonly texts: readonly SaidText[];
}

const mostDifferences = 1_000;

/** @throws CodedError 404 CL_NOT_FOUND */
export const entrySheet = async (
  deps: Pick<ServerDeps, 'db' | 'auditKey' | 'installation'>,
  scope: AuditScope,
  sequence: number
): Promise<EntrySheet> => {
  const { db } = deps;
  const stored = await db
    .selectFrom('audit_entry')
    .select(['sequence', 'previous_hash', 'hash', 'entry'])
    .where('chain', '=', scope.chain)
    .where('sequence', '=', sequence)
    .executeTakeFirst();
  if (stored === undefined) throw notFound();
  const { entry, previous_hash: previousHash } = stored;
  const [row] = await entryRows(db, scope.trialId, [stored]);
  if (row === undefined) throw notFound();
  const hash = textOf(entry, 'charter');
  const version =
    hash === null || scope.trialId === null
      ? undefined
      : await db
          .selectFrom('charter_version')
          .select('version')
          .where('trial_id', '=', scope.trialId)
          .where('hash', '=', hash)
          .orderBy('version')
          .limit(1)
          .executeTakeFirst();
  const details = isRecord(entry) ? entry['details'] : undefined;
  const ids = idsIn(entry);
  const names = await nameThings(db, scope.trialId, ids);
  return {
    ...{ row, previousHash, entry, software: textOf(entry, 'software') },
    charter: hash === null ? null : { hash, version: version?.version ?? null },
    differences: withNames(differencesOf(details), names).slice(0, mostDifferences),
    names: [...names.values()],
    texts: await saidTexts(deps, scope.trialId, details, ids),
  };
};

import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { loadPresentation, type Presentation } from '../release/presentation.js';

/**
 * Presentations are immutable once released, so the last few are kept in memory: a frame then costs no query.
 * Requests for the same one share a load.
 */
export const presentationCache = (
  db: Kysely<Database>,
  capacity = 32
): ((readId: string) => Promise<Presentation>) => {
  const kept = new Map<string, Promise<Presentation>>();
  return readId => {
    const found = kept.get(readId);
    if (found !== undefined) {
      kept.delete(readId);
      kept.set(readId, found);
      return found;
    }
    const loading = loadPresentation(db, readId);
    kept.set(readId, loading);
    loading.catch(() => kept.delete(readId));
    const [oldest] = kept.keys();
    if (kept.size > capacity && oldest !== undefined) kept.delete(oldest);
    return loading;
  };
};

import { Value } from '@sinclair/typebox/value';
import { withDefaults } from './defaults/withDefaults.js';
import { isRecord } from './isRecord.js';
import { resolveEndpoints } from './resolveMeasures.js';
import { CharterSchema, type Charter } from './schema/charter.js';
import { schemaProblems } from './schemaProblems.js';

/**
 * A stored charter, resolved under any version of the schema, in the current form. What an older version could
 * not say has its default; what it did say, the criterion's parameters above all, stays as stored. The charter
 * keeps the hash it was stored with: reads name that one, and hashing the answer gives another.
 * @throws Error when what is stored is no resolved charter.
 */
export function upgradeCharter(resolved: unknown): Charter {
  const version = isRecord(resolved) ? resolved['schemaVersion'] : undefined;
  if (isRecord(resolved) && version !== 1 && version !== 2) {
    throw new Error(
      `the stored charter is of schema version ${JSON.stringify(version)}: expected 1 or 2`
    );
  }
  const current = isRecord(resolved) ? inCurrentForm(resolved, version) : resolved;
  if (!Value.Check(CharterSchema, current)) {
    const [first] = schemaProblems(current);
    throw new Error(
      `the stored charter does not fit its schema at ${first?.path || '/'}: ${first?.message}`
    );
  }
  if (current === resolved) return current;
  const endpoints = resolveEndpoints(current);
  if (!endpoints.ok) {
    const [first] = endpoints.problems;
    throw new Error(`the stored charter has no endpoints: ${first?.message}`);
  }
  return { ...current, endpoints: endpoints.value };
}

/** What an older release stored under version 2 has no key that came later: each gets its default. */
function inCurrentForm(stored: Record<string, unknown>, version: unknown): Record<string, unknown> {
  if (version === 1) return fromVersion1(stored);
  if (Value.Check(CharterSchema, stored)) return stored;
  const { tracks } = stored;
  return withDefaults({
    ...stored,
    tracks: Array.isArray(tracks)
      ? tracks.map((track: unknown) =>
          isRecord(track) ? { closing: 'endOfSchedule', ...track } : track
        )
      : tracks,
  });
}

/** Version 1 had one kind of track, whatever its id. */
function fromVersion1(stored: Record<string, unknown>): Record<string, unknown> {
  const { tracks } = stored;
  return withDefaults({
    ...stored,
    tracks: Array.isArray(tracks)
      ? tracks.map((track: unknown) => (isRecord(track) ? { kind: 'efficacy', ...track } : track))
      : tracks,
  });
}

import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for the database that the run's first test migrates, and from which the others begin. */
export default async function makeSnapshotFolder() {
  process.env.CORELAB_TEST_SNAPSHOT = await mkdtemp(join(tmpdir(), 'corelab-snapshot-'));
}

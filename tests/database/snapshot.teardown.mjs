import { rm } from 'node:fs/promises';

/** Removes what snapshot.setup.mjs made. */
export default async function removeSnapshotFolder() {
  await rm(process.env.CORELAB_TEST_SNAPSHOT, { recursive: true, force: true });
}

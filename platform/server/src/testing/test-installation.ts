import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Installation } from '../copies/installation.js';
import { snapshotsOf } from '../copies/snapshot.js';
import type { OpenedDatabase } from '../database/open.js';

/** An installation that has nothing but its database, unless a folder is given. */
export const testInstallation = (
  opened: OpenedDatabase,
  home = join(tmpdir(), `corelab-nowhere-${process.pid}`)
): Installation => ({
  ...{ home, ownsArchive: false, anchors: join(home, 'anchors', 'heads.jsonl') },
  snapshot: snapshotsOf(opened, join(home, 'copies')),
});

import { join } from 'node:path';
import { orthancArchive } from '../archive/orthanc-archive.js';
import type { IntakeDeps } from '../intake/intake-deps.js';
import { quarantineFolder } from '../intake/quarantine-folder.js';
import type { ArchiveParts } from './fake-archive.js';

/** The arrival of images over an archive that never answers. */
export const arrivalWithoutArchive = (parts: ArchiveParts, folder: string): IntakeDeps => ({
  ...parts,
  archive: orthancArchive({ url: 'http://127.0.0.1:9', username: 'a', password: 'b' }),
  quarantine: quarantineFolder(join(folder, 'quarantine')),
  log: { info: () => undefined },
});

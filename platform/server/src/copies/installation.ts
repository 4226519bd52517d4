import { join } from 'node:path';
import type { Snapshot } from './snapshot.js';

/** What an installation has beside its database, as far as copies of it need that. */
export interface Installation {
  /** CORELAB_HOME. */
  readonly home: string;
  readonly snapshot: Snapshot;
  /** The archive's store is in `home`, and nobody else looks after it. */
  readonly ownsArchive: boolean;
  /** The file that heads are anchored in. */
  readonly anchors: string;
}

/** Where things are under CORELAB_HOME. */
export const placesOf = (home: string) => ({
  database: join(home, 'database'),
  quarantine: join(home, 'quarantine'),
  frames: join(home, 'frames'),
  secrets: join(home, 'secrets'),
  /** Audit keys of trials that came from other installations, by the trial's id. */
  trialKeys: join(home, 'secrets', 'trials'),
  auditKey: join(home, 'secrets', 'audit-key'),
  signingKey: join(home, 'secrets', 'audit-signing-key.pem'),
  anchors: join(home, 'anchors', 'heads.jsonl'),
  publicKey: join(home, 'anchors', 'audit-key.pem'),
  /** Public keys of other installations whose heads are in the record here. */
  otherKeys: join(home, 'anchors', 'keys'),
  /** Rule engines by their hash, of all releases that were used here. */
  engines: join(home, 'engines'),
  /** The address and token that `corelab` uses on this machine. */
  program: join(home, 'cli.json'),
  /** What a copy needs while it is made. */
  copies: join(home, 'copies'),
  /** There while a restoring is not finished. */
  restoring: join(home, 'restoring.json'),
});

/** What `placesOf` names that makes an installation one: a folder with any of these is none to restore into. */
export const tracesOfUse = [
  ...['database', 'quarantine', 'frames', 'secrets', 'anchors', 'orthanc', 'engines'],
  'cli.json',
];

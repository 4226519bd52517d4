import { createPublicKey, X509Certificate, type KeyObject } from 'node:crypto';
import {
  readHeads,
  readTimestamps,
  verifyTimestamp,
  type Against,
  type SignedHead,
  type Timestamp,
} from '@corelab/record';
import { messageOf, UsageError } from './command.js';
import { readTextFile } from './readInput.js';

/** Files that a chain is held against. */
export interface ProofFiles {
  readonly heads: readonly string[];
  readonly keys: readonly string[];
  readonly timestamps: readonly string[];
  /** Certificates of who vouches for timestamp authorities. */
  readonly authorities: readonly string[];
}

/** What timestamps say; null where none are given. */
export interface TimestampsSaid {
  readonly seen: readonly {
    readonly at: string;
    readonly authority: string;
    readonly heads: number;
  }[];
  readonly problems: readonly { readonly place: number; readonly why: string }[];
}

async function headsIn(file: string): Promise<SignedHead[]> {
  try {
    return readHeads(await readTextFile(file));
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError('CL_HEADS', `${file}: ${error.message}`);
    throw error;
  }
}

async function keyIn(file: string): Promise<KeyObject> {
  const pem = await readTextFile(file);
  try {
    return createPublicKey(pem);
  } catch (error) {
    throw new UsageError('CL_KEY', `${file} is no public key in PEM: ${messageOf(error)}`);
  }
}

async function certificateIn(file: string): Promise<X509Certificate> {
  const pem = await readTextFile(file);
  try {
    return new X509Certificate(pem);
  } catch (error) {
    throw new UsageError('CL_CERTIFICATE', `${file} is no certificate: ${messageOf(error)}`);
  }
}

async function timestampsIn(file: string): Promise<Timestamp[]> {
  try {
    return readTimestamps(await readTextFile(file));
  } catch (error) {
    if (error instanceof RangeError)
      throw new UsageError('CL_TIMESTAMPS', `${file}: ${error.message}`);
    throw error;
  }
}

/**
 * Reads what a chain is held against. Heads of timestamps that hold count as heads.
 * @throws UsageError naming the file and line that can't be used
 */
export async function proofsIn(
  files: ProofFiles
): Promise<{ readonly against: Against; readonly timestamps: TimestampsSaid | null }> {
  const heads = (await Promise.all(files.heads.map(headsIn))).flat();
  const keys = await Promise.all(files.keys.map(keyIn));
  const trusted = await Promise.all(files.authorities.map(certificateIn));
  const stamps = (await Promise.all(files.timestamps.map(timestampsIn))).flat();
  if (stamps.length === 0) return { against: { heads, keys }, timestamps: null };
  const stamped: SignedHead[] = [];
  const seen: TimestampsSaid['seen'][number][] = [];
  const problems: TimestampsSaid['problems'][number][] = [];
  for (const [index, stamp] of stamps.entries()) {
    const verdict = await verifyTimestamp(stamp, trusted);
    if (!verdict.ok) problems.push({ place: index + 1, why: verdict.why });
    else {
      seen.push({ at: verdict.at, authority: verdict.authority, heads: stamp.heads.length });
      stamped.push(...stamp.heads);
    }
  }
  return { against: { heads: [...heads, ...stamped], keys }, timestamps: { seen, problems } };
}

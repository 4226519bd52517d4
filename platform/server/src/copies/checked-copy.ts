import { createReadStream } from 'node:fs';
import { BundleError, readBundle, type BundleHead } from '@corelab/record';
import { migrationNames } from '../database/migrate.js';
import { chainsInCopy, type ChainEnd } from './chains-in-copy.js';
import { imageOfPart } from './copied-images.js';
import { publicKeyPart } from './public-keys.js';
import { tableOfPart } from './spooled-rows.js';
import { hashBytes } from '../audit/canonical-json.js';

/** A copy can't be taken: what it holds is not what it says. */
export class CopyError extends Error {
  readonly code: 'CL_COPY_DAMAGED' | 'CL_COPY_NEWER' | 'CL_COPY_KIND';

  constructor(code: CopyError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** A whole copy whose parts, rows, images and chains are what they should be. */
export interface CheckedCopy {
  readonly head: BundleHead;
  /** What its last part says of it. */
  readonly contents: unknown;
  /** SHA-256 of the list of its parts. */
  readonly hash: string;
  readonly rows: Readonly<Record<string, number>>;
  readonly images: number;
  readonly chains: ReadonlyMap<string, ChainEnd>;
  /** The small parts that are no rows and no images, by path. */
  readonly others: ReadonlyMap<string, Uint8Array>;
}

const linesOf = (bytes: Uint8Array): unknown[] =>
  Buffer.from(bytes)
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as unknown);

const refuseNewer = (head: BundleHead): void => {
  const newer = head.migrations.filter(name => !migrationNames.includes(name));
  if (newer.length > 0)
    throw new CopyError(
      'CL_COPY_NEWER',
      `it was made by ${head.software}, whose database has ${newer.join(', ')}; this program knows migrations up to ${migrationNames.at(-1)}: use that version or a later one`
    );
};

const countsOf = (contents: unknown): Readonly<Record<string, unknown>> => {
  const { rows } = (contents ?? {}) as { rows?: unknown };
  if (typeof rows !== 'object' || rows === null)
    throw new CopyError('CL_COPY_DAMAGED', 'contents.json does not say how many rows there are');
  return rows as Readonly<Record<string, unknown>>;
};

/**
 * Reads a copy to its end and compares everything that can be: hashes of all parts, names of images, counts of rows, links of
 * all chains, and signed heads. Nothing is changed by it.
 * @throws BundleError, CopyError, BrokenChainError: what is wrong, and where
 */
export const checkCopy = async (
  file: string,
  format: BundleHead['format']
): Promise<CheckedCopy> => {
  const chains = chainsInCopy();
  const rows: Record<string, number> = {};
  const others = new Map<string, Uint8Array>();
  let head: BundleHead | null = null;
  let images = 0;
  // Said once the whole is known to be what was written: a damaged part is told as that, and not as what follows from it.
  let wrong: unknown = null;
  const take = (path: string, bytes: Uint8Array): void => {
    const table = tableOfPart(path);
    const image = imageOfPart(path);
    if (table !== null) {
      const lines = linesOf(bytes);
      rows[table] = (rows[table] ?? 0) + lines.length;
      if (table === 'audit_entry') chains.addEntries(lines);
      if (table === 'audit_head') chains.addHeads(lines);
    } else if (image !== null) {
      if (image.folder === 'images') images += 1;
      if (hashBytes(bytes) !== image.kept)
        throw new CopyError('CL_COPY_DAMAGED', `${path} is not the image that it is named for`);
    } else others.set(path, bytes);
  };
  const parts = readBundle(createReadStream(file));
  let hash: string;
  for (;;) {
    const next = await parts.next();
    if (next.done === true) {
      hash = next.value;
      break;
    }
    const part = next.value;
    if (part.kind === 'head') {
      ({ head } = part);
      if (head.format !== format)
        throw new CopyError(
          'CL_COPY_KIND',
          format === 'corelab-backup'
            ? 'it is the copy of a trial, not a backup: corelab trial import takes it'
            : 'it is a backup, not the copy of a trial: corelab restore takes it'
        );
      refuseNewer(head);
    } else if (wrong === null) {
      try {
        take(part.path, part.bytes);
      } catch (reason) {
        wrong = reason;
      }
    }
  }
  if (wrong !== null) throw wrong;
  if (head === null) throw new BundleError('CL_BUNDLE_UNKNOWN', 'it says nothing of itself');
  const contents: unknown = JSON.parse(
    Buffer.from(others.get('contents.json') ?? Buffer.from('null')).toString('utf8')
  );
  for (const [table, count] of Object.entries(countsOf(contents)))
    if ((rows[table] ?? 0) !== count)
      throw new CopyError(
        'CL_COPY_DAMAGED',
        `it has ${rows[table] ?? 0} rows of ${table}, and says ${String(count)}`
      );
  const pems = [...others].filter(([path]) => publicKeyPart.test(path));
  const ends = chains.end(pems.map(([, bytes]) => Buffer.from(bytes).toString('utf8')));
  return { head, contents, hash, rows, images, chains: ends, others };
};

import { sql, type Transaction } from 'kysely';
import type { BundlePart } from '@corelab/record';
import { ArchiveError } from '../archive/archive-error.js';
import type { Archive } from '../archive/archive.js';
import { hashBytes } from '../audit/canonical-json.js';
import type { Database } from '../database/schema.js';
import { DamagedFileError, type QuarantineFolder } from '../intake/quarantine-folder.js';
import { inParallel } from '../release/in-parallel.js';

/** An image as the archive is to hold it. */
interface KeptImage {
  /** SHA-256 of its bytes. */
  readonly kept: string;
  readonly archiveId: string | null;
}

/** What a copy has of images: which there are, by the moment of the copy. */
export interface ImagesToCopy {
  readonly images: readonly KeptImage[];
  /** SHA-256 of what is kept apart. */
  readonly quarantined: readonly string[];
}

const atOnce = 6;

export const imagesToCopy = async (
  trx: Transaction<Database>,
  trialId: string | null
): Promise<ImagesToCopy> => {
  const of = trialId === null ? sql`true` : sql`trial_id = ${trialId}`;
  const { rows: images } = await sql<KeptImage>`
    select coalesce(kept_sha256, sha256) as kept, max(archive_id) filter (where stored) as "archiveId"
    from instance where ${of} group by 1 order by 1`.execute(trx);
  const { rows: quarantined } = await sql<{ kept: string }>`
    select distinct coalesce(kept_sha256, sha256) as kept from quarantine where ${of} and destroyed_at is null order by 1`.execute(
    trx
  );
  return { images, quarantined: quarantined.map(({ kept }) => kept) };
};

/** Where the images are, and what a copy could not have of them. */
export interface ImageSources {
  readonly archive: Archive;
  readonly quarantine: QuarantineFolder;
}

const inArchive = async (archive: Archive, id: string | null): Promise<Uint8Array | null> => {
  if (id === null) return null;
  try {
    return await archive.file(id);
  } catch (reason) {
    if (reason instanceof ArchiveError && reason.code === 'CL_ARCHIVE_NOT_FOUND') return null;
    throw reason;
  }
};

const bytesOf = async (
  { archive, quarantine }: ImageSources,
  { kept, archiveId }: KeptImage
): Promise<Uint8Array | null> => {
  const archived = await inArchive(archive, archiveId);
  if (archived !== null && hashBytes(archived) === kept) return archived;
  return whole(quarantine.arriving.find(kept));
};

/** One damaged file keeps nobody from the others: it counts as missing. */
const whole = async (found: Promise<Uint8Array | null>): Promise<Uint8Array | null> => {
  try {
    return await found;
  } catch (reason) {
    if (reason instanceof DamagedFileError) return null;
    throw reason;
  }
};

/**
 * The images, each as one part named by its SHA-256. One that is nowhere as it should be is told of and left out.
 * @throws ArchiveError
 */
export async function* imageParts(
  sources: ImageSources,
  images: readonly KeptImage[],
  missing: (kept: string) => void
): AsyncGenerator<BundlePart> {
  for (let from = 0; from < images.length; from += atOnce) {
    const some = images.slice(from, from + atOnce);
    const found = await inParallel(some, atOnce, image => bytesOf(sources, image));
    for (const [index, bytes] of found.entries()) {
      const kept = some[index]?.kept ?? '';
      if (bytes === null) missing(kept);
      else yield { path: imagePath(kept), bytes };
    }
  }
}

/** What is kept apart, likewise. */
export async function* quarantineParts(
  { quarantine }: Pick<ImageSources, 'quarantine'>,
  quarantined: readonly string[],
  missing: (kept: string) => void
): AsyncGenerator<BundlePart> {
  for (const kept of quarantined) {
    const bytes = await whole(quarantine.find(kept));
    if (bytes === null) missing(kept);
    else yield { path: `quarantine/${kept}.dcm`, bytes };
  }
}

export const imagePath = (kept: string): string => `images/${kept}.dcm`;

const named = /^(images|quarantine)\/([0-9a-f]{64})\.dcm$/;

/** The image that a part is, by its path; null where it is none. */
export const imageOfPart = (
  path: string
): { readonly folder: 'images' | 'quarantine'; readonly kept: string } | null => {
  const [, folder, kept] = named.exec(path) ?? [];
  if (kept === undefined) return null;
  return { folder: folder === 'images' ? 'images' : 'quarantine', kept };
};

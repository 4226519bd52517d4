import { setTimeout as pause } from 'node:timers/promises';
import { ArchiveError } from '../archive/archive-error.js';
import type { Archive } from '../archive/archive.js';
import { textOf } from '../archive/dicom-json.js';
import { inParallel } from '../release/in-parallel.js';
import type { ArchiveConnection } from './archive-connection.js';

/** One Part 10 file to send. */
export interface ImageToSend {
  readonly sopInstanceUid: string;
  bytes(): Promise<Uint8Array>;
}

export interface SendOptions {
  readonly connection: ArchiveConnection;
  readonly say: (line: string) => void;
  /** Ends it between two images; its reason is thrown. */
  readonly signal: AbortSignal;
  /** Milliseconds before a second attempt; doubled for each further one. Default 500. */
  readonly firstPauseMs?: number;
}

const atOnce = 4;
const attempts = 4;
const linesEvery = 100;

/**
 * Sends the images that the archive does not hold yet; one that got no answer is sent again, four times in all, and
 * progress is said.
 * @throws ArchiveError of the image that could not be sent
 */
export const sendMissing = async (
  images: readonly ImageToSend[],
  options: SendOptions
): Promise<void> => {
  const { say } = options;
  const stored = await storedInstances(options.connection.archive);
  const missing = images.filter(({ sopInstanceUid }) => !stored.has(sopInstanceUid));
  if (missing.length > 0) say(`images: sending ${missing.length} to the archive`);
  let sent = 0;
  await inParallel(missing, atOnce, async image => {
    await sendPatiently(await image.bytes(), options);
    sent += 1;
    if (sent % linesEvery === 0 || sent === missing.length) {
      say(`images: ${sent} of ${missing.length} sent`);
    }
  });
};

/** What the archive refuses is not sent twice. */
const sendPatiently = async (bytes: Uint8Array, options: SendOptions): Promise<void> => {
  const { connection, say, signal } = options;
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted();
    try {
      await connection.archive.storeInstance(bytes);
      return;
    } catch (reason) {
      const unanswered = reason instanceof ArchiveError && reason.code === 'CL_ARCHIVE_UNAVAILABLE';
      if (!unanswered || attempt === attempts) throw reason;
      say(`images: no answer to one (attempt ${attempt} of ${attempts}); sending it again`);
      await pause((options.firstPauseMs ?? 500) * 2 ** (attempt - 1), undefined, { signal });
      await connection.probe();
    }
  }
};

const storedInstances = async (archive: Archive): Promise<Set<string>> => {
  const stored = new Set<string>();
  for (const study of await archive.studies()) {
    const uid = textOf(study, '0020000D');
    if (uid === undefined) continue;
    for (const { sopInstanceUid } of await archive.instances(uid)) stored.add(sopInstanceUid);
  }
  return stored;
};

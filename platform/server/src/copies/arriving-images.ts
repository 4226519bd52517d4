import { createReadStream } from 'node:fs';
import { readBundle } from '@corelab/record';
import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import type { QuarantineFolder } from '../intake/quarantine-folder.js';
import { imageOfPart } from './copied-images.js';

/** The images of a copy, to be brought into the archive by the server, and what is kept apart. */
export const addImages = async (file: string, folder: QuarantineFolder): Promise<string[]> => {
  const arriving: string[] = [];
  for await (const { path, bytes } of readBundle(createReadStream(file))) {
    const image = imageOfPart(path);
    if (image?.folder === 'quarantine') await folder.keep(image.kept, bytes);
    if (image?.folder !== 'images') continue;
    await folder.arriving.keep(image.kept, bytes);
    arriving.push(image.kept);
  }
  return arriving;
};

const hashesAtOnce = 1000;

/** Has the server bring images into the archive whose bytes are in the folder of what arrives. */
export const sayArriving = async (
  trx: Transaction<Database>,
  kept: readonly string[],
  now: Date
): Promise<void> => {
  for (let from = 0; from < kept.length; from += hashesAtOnce)
    await trx
      .updateTable('instance')
      .set({ stored: false, archive_id: null, arriving_until: now })
      .where(eb =>
        eb(
          eb.fn.coalesce('kept_sha256', 'sha256'),
          'in',
          kept.slice(from, from + hashesAtOnce) as string[]
        )
      )
      .execute();
};

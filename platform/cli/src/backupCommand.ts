import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { objectOf } from './answerShapes.js';
import { type Command, UsageError } from './command.js';
import { readPassphrase } from './readPassphrase.js';
import { fetchBytes } from './serverClient.js';
import { copyShape, exitCodeOfCopy, writeCopy } from './writeCopy.js';

const usage = 'corelab backup --out DIR|FILE [--images with|without] [--with-secrets]';

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** A name that sorts by time. */
const nameAt = (now: Date): string =>
  `corelab-backup-${now.toISOString().replaceAll(/[-:]/g, '').slice(0, 15)}Z.tar`;

/** `corelab backup`: the whole installation as it is now, from its server, into one file. */
export const backupCommand: Command = {
  schema: {
    usage,
    input: 'with --with-secrets a passphrase, one line, or CORELAB_PASSPHRASE',
    output: objectOf(copyShape),
  },
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        out: { type: 'string' },
        images: { type: 'string' },
        'with-secrets': { type: 'boolean', default: false },
      },
    });
    const { out, images } = values;
    if (!out || (images !== undefined && images !== 'with' && images !== 'without'))
      throw new UsageError('CL_USAGE', `usage: ${usage}`);
    const passphrase = values['with-secrets'] ? await readPassphrase() : undefined;
    const place = resolve(out);
    const file = (await isFolder(place)) ? join(place, nameAt(new Date())) : place;
    const content = fetchBytes('/api/admin/backup', {
      ...(images === undefined ? {} : { images: images === 'with' }),
      ...(passphrase === undefined ? {} : { passphrase }),
    });
    const { contents, ...written } = await writeCopy(file, content);
    const output = { file, ...written, ...contents };
    return { exitCode: exitCodeOfCopy(output), output };
  },
};

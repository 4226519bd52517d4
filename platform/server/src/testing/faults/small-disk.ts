import { execFile } from 'node:child_process';
import { mkdtemp, open, rm, rmdir, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A disk of a few megabytes. */
export interface SmallDisk {
  readonly folder: string;
  /** Leaves so many bytes and no more. */
  fill(left: number): Promise<void>;
  /** Gives the space back. */
  empty(): Promise<void>;
  /** Takes the disk away, with all that is on it. */
  remove(): Promise<void>;
}

const advice =
  'these tests need a small disk of their own (mount -t tmpfs), which root alone may make: run npm test as root, in a container for example';

/**
 * Mounts a tmpfs in a folder of its own that everybody may write to.
 * @throws Error that says what it needs, where this user may not mount
 */
export const smallDisk = async (megabytes: number): Promise<SmallDisk> => {
  const folder = await mkdtemp(join(tmpdir(), 'corelab-disk-'));
  const options = `size=${megabytes}m,mode=1777`;
  try {
    await run('mount', ['-t', 'tmpfs', '-o', options, 'corelab', folder]);
  } catch (cause) {
    await rmdir(folder);
    throw new Error(advice, { cause });
  }
  const filler = join(folder, 'filler');
  return {
    folder,
    fill: async left => {
      const file = await open(filler, 'a');
      try {
        const block = Buffer.alloc(1024 * 1024);
        for (;;) {
          const { bavail, bsize } = await statfs(folder);
          const more = bavail * bsize - left;
          if (more <= 0) return;
          await file.appendFile(block.subarray(0, Math.min(more, block.length)));
        }
      } finally {
        await file.close();
      }
    },
    empty: () => rm(filler, { force: true }),
    remove: async () => {
      // Lazily: a process that was just killed may still hold a file.
      await run('umount', ['--lazy', folder]);
      await rmdir(folder);
    },
  };
};

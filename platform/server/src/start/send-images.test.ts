import { describe, expect, it } from '@jest/globals';
import { ArchiveError } from '../archive/archive-error.js';
import type { Archive } from '../archive/archive.js';
import { archiveConnection } from './archive-connection.js';
import { sendMissing } from './send-images.js';

const unanswered = (): ArchiveError =>
  new ArchiveError('CL_ARCHIVE_UNAVAILABLE', 'no answer', { resource: '', reason: '' });

/** An archive of one held image that fails to take images as often as told. */
const bench = (failures: number, failure = unanswered()) => {
  const taken: number[] = [];
  const lines: string[] = [];
  let left = failures;
  const archive = {
    answers: async () => undefined,
    studies: async () => [{ '0020000D': { vr: 'UI', Value: ['1'] } }],
    instances: async () => [{ id: 'a', sopInstanceUid: '1.0' }],
    storeInstance: async (bytes: Uint8Array) => {
      if (left > 0) {
        left -= 1;
        throw failure;
      }
      taken.push(bytes[0] ?? -1);
      return { id: '', alreadyStored: false };
    },
  } as unknown as Archive;
  const connection = archiveConnection();
  connection.connect(archive);
  const images = [0, 1, 2].map(number => ({
    sopInstanceUid: `1.${number}`,
    bytes: async () => new Uint8Array([number]),
  }));
  const { signal } = new AbortController();
  const say = (line: string): void => void lines.push(line);
  return {
    taken,
    lines,
    send: () => sendMissing(images, { connection, say, signal, firstPauseMs: 1 }),
  };
};

describe('sending images', () => {
  it('sends what the archive does not hold and says how many', async () => {
    const { send, taken, lines } = bench(0);
    await send();
    expect(taken.sort()).toEqual([1, 2]);
    expect(lines).toEqual(['images: sending 2 to the archive', 'images: 2 of 2 sent']);
  });

  it('sends again what got no answer, and says so', async () => {
    const { send, taken, lines } = bench(3);
    await send();
    expect(taken.sort()).toEqual([1, 2]);
    expect(lines.filter(line => line.includes('sending it again'))).toHaveLength(3);
  });

  it('gives up in the end', async () => {
    await expect(bench(100).send()).rejects.toMatchObject({ code: 'CL_ARCHIVE_UNAVAILABLE' });
  });

  it('does not insist on what is refused', async () => {
    const refused = new ArchiveError('CL_ARCHIVE_REFUSED', 'no', { resource: '', reason: '' });
    const { send, lines } = bench(1, refused);
    await expect(send()).rejects.toBe(refused);
    expect(lines.join('\n')).not.toContain('again');
  });
});

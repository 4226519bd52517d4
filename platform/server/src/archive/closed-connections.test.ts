import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ArchiveError } from './archive-error.js';
import { orthancArchive } from './orthanc-archive.js';

const instance = { ID: 'a', MainDicomTags: { SOPInstanceUID: '1.2.3' } };

let peer: Server;

afterEach(() => new Promise<void>(done => void peer.close(() => done())));

/** An archive's end of the line that does as told with the first request; counts those it got. */
async function archiveOver(
  first: (request: IncomingMessage, response: ServerResponse) => void
): Promise<{ archive: ReturnType<typeof orthancArchive>; asked(): number }> {
  let asked = 0;
  peer = createServer((request, response) => {
    asked += 1;
    response.setHeader('connection', 'close');
    if (asked === 1) first(request, response);
    else response.end(JSON.stringify([instance]));
  });
  await new Promise<void>(done => void peer.listen(0, '127.0.0.1', done));
  const { port } = peer.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    archive: orthancArchive({ url, username: 'u', password: 'p', timeoutMs: 5000 }),
    asked: () => asked,
  };
}

const closed = (request: IncomingMessage): void => void request.socket.destroy();

describe('a connection that the archive closes under a request', () => {
  it('is no trouble for a search, which only reads though it is posted', async () => {
    const { archive, asked } = await archiveOver(closed);
    expect(await archive.instances('1.2')).toEqual([{ id: 'a', sopInstanceUid: '1.2.3' }]);
    expect(asked()).toBe(2);
  });

  it('is no trouble in the middle of an answer', async () => {
    const { archive, asked } = await archiveOver((request, response) => {
      response.setHeader('content-length', '100');
      response.write('half');
      setImmediate(() => closed(request));
    });
    expect(new TextDecoder().decode(await archive.frame('a', 1))).toBe(JSON.stringify([instance]));
    expect(asked()).toBe(2);
  });

  it('is told when a file was being stored: it is not sent twice', async () => {
    const { archive, asked } = await archiveOver(closed);
    const stored = await archive.storeInstance(new Uint8Array(4)).catch((error: unknown) => error);
    expect(stored).toBeInstanceOf(ArchiveError);
    expect(stored).toMatchObject({ code: 'CL_ARCHIVE_UNAVAILABLE' });
    expect(asked()).toBe(1);
  });
});

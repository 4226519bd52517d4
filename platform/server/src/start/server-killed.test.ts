import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { isAlive, readProcessRecord, type ProcessRecord } from '@corelab/orthanc';
import { emptyReadDocument } from '@corelab/reads';
import { archiveServer, type ArchiveServer } from '../testing/archive-server.js';
import { handmadeFile } from '../testing/handmade-image.js';
import { images } from '../testing/handmade-trial.js';
import { askAt, logIn } from '../testing/http-client.js';
import { serverProcess, type ServerProcess } from '../testing/server-process.js';

const limitMs = 240_000;

const recordOf = async (home: string): Promise<ProcessRecord> => {
  const record = await readProcessRecord(join(home, 'orthanc', 'orthanc.pid.json'));
  if (record === null) throw new Error(`${home} has no record of its archive`);
  return record;
};

describe('a server that is killed', () => {
  let seed: ArchiveServer;
  let first: ServerProcess;
  let second: ServerProcess | undefined;
  const home = (): string => seed.home;

  beforeAll(async () => {
    seed = await archiveServer(images.map(handmadeFile), { kept: true });
    await seed.takeIn();
    await seed.leave();
    await seed.stopOrthanc();
    first = serverProcess(home());
    await first.ready;
  }, limitMs);

  afterAll(async () => {
    await second?.end('SIGTERM');
    await first?.end('SIGKILL');
    await seed.close();
  });

  it(
    'keeps its home to itself while it lives: another one is refused in words',
    async () => {
      const refused = serverProcess(home());
      expect(await refused.end()).toBe(1);
      expect(refused.output()).toContain(`Another server already uses ${home()}`);
      expect(refused.output()).not.toMatch(/^ready/m);
    },
    limitMs
  );

  it(
    'loses no acknowledged draft, gives its home free and leaves no Orthanc behind',
    async () => {
      const url = await first.ready;
      const reader = await logIn({ ask: askAt(url) }, 'reader');
      const [read] = (await reader.call('GET', '/api/reads')).json<{
        reads: { readId: string }[];
      }>().reads;
      const address = `/api/reads/${read?.readId}/draft`;
      const before = await recordOf(home());
      expect(before.owner.pid).toBe(first.pid);

      let etag = (await reader.call('GET', address)).headers['etag'] ?? '';
      let acknowledged = -1;
      const save = async (): Promise<void> => {
        for (let number = 0; ; number += 1) {
          const document = {
            ...emptyReadDocument(),
            noDisease: true,
            comment: `save ${number}`,
          };
          const saved = await reader.call('PUT', address, { document }, { 'if-match': etag });
          if (saved.statusCode !== 200) throw new Error(saved.body);
          etag = saved.headers['etag'] ?? '';
          acknowledged = number;
          if (number === 20) void first.end('SIGKILL');
        }
      };
      await expect(save()).rejects.toThrow();
      await first.end();
      expect(acknowledged).toBeGreaterThanOrEqual(20);

      second = serverProcess(home());
      const again = await logIn({ ask: askAt(await second.ready) }, 'reader');
      const kept = (await again.call('GET', address)).json<{ document: { comment: string } }>();
      const number = Number(kept.document.comment.replace('save ', ''));
      // The last save may have been stored without its answer getting through.
      expect([acknowledged, acknowledged + 1]).toContain(number);

      const after = await recordOf(home());
      expect(after.owner.pid).toBe(second.pid);
      expect(after.orthanc).not.toEqual(before.orthanc);
      expect(await isAlive(before.orthanc)).toBe(false);
    },
    limitMs
  );
});

describe('a port that is taken', () => {
  let other: Server;
  let seed: ArchiveServer;
  let server: ServerProcess | undefined;

  beforeAll(async () => {
    seed = await archiveServer([], { kept: true });
    await seed.leave();
    await seed.stopOrthanc();
    other = createServer();
    await new Promise<void>(done => other.listen(0, '127.0.0.1', done));
  }, limitMs);

  afterAll(async () => {
    await server?.end('SIGTERM');
    await new Promise(done => other.close(done));
    await seed.close();
  });

  it(
    'is named, and another is used',
    async () => {
      const address = other.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server = serverProcess(seed.home, port);
      expect(new URL(await server.ready).port).not.toBe(String(port));
      expect(server.output()).toContain(`Port ${port} is taken; using another.`);
    },
    limitMs
  );
});

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { isAlive, readProcessRecord, type ProcessRecord } from '@corelab/orthanc';
import { seededRandom } from '@corelab/phantoms';
import { openDatabase } from '../database/open.js';
import { nothingHalfDone } from '../testing/faults/half-done.js';
import {
  embeddedRounds,
  faultSeed,
  inRound,
  install,
  roundsLimitMs,
  trialOf,
  underLoad,
  untilSigned,
  type Installation,
} from '../testing/faults/kill-rounds.js';
import { nothingLost, recordHolds } from '../testing/faults/nothing-lost.js';
import { serverProcess } from '../testing/server-process.js';

jest.setTimeout(roundsLimitMs);

const recordOf = async (home: string): Promise<ProcessRecord> => {
  const record = await readProcessRecord(join(home, 'orthanc', 'orthanc.pid.json'));
  if (record === null) throw new Error(`${home} has no record of its archive`);
  return record;
};

// The embedded database and an Orthanc of its own: all that a server has alone.
describe('a server that is killed under load', () => {
  let installation: Installation;
  let close = (): Promise<void> => Promise.resolve();
  let taken: Server;

  beforeAll(async () => {
    taken = createServer();
    await new Promise<void>(done => taken.listen(0, '127.0.0.1', done));
    installation = await install(embeddedRounds, { ownOrthanc: true });
    ({ close } = installation);
  }, roundsLimitMs);

  afterAll(async () => {
    await close();
    await new Promise(done => taken.close(done));
  });

  it('keeps its home to itself while it lives: another one is refused in words', async () => {
    const { home } = installation.archive;
    const refused = serverProcess(home);
    expect(await refused.end()).toBe(1);
    expect(refused.output()).toContain(`Another server already uses ${home}`);
    expect(refused.output()).not.toMatch(/^ready/m);
  });

  it(`loses nothing acknowledged, gives its home free and leaves no Orthanc behind, ${embeddedRounds} times`, async () => {
    const { archive, asked } = installation;
    const { home } = archive;
    const random = seededRandom(faultSeed);
    const record = recordHolds(() => asked);
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    for (let round = 1; round <= embeddedRounds; round += 1) {
      await inRound(round, 'server on PGlite', async () => {
        const before = await recordOf(home);
        expect(before.owner.pid).toBe(installation.process().pid);

        await underLoad(installation, random, () => installation.process().end('SIGKILL'));
        await installation.again(port);
        await nothingLost(asked, record);

        const after = await recordOf(home);
        expect(after.owner.pid).toBe(installation.process().pid);
        expect(after.orthanc).not.toEqual(before.orthanc);
        expect(await isAlive(before.orthanc)).toBe(false);
      });
    }
    // Each time somebody else was at the port that it was told to take.
    expect(new URL(asked.url).port).not.toBe(String(port));
    expect(installation.process().output()).toContain(`Port ${port} is taken; using another.`);

    await untilSigned(installation, random);
    await nothingLost(asked, record, { untouched: true });
    await installation.process().end('SIGKILL');
    const opened = await openDatabase({ folder: join(home, 'database') });
    try {
      await nothingHalfDone(await trialOf(opened))(asked.readers);
    } finally {
      await opened.close();
    }
  });
});

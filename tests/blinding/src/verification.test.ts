import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { openDatabase, type OpenedDatabase } from '@corelab/server';
import { verify, type Verification } from './run/verification.js';

jest.setTimeout(600_000);

/** The short form of `npm run verify:blinding`: a small trial, the answers to those who read, and what is planted in them. */
describe('blinding of a small trial', () => {
  let verified: Verification;
  /** The database server of the run, where it has one: the embedded database takes longer to start. */
  const server = process.env['CORELAB_TEST_POSTGRESQL'];
  const database = `proof_${randomBytes(8).toString('hex')}`;
  let opened: OpenedDatabase | null = null;
  beforeAll(async () => {
    const environment: Record<string, string> = {};
    if (server !== undefined) {
      opened = await openDatabase({ url: server });
      await opened.runSql(`create database ${database}`);
      environment['DATABASE_URL'] = Object.assign(new URL(server), { pathname: database }).href;
    }
    verified = await verify({
      ...{ size: 'small', viewers: ['R1'], browser: false, environment },
      say: () => undefined,
    });
  });
  afterAll(async () => {
    await opened?.runSql(`drop database ${database} with (force)`);
    await opened?.close();
  });

  it('asks everything that the server answers', () => {
    expect(verified.leftOut).toEqual([]);
    expect(verified.tallies.R1?.requests).toBeGreaterThan(1000);
    expect(verified.tallies.R1?.failed).toEqual([]);
  });

  it('leaks nothing', () => {
    expect(verified.findings).toEqual([]);
  });

  it('finds each leak that is planted in the server', () => {
    expect(verified.plants.map(({ id, found }) => [id, found])).toEqual(
      verified.plants.map(({ id }) => [id, true])
    );
    expect(verified.plants.length).toBe(8);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type OpenedDatabase } from '../database/open.js';
import { couldChangeRecord, recordTables } from '../database/owner.js';
import { askAt } from '../testing/http-client.js';
import { postgresqlServer, type PostgresqlServer } from '../testing/postgresql.js';
import { startServer } from './start-server.js';

const limitMs = 240_000;
const password = 'words of my own';

describe('an installation whose program does not own its record', () => {
  let postgresql: PostgresqlServer;
  let home: string;
  const roleUrl = (role: string): string => {
    const url = new URL(postgresql.url);
    [url.username, url.password, url.pathname] = [role, role, '/trials'];
    return url.href;
  };

  beforeAll(async () => {
    postgresql = await postgresqlServer();
    home = await mkdtemp(join(tmpdir(), 'corelab-owner-'));
    const server = await openDatabase({ url: postgresql.url });
    await server.runSql(`create role keeper login password 'keeper'`);
    await server.runSql(`create role program login password 'program'`);
    await server.runSql('create database trials owner keeper');
    await server.close();
  }, limitMs);
  afterAll(async () => {
    await rm(home, { recursive: true, force: true });
    await postgresql.stop();
  });

  const start = async (more: Readonly<Record<string, string>>) => {
    const lines: string[] = [];
    const running = await startServer({
      ...{ demo: false, port: 0, retryMs: 10 },
      environment: {
        ...{ CORELAB_HOME: home, CORELAB_LOG: 'silent', ORTHANC_URL: 'http://127.0.0.1:9' },
        ...more,
      },
      say: line => void lines.push(line),
    });
    return { running, said: lines.join('\n') };
  };
  const asProgram = async <T>(what: (opened: OpenedDatabase) => Promise<T>): Promise<T> => {
    const opened = await openDatabase({ url: roleUrl('program') });
    try {
      return await what(opened);
    } finally {
      await opened.close();
    }
  };

  it(
    'works, and can’t change it',
    async () => {
      for (let round = 0; round < 2; round += 1) {
        const { running, said } = await start({
          ...{ DATABASE_URL: roleUrl('program'), DATABASE_ADMIN_URL: roleUrl('keeper') },
        });
        try {
          expect(said).not.toContain('could change the record');
          const given = /one-time password (\S+)\./.exec(said)?.[1];
          expect(given === undefined).toBe(round === 1);
          const login = await askAt(running.url)({
            ...{ method: 'POST', url: '/login' },
            payload:
              round === 0
                ? { user: 'administrator', password: given, newPassword: password }
                : { user: 'administrator', password },
          });
          expect(login.statusCode).toBe(204);
        } finally {
          await running.stop();
        }
      }
      await asProgram(async opened => {
        expect(await couldChangeRecord(opened.db)).toBe(false);
        const { rows } = await opened.runSql('select count(*) as entries from audit_entry');
        expect(Number(rows[0]?.['entries'])).toBeGreaterThan(2);
        for (const table of recordTables) {
          for (const statement of [
            `update ${table} set chain = chain`,
            `delete from ${table}`,
            `truncate ${table} cascade`,
            `drop table ${table} cascade`,
            `alter table ${table} disable trigger all`,
          ]) {
            await expect(opened.runSql(statement)).rejects.toThrow(
              /permission denied|must be owner/
            );
          }
        }
        await expect(opened.runSql('set session_replication_role = replica')).rejects.toThrow(
          'permission denied'
        );
      });
    },
    limitMs
  );

  it(
    'is told where its program could',
    async () => {
      const { running, said } = await start({ DATABASE_URL: roleUrl('keeper') });
      await running.stop();
      expect(said).toContain('The database role keeper could change the record');
    },
    limitMs
  );

  it(
    'does not start where both are one role',
    async () => {
      const both = { DATABASE_URL: roleUrl('keeper'), DATABASE_ADMIN_URL: roleUrl('keeper') };
      await expect(start(both)).rejects.toThrow('both connect as keeper');
    },
    limitMs
  );
});

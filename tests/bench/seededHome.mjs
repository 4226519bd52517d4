import { randomUUID } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureAccount } from '../../platform/server/dist/accounts/accounts.js';
import { issueApiToken } from '../../platform/server/dist/accounts/api-tokens.js';
import { migrate, openDatabase } from '../../platform/server/dist/index.js';

export const reader = { userName: 'bench-reader', displayName: 'Bench', password: randomUUID() };

/** Makes the accounts in a new CORELAB_HOME before the server runs on it; the API tokens of both admins. */
export async function seedHome(home) {
  await mkdir(home, { recursive: true, mode: 0o700 });
  const opened = await openDatabase({ folder: join(home, 'database') });
  try {
    const now = () => new Date();
    const deps = { db: opened.db, now, newId: randomUUID };
    await migrate(opened.db, now);
    await ensureAccount(deps, reader);
    const admin = await ensureAccount(deps, {
      ...reader,
      userName: 'bench-admin',
      administrator: true,
    });
    const approver = await ensureAccount(deps, { ...reader, userName: 'bench-approver' });
    return {
      admin: await issueApiToken(deps, admin.id),
      approver: await issueApiToken(deps, approver.id),
    };
  } finally {
    await opened.close();
  }
}

export const charterSource = () => readFile(new URL('bench-ct.yaml', import.meta.url), 'utf8');

import { createHmac } from 'node:crypto';

const derived = (auditKey: string, use: string, of: readonly string[]): Buffer => {
  const own = createHmac('sha256', auditKey).update(`kept in a browser: ${use}`).digest();
  return createHmac('sha256', own).update(JSON.stringify(of)).digest();
};

/**
 * What an account's unsent changes are called in a browser: tells whose they are to who has the key of the installation, and
 * nothing to anybody else.
 */
export const localOwner = (auditKey: string, accountId: string): string =>
  derived(auditKey, 'owner', [accountId]).toString('base64url').slice(0, 22);

/**
 * The key (AES-256, base64url) under which a browser keeps what an account wrote in a case and the server does not have yet.
 * Made from the installation's key each time and kept nowhere: every process gives the same one, also after a restore, and
 * nobody is given that of another account.
 */
export const localKey = (auditKey: string, accountId: string, caseId: string): string =>
  derived(auditKey, 'key', [accountId, caseId]).toString('base64url');

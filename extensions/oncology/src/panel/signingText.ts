import type { ClientError } from '@corelab/client';
import { text } from '@corelab/ui';

const facts = (body: unknown): Readonly<Record<string, unknown>> =>
  typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {};

/** The first thing that the server says is left, such as "T02: no location". */
function firstItem(body: unknown): string | null {
  const { items } = facts(body);
  const item: unknown = Array.isArray(items) ? items[0] : undefined;
  const { message } = facts(item);
  return typeof message === 'string' ? message : null;
}

/** Why a read was not signed, and what to do. Without an answer nobody knows, and the sentence says so. */
export function signingText(error: ClientError): string {
  const { code, status, body, isOffline, message } = error;
  if (isOffline || status >= 500) return text('signing.offline');
  if (status === 401) return text('signing.sessionEnded');
  if (status === 412) return text('signing.conflict');
  const item = firstItem(body);
  if (item !== null) return text('signing.openItems', { item });
  if (code === 'CL_PASSWORD_WRONG') return text('signing.passwordWrong');
  if (code === 'CL_FRESH_LOGIN_NEEDED') return text('signing.freshLogin');
  const { minutes, tries } = facts(body);
  return code === 'CL_ACCOUNT_LOCKED'
    ? text('signing.accountLocked', { minutes: Number(minutes), tries: Number(tries) })
    : message;
}

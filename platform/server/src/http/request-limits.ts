import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CodedError } from './coded-error.js';

/** What reads or writes a whole trial or chain: it keeps a process busy for seconds, and a copy fills its disk. */
export const costlyRoutes: readonly string[] = [
  'GET /api/admin/trials/:trial/export',
  'GET /api/admin/audit/:trial',
  'GET /api/admin/audit/:trial/export',
  'POST /api/admin/audit/:trial/verifications',
  'POST /api/admin/trials/:trial/copy',
  'POST /api/admin/trial-copies',
  'POST /api/admin/backup',
];

const minute = 60_000;

/** Costly acts are counted for each person or program, whatever its address. */
const whoAsks = (request: FastifyRequest): string =>
  request.staff?.id ?? request.session?.account.id ?? request.ip;

const tooMany = (_request: FastifyRequest, { ttl }: { ttl: number }): CodedError => {
  const seconds = Math.max(1, Math.ceil(ttl / 1000));
  return new CodedError(
    429,
    'CL_RATE_LIMITED',
    `Too many requests of this kind. Try again in ${seconds} second${seconds === 1 ? '' : 's'}.`,
    {},
    { 'retry-after': String(seconds) }
  );
};

/**
 * Limits of requests a minute: of logins for each address, where their routes say so, and of costly acts for each person. Each
 * process counts its own. Register it after access and before any route.
 */
export const limitRequests = async (
  app: FastifyInstance,
  { costlyPerMinute }: { readonly costlyPerMinute: number }
): Promise<void> => {
  app.addHook('onRoute', route => {
    const isCostly = [route.method]
      .flat()
      .some(one => costlyRoutes.includes(`${one} ${route.url}`));
    if (!isCostly) return;
    const limit = { max: costlyPerMinute, timeWindow: minute, keyGenerator: whoAsks };
    route.config = { ...route.config, rateLimit: limit };
  });
  await app.register(rateLimit, { global: false, errorResponseBuilder: tooMany });
};

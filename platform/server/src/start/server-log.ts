import type { FastifyReply, FastifyRequest } from 'fastify';
import { pino, type DestinationStream, type Logger } from 'pino';
import { isRecord } from '../is-record.js';

/** What PostgreSQL says of an error that is of its own making: never what stood in a row or a parameter. */
const ofDatabase = ['severity', 'routine', 'schema', 'table', 'column', 'constraint'] as const;

/** Data exceptions (class 22): their message says the value back that was refused. */
const saysValue = /^22[0-9A-Z]{3}$/;

const texts = (from: Record<string, unknown>, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names.flatMap(name => {
      const value = from[name];
      return typeof value === 'string' ? [[name, value]] : [];
    })
  );

/** The places that a stack names; its first lines are the message, however many it has. */
const framesOf = (stack: unknown): string =>
  typeof stack === 'string'
    ? stack
        .split('\n')
        .filter(line => /^\s+at /.test(line))
        .join('\n')
    : '';

const messageOf = (error: Error, code: unknown): string => {
  if (typeof code === 'string' && saysValue.test(code)) return 'a value was refused';
  // JSON.parse says back what it could not read.
  if (error instanceof SyntaxError) return 'a text could not be parsed';
  return error.message;
};

/** How deep causes are told. */
const causesAtMost = 5;

export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
  readonly code?: string;
  readonly cause?: LoggedError;
  readonly errors?: readonly LoggedError[];
  readonly [name: string]: unknown;
}

/**
 * An error as the log has it: what kind, where, why. A database's error also holds the statement, its parameters and the row
 * (`params`, `query`, `detail`, `where`); nothing is taken over but the fields that are named here.
 */
export const loggedError = (reason: unknown, depth = 0): LoggedError => {
  if (!(reason instanceof Error)) {
    return { type: typeof reason, message: 'something was thrown that is no error', stack: '' };
  }
  const { code, cause, errors } = reason as Error & { code?: unknown; errors?: unknown };
  const deeper = depth < causesAtMost;
  return {
    type: reason.constructor.name,
    message: messageOf(reason, code),
    stack: framesOf(reason.stack),
    ...(typeof code === 'string' ? { code } : {}),
    ...(isRecord(reason) ? texts(reason, ofDatabase) : {}),
    ...(cause === undefined || !deeper ? {} : { cause: loggedError(cause, depth + 1) }),
    ...(Array.isArray(errors) && deeper
      ? { errors: errors.slice(0, causesAtMost).map(one => loggedError(one, depth + 1)) }
      : {}),
  };
};

const serializers = {
  err: (reason: unknown) => loggedError(reason),
  /** The route's pattern, not the address: that has names of subjects and sites in it. */
  req: (request: FastifyRequest) => ({
    method: request.method,
    route: request.routeOptions?.url ?? null,
    remoteAddress: request.ip,
  }),
  res: (reply: FastifyReply) => ({ statusCode: reply.statusCode }),
};

/** The log of the server: JSON lines without addresses, headers, bodies, statements or values of rows. */
export const serverLog = (level: string, to: DestinationStream): Logger =>
  pino({ level, serializers }, to);

import type { Socket } from 'node:net';
import type {
  ConnectionError,
  FastifyError,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
} from 'fastify';
import { isDatabaseAway, isDiskFull } from '../database/database-away.js';
import { CodedError } from './coded-error.js';

/** What the framework refuses, in our words: its own say back pieces of what was sent. */
const ofFramework: Readonly<Record<string, readonly [code: string, message: string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['CL_BODY_TOO_LARGE', 'The body is larger than this route takes.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    'CL_MEDIA_TYPE',
    'The body is of a kind (Content-Type) that this route does not take.',
  ],
  FST_ERR_CTP_INVALID_JSON_BODY: ['CL_BODY_NOT_JSON', 'The body is not JSON.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['CL_BODY_NOT_JSON', 'The body is empty: JSON was expected.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [
    'CL_REQUEST_INVALID',
    'The body is not as long as Content-Length says.',
  ],
};
const notValid = ['CL_REQUEST_INVALID', 'The request is not valid.'] as const;

const databaseRetrySeconds = 5;
/** What changes nothing. */
const looks: readonly string[] = ['GET', 'HEAD'];

/**
 * Answers an address that can't be read, which comes to no route. Fastify's own answer says the address back, and with it
 * whatever stood in it.
 */
export const answerBadAddress = (
  error: FastifyError,
  _request: FastifyRequest,
  reply: FastifyReply
): void => {
  void reply
    .code(error.statusCode ?? 400)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ code: 'CL_REQUEST_INVALID', message: 'The address is not valid.' }));
};

const unreadable: Readonly<Record<string, readonly [string, string, string]>> = {
  HPE_HEADER_OVERFLOW: ['431', 'Request Header Fields Too Large', 'CL_REQUEST_TOO_LARGE'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408', 'Request Timeout', 'CL_REQUEST_TOO_SLOW'],
};
const badRequest = ['400', 'Bad Request', 'CL_REQUEST_INVALID'] as const;

/** A request that is no HTTP, or whose head is longer than any address of ours: it comes to no route, and the connection ends. */
export const answerUnreadable = (error: ConnectionError, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return;
  const [status, title, code] = unreadable[error.code] ?? badRequest;
  const body = JSON.stringify({ code, message: `The request can’t be read: ${title}.` });
  socket.end(
    [
      `HTTP/1.1 ${status} ${title}`,
      'content-type: application/json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n')
  );
};

/** Every refusal is `{ code, message, ... }`; what was not foreseen is logged and answered without its text. */
export const answerErrors = (app: FastifyInstance): void => {
  app.setErrorHandler((error: FastifyError | CodedError, request, reply) => {
    if (error instanceof CodedError) {
      return reply
        .code(error.status)
        .headers(error.headers)
        .send({ ...error.body, code: error.code, message: error.message });
    }
    if (error.validation !== undefined) {
      const details = error.validation.map(({ instancePath, message }) => ({
        path: instancePath,
        message: message ?? 'not valid',
      }));
      const first = details[0];
      return reply.code(400).send({
        code: 'CL_REQUEST_INVALID',
        message: `${error.validationContext ?? 'request'}${first?.path ?? ''}: ${first?.message ?? 'not valid'}`,
        details,
      });
    }
    if (isDiskFull(error)) {
      request.log.error({ err: error }, 'the disk is full');
      return reply.code(507).send({
        code: 'CL_DISK_FULL',
        message:
          'The disk of the server is full, and nothing of this was kept. Tell who runs the server; do it again when there is space.',
      });
    }
    if (isDatabaseAway(error)) {
      request.log.error({ err: error }, 'the database does not answer');
      return reply
        .code(503)
        .header('retry-after', String(databaseRetrySeconds))
        .send({
          code: 'CL_DATABASE_UNAVAILABLE',
          message: looks.includes(request.method)
            ? 'The database does not answer. Try again in a moment.'
            : 'The database does not answer. It is not known whether this was done: look when it answers again, before you repeat it.',
        });
    }
    const status = error.statusCode ?? 500;
    if (status >= 400 && status < 500) {
      const [code, message] = ofFramework[error.code] ?? notValid;
      request.log.info({ err: error, status }, 'a request was refused');
      return reply.code(status).send({ code, message });
    }
    request.log.error({ err: error }, 'unforeseen error');
    return reply.code(500).send({
      code: 'CL_INTERNAL',
      message: `The server failed. Its log has the reason under request ${request.id}.`,
    });
  });
};

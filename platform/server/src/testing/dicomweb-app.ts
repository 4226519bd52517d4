import Fastify, { type FastifyInstance } from 'fastify';
import { registerDicomweb } from '../dicomweb/register-dicomweb.js';
import { CodedError } from '../http/coded-error.js';

/** The image routes alone, with coded errors answered as the server answers them. */
export const dicomwebApp = (deps: Parameters<typeof registerDicomweb>[1]): FastifyInstance => {
  const app = Fastify();
  app.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof CodedError)) throw error;
    return reply
      .code(error.status)
      .headers(error.headers)
      .send({ code: error.code, message: error.message, ...error.body });
  });
  registerDicomweb(app, deps);
  return app;
};

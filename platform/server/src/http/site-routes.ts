import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { modesOf } from '../trials/modes.js';
import type { ReleaseQueue } from '../workflow/release-queue.js';
import { refusals } from './answer-schemas.js';
import { CodedError, notFound } from './coded-error.js';
import { isClosedPage, withoutHostParameters } from './page-addresses.js';
import type { ServerDeps } from './server-deps.js';
import { sendFile } from './static-files.js';

const serverPaths = ['/api/', '/reads/', '/replays/', '/qc/exams/', '/plugins/'];

const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? '/';

export const siteRoutes =
  (deps: ServerDeps, releases: ReleaseQueue): FastifyPluginAsyncTypebox =>
  async app => {
    app.get(
      '/api/site',
      {
        config: { access: 'public' },
        schema: {
          summary: 'Which modes are deployed, and whether the archive answers',
          response: {
            200: Type.Object({
              modes: Type.Array(Type.Object({ id: Type.String(), route: Type.String() })),
              language: Type.String(),
              archive: Type.Object({
                state: Type.String(),
                message: Type.String(),
              }),
            }),
            ...refusals,
          },
        },
      },
      async (_request, reply) => {
        reply.header('cache-control', 'no-store');
        const ready = deps.archive.state() === 'ready' && (await releases.waiting()) === 0;
        return {
          modes: await modesOf(deps.db),
          language: 'en',
          archive: {
            state: ready ? 'ready' : 'waiting',
            message: ready
              ? 'The archive answers.'
              : 'The archive does not answer. Open reads and drafts go on; new reads wait and are tried again.',
          },
        };
      }
    );

    app.get(
      '/api/openapi.json',
      { config: { access: 'public' }, schema: { hide: true } },
      async (_request, reply) => reply.send(app.swagger())
    );

    app.get(
      '/plugins/*',
      { config: { access: 'public' }, schema: { hide: true } },
      async (request, reply) => {
        const file = pathOf(request).slice('/plugins/'.length);
        if (
          deps.pluginsFolder !== null &&
          (await sendFile(request, reply, deps.pluginsFolder, file))
        ) {
          return reply;
        }
        throw notFound();
      }
    );

    const page = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const path = pathOf(request);
      if (isClosedPage(path) || serverPaths.some(prefix => path.startsWith(prefix))) {
        throw notFound();
      }
      const address = withoutHostParameters(request.url);
      // A single slash first: an address that begins with two is one of another server.
      if (address !== null) return reply.redirect(address.replace(/^[\\/]+/, '/'), 303);
      if (deps.siteFolder === null) {
        throw new CodedError(503, 'CL_SITE_NOT_BUILT', 'The site is not built: npm run build.');
      }
      if (path !== '/' && (await sendFile(request, reply, deps.siteFolder, path))) return reply;
      const lastPart = path.slice(path.lastIndexOf('/') + 1);
      if (lastPart.includes('.')) throw notFound();
      if (await sendFile(request, reply, deps.siteFolder, '/index.html')) return reply;
      throw new CodedError(503, 'CL_SITE_NOT_BUILT', 'The site is not built: npm run build.');
    };
    app.get('/', { config: { access: 'public' }, schema: { hide: true } }, page);
    app.get('/*', { config: { access: 'public' }, schema: { hide: true } }, page);
  };

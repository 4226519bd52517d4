import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { globalReadImages, openGlobalRead } from '../workflow/global-read-context.js';
import { globalReadFor } from '../workflow/open-global-read.js';
import { reconsider } from '../workflow/reconsider.js';
import type { ReleaseQueue } from '../workflow/release-queue.js';
import { signGlobalRead } from '../workflow/sign-global-read.js';
import { sessionOf } from './access.js';
import { refusals, SignatureView, SignBody } from './answer-schemas.js';
import {
  GlobalReadContext,
  GlobalReadImages,
  GlobalReadParams,
  Reconsideration,
} from './global-read-schemas.js';
import type { ServerDeps } from './server-deps.js';

/** A reader's second look at all their timepoints of a subject. */
export const globalReadRoutes =
  (deps: ServerDeps, releases: ReleaseQueue): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    app.get(
      '/api/global-reads/:globalReadId',
      {
        config: { access: 'session' },
        schema: {
          summary: 'Open a global read: all timepoints, as signed and as they stand now',
          params: GlobalReadParams,
          response: { 200: GlobalReadContext, ...refusals },
        },
      },
      request => openGlobalRead(deps, sessionOf(request).account.id, request.params.globalReadId)
    );

    app.get(
      '/api/global-reads/:globalReadId/images',
      {
        config: { access: 'session' },
        schema: {
          summary: 'Where the images of a global read are, before it is opened',
          params: GlobalReadParams,
          response: { 200: GlobalReadImages, ...refusals },
        },
      },
      request => globalReadImages(deps, sessionOf(request).account.id, request.params.globalReadId)
    );

    app.post(
      '/api/global-reads/:globalReadId/reconsider',
      {
        config: { access: 'session' },
        schema: {
          summary: 'Change an opinion: a new version of a signed read, with the reason',
          params: GlobalReadParams,
          body: Reconsideration,
          response: {
            200: Type.Object({ readId: Type.String({ description: 'The new version.' }) }),
            ...refusals,
          },
        },
      },
      async request => {
        const { account } = sessionOf(request);
        const one = await globalReadFor(deps.db, account.id, request.params.globalReadId);
        const { readId, courseId } = await reconsider(deps, one, account.id, request.body);
        releases.request(courseId);
        return { readId };
      }
    );

    app.post(
      '/api/global-reads/:globalReadId/sign',
      {
        config: { access: 'session' },
        schema: {
          summary: 'Sign the global read: the reads stand as they are now, and the course closes',
          params: GlobalReadParams,
          body: SignBody,
          response: { 200: Type.Object({ signature: SignatureView }), ...refusals },
        },
      },
      async request => {
        const { account } = sessionOf(request);
        const one = await globalReadFor(deps.db, account.id, request.params.globalReadId);
        const signed = await signGlobalRead(deps, one, account, request.body);
        releases.request(one.courseId);
        return signed;
      }
    );
  };

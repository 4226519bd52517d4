import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { localKey, localOwner } from '../accounts/local-key.js';
import { sessionOf } from './access.js';
import { refusals } from './answer-schemas.js';
import type { ServerDeps } from './server-deps.js';

/**
 * Keys for what a browser keeps of a person's unsent changes. Asked for any case, also one that is not the person's any more:
 * what they wrote there stays theirs to look at. No audit entries: it opens nothing that the server has.
 */
export const localKeyRoutes =
  (deps: Pick<ServerDeps, 'auditKey'>): FastifyPluginAsyncTypebox =>
  async app => {
    app.get(
      '/api/session/local-key',
      {
        config: { access: 'session', anyHat: true, touch: 'look' },
        schema: {
          summary: 'Under which name and key this browser keeps my unsent changes of a case',
          querystring: Type.Object({
            case: Type.Optional(
              Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$', description: 'Its id in my list.' })
            ),
          }),
          response: {
            200: Type.Object({
              owner: Type.String({ description: 'Stands for my account in this browser.' }),
              key: Type.Union([Type.String(), Type.Null()], {
                description: 'AES-256, base64url; null where no case is asked for.',
              }),
            }),
            ...refusals,
          },
        },
      },
      async (request, reply) => {
        const { id } = sessionOf(request).account;
        const { case: caseId } = request.query;
        reply.header('cache-control', 'no-store');
        return {
          owner: localOwner(deps.auditKey, id),
          key: caseId === undefined ? null : localKey(deps.auditKey, id, caseId),
        };
      }
    );
  };

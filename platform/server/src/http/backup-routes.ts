import { Readable } from 'node:stream';
import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { requireAdministrator } from '../accounts/manage-accounts.js';
import { makeBackup } from '../copies/make-backup.js';
import { shortestPassphrase } from '../copies/sealed-secrets.js';
import { staffOf } from './access.js';
import { refusals } from './answer-schemas.js';
import type { ServerDeps } from './server-deps.js';

export const Passphrase = Type.String({
  ...{ minLength: shortestPassphrase, maxLength: 1000 },
  description: 'What the secrets are encrypted with; without it they are left out.',
});

/** Copies of the whole installation, for its administrators. */
export const backupRoutes =
  (deps: ServerDeps): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    app.addHook('preValidation', request => requireAdministrator(deps.db, staffOf(request).id));

    app.post(
      '/api/admin/backup',
      {
        config: { access: 'staff' },
        schema: {
          summary:
            'A backup of the installation as it is now, as a tar file that says how it ended',
          body: Type.Object({
            images: Type.Optional(
              Type.Boolean({
                description:
                  'Also what the image archive holds; unless said where the archive is this installation’s own.',
              })
            ),
            passphrase: Type.Optional(Passphrase),
          }),
          response: { 200: Type.Any({ description: 'application/x-tar' }), ...refusals },
        },
      },
      async (request, reply) => {
        const bytes = await makeBackup(deps, staffOf(request).id, request.body);
        return reply.type('application/x-tar').send(Readable.from(bytes));
      }
    );
  };

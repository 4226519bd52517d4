import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Value } from '@sinclair/typebox/value';
import { requireAdministrator } from '../accounts/manage-accounts.js';
import { importTrial } from '../copies/import-trial.js';
import { placesOf } from '../copies/installation.js';
import { makeTrialCopy } from '../copies/make-trial-copy.js';
import type { NamesHere } from '../copies/trial-people.js';
import type { ReleaseQueue } from '../workflow/release-queue.js';
import { requestDue } from '../workflow/request-due.js';
import { staffOf } from './access.js';
import { refusals, TrialParams } from './answer-schemas.js';
import { Passphrase } from './backup-routes.js';
import { CodedError } from './coded-error.js';
import type { ServerDeps } from './server-deps.js';

const Names = Type.Record(Type.String(), Type.String());

/** Texts come in headers in base64: the body is the copy itself. */
const decoded = (header: string | undefined): string | undefined =>
  header === undefined ? undefined : Buffer.from(header, 'base64').toString('utf8');

const namesIn = (header: string | undefined): NamesHere => {
  const text = decoded(header);
  if (text === undefined) return {};
  const refused = (why: string): CodedError =>
    new CodedError(
      ...([400, 'CL_REQUEST_INVALID'] as const),
      `The header corelab-names is not JSON of user names by user names, in base64: ${why}`
    );
  let names: unknown;
  try {
    names = JSON.parse(text);
  } catch (reason) {
    throw refused(reason instanceof Error ? reason.message : String(reason));
  }
  if (Value.Check(Names, names)) return names;
  throw refused('it is something else.');
};

/** Copies of a trial, and trials from copies, for administrators of the installation. */
export const trialCopyRoutes =
  (deps: ServerDeps, releases: ReleaseQueue): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    app.addHook('preValidation', request => requireAdministrator(deps.db, staffOf(request).id));
    app.addContentTypeParser('application/x-tar', (_request, body, done) => done(null, body));

    app.post(
      '/api/admin/trials/:trial/copy',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'All of a trial as it is now, as a tar file that says how it ended',
          params: TrialParams,
          body: Type.Object({
            images: Type.Optional(
              Type.Boolean({ description: 'With the images themselves; yes unless said.' })
            ),
            passphrase: Type.Optional(Passphrase),
          }),
          response: { 200: Type.Any({ description: 'application/x-tar' }), ...refusals },
        },
      },
      async (request, reply) => {
        const { images = true, passphrase } = request.body;
        const { trial } = request.params;
        const bytes = await makeTrialCopy(deps, staffOf(request).id, { trial, images, passphrase });
        return reply.type('application/x-tar').send(Readable.from(bytes));
      }
    );

    app.post(
      '/api/admin/trial-copies',
      {
        config: { access: 'staff' },
        bodyLimit: Number.MAX_SAFE_INTEGER,
        schema: {
          summary: 'Import a trial from a copy (application/x-tar), all of it or nothing',
          consumes: ['application/x-tar'],
          headers: Type.Object({
            'corelab-passphrase': Type.Optional(
              Type.String({ description: 'What the copy was made with, in base64.' })
            ),
            'corelab-names': Type.Optional(
              Type.String({
                description: 'JSON in base64: what people of the trial are to be called here.',
              })
            ),
          }),
          response: {
            200: Type.Object({
              trial: Type.Object({ id: Type.String(), code: Type.String(), name: Type.String() }),
              rows: Type.Integer(),
              images: Type.Integer(),
              people: Type.Array(Type.String()),
              record: Type.Object({ entries: Type.Integer(), provenTo: Type.Integer() }),
              key: Type.Boolean(),
              missing: Type.Array(Type.String()),
            }),
            ...refusals,
          },
        },
      },
      async request => {
        const { id } = staffOf(request);
        if (!(request.body instanceof Readable))
          throw new CodedError(400, 'CL_REQUEST_INVALID', 'The body is no application/x-tar.');
        const names = namesIn(request.headers['corelab-names']);
        const passphrase = decoded(request.headers['corelab-passphrase']);
        const { copies } = placesOf(deps.installation.home);
        await mkdir(copies, { recursive: true, mode: 0o700 });
        const file = join(copies, `import-${randomBytes(6).toString('hex')}.tar`);
        try {
          await pipeline(request.body, createWriteStream(file, { mode: 0o600 }));
          const { people, missing, ...imported } = await importTrial(deps, id, {
            ...{ file, names, passphrase },
          });
          await requestDue(deps, releases, imported.trial.id);
          return { ...imported, people: [...people], missing: [...missing] };
        } finally {
          await rm(file, { force: true });
        }
      }
    );
  };

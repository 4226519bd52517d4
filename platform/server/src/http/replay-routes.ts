import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { openReplay, signedPicture } from '../replay/replay-read.js';
import { replaying, signedReadFor } from '../replay/signed-read-for.js';
import { makeReport } from '../report/read-report.js';
import { trialFor } from '../trials/roles.js';
import type { OpenRead } from '../workflow/open-read.js';
import { imagesOf } from '../workflow/read-context.js';
import { sessionOf, staffOf } from './access.js';
import { ReadImages, ReadParams, refusals, TrialParams } from './answer-schemas.js';
import { notFound } from './coded-error.js';
import { PictureParams, ReplayView } from './replay-schemas.js';
import type { ServerDeps } from './server-deps.js';

/** Of a report; what could not stand in the name of a file is left out. */
const fileName = ({ trialCode, timepointCode, slot, publicId }: OpenRead): string =>
  `read-${trialCode}-${timepointCode}-${slot}-${publicId}.pdf`.replaceAll(/[^A-Za-z0-9._-]/g, '');

/** Signed reads as their reader saw them, for who looks on; nothing here changes anything of a read. */
export const replayRoutes =
  (deps: ServerDeps): FastifyPluginAsyncTypebox =>
  async app => {
    const config = { access: 'session' } as const;
    const root = '/api/reads/:readId/replay';
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    app.get(
      root,
      {
        config,
        schema: {
          summary: 'Replay a signed read: what its reader saw, from the record',
          params: ReadParams,
          response: { 200: ReplayView, ...refusals },
        },
      },
      async request => {
        const { id } = sessionOf(request).account;
        const read = await signedReadFor(deps.db, id, request.params.readId);
        const { shown, signature, facts, problems, ...replayed } = await openReplay(deps, read, id);
        const derived = replayed.results.primary.result;
        return {
          ...replayed,
          context: { ...shown, state: 'signed', signature, derived, meanings: [] },
          results: { ...replayed.results, others: [...replayed.results.others] },
          facts: facts.map(fact => ({ ...fact })),
          problems: [...problems],
        };
      }
    );

    app.get(
      `${root}/images`,
      {
        config,
        schema: {
          summary: 'Where the images of a signed read are, before it is replayed',
          params: ReadParams,
          response: { 200: ReadImages, ...refusals },
        },
      },
      async request => {
        const { id } = sessionOf(request).account;
        return imagesOf(deps, await signedReadFor(deps.db, id, request.params.readId));
      }
    );

    app.get(
      `${root}/pictures/:sha256`,
      {
        config,
        schema: {
          summary: 'A picture of a pane that was taken when the read was signed',
          params: PictureParams,
          produces: ['image/png'],
          response: { 200: Type.Unknown(), ...refusals },
        },
      },
      async (request, reply) => {
        const { id } = sessionOf(request).account;
        const { readId, sha256 } = request.params;
        const read = await signedReadFor(deps.db, id, readId);
        const bytes = await signedPicture(deps.db, read.id, sha256);
        if (bytes === null) throw notFound();
        return reply.type('image/png').send(Buffer.from(bytes));
      }
    );

    app.get(
      '/api/admin/trials/:trial/reads/:readId/report',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'A signed read as a PDF: what was found, the pictures and the signature',
          params: Type.Object({ ...TrialParams.properties, ...ReadParams.properties }),
          produces: ['application/pdf'],
          response: { 200: Type.Unknown(), ...refusals },
        },
      },
      async (request, reply) => {
        const { id } = staffOf(request);
        const trial = await trialFor(deps.db, id, request.params.trial, replaying);
        const read = await signedReadFor(deps.db, id, request.params.readId);
        if (read.trialId !== trial.id) throw notFound();
        const bytes = await makeReport(deps, read, id);
        return reply
          .type('application/pdf')
          .header('content-disposition', `attachment; filename="${fileName(read)}"`)
          .send(Buffer.from(bytes));
      }
    );
  };

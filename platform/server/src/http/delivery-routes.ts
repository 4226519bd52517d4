import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { takeFiles, type Delivery, type DeliveryReport } from '../intake/take-files.js';
import { sitesOfCoordinator } from '../trials/coordinated-sites.js';
import { rolesIn, trialFor, type Role } from '../trials/roles.js';
import type { ReleaseQueue } from '../workflow/release-queue.js';
import { requestDue } from '../workflow/request-due.js';
import { staffOf } from './access.js';
import { refusals, TrialParams } from './answer-schemas.js';
import { Delivered } from './arrival-schemas.js';
import { CodedError } from './coded-error.js';
import { boundaryOf, multipartParts, type Part } from './multipart-parts.js';
import type { ServerDeps } from './server-deps.js';
import { stowAnswer } from './stow-answer.js';

const delivering: readonly Role[] = ['dataManager', 'qcTechnologist', 'siteCoordinator'];

/** Bytes of one file, and files of one delivery. */
const limits = { partBytes: 1024 ** 3, parts: 20_000 };

const nameOf = ({ headers }: Part, number: number): string =>
  /filename="([^"]*)"/.exec(headers['content-disposition'] ?? '')?.[1] ?? `file ${number}`;

/** The files of a multipart body; fields of a form that are no file are left out. */
async function* filesOf(request: FastifyRequest) {
  const boundary = boundaryOf(request.headers['content-type'] ?? '');
  const form = /^multipart\/form-data/i.test(request.headers['content-type'] ?? '');
  let number = 0;
  for await (const part of multipartParts(
    request.body as AsyncIterable<Uint8Array>,
    boundary,
    limits
  )) {
    if (form && !(part.headers['content-disposition'] ?? '').includes('filename=')) continue;
    number += 1;
    yield { name: nameOf(part, number), bytes: part.bytes };
  }
}

/** How files come in: an upload from a page or a program, and STOW-RS from a site's own archive. */
export const deliveryRoutes =
  (deps: ServerDeps, releases: ReleaseQueue): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (request, reply) => {
      reply.header('cache-control', 'no-store');
      // What is refused before all of it came ends its connection; the sender's next request must not go there.
      if (!request.raw.complete) reply.header('connection', 'close');
    });
    // A delivery is read while it comes; nothing else is taken here.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser(/^multipart\/(form-data|related)/i, (_request, body, done) =>
      done(null, body)
    );

    const deliver = async (
      request: FastifyRequest,
      trialCode: string,
      source: Delivery['source']
    ): Promise<DeliveryReport> => {
      const { id } = staffOf(request);
      const trial = await trialFor(deps.db, id, trialCode, delivering);
      const has = await rolesIn(deps.db, trial.id, id);
      const anySite = has.includes('dataManager') || has.includes('qcTechnologist');
      if (request.body === undefined || request.body === null) {
        throw new CodedError(400, 'CL_MULTIPART', 'The body is empty.');
      }
      const report = await takeFiles(
        deps.archive.arrival,
        {
          ...{ trialId: trial.id, source, accountId: id },
          sites: anySite ? null : await sitesOfCoordinator(deps.db, trial.id, id),
        },
        filesOf(request)
      );
      if (report.matched > 0) await requestDue(deps, releases, trial.id);
      return report;
    };

    app.post(
      '/api/admin/trials/:trial/deliveries',
      {
        config: { access: 'staff' },
        bodyLimit: Number.MAX_SAFE_INTEGER,
        schema: {
          summary: 'Upload DICOM files (multipart/form-data or multipart/related)',
          consumes: ['multipart/form-data', 'multipart/related'],
          params: TrialParams,
          response: { 200: Delivered, ...refusals },
        },
      },
      async request => {
        const { files, ...report } = await deliver(request, request.params.trial, 'upload');
        return {
          ...report,
          files: files.map(({ name, outcome, reason, sha256, sopUid }) => ({
            ...{ name, outcome, reason, sha256, sopUid },
          })),
        };
      }
    );

    app.post(
      '/sites/:trial/dicomweb/studies',
      {
        config: { access: 'staff' },
        bodyLimit: Number.MAX_SAFE_INTEGER,
        schema: {
          summary: 'Store DICOM files (STOW-RS, PS3.18 10.5)',
          consumes: ['multipart/related'],
          params: TrialParams,
        },
      },
      async (request, reply) => {
        const { status, dataset } = stowAnswer(
          (await deliver(request, request.params.trial, 'stow')).files
        );
        return reply
          .code(status)
          .type('application/dicom+json; charset=utf-8')
          .send(JSON.stringify([dataset]));
      }
    );
  };

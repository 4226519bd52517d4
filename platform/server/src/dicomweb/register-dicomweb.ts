import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { Archive } from '../archive/archive.js';
import type { Database } from '../database/schema.js';
import { CodedError, notFound } from '../http/coded-error.js';
import type { BlindedStore } from '../release/blinded-store.js';
import type { ManifestInstance, ManifestSeries, ManifestTimepoint } from '../release/manifest.js';
import type { Presentation } from '../release/presentation.js';
import { multipartFrames } from './multipart.js';
import { presentationCache } from './presentation-cache.js';
import { queryInstances, querySeries, queryStudies } from './query-answers.js';
import { frameOf, metadataOf, parseMetadata, unpackMetadata } from './stored-content.js';

export interface DicomwebDeps {
  readonly db: Kysely<Database>;
  readonly archive: Archive;
  readonly store: BlindedStore;
  /** Who asks, and may they see this read: gives the inner id or throws a coded error (404 for both reasons). */
  readonly authorise: (
    request: FastifyRequest,
    readPublicId: string
  ) => Promise<{ readonly readId: string }>;
}

type Params = {
  readId: string;
  study?: string;
  series?: string;
  instance?: string;
  frames?: string;
};
type Handler = (
  presentation: Presentation,
  request: FastifyRequest<{ Params: Params }>,
  reply: FastifyReply
) => Promise<FastifyReply>;

const immutable = 'private, max-age=31536000, immutable';
const dicomJson = 'application/dicom+json';

const timepointOf = (presentation: Presentation, params: Params): ManifestTimepoint => {
  const thing = presentation.reals.get(params.study ?? '');
  if (thing?.kind !== 'timepoint') throw notFound();
  return thing.timepoint;
};
const seriesOf = (
  presentation: Presentation,
  params: Params
): { timepoint: ManifestTimepoint; series: ManifestSeries } => {
  const timepoint = timepointOf(presentation, params);
  const thing = presentation.reals.get(params.series ?? '');
  if (thing?.kind !== 'series' || thing.timepoint !== timepoint) throw notFound();
  return { timepoint, series: thing.series };
};
const instanceOf = (
  presentation: Presentation,
  params: Params
): { series: ManifestSeries; instance: ManifestInstance } => {
  const { series } = seriesOf(presentation, params);
  const thing = presentation.reals.get(params.instance ?? '');
  if (thing?.kind !== 'instance' || thing.series !== series) throw notFound();
  return { series, instance: thing.instance };
};

const acceptsGzip = (request: FastifyRequest): boolean => {
  const header = request.headers['accept-encoding'];
  return (
    typeof header === 'string' &&
    /(^|,)\s*(gzip|\*)\s*(;\s*q=(1|0\.\d*[1-9]\d*)\s*)?(,|$)/i.test(header)
  );
};

const sendMetadata = async (
  request: FastifyRequest,
  reply: FastifyReply,
  packed: Uint8Array
): Promise<FastifyReply> => {
  const asIs = acceptsGzip(request);
  if (asIs) reply.header('content-encoding', 'gzip');
  return reply
    .header('cache-control', immutable)
    .header('vary', 'accept-encoding')
    .type(dicomJson)
    .send(asIs ? Buffer.from(packed) : await unpackMetadata(packed));
};

const sendAnswers = (reply: FastifyReply, answers: unknown): FastifyReply =>
  reply
    .header('cache-control', 'private, no-cache')
    .type(dicomJson)
    .send(Buffer.from(JSON.stringify(answers)));

/**
 * `/reads/:readId/dicomweb/*`: the read-only DICOMweb root of one read, in its pseudonyms, from the blinded store.
 * What is unknown, of another read, or not the caller's gives the same 404. Errors are thrown as CodedError
 * for the application's error handler.
 */
export const registerDicomweb = (app: FastifyInstance, deps: DicomwebDeps): void => {
  const presentationFor = presentationCache(deps.db);
  const route = (path: string, handler: Handler): void => {
    app.get<{ Params: Params }>(`/reads/:readId/dicomweb${path}`, async (request, reply) => {
      try {
        const { readId } = await deps.authorise(request, request.params.readId);
        return await handler(await presentationFor(readId), request, reply);
      } catch (error) {
        if (error instanceof CodedError && (error.status === 403 || error.status === 404))
          throw notFound();
        throw error;
      }
    });
  };
  const query = (request: FastifyRequest): Readonly<Record<string, unknown>> =>
    typeof request.query === 'object' && request.query !== null
      ? (request.query as Record<string, unknown>)
      : {};

  route('/studies', async (presentation, request, reply) =>
    sendAnswers(reply, queryStudies(presentation, query(request)))
  );
  route('/studies/:study/series', async (presentation, request, reply) =>
    sendAnswers(
      reply,
      querySeries(presentation, timepointOf(presentation, request.params), query(request))
    )
  );
  route('/studies/:study/instances', async (presentation, request, reply) => {
    const packed = await metadataOf(
      deps,
      presentation,
      timepointOf(presentation, request.params),
      null
    );
    return sendAnswers(reply, queryInstances(await parseMetadata(packed), query(request)));
  });
  route('/studies/:study/series/:series/instances', async (presentation, request, reply) => {
    const { timepoint, series } = seriesOf(presentation, request.params);
    const packed = await metadataOf(deps, presentation, timepoint, series);
    return sendAnswers(reply, queryInstances(await parseMetadata(packed), query(request)));
  });
  route('/studies/:study/metadata', async (presentation, request, reply) => {
    const timepoint = timepointOf(presentation, request.params);
    return sendMetadata(request, reply, await metadataOf(deps, presentation, timepoint, null));
  });
  route('/studies/:study/series/:series/metadata', async (presentation, request, reply) => {
    const { timepoint, series } = seriesOf(presentation, request.params);
    return sendMetadata(request, reply, await metadataOf(deps, presentation, timepoint, series));
  });
  route(
    '/studies/:study/series/:series/instances/:instance/frames/:frames',
    async (presentation, request, reply) => {
      const { series, instance } = instanceOf(presentation, request.params);
      const numbers = (request.params.frames ?? '')
        .split(',')
        .map(text => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : 0));
      const frames: Uint8Array[] = [];
      for (const number of numbers) {
        const hash = instance.frames[number - 1];
        if (hash === undefined) throw notFound();
        frames.push(await frameOf(deps, series, instance, number, hash));
      }
      const { contentType, body } = multipartFrames(frames, instance.transferSyntax);
      return reply
        .header('cache-control', immutable)
        .header('content-type', contentType)
        .send(body);
    }
  );
  route('/*', async () => {
    throw notFound();
  });
};

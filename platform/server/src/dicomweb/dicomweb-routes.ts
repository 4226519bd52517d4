import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CodedError, notFound } from '../http/coded-error.js';
import type { ManifestInstance, ManifestSeries, ManifestTimepoint } from '../release/manifest.js';
import type { Presentation } from '../release/presentation.js';
import { multipartFrames } from './multipart.js';
import { queryInstances, querySeries, queryStudies } from './query-answers.js';
import { parseMetadata, unpackMetadata } from './stored-content.js';

type Params = {
  study?: string;
  series?: string;
  instance?: string;
  frames?: string;
};
export type ImageRequest = FastifyRequest<{ Params: Params }>;

/** What one root shows, and where its bytes come from. */
export interface ShownImages {
  readonly presentation: Presentation;
  /** Blinded metadata of a study (`series` null) or of one series, as a gzip file. */
  metadata(timepoint: ManifestTimepoint, series: ManifestSeries | null): Promise<Uint8Array>;
  /** One frame as a reader may see it, from 1; null when the image has no such frame. */
  frame(
    series: ManifestSeries,
    instance: ManifestInstance,
    frameNumber: number
  ): Promise<Uint8Array | null>;
}

/** How a root answers. */
export interface ImageRoot {
  /** Begins the paths, with its parameters. */
  readonly path: string;
  /** Of metadata. Frames never change under their names. */
  readonly cacheControl: string;
  /** A search for studies finds them without being told their UID. */
  readonly listed: boolean;
}

type Handler = (
  images: ShownImages,
  request: ImageRequest,
  reply: FastifyReply
) => Promise<FastifyReply>;

export const immutable = 'private, max-age=31536000, immutable';
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
  packed: Uint8Array,
  cacheControl: string
): Promise<FastifyReply> => {
  const asIs = acceptsGzip(request);
  if (asIs) reply.header('content-encoding', 'gzip');
  return reply
    .header('cache-control', cacheControl)
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
 * A read-only DICOMweb root in pseudonyms: queries, metadata and frames of what `shown` gives, and nothing else.
 * `shown` says who asks and whether they may see it. What is unknown or not the caller's gives the same 404. Errors are
 * thrown as CodedError for the application's error handler.
 */
export const dicomwebRoutes = (
  app: FastifyInstance,
  { path: root, cacheControl, listed }: ImageRoot,
  shown: (request: ImageRequest) => Promise<ShownImages>
): void => {
  const route = (path: string, handler: Handler): void => {
    app.get<{ Params: Params }>(`${root}${path}`, async (request, reply) => {
      try {
        return await handler(await shown(request), request, reply);
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

  route('/studies', async ({ presentation }, request, reply) =>
    sendAnswers(reply, queryStudies(presentation, query(request), listed))
  );
  route('/studies/:study/series', async ({ presentation }, request, reply) =>
    sendAnswers(
      reply,
      querySeries(presentation, timepointOf(presentation, request.params), query(request))
    )
  );
  route('/studies/:study/instances', async (images, request, reply) => {
    const packed = await images.metadata(timepointOf(images.presentation, request.params), null);
    return sendAnswers(reply, queryInstances(await parseMetadata(packed), query(request)));
  });
  route('/studies/:study/series/:series/instances', async (images, request, reply) => {
    const { timepoint, series } = seriesOf(images.presentation, request.params);
    const packed = await images.metadata(timepoint, series);
    return sendAnswers(reply, queryInstances(await parseMetadata(packed), query(request)));
  });
  route('/studies/:study/metadata', async (images, request, reply) => {
    const timepoint = timepointOf(images.presentation, request.params);
    return sendMetadata(request, reply, await images.metadata(timepoint, null), cacheControl);
  });
  route('/studies/:study/series/:series/metadata', async (images, request, reply) => {
    const { timepoint, series } = seriesOf(images.presentation, request.params);
    return sendMetadata(request, reply, await images.metadata(timepoint, series), cacheControl);
  });
  route(
    '/studies/:study/series/:series/instances/:instance/frames/:frames',
    async (images, request, reply) => {
      const { series, instance } = instanceOf(images.presentation, request.params);
      const numbers = (request.params.frames ?? '')
        .split(',')
        .map(text => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : 0));
      const frames: Uint8Array[] = [];
      for (const number of numbers) {
        const frame = number === 0 ? null : await images.frame(series, instance, number);
        if (frame === null) throw notFound();
        frames.push(frame);
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

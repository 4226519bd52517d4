import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { Archive } from '../archive/archive.js';
import type { Database } from '../database/schema.js';
import type { BlindedStore } from '../release/blinded-store.js';
import { dicomwebRoutes, immutable } from './dicomweb-routes.js';
import { presentationCache } from './presentation-cache.js';
import { frameOf, metadataOf } from './stored-content.js';

export interface DicomwebDeps {
  readonly db: Kysely<Database>;
  readonly archive: Archive;
  readonly store: BlindedStore;
  /** Who asks, and may they see this read: gives the inner id or throws a coded error (404 for both reasons). */
  readonly authorise: (
    request: FastifyRequest,
    readPublicId: string
  ) => Promise<{ readonly readId: string }>;
  /** The same for a read that was signed and is looked at by somebody else. */
  readonly authoriseReplay: DicomwebDeps['authorise'];
}

/**
 * `/reads/:readId/dicomweb/*`: the images of one read, in its pseudonyms, from the blinded store; and the same ones under
 * `/replays/:readId/dicomweb/*`, for who may replay it.
 */
export const registerDicomweb = (app: FastifyInstance, deps: DicomwebDeps): void => {
  const presentationFor = presentationCache(deps.db);
  const roots = { '/reads': deps.authorise, '/replays': deps.authoriseReplay };
  for (const [root, authorise] of Object.entries(roots)) {
    dicomwebRoutes(
      app,
      { path: `${root}/:readId/dicomweb`, cacheControl: immutable, listed: true },
      async request => {
        const { readId: publicId } = request.params as { readId: string };
        const { readId } = await authorise(request, publicId);
        const presentation = await presentationFor(readId);
        return {
          presentation,
          metadata: (timepoint, series) => metadataOf(deps, presentation, timepoint, series),
          frame: async (series, instance, number) => {
            const hash = instance.frames[number - 1];
            return hash === undefined ? null : frameOf(deps, series, instance, number, hash);
          },
        };
      }
    );
  }
};

import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { signBodyLimit } from '../evidence/signed-pictures.js';
import { currentDraft, saveDraft } from '../workflow/drafts.js';
import { readFor } from '../workflow/open-read.js';
import { openRead, readImages } from '../workflow/read-context.js';
import { readingList } from '../workflow/reading-list.js';
import type { ReleaseQueue } from '../workflow/release-queue.js';
import { asReadersSee } from '../workflow/reader-names.js';
import { signRead } from '../workflow/sign.js';
import { sessionOf } from './access.js';
import {
  ReadContext,
  ReadImages,
  ReadingList,
  ReadParams,
  refusals,
  SignatureView,
  SignReadBody,
} from './answer-schemas.js';
import { CodedError } from './coded-error.js';
import { NotIdentity } from './identity-schemas.js';
import type { ServerDeps } from './server-deps.js';

export const readRoutes =
  (deps: ServerDeps, releases: ReleaseQueue): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    app.get(
      '/api/reads',
      {
        config: { access: 'session' },
        schema: {
          summary: 'My reading list: open reads in due order, then the latest signed ones',
          querystring: Type.Object({ signedBefore: Type.Optional(ReadParams.properties.readId) }),
          response: { 200: ReadingList, ...refusals },
        },
      },
      async request => {
        const { signedBefore = null } = request.query;
        return readingList(deps, sessionOf(request).account.id, signedBefore);
      }
    );

    app.get(
      '/api/reads/:readId',
      {
        config: { access: 'session' },
        schema: {
          summary: 'Open a read: everything it may show',
          params: ReadParams,
          response: { 200: ReadContext, ...refusals },
        },
      },
      request => openRead(deps, sessionOf(request).account.id, request.params.readId)
    );

    app.get(
      '/api/reads/:readId/images',
      {
        config: { access: 'session' },
        schema: {
          summary: 'Where the images of a read are, before it is opened',
          params: ReadParams,
          response: { 200: ReadImages, ...refusals },
        },
      },
      request => readImages(deps, sessionOf(request).account.id, request.params.readId)
    );

    app.get(
      '/api/reads/:readId/draft',
      {
        config: { access: 'session' },
        schema: {
          summary: 'The draft as it stands; its ETag is for the next save',
          params: ReadParams,
          response: { 200: Type.Object({ document: Type.Unknown() }), ...refusals },
        },
      },
      async (request, reply) => {
        const read = await readFor(deps.db, sessionOf(request).account.id, request.params.readId);
        const draft = await currentDraft(deps.db, read);
        reply.header('etag', draft.etag);
        return { document: draft.document };
      }
    );

    app.put(
      '/api/reads/:readId/draft',
      {
        config: { access: 'session' },
        bodyLimit: 4 * 1024 * 1024,
        schema: {
          summary: 'Save the whole document; If-Match names the draft it was made from',
          params: ReadParams,
          body: Type.Object({
            document: Type.Unknown(),
            replaced: Type.Optional(
              Type.Unknown({
                description: 'After a conflict: what this window held before its reader chose.',
              })
            ),
            notIdentity: NotIdentity,
          }),
          response: { 200: Type.Object({ savedAt: Type.String() }), ...refusals },
        },
      },
      async (request, reply) => {
        const account = sessionOf(request).account;
        const read = await readFor(deps.db, account.id, request.params.readId);
        const ifMatch = request.headers['if-match'];
        if (ifMatch === undefined) {
          throw new CodedError(428, 'CL_IF_MATCH_NEEDED', 'Saving needs If-Match.');
        }
        const saved = await saveDraft(deps, read, account.id, ifMatch, request.body);
        reply.header('etag', saved.etag);
        return { savedAt: saved.savedAt.toISOString() };
      }
    );

    app.post(
      '/api/reads/:readId/sign',
      {
        config: { access: 'session' },
        bodyLimit: signBodyLimit,
        schema: {
          summary: 'Sign and lock the read',
          params: ReadParams,
          body: SignReadBody,
          response: {
            200: Type.Object({ signature: SignatureView, derived: Type.Unknown() }),
            ...refusals,
          },
        },
      },
      async request => {
        const account = sessionOf(request).account;
        const read = await readFor(deps.db, account.id, request.params.readId);
        const signed = await signRead(deps, read, account, request.body);
        releases.request(read.courseId);
        return { ...signed, derived: await asReadersSee(deps.db, read, signed.derived) };
      }
    );
  };

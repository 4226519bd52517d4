import { Readable } from 'node:stream';
import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { SignedHeadSchema, writeChainLine } from '@corelab/record';
import type { Kysely } from 'kysely';
import { headsOf } from '../audit/heads.js';
import { headsKept } from './heads-kept.js';
import { appendAudit, chainPages, systemChain, type ChainLine } from '../audit/chain.js';
import { exportTrial } from '../export/export-trial.js';
import type { Database } from '../database/schema.js';
import { rolesOf, trialFor } from '../trials/roles.js';
import { takeIn } from '../workflow/take-in.js';
import type { ReleaseQueue } from '../workflow/release-queue.js';
import { staffOf } from './access.js';
import { refusals, TrialParams } from './answer-schemas.js';
import { notFound } from './coded-error.js';
import type { ServerDeps } from './server-deps.js';

const ExportQuery = Type.Object({
  format: Type.Optional(Type.Literal('csv')),
  asOf: Type.Optional(
    Type.Integer({
      description: "Number of an entry of the trial's audit chain; its last if not given.",
    })
  ),
  dataCut: Type.Optional(
    Type.String({
      ...{ minLength: 1, maxLength: 100 },
      description: 'Name of a data cut, in place of the entry that declared it.',
    })
  ),
});

async function* jsonLines(pages: AsyncIterable<readonly ChainLine[]>): AsyncGenerator<string> {
  for await (const page of pages) yield page.map(line => `${writeChainLine(line)}\n`).join('');
}

/** The chain outside any trial is for whoever administers or audits one. @throws CodedError CL_NOT_FOUND. */
const systemChainFor = async (db: Kysely<Database>, accountId: string): Promise<string> => {
  const roles = await rolesOf(db, accountId);
  if (!roles.includes('admin') && !roles.includes('auditor')) throw notFound();
  return systemChain;
};

/** @throws CodedError CL_NOT_FOUND for who has no such chain. */
const chainFor = async (db: Kysely<Database>, accountId: string, trial: string): Promise<string> =>
  trial === systemChain
    ? systemChainFor(db, accountId)
    : (await trialFor(db, accountId, trial, ['admin', 'dataManager', 'auditor'])).id;

export const adminRoutes =
  (deps: ServerDeps, releases: ReleaseQueue): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    app.post(
      '/api/admin/intake',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Look for deliveries in the archive, match them and release what is due',
          response: {
            200: Type.Object({
              trials: Type.Array(
                Type.Object({
                  trial: Type.String(),
                  receipts: Type.Integer(),
                  matched: Type.Integer(),
                  unmatched: Type.Array(
                    Type.Object({ studyUid: Type.String(), reason: Type.String() })
                  ),
                })
              ),
              waiting: Type.Integer({ description: 'Courses whose release did not succeed yet.' }),
            }),
            ...refusals,
          },
        },
      },
      async request => {
        const trials = await takeIn(deps, staffOf(request).id, releases);
        await releases.idle();
        return { trials, waiting: await releases.waiting() };
      }
    );

    app.get(
      '/api/admin/trials/:trial/export',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Endpoint data of the signed reads that stand, or that stood at an audit entry',
          params: TrialParams,
          querystring: ExportQuery,
          response: {
            200: Type.Object({
              asOf: Type.Integer({ description: 'Audit entry of the trial that it is as of.' }),
              files: Type.Array(Type.Object({ name: Type.String(), content: Type.String() })),
            }),
            ...refusals,
          },
        },
      },
      async request => {
        const account = staffOf(request);
        const trial = await trialFor(deps.db, account.id, request.params.trial, [
          'admin',
          'dataManager',
        ]);
        const { asOf, files } = await exportTrial(deps, trial, account.id, request.query);
        return { asOf, files: [...files] };
      }
    );

    app.get(
      '/api/admin/audit/:trial',
      {
        config: { access: 'staff' },
        schema: {
          summary: "A trial's audit chain, or that named system, as JSON lines",
          params: TrialParams,
          response: { 200: Type.Unsafe<Readable>(Type.String()), ...refusals },
        },
      },
      async (request, reply) => {
        const { id } = staffOf(request);
        const chain = await chainFor(deps.db, id, request.params.trial);
        const last = await deps.db.transaction().execute(trx =>
          appendAudit(trx, chain, {
            ...{ act: 'audit.exported', at: deps.now().toISOString(), zone: deps.zone, by: id },
            details: {},
          })
        );
        const pages = chainPages(deps.db, chain, last.sequence);
        return reply
          .type('application/x-ndjson; charset=utf-8')
          .send(Readable.from(jsonLines(pages)));
      }
    );

    app.get(
      '/api/admin/audit/:trial/heads',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Where a chain stood, signed; its end is signed and anchored first',
          params: TrialParams,
          response: {
            200: Type.Object({
              publicKey: Type.String({ description: 'PEM of the key that they are signed with.' }),
              heads: Type.Array(SignedHeadSchema),
            }),
            ...refusals,
          },
        },
      },
      async request => {
        const chain = await chainFor(deps.db, staffOf(request).id, request.params.trial);
        await headsKept(deps);
        return { publicKey: deps.heads.publicPem, heads: await headsOf(deps.db, chain) };
      }
    );
  };

import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { checkCharter } from '../trials/charter-check.js';
import { exampleCharters } from '../trials/example-charters.js';
import { impactReads } from '../trials/impact-reads.js';
import { trialFor, type Role } from '../trials/roles.js';
import { requireCharterAuthor, trialsOf } from '../trials/trial-list.js';
import { versionOf } from '../trials/trial-versions.js';
import { staffOf } from './access.js';
import { refusals } from './answer-schemas.js';
import * as shapes from './charter-schemas.js';
import type { ServerDeps } from './server-deps.js';

const looking: readonly Role[] = ['admin', 'dataManager', 'auditor'];

/** What whoever writes or weighs charters looks up; nothing here changes anything. */
export const charterAuthorRoutes =
  (deps: ServerDeps): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    app.get(
      '/api/admin/trials',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Trials whose charter one may look at, and how it stands',
          response: { 200: shapes.TrialList, ...refusals },
        },
      },
      async request => ({
        trials: (await trialsOf(deps.db, staffOf(request).id, looking)).map(trial => ({
          ...trial,
          roles: [...trial.roles],
          waiting: [...trial.waiting],
        })),
      })
    );

    app.post(
      '/api/admin/charters/check',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'What there is to say of a charter; nothing is saved',
          body: Type.Object({ charter: shapes.CharterText }),
          response: { 200: shapes.CheckedCharter, ...refusals },
        },
      },
      async request => {
        await requireCharterAuthor(deps.db, staffOf(request).id);
        const { whole, errors, findings, unsupported } = checkCharter(request.body.charter);
        return {
          trial: whole?.charter.trial.id ?? null,
          hash: whole?.hash ?? null,
          errors: [...errors],
          findings: [...findings],
          unsupported: [...unsupported],
        };
      }
    );

    app.get(
      '/api/admin/charters/examples',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Charters to begin with',
          response: { 200: shapes.ExampleCharters, ...refusals },
        },
      },
      async request => {
        await requireCharterAuthor(deps.db, staffOf(request).id);
        return { examples: await exampleCharters() };
      }
    );

    app.get(
      '/api/admin/trials/:trial/versions/:version/impact/reads',
      {
        config: { access: 'staff' },
        schema: {
          summary:
            'What the approval of a version would do to each read, by the scope it would have',
          params: shapes.VersionParams,
          querystring: Type.Object({
            from: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000 })),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
          }),
          response: { 200: shapes.ImpactReads, ...refusals },
        },
      },
      async request => {
        const { params, query } = request;
        const trial = await trialFor(deps.db, staffOf(request).id, params.trial, looking);
        await versionOf(deps.db, trial.id, Number(params.version));
        const { from = 0, limit = 200 } = query;
        return impactReads(deps.db, trial.id, { from, limit });
      }
    );
  };

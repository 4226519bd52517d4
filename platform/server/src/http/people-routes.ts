import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { peopleOf } from '../trials/people.js';
import { endRole, grantByHand } from '../trials/role-grants.js';
import { roles, trialFor } from '../trials/roles.js';
import { staffOf } from './access.js';
import { Reason, UserName } from './account-routes.js';
import { refusals, TrialParams } from './answer-schemas.js';
import type { ServerDeps } from './server-deps.js';

const RoleName = Type.Union(roles.map(role => Type.Literal(role)));
const Text = Type.Union([Type.String(), Type.Null()]);

const People = Type.Object({
  people: Type.Array(
    Type.Object({
      user: Type.String(),
      name: Type.String(),
      active: Type.Boolean(),
      roles: Type.Array(
        Type.Object({
          role: Type.String(),
          sites: Type.Array(Type.String()),
          grantedAt: Type.String(),
          grantedBy: Text,
          reason: Text,
          endedAt: Text,
          endedBy: Text,
          endReason: Text,
        }),
        { description: 'In the order they were granted; ended ones stay.' }
      ),
    })
  ),
});

/** Who is what in a trial. */
export const peopleRoutes =
  (deps: ServerDeps): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    app.get(
      '/api/admin/trials/:trial/people',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Everybody who has or had a role in a trial',
          params: TrialParams,
          response: { 200: People, ...refusals },
        },
      },
      async request => {
        const { id } = staffOf(request);
        const may = ['admin', 'dataManager', 'trainer', 'auditor'] as const;
        const trial = await trialFor(deps.db, id, request.params.trial, may);
        return { people: await peopleOf(deps.db, trial.id) };
      }
    );

    app.post(
      '/api/admin/trials/:trial/roles',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Grant a role in a trial',
          params: TrialParams,
          body: Type.Object({
            user: UserName,
            role: RoleName,
            sites: Type.Optional(
              Type.Array(Type.String({ minLength: 1, maxLength: 32 }), {
                maxItems: 1000,
                description: "A site coordinator's sites, by code.",
              })
            ),
            reason: Reason,
          }),
          response: { 200: Type.Object({ changed: Type.Boolean() }), ...refusals },
        },
      },
      async request => {
        const { id } = staffOf(request);
        const trial = await trialFor(deps.db, id, request.params.trial, ['admin']);
        const { sites = [], ...asked } = request.body;
        return grantByHand(deps, trial.id, id, { ...asked, sites });
      }
    );

    app.post(
      '/api/admin/trials/:trial/roles/end',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'End a role in a trial; the grant stays on record',
          params: TrialParams,
          body: Type.Object({ user: UserName, role: RoleName, reason: Reason }),
          response: { 200: Type.Object({ changed: Type.Boolean() }), ...refusals },
        },
      },
      async request => {
        const { id } = staffOf(request);
        const trial = await trialFor(deps.db, id, request.params.trial, ['admin']);
        return endRole(deps, trial.id, id, request.body);
      }
    );
  };

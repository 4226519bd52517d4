import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { accessKinds } from '../access/access-filter.js';
import {
  accessNow,
  accessReviews,
  exportAccess,
  reviewAccess,
  type AccessView,
  type ReviewView,
} from '../access/access-reviews.js';
import type { AccessScope } from '../access/people-access.js';
import { requireAdministrator } from '../accounts/manage-accounts.js';
import { requirePassword } from '../accounts/require-password.js';
import { roles, trialFor } from '../trials/roles.js';
import { staffOf } from './access.js';
import { Nullable, refusals, TrialParams } from './answer-schemas.js';
import type { ServerDeps } from './server-deps.js';

const Text = Nullable(Type.String());
const Names = Type.Array(Type.String());

const Fact = Type.Object({
  kind: Type.String({
    description: 'account, administrator, grant, token, secondFactor or qualification.',
  }),
  user: Type.String(),
  trial: Type.Optional(Type.String()),
  what: Type.Optional(
    Type.String({ description: 'A role, a kind of qualification, or the name of a token.' })
  ),
  sites: Type.Optional(Names),
  since: Type.Optional(Type.String()),
  until: Type.Optional(Type.String()),
});
const Changes = Type.Object({ added: Type.Array(Fact), gone: Type.Array(Fact) });

const People = Type.Array(
  Type.Object({
    user: Type.String(),
    name: Type.String(),
    active: Type.Boolean(),
    createdAt: Type.String(),
    closedAt: Text,
    lastLoginAt: Text,
    secondFactor: Type.Boolean(),
    administrator: Nullable(Type.Object({ since: Type.String(), by: Text })),
    tokens: Type.Array(
      Type.Object({
        name: Type.String(),
        createdAt: Type.String(),
        createdBy: Text,
        lastUsedAt: Text,
      }),
      { description: 'Those that are not revoked.' }
    ),
    grants: Type.Array(
      Type.Object({
        trial: Type.String(),
        role: Type.String(),
        sites: Names,
        grantedAt: Type.String(),
        grantedBy: Text,
        reason: Text,
        endedAt: Text,
        endedBy: Text,
        endReason: Text,
      })
    ),
    qualifications: Type.Array(
      Type.Object({
        trial: Type.String(),
        kind: Type.String(),
        charterVersion: Nullable(Type.Integer()),
        date: Type.String(),
        expiry: Text,
        standing: Type.String({ description: 'holds, lapsing (within 60 days) or lapsed.' }),
      })
    ),
  })
);
const Access = Type.Unsafe<AccessView>(
  Type.Object({
    hash: Type.String({ description: 'Of all that people may do now, whatever the filter.' }),
    people: People,
    changes: Nullable(Changes),
  })
);
const Reviews = Type.Unsafe<{ reviews: ReviewView[] }>(
  Type.Object({
    reviews: Type.Array(
      Type.Object({
        id: Type.String(),
        by: Type.String(),
        name: Type.String(),
        at: Type.String(),
        meaning: Type.String(),
        note: Type.String(),
        hash: Type.String(),
        changes: Changes,
      })
    ),
  })
);
const Filter = Type.Object({
  all: Type.Optional(Type.Boolean({ description: 'Closed accounts and ended grants too.' })),
  text: Type.Optional(Type.String({ maxLength: 100, description: 'In user or name.' })),
  trial: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  role: Type.Optional(Type.Union(roles.map(role => Type.Literal(role)))),
  only: Type.Optional(Type.Union(accessKinds.map(kind => Type.Literal(kind)))),
});
const File = Type.Object({ name: Type.String(), content: Type.String() });
const Done = Type.Object({ id: Type.String() });
const ReviewBody = Type.Object({
  hash: Type.String({ minLength: 1, maxLength: 100, description: 'Of what was looked at.' }),
  note: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }),
  password: Type.String({ minLength: 1, maxLength: 1000 }),
});

/** Who may do what, since when, and by whom; and that somebody looked at it. */
export const accessReviewRoutes =
  (deps: ServerDeps): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    /** Of a trial for its admins and auditors; of the installation for its administrators. */
    const scopeFor = async (request: FastifyRequest): Promise<AccessScope> => {
      const { id } = staffOf(request);
      const { trial } = request.params as { readonly trial?: string };
      if (trial !== undefined) {
        return { trialId: (await trialFor(deps.db, id, trial, ['admin', 'auditor'])).id };
      }
      await requireAdministrator(deps.db, id);
      return { trialId: null };
    };

    for (const [root, params, of] of [
      ['/api/admin/access', Type.Object({}), 'of the installation'],
      ['/api/admin/trials/:trial/access', TrialParams, 'of a trial'],
    ] as const) {
      app.get(
        root,
        {
          config: { access: 'staff' },
          schema: {
            summary: `Who may do what, since when, granted by whom: people ${of}`,
            params,
            querystring: Filter,
            response: { 200: Access, ...refusals },
          },
        },
        async request => accessNow(deps, await scopeFor(request), request.query)
      );

      app.get(
        `${root}/export`,
        {
          config: { access: 'staff' },
          schema: {
            summary: `The same as CSV, ${of}`,
            params,
            querystring: Filter,
            response: { 200: File, ...refusals },
          },
        },
        async request =>
          exportAccess(deps, await scopeFor(request), staffOf(request).id, request.query)
      );

      app.get(
        `${root}/reviews`,
        {
          config: { access: 'staff' },
          schema: {
            summary: `Reviews of who may do what, ${of}`,
            params,
            response: { 200: Reviews, ...refusals },
          },
        },
        async request => ({ reviews: await accessReviews(deps.db, await scopeFor(request)) })
      );

      app.post(
        `${root}/reviews`,
        {
          config: { access: 'staff' },
          schema: {
            summary: `Record a review of who may do what, ${of}, with the password again`,
            params,
            body: ReviewBody,
            response: { 200: Done, ...refusals },
          },
        },
        async request => {
          const scope = await scopeFor(request);
          const by = staffOf(request);
          const { password, ...asked } = request.body;
          await requirePassword(deps, by, password);
          return reviewAccess(deps, scope, by, asked);
        }
      );
    }
  };

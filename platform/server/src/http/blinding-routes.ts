import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { formNames } from '../blinding/policy-table.js';
import { reasons } from '../blinding/reasons.js';
import { switches } from '../blinding/variant.js';
import { rolesIn, trialFor, type Role } from '../trials/roles.js';
import { trialBlinding } from '../trials/trial-blinding.js';
import { staffOf } from './access.js';
import { Nullable, refusals, TrialParams } from './answer-schemas.js';
import { notFound } from './coded-error.js';
import type { ServerDeps } from './server-deps.js';

/** Who looks at charters, and whoever asked for the trial. */
const looking: readonly Role[] = ['admin', 'dataManager', 'auditor'];
const told: readonly Role[] = [...looking, 'sponsor'];

const oneOf = <const T extends readonly string[]>(words: T, description: string) =>
  Type.Unsafe<T[number]>(
    Type.Union(
      words.map(word => Type.Literal(word)),
      { description }
    )
  );

const BlindingPolicy = Type.Object({
  charterVersion: Type.Integer(),
  policyVersion: Type.String({
    description: 'SHA-256 over the data of the policy; presentations of images name it.',
  }),
  variant: Type.Object(
    {
      dates: oneOf(['shifted', 'offsets', 'removed', 'shown'], 'blinding.dates of the charter.'),
      labels: oneOf(['timepoint', 'day', 'letters'], 'blinding.labels of the charter.'),
      sexAge: Type.Boolean(),
      manufacturer: Type.Boolean(),
      leanBodyMass: Type.Boolean({
        description: 'A criterion takes uptake by lean body mass, so sex and size pass for PET.',
      }),
    },
    { description: 'What the charter chooses, and what follows from its criteria.' }
  ),
  iods: Type.Array(
    Type.Object({ name: Type.String(), modality: Type.String(), sopClass: Type.String() }),
    { description: 'Kinds of images that are admitted.' }
  ),
  attributes: Type.Array(
    Type.Object({
      tag: Type.String({ description: 'Eight hexadecimal digits.' }),
      keyword: Type.String(),
      within: Type.Array(Type.String(), {
        description: 'Keywords of the sequences in whose items it stands.',
      }),
      modalities: Type.Array(Type.String()),
      form: oneOf(formNames, 'In which form it passes.'),
      values: Type.Array(Type.String(), { description: 'Digits, or the values that can pass.' }),
      why: oneOf(reasons, 'Why it passes.'),
      by: Nullable(oneOf(switches, 'What of the variant decides about it.')),
      passes: Type.Boolean(),
    }),
    { description: 'All that can pass to a reader; whatever is not here is dropped.' }
  ),
});

/** What readers are shown of image headers, for who answers for a trial. */
export const blindingRoutes =
  (deps: ServerDeps): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    app.get(
      '/api/admin/trials/:trial/blinding',
      {
        config: { access: 'staff' },
        schema: {
          summary:
            'The blinding policy in the variant of a trial: what of an image header passes to readers',
          params: TrialParams,
          querystring: Type.Object({
            version: Type.Optional(
              Type.String({
                pattern: '^[1-9]\\d{0,8}$',
                description: 'Of the charter; without one the version in force.',
              })
            ),
          }),
          response: { 200: BlindingPolicy, ...refusals },
        },
      },
      async request => {
        const account = staffOf(request);
        const { version } = request.query;
        const { id } = await trialFor(deps.db, account.id, request.params.trial, told);
        // A sponsor knows of no version but the one in force.
        if (version !== undefined) {
          const roles = await rolesIn(deps.db, id, account.id);
          if (!roles.some(role => looking.includes(role))) throw notFound();
        }
        return trialBlinding(deps.db, id, version === undefined ? null : Number(version));
      }
    );
  };

import { actions, optionRows, rules } from '@corelab/deidentification';
import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { deidentificationOf } from '../deidentification/report-view.js';
import { trialFor, type Role } from '../trials/roles.js';
import { staffOf } from './access.js';
import { refusals } from './answer-schemas.js';
import { Nullable } from './page-schemas.js';
import { ExamParams } from './qc-schemas.js';
import type { ServerDeps } from './server-deps.js';

const looking: readonly Role[] = ['qcTechnologist', 'dataManager', 'admin', 'auditor'];

const oneOf = <T extends string>(words: readonly T[]) =>
  Type.Unsafe<T>(Type.Union(words.map(word => Type.Literal(word))));

const Digests = Type.Object({
  least: Type.Array(Type.String(), {
    description: 'Keyed digests of values, the first 128 bits, the least ones.',
  }),
  more: Type.Boolean({ description: 'There were other values.' }),
});

const Entry = Type.Object({
  path: Type.String({ description: 'Tags from the dataset down.' }),
  name: Type.String({ description: 'Keywords of the tags, as far as they have one.' }),
  action: oneOf(actions),
  rule: oneOf(rules),
  instances: Type.Integer({ description: 'Images that had it so.' }),
  elements: Type.Integer(),
  before: Digests,
  after: Digests,
});

const Answer = Type.Object({
  off: Nullable(
    Type.String({
      description: 'Why the charter in force keeps images as they come; null: it does not.',
    })
  ),
  images: Type.Integer({ description: 'Images of the exam that were let in.' }),
  reports: Type.Array(
    Type.Object({
      plan: Type.String({ description: 'SHA-256 of the plan.' }),
      edition: Type.String({ description: 'Of PS3.15.' }),
      options: Type.Array(oneOf(optionRows.map(({ name }) => name))),
      images: Type.Integer(),
      firstAt: Type.String(),
      lastAt: Type.String(),
      entries: Type.Array(Entry),
    }),
    { description: 'By plan, the latest first; none where images are kept as they came.' }
  ),
});

/** What de-identification did to the images of an exam. */
export const deidentificationRoutes =
  (deps: ServerDeps): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    app.get(
      '/api/admin/trials/:trial/exams/:exam/deidentification',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'What was removed, changed and kept of the images of an exam; no value is in it',
          params: ExamParams,
          response: { 200: Answer, ...refusals },
        },
      },
      async request => {
        const { id } = staffOf(request);
        const trial = await trialFor(deps.db, id, request.params.trial, looking);
        return deidentificationOf(deps.db, trial.id, request.params.exam);
      }
    );
  };

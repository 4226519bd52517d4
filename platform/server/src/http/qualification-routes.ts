import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { calendarDay } from '../trials/calendar-day.js';
import { lackingQualifications } from '../trials/lacking-qualifications.js';
import { qualificationKinds } from '../trials/missing-qualifications.js';
import {
  qualificationsOf,
  recordQualification,
  withdrawQualification,
} from '../trials/qualifications.js';
import { trialFor, type Role } from '../trials/roles.js';
import type { ReleaseQueue } from '../workflow/release-queue.js';
import { requestUnassigned } from '../workflow/unassigned.js';
import { staffOf } from './access.js';
import { Reason, UserName } from './account-routes.js';
import { refusals, TrialParams } from './answer-schemas.js';
import type { ServerDeps } from './server-deps.js';

export const RowId = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'YYYY-MM-DD.' });
const Text = Type.Union([Type.String(), Type.Null()]);

const Qualification = Type.Object({
  id: Type.String(),
  user: Type.String(),
  kind: Type.String(),
  charterVersion: Type.Union([Type.Integer(), Type.Null()]),
  documentHash: Text,
  date: Type.String(),
  expiry: Text,
  grantedBy: Type.String(),
  grantedAt: Type.String(),
  withdrawnAt: Text,
  withdrawReason: Text,
});

const Lacking = Type.Object({
  user: Type.String(),
  role: Type.String(),
  kind: Type.String(),
  expired: Text,
  charterVersion: Type.Integer(),
});

const recording: readonly Role[] = ['admin', 'trainer'];

/** What people of a trial have on record. */
export const qualificationRoutes =
  (deps: ServerDeps, releases: ReleaseQueue): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    app.get(
      '/api/admin/trials/:trial/qualifications',
      {
        config: { access: 'staff' },
        schema: {
          summary: "Qualifications of a trial's people, withdrawn ones too",
          params: TrialParams,
          querystring: Type.Object({ user: Type.Optional(UserName) }),
          response: {
            200: Type.Object({
              qualifications: Type.Array(Qualification),
              missing: Type.Array(Lacking, {
                description:
                  'What people lack today for the roles they have, by the version in force.',
              }),
            }),
            ...refusals,
          },
        },
      },
      async request => {
        const { id } = staffOf(request);
        const may = [...recording, 'dataManager', 'auditor'] as const;
        const trial = await trialFor(deps.db, id, request.params.trial, may);
        const user = request.query.user ?? null;
        const day = calendarDay(deps.now(), deps.zone);
        return {
          qualifications: await qualificationsOf(deps.db, trial.id, user),
          missing: await lackingQualifications(deps.db, trial.id, { user, day }),
        };
      }
    );

    app.post(
      '/api/admin/trials/:trial/qualifications',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Put a qualification of another person on record',
          params: TrialParams,
          body: Type.Object({
            user: UserName,
            kind: Type.Union(qualificationKinds.map(kind => Type.Literal(kind))),
            charterVersion: Type.Optional(
              Type.Integer({ minimum: 1, description: 'Of charter training, and of that alone.' })
            ),
            documentHash: Type.Optional(
              Type.String({
                pattern: '^[0-9a-f]{64}$',
                description: 'SHA-256 of the document that shows it.',
              })
            ),
            date: Day,
            expiry: Type.Optional(Day),
          }),
          response: { 200: Type.Object({ id: Type.String() }), ...refusals },
        },
      },
      async request => {
        const { id } = staffOf(request);
        const trial = await trialFor(deps.db, id, request.params.trial, recording);
        const { user, kind, date, ...more } = request.body;
        const recorded = await recordQualification(deps, trial.id, id, {
          ...{ user, kind, date },
          charterVersion: more.charterVersion ?? null,
          documentHash: more.documentHash ?? null,
          expiry: more.expiry ?? null,
        });
        await requestUnassigned(deps.db, trial.id, releases);
        return recorded;
      }
    );

    app.post(
      '/api/admin/trials/:trial/qualifications/:id/withdraw',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Withdraw a qualification; it stays on record',
          params: Type.Composite([TrialParams, Type.Object({ id: RowId })]),
          body: Type.Object({ reason: Reason }),
          response: { 200: Type.Object({ id: Type.String() }), ...refusals },
        },
      },
      async request => {
        const account = staffOf(request);
        const trial = await trialFor(deps.db, account.id, request.params.trial, recording);
        const asked = { id: request.params.id, reason: request.body.reason };
        return withdrawQualification(deps, trial.id, account.id, asked);
      }
    );
  };

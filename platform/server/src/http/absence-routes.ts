import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { absencesOf, cancelAbsence, recordAbsence } from '../trials/absences.js';
import { conflictsOf, endConflict, recordConflict } from '../trials/reading-conflicts.js';
import { trialFor, type Role, type TrialHandle } from '../trials/roles.js';
import type { ReleaseQueue } from '../workflow/release-queue.js';
import { requestUnassigned } from '../workflow/unassigned.js';
import { staffOf } from './access.js';
import { Reason, UserName } from './account-routes.js';
import { refusals, TrialParams } from './answer-schemas.js';
import { Day, RowId } from './qualification-routes.js';
import type { ServerDeps } from './server-deps.js';

const Text = Type.Union([Type.String(), Type.Null()]);
const Recorded = Type.Object({ id: Type.String() });
const RowParams = Type.Composite([TrialParams, Type.Object({ id: RowId })]);

const Absence = Type.Object({
  id: Type.String(),
  user: Type.String(),
  from: Type.String(),
  to: Type.String(),
  backup: Text,
  recordedBy: Type.String(),
  recordedAt: Type.String(),
  cancelledAt: Text,
});
const Conflict = Type.Object({
  id: Type.String(),
  user: Type.String(),
  subject: Text,
  site: Text,
  reason: Type.String(),
  recordedBy: Type.String(),
  recordedAt: Type.String(),
  endedAt: Text,
  endReason: Text,
});

const managing: readonly Role[] = ['admin', 'dataManager'];

/** Who is away, and whose images people must not read. */
export const absenceRoutes =
  (deps: ServerDeps, releases: ReleaseQueue): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    const managed = (accountId: string, trial: string): Promise<TrialHandle> =>
      trialFor(deps.db, accountId, trial, managing);

    app.get(
      '/api/admin/trials/:trial/absences',
      {
        config: { access: 'staff' },
        schema: {
          summary: "Absences of a trial's people",
          params: TrialParams,
          response: { 200: Type.Object({ absences: Type.Array(Absence) }), ...refusals },
        },
      },
      async request => {
        const trial = await managed(staffOf(request).id, request.params.trial);
        return { absences: await absencesOf(deps.db, trial.id) };
      }
    );

    app.post(
      '/api/admin/trials/:trial/absences',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'A person of the trial is away: no read is given to them meanwhile',
          params: TrialParams,
          body: Type.Object({
            user: UserName,
            from: Day,
            to: Day,
            backup: Type.Optional(UserName),
          }),
          response: { 200: Recorded, ...refusals },
        },
      },
      async request => {
        const { id } = staffOf(request);
        const trial = await managed(id, request.params.trial);
        const { backup = null, ...asked } = request.body;
        const recorded = await recordAbsence(deps, trial.id, id, { ...asked, backup });
        await requestUnassigned(deps.db, trial.id, releases);
        return recorded;
      }
    );

    app.post(
      '/api/admin/trials/:trial/absences/:id/cancel',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'The person is not away after all, or is back',
          params: RowParams,
          response: { 200: Recorded, ...refusals },
        },
      },
      async request => {
        const { id } = staffOf(request);
        const trial = await managed(id, request.params.trial);
        const cancelled = await cancelAbsence(deps, trial.id, id, request.params.id);
        await requestUnassigned(deps.db, trial.id, releases);
        return cancelled;
      }
    );

    app.get(
      '/api/admin/trials/:trial/conflicts',
      {
        config: { access: 'staff' },
        schema: {
          summary: "Conflicts of interest of a trial's people",
          params: TrialParams,
          response: { 200: Type.Object({ conflicts: Type.Array(Conflict) }), ...refusals },
        },
      },
      async request => {
        const trial = await managed(staffOf(request).id, request.params.trial);
        return { conflicts: await conflictsOf(deps.db, trial.id) };
      }
    );

    app.post(
      '/api/admin/trials/:trial/conflicts',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'A person must not read a subject, or any subject of a site',
          params: TrialParams,
          body: Type.Object({
            user: UserName,
            subject: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
            site: Type.Optional(Type.String({ minLength: 1, maxLength: 32 })),
            reason: Reason,
          }),
          response: { 200: Recorded, ...refusals },
        },
      },
      async request => {
        const { id } = staffOf(request);
        const trial = await managed(id, request.params.trial);
        const { subject = null, site = null, ...asked } = request.body;
        return recordConflict(deps, trial.id, id, { ...asked, subject, site });
      }
    );

    app.post(
      '/api/admin/trials/:trial/conflicts/:id/end',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'The conflict is over; it stays on record',
          params: RowParams,
          body: Type.Object({ reason: Reason }),
          response: { 200: Recorded, ...refusals },
        },
      },
      async request => {
        const { id } = staffOf(request);
        const trial = await managed(id, request.params.trial);
        const asked = { id: request.params.id, reason: request.body.reason };
        const ended = await endConflict(deps, trial.id, id, asked);
        await requestUnassigned(deps.db, trial.id, releases);
        return ended;
      }
    );
  };

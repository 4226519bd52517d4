import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import {
  approvalMeanings,
  approveVersion,
  refuseVersion,
  sendVersion,
} from '../trials/decide-version.js';
import { deployTrial } from '../trials/deploy.js';
import { trialFor, type Role, type TrialHandle } from '../trials/roles.js';
import { saveDraft } from '../trials/save-version.js';
import { versionImpact } from '../trials/version-impact.js';
import { listVersions, versionDifference, viewVersion } from '../trials/version-views.js';
import type { ReleaseQueue } from '../workflow/release-queue.js';
import { requestDue } from '../workflow/request-due.js';
import { staffOf } from './access.js';
import { refusals, TrialParams } from './answer-schemas.js';
import * as shapes from './charter-schemas.js';
import type { ServerDeps } from './server-deps.js';

const editing: readonly Role[] = ['admin'];
const looking: readonly Role[] = ['admin', 'dataManager', 'auditor'];

/** Charters: saved, looked at, sent, decided upon. */
export const charterRoutes =
  (deps: ServerDeps, releases: ReleaseQueue): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    const trialOf = (
      request: FastifyRequest,
      trial: string,
      roles: readonly Role[]
    ): Promise<TrialHandle> => trialFor(deps.db, staffOf(request).id, trial, roles);
    const versionUrl = '/api/admin/trials/:trial/versions/:version';

    app.post(
      '/api/admin/trials',
      {
        config: { access: 'staff' },
        schema: {
          summary:
            'Deploy a charter: save it, of a new trial or one that exists, and send it for approval',
          body: Type.Object({
            charter: shapes.CharterText,
            reason: Type.Optional(shapes.ReasonText),
            scope: Type.Optional(shapes.ScopeWord),
            demo: Type.Optional(
              Type.Boolean({ description: 'Into force at once; on a demonstration server alone.' })
            ),
          }),
          response: { 200: shapes.Deployed, ...refusals },
        },
      },
      async request => {
        const { charter, reason, scope, demo } = request.body;
        const deployment = await deployTrial(deps, {
          source: charter,
          by: staffOf(request),
          reason: reason ?? null,
          scope: scope ?? null,
          demo: demo ?? false,
        });
        if (deployment.state === 'effective') await requestDue(deps, releases, deployment.trialId);
        return { ...deployment, findings: [...deployment.findings] };
      }
    );

    app.post(
      '/api/admin/trials/:trial/versions',
      {
        config: { access: 'staff' },
        schema: {
          summary:
            "Save a draft of the trial's charter, also one with errors, and hear what there is to say of it",
          params: TrialParams,
          body: Type.Object({
            charter: shapes.CharterText,
            reason: Type.Optional(shapes.ReasonText),
            scope: Type.Optional(shapes.ScopeWord),
            after: Type.Optional(
              Type.Integer({
                minimum: 0,
                description:
                  'The newest version its author knows of; a newer one refuses the save.',
              })
            ),
          }),
          response: { 200: shapes.SavedDraft, ...refusals },
        },
      },
      async request => {
        const trial = await trialOf(request, request.params.trial, editing);
        const { charter, reason, scope, after } = request.body;
        const saved = await saveDraft(deps, trial, staffOf(request), {
          ...{ source: charter, reason: reason ?? null, scope: scope ?? null },
          after: after ?? null,
        });
        return {
          ...saved,
          errors: [...saved.errors],
          findings: [...saved.findings],
          unsupported: [...saved.unsupported],
        };
      }
    );

    app.get(
      '/api/admin/trials/:trial/versions',
      {
        config: { access: 'staff' },
        schema: {
          summary: "The versions of a trial's charter, the latest first",
          params: TrialParams,
          response: { 200: shapes.VersionList, ...refusals },
        },
      },
      async request => {
        const trial = await trialOf(request, request.params.trial, looking);
        return { versions: await listVersions(deps.db, trial.id) };
      }
    );

    app.get(
      versionUrl,
      {
        config: { access: 'staff' },
        schema: {
          summary: 'One version: text, resolved charter, state, who wrote it and who decided what',
          params: shapes.VersionParams,
          response: { 200: shapes.Version, ...refusals },
        },
      },
      async request => {
        const trial = await trialOf(request, request.params.trial, looking);
        const view = await viewVersion(deps.db, trial.id, Number(request.params.version));
        return {
          ...view,
          errors: [...view.errors],
          findings: [...view.findings],
          unsupported: [...view.unsupported],
          decisions: [...view.decisions],
          approvalMeanings: [...approvalMeanings],
        };
      }
    );

    app.get(
      `${versionUrl}/diff`,
      {
        config: { access: 'staff' },
        schema: {
          summary:
            'What a version changes in the resolved charter, against another or the one in force',
          params: shapes.VersionParams,
          querystring: Type.Object({
            against: Type.Optional(shapes.VersionNumber),
          }),
          response: { 200: shapes.Difference, ...refusals },
        },
      },
      async request => {
        const { params, query } = request;
        const trial = await trialOf(request, params.trial, looking);
        const against = query.against === undefined ? null : Number(query.against);
        const found = await versionDifference(deps.db, trial.id, Number(params.version), against);
        return {
          ...found,
          changes: found.changes.map(({ words, ...change }) => ({
            ...change,
            ...(words === undefined ? {} : { words: [...words] }),
          })),
        };
      }
    );

    app.get(
      `${versionUrl}/impact`,
      {
        config: { access: 'staff' },
        schema: {
          summary: 'What the approval of a version would mean for the reads that are there now',
          params: shapes.VersionParams,
          response: { 200: shapes.Impact, ...refusals },
        },
      },
      async request => {
        const trial = await trialOf(request, request.params.trial, looking);
        const impact = await versionImpact(deps.db, trial.id, Number(request.params.version));
        return { ...impact, open: [...impact.open], criteria: [...impact.criteria] };
      }
    );

    app.post(
      `${versionUrl}/send`,
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Send a draft for approval',
          params: shapes.VersionParams,
          response: { 200: shapes.Decided, ...refusals },
        },
      },
      async request => {
        const trial = await trialOf(request, request.params.trial, editing);
        return sendVersion(deps, trial, Number(request.params.version), staffOf(request));
      }
    );

    app.post(
      `${versionUrl}/approve`,
      {
        config: {
          access: 'staff',
          rateLimit: { max: deps.policy.loginsPerMinute, timeWindow: 60_000 },
        },
        schema: {
          summary:
            "Approve a version as a person other than its author, signed with one's password",
          params: shapes.VersionParams,
          body: Type.Object({
            password: Type.String({ minLength: 1, maxLength: 1000 }),
            meaning: Type.String({ minLength: 1, maxLength: 200 }),
            reason: shapes.ReasonText,
          }),
          response: { 200: shapes.Approved, ...refusals },
        },
      },
      async request => {
        const trial = await trialOf(request, request.params.trial, editing);
        const version = Number(request.params.version);
        const by = staffOf(request);
        const approved = await approveVersion(deps, trial, version, by, request.body);
        // Of a track or slot that it adds there are no courses yet.
        await requestDue(deps, releases, trial.id);
        return approved;
      }
    );

    for (const [act, summary] of [
      ['reject', 'Reject a version as a person other than its author'],
      ['recall', 'Take a sent version back'],
    ] as const) {
      app.post(
        `${versionUrl}/${act}`,
        {
          config: { access: 'staff' },
          schema: {
            summary,
            params: shapes.VersionParams,
            body: Type.Object({ reason: shapes.ReasonText }),
            response: { 200: shapes.Decided, ...refusals },
          },
        },
        async request => {
          const trial = await trialOf(request, request.params.trial, editing);
          const { reason } = request.body;
          return refuseVersion(deps, trial, Number(request.params.version), staffOf(request), {
            ...{ act, reason },
          });
        }
      );
    }
  };

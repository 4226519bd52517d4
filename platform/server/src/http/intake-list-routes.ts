import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { arrivalsOf, countArrivals } from '../intake/arrival-list.js';
import { arrivalSheet } from '../intake/arrival-sheet.js';
import { intakeSummary, subjectChoices } from '../intake/intake-choices.js';
import { quarantineGroupsOf, refuseGroup, releaseGroup } from '../intake/quarantine-groups.js';
import { receiptFilesOf, receiptsOf, type ReceiptsOf } from '../intake/receipt-list.js';
import { settleStudy } from '../intake/settle-study.js';
import { rolesIn, trialFor, type Role, type TrialHandle } from '../trials/roles.js';
import type { ReleaseQueue } from '../workflow/release-queue.js';
import { requestDue } from '../workflow/request-due.js';
import { staffOf } from './access.js';
import { Reason } from './account-routes.js';
import { refusals, TrialParams } from './answer-schemas.js';
import {
  Arrival,
  ArrivalSheet,
  Authority,
  IntakeSummary,
  Page,
  QuarantineGroup,
  quarantineState,
  QuarantineStateAsked,
  Receipt,
  ReceiptFile,
  RowParams,
  SubjectChoice,
} from './arrival-schemas.js';
import { RowId } from './qualification-routes.js';
import type { ServerDeps } from './server-deps.js';

const looking: readonly Role[] = ['admin', 'dataManager', 'qcTechnologist', 'auditor'];
const deciding: readonly Role[] = ['dataManager'];

const ShortText = Type.String({ minLength: 1, maxLength: 100 });
const Uid = Type.String({ pattern: '^[0-9.]{1,64}$', description: 'A UID of DICOM.' });
const Group = { receipt: RowId, study: Uid };
const Images = Type.Object({ images: Type.Integer({ description: 'About how many it was.' }) });

/** What arrived in a trial and how, and what is decided about many images at once. */
export const intakeListRoutes =
  (deps: ServerDeps, releases: ReleaseQueue): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    const { arrival } = deps.archive;
    const trialOf = (
      request: FastifyRequest,
      trial: string,
      roles: readonly Role[]
    ): Promise<TrialHandle> => trialFor(deps.db, staffOf(request).id, trial, roles);

    app.get(
      '/api/admin/trials/:trial/arrivals',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Studies that came, with where they belong or why that is not known',
          params: TrialParams,
          querystring: Type.Object({
            state: Type.Optional(
              Type.Union(['waiting', 'matched', 'refused', 'all'].map(state => Type.Literal(state)))
            ),
            site: Type.Optional(ShortText),
            text: Type.Optional(ShortText),
            order: Type.Optional(
              Type.Union([Type.Literal('oldest'), Type.Literal('newest')], { default: 'oldest' })
            ),
            ...Page,
          }),
          response: {
            200: Type.Object({
              arrivals: Type.Array(Arrival),
              total: Type.Integer({ description: 'Under the filter, on all pages.' }),
            }),
            ...refusals,
          },
        },
      },
      async request => {
        const trial = await trialOf(request, request.params.trial, looking);
        const { site = null, text = null, order = 'oldest', after = null } = request.query;
        const asked = request.query.state ?? 'waiting';
        const state = asked === 'all' ? null : (asked as 'waiting' | 'matched' | 'refused');
        const filter = { state, site, text };
        const limit = request.query.limit ?? 50;
        return {
          arrivals: await arrivalsOf(deps.db, trial.id, { ...filter, order, after, limit }),
          total: await countArrivals(deps.db, trial.id, filter),
        };
      }
    );

    app.get(
      '/api/admin/trials/:trial/arrivals/summary',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'How much waits, and where images may belong by the charter in force',
          params: TrialParams,
          response: { 200: IntakeSummary, ...refusals },
        },
      },
      async request => {
        const trial = await trialOf(request, request.params.trial, looking);
        return intakeSummary(deps.db, trial.id);
      }
    );

    app.get(
      '/api/admin/trials/:trial/arrivals/subjects',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Subjects by letters of their identifier, with what there is of each timepoint',
          params: TrialParams,
          querystring: Type.Object({
            text: ShortText,
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 20 })),
          }),
          response: { 200: Type.Object({ subjects: Type.Array(SubjectChoice) }), ...refusals },
        },
      },
      async request => {
        const trial = await trialOf(request, request.params.trial, looking);
        const { text, limit = 20 } = request.query;
        return { subjects: await subjectChoices(deps.db, trial.id, { text, limit }) };
      }
    );

    app.get(
      '/api/admin/trials/:trial/arrivals/:id',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'One study that came: its series, its deliveries, what was done',
          params: RowParams,
          response: { 200: ArrivalSheet, ...refusals },
        },
      },
      async request => {
        const trial = await trialOf(request, request.params.trial, looking);
        const sheet = await arrivalSheet(arrival, trial.id, request.params.id);
        return {
          ...sheet,
          series: sheet.series.map(one => ({ ...one, problems: [...one.problems] })),
        };
      }
    );

    app.get(
      '/api/admin/trials/:trial/quarantine/groups',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Images that are kept apart, by delivery and study, the newest first',
          params: TrialParams,
          querystring: Type.Object({
            state: QuarantineStateAsked,
            ...Page,
          }),
          response: { 200: Type.Object({ groups: Type.Array(QuarantineGroup) }), ...refusals },
        },
      },
      async request => {
        const trial = await trialOf(request, request.params.trial, looking);
        const { after = null, limit = 50 } = request.query;
        const state = quarantineState(request.query.state);
        return { groups: await quarantineGroupsOf(deps.db, trial.id, { state, after, limit }) };
      }
    );

    app.post(
      '/api/admin/trials/:trial/quarantine/groups/release',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Let in all images of a study and delivery that are in quarantine',
          params: TrialParams,
          body: Type.Object({ ...Group, authority: Authority, reason: Reason }),
          response: { 200: Images, ...refusals },
        },
      },
      async request => {
        const trial = await trialOf(request, request.params.trial, deciding);
        const { study: studyUid, ...said } = request.body;
        const by = { trialId: trial.id, accountId: staffOf(request).id };
        const { images, studies } = await releaseGroup(arrival, { ...by, ...said, studyUid });
        for (const study of studies) await settleStudy(arrival, trial.id, study);
        await requestDue(deps, releases, trial.id);
        return { images };
      }
    );

    app.post(
      '/api/admin/trials/:trial/quarantine/groups/refuse',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Refuse all images of a study and delivery that are in quarantine',
          params: TrialParams,
          body: Type.Object({ ...Group, reason: Reason }),
          response: { 200: Images, ...refusals },
        },
      },
      async request => {
        const trial = await trialOf(request, request.params.trial, deciding);
        const { study: studyUid, ...said } = request.body;
        const by = { trialId: trial.id, accountId: staffOf(request).id };
        return { images: await refuseGroup(arrival, { ...by, ...said, studyUid }) };
      }
    );

    /** A site coordinator sees what they have delivered themselves. */
    const receiptsFor = async (request: FastifyRequest, code: string): Promise<ReceiptsOf> => {
      const { id } = staffOf(request);
      const trial = await trialOf(request, code, [...looking, 'siteCoordinator']);
      const has = await rolesIn(deps.db, trial.id, id);
      const all = has.some(role => looking.some(one => one === role));
      return { trialId: trial.id, accountId: all ? null : id };
    };

    app.get(
      '/api/admin/trials/:trial/deliveries',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Receipts of deliveries, the newest first',
          params: TrialParams,
          querystring: Type.Object(Page),
          response: { 200: Type.Object({ receipts: Type.Array(Receipt) }), ...refusals },
        },
      },
      async request => {
        const { after = null, limit = 50 } = request.query;
        const of = await receiptsFor(request, request.params.trial);
        return { receipts: await receiptsOf(deps.db, of, { after, limit }) };
      }
    );

    app.get(
      '/api/admin/trials/:trial/deliveries/:id/files',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'The files of a delivery with their hashes and what became of them',
          params: RowParams,
          querystring: Type.Object({
            study: Type.Optional(Uid),
            series: Type.Optional(Uid),
            after: Type.Optional(Type.Integer({ minimum: 0, default: 0 })),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 200 })),
          }),
          response: { 200: Type.Object({ files: Type.Array(ReceiptFile) }), ...refusals },
        },
      },
      async request => {
        const { after = 0, limit = 200 } = request.query;
        const { study: studyUid = null, series: seriesUid = null } = request.query;
        const of = await receiptsFor(request, request.params.trial);
        const { id: receipt } = request.params;
        const asked = { receipt, studyUid, seriesUid, after, limit };
        return { files: await receiptFilesOf(deps.db, of, asked) };
      }
    );
  };

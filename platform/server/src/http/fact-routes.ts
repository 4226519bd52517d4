import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Static } from '@sinclair/typebox';
import { factList, factsOfSubject, importsOf, seenKinds } from '../facts/fact-list.js';
import { importFacts, mostTold, planImport, type FactPlan } from '../facts/import-facts.js';
import { doByHand, planByHand, type FactByHand } from '../facts/record-fact.js';
import { trialFor, type Role, type TrialHandle } from '../trials/roles.js';
import { staffOf } from './access.js';
import { refusals, TrialParams } from './answer-schemas.js';
import { RowParams } from './arrival-schemas.js';
import {
  FactImports,
  FactList,
  FactPlanView,
  FactsQuery,
  ImportBody,
  mostImportBytes,
  RecordBody,
  SubjectFacts,
  WithdrawBody,
} from './fact-schemas.js';
import { PageQuery, pageOf } from './page-schemas.js';
import type { ServerDeps } from './server-deps.js';

/** Which facts each sees is the charter's. */
const looking: readonly Role[] = ['dataManager', 'unblindedSupport', 'admin', 'auditor'];
const keeping: readonly Role[] = ['dataManager', 'unblindedSupport'];

const viewOf = (
  { changes, same, findings, touched, tag }: FactPlan,
  done: { readonly import: string | null } | null
): Static<typeof FactPlanView> => {
  const count = (...acts: readonly string[]): number =>
    changes.filter(({ act }) => acts.includes(act)).length;
  return {
    ...{ done: done !== null, import: done?.import ?? null, tag, same },
    ...{ added: count('added'), changed: count('changed', 'again'), withdrawn: count('withdrawn') },
    findings: findings.slice(0, mostTold).map(one => ({ ...one, values: { ...one.values } })),
    findingCount: findings.length,
    changes: changes
      .slice(0, mostTold)
      .map(({ act, line, subject, kind, name, before, after }) => ({
        ...{ act, line, subject, kind, name: name || null, before, after },
      })),
    reads: touched.reads.slice(0, mostTold).map(({ subject, timepoint, track, slot, version }) => ({
      ...{ subject, timepoint, track, slot, version },
    })),
    readCount: touched.reads.length,
    finals: touched.finals.slice(0, mostTold).map(({ subject, scope, criterion }) => ({
      ...{ subject, scope, criterion },
    })),
    finalCount: touched.finals.length,
  };
};

/** Clinical facts of subjects: who keeps them, and what became of them. */
export const factRoutes =
  (deps: ServerDeps): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    const kept = (accountId: string, trial: string): Promise<TrialHandle> =>
      trialFor(deps.db, accountId, trial, keeping);
    const looked = (accountId: string, trial: string): Promise<TrialHandle> =>
      trialFor(deps.db, accountId, trial, looking);

    app.get(
      '/api/admin/trials/:trial/facts',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Clinical facts that stand, of the kinds that the charter shows the caller',
          params: TrialParams,
          querystring: FactsQuery,
          response: { 200: FactList, ...refusals },
        },
      },
      async request => {
        const { id: accountId } = staffOf(request);
        const trial = await looked(accountId, request.params.trial);
        const { subject = null, kind = null } = request.query;
        const seen = await seenKinds(deps.db, trial.id, accountId);
        const asked = { subject: subject || null, kind, ...pageOf(request.query) };
        const listed = await factList(deps.db, trial.id, seen.kinds, asked);
        return { ...plainKinds(seen), ...listed };
      }
    );

    app.get(
      '/api/admin/trials/:trial/facts/imports',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Files of clinical facts that were brought in, the newest first',
          params: TrialParams,
          querystring: Type.Object(PageQuery),
          response: { 200: FactImports, ...refusals },
        },
      },
      async request => {
        const trial = await looked(staffOf(request).id, request.params.trial);
        return { imports: await importsOf(deps.db, trial.id, pageOf(request.query)) };
      }
    );

    app.get(
      '/api/admin/trials/:trial/facts/subjects/:subject',
      {
        config: { access: 'staff' },
        schema: {
          summary: "A subject's clinical facts with all their versions",
          params: Type.Composite([
            TrialParams,
            Type.Object({ subject: Type.String({ minLength: 1, maxLength: 100 }) }),
          ]),
          response: { 200: SubjectFacts, ...refusals },
        },
      },
      async request => {
        const { id: accountId } = staffOf(request);
        const trial = await looked(accountId, request.params.trial);
        const seen = await seenKinds(deps.db, trial.id, accountId);
        const { kinds, keeps } = plainKinds(seen);
        const facts = await factsOfSubject(deps.db, trial, seen.kinds, request.params.subject);
        return { kinds, keeps, facts };
      }
    );

    app.post(
      '/api/admin/trials/:trial/facts/import',
      {
        config: { access: 'staff' },
        bodyLimit: mostImportBytes,
        schema: {
          summary:
            'Bring in a CSV file of clinical facts, all of it or nothing; or say what it would do',
          params: TrialParams,
          body: ImportBody,
          response: { 200: FactPlanView, ...refusals },
        },
      },
      async request => {
        const { id: accountId } = staffOf(request);
        const trial = await kept(accountId, request.params.trial);
        const { fileName, source, content, preview = false, tag = null } = request.body;
        const file = { fileName, source: source.trim(), bytes: Buffer.from(content, 'base64') };
        if (preview) {
          return viewOf(await planImport(deps.db, trial, accountId, file, deps.now()), null);
        }
        const { plan, importId } = await importFacts(deps, trial, accountId, file, tag);
        return viewOf(plan, { import: importId });
      }
    );

    const byHand = async (
      trial: TrialHandle,
      accountId: string,
      act: FactByHand,
      said: Static<typeof WithdrawBody>
    ) => {
      const { reason, preview = false, tag = null } = said;
      return preview
        ? viewOf(await planByHand(deps.db, trial, accountId, act, deps.now()), null)
        : viewOf(await doByHand(deps, trial, accountId, { ...act, reason, tag }), { import: null });
    };

    app.post(
      '/api/admin/trials/:trial/facts',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Enter or correct one clinical fact by hand; or say what it would do',
          params: TrialParams,
          body: RecordBody,
          response: { 200: FactPlanView, ...refusals },
        },
      },
      async request => {
        const { id: accountId } = staffOf(request);
        const trial = await kept(accountId, request.params.trial);
        const { subject, kind, date, value, unit, name, replaces = null, ...said } = request.body;
        const text = (one = ''): string => one.trim().normalize('NFC');
        const given = {
          ...{ line: 0, subject: text(subject), kind: text(kind), date: text(date) },
          ...{ value: text(value), unit: text(unit), name: text(name) },
        };
        return byHand(trial, accountId, { act: 'record', given, replaces }, said);
      }
    );

    app.post(
      '/api/admin/trials/:trial/facts/:id/withdraw',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Withdraw one clinical fact; its versions stay on record',
          params: RowParams,
          body: WithdrawBody,
          response: { 200: FactPlanView, ...refusals },
        },
      },
      async request => {
        const { id: accountId } = staffOf(request);
        const trial = await kept(accountId, request.params.trial);
        const act = { act: 'withdraw', fact: request.params.id } as const;
        return byHand(trial, accountId, act, request.body);
      }
    );
  };

/** As the schema has them: lists that can be written. */
const plainKinds = ({ kinds, keeps, notKept }: Awaited<ReturnType<typeof seenKinds>>) => ({
  kinds: kinds.map(({ value, roles, ...kind }) => ({
    ...kind,
    roles: [...roles],
    value: value.type === 'choice' ? { ...value, choices: [...value.choices] } : { ...value },
  })),
  keeps,
  notKept: [...notKept],
});

import { Readable } from 'node:stream';
import { Type, type FastifyPluginAsyncTypebox, type Static } from '@fastify/type-provider-typebox';
import { auditScope, type AuditScope } from '../audit/audit-scope.js';
import { exportEntries } from '../audit/entry-export.js';
import { entryFacets } from '../audit/entry-facets.js';
import type { EntryFilter } from '../audit/entry-filter.js';
import { entryPage } from '../audit/entry-list.js';
import { entrySheet } from '../audit/entry-sheet.js';
import { exportLife } from '../audit/life-export.js';
import { readLife } from '../audit/read-life.js';
import { findSubjects } from '../audit/record-search.js';
import { startVerification, verificationsOf } from '../audit/verification-runs.js';
import { staffOf } from './access.js';
import { refusals, TrialParams } from './answer-schemas.js';
import {
  EntryNumber,
  EntryPageQuery,
  EntryPageView,
  EntryQuery,
  EntrySheetView,
  FacetsView,
  FoundSubjectsView,
  LifeView,
  VerificationsView,
} from './audit-schemas.js';
import { notFound } from './coded-error.js';
import { headsKept } from './heads-kept.js';
import { Id } from './page-schemas.js';
import type { ServerDeps } from './server-deps.js';

const root = '/api/admin/audit/:trial';
const config = { access: 'staff' } as const;
const ReadParams = Type.Composite([TrialParams, Type.Object({ read: Id })]);
/** A file that is written while it is sent. */
export const FileText = Type.Unsafe<string | Readable>(Type.String());

const contentTypes = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  jsonl: 'application/x-ndjson; charset=utf-8',
} as const;

/** The headers of a file that a browser saves. */
export const fileHeaders = (
  name: string,
  format: keyof typeof contentTypes
): Readonly<Record<string, string>> => ({
  'content-type': contentTypes[format],
  'content-disposition': `attachment; filename="${name.replace(/[^A-Za-z0-9._-]/g, '_')}.${format}"`,
});

const filterOf = (
  query: Static<ReturnType<typeof Type.Object<typeof EntryQuery>>>
): EntryFilter => {
  const { act, by, role, subject, read, from, to, text } = query;
  return {
    ...(act === undefined ? {} : { acts: act.split(',') }),
    ...(by === undefined ? {} : { by }),
    ...(role === undefined ? {} : { role }),
    ...(subject === undefined ? {} : { subject }),
    ...(read === undefined ? {} : { read }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(text === undefined ? {} : { text }),
  };
};

/** @throws CodedError 404 CL_NOT_FOUND of the chain outside any trial */
const trialOf = ({ trialId }: AuditScope): string => {
  if (trialId === null) throw notFound();
  return trialId;
};

/** The record as its auditors look at it: entries, a read's whole life, and whether a chain is whole. */
export const auditRoutes =
  (deps: ServerDeps): FastifyPluginAsyncTypebox =>
  async app => {
    const { db } = deps;
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    const running = new Set<Promise<void>>();
    let ending = false;
    app.addHook('onClose', async () => {
      ending = true;
      await Promise.all(running);
    });

    app.get(
      `${root}/entries`,
      {
        config,
        schema: {
          summary: "A page of a trial's record, or of that named system, by what is looked for",
          params: TrialParams,
          querystring: EntryPageQuery,
          response: { 200: EntryPageView, ...refusals },
        },
      },
      async request => {
        const scope = await auditScope(db, staffOf(request).id, request.params.trial);
        const { after, limit, order, ...query } = request.query;
        return entryPage(db, scope, filterOf(query), {
          ...{ after: after === undefined ? null : Number(after), limit: Number(limit ?? '50') },
          oldestFirst: order === 'oldest',
        }) as Promise<Static<typeof EntryPageView>>;
      }
    );

    app.get(
      `${root}/entries/:entry`,
      {
        config,
        schema: {
          summary:
            'A whole entry, with what its ids are called and the words that it has by digest',
          params: Type.Composite([TrialParams, Type.Object({ entry: EntryNumber })]),
          response: { 200: EntrySheetView, ...refusals },
        },
      },
      async request => {
        const scope = await auditScope(db, staffOf(request).id, request.params.trial);
        const sheet = await entrySheet(deps, scope, Number(request.params.entry));
        return sheet as Static<typeof EntrySheetView>;
      }
    );

    app.get(
      `${root}/facets`,
      {
        config,
        schema: {
          summary: 'What a chain can be narrowed to, and how far it is signed and anchored',
          params: TrialParams,
          response: { 200: FacetsView, ...refusals },
        },
      },
      async request => {
        const scope = await auditScope(db, staffOf(request).id, request.params.trial);
        return (await entryFacets(db, scope)) as Static<typeof FacetsView>;
      }
    );

    app.get(
      `${root}/export`,
      {
        config,
        schema: {
          summary: 'What is looked for as a file: CSV, or the entries as JSON lines',
          params: TrialParams,
          querystring: Type.Object({
            ...EntryQuery,
            format: Type.Union([Type.Literal('csv'), Type.Literal('jsonl')]),
          }),
          response: { 200: FileText, ...refusals },
        },
      },
      async (request, reply) => {
        const scope = await auditScope(db, staffOf(request).id, request.params.trial);
        const { format, ...query } = request.query;
        const lines = await exportEntries(deps, scope, filterOf(query), format);
        await headsKept(deps);
        return reply.headers(fileHeaders(`audit-${scope.name}`, format)).send(Readable.from(lines));
      }
    );

    app.get(
      `${root}/subjects`,
      {
        config,
        schema: {
          summary: 'Subjects of a trial by a part of their identifier, with their reads',
          params: TrialParams,
          querystring: Type.Object({ text: Type.String({ minLength: 1, maxLength: 100 }) }),
          response: { 200: FoundSubjectsView, ...refusals },
        },
      },
      async request => {
        const scope = await auditScope(db, staffOf(request).id, request.params.trial);
        const subjects = await findSubjects(db, trialOf(scope), request.query.text);
        return { subjects } as Static<typeof FoundSubjectsView>;
      }
    );

    app.get(
      `${root}/reads/:read/life`,
      {
        config,
        schema: {
          summary: 'All that the record says of a read, from the arrival of its images on',
          params: ReadParams,
          response: { 200: LifeView, ...refusals },
        },
      },
      async request => {
        const scope = await auditScope(db, staffOf(request).id, request.params.trial);
        return (await readLife(deps, scope, request.params.read)) as Static<typeof LifeView>;
      }
    );

    app.get(
      `${root}/reads/:read/life/export`,
      {
        config,
        schema: {
          summary: 'The same as a file',
          params: ReadParams,
          querystring: Type.Object({
            format: Type.Union([Type.Literal('csv'), Type.Literal('json')]),
          }),
          response: { 200: FileText, ...refusals },
        },
      },
      async (request, reply) => {
        const scope = await auditScope(db, staffOf(request).id, request.params.trial);
        const { format } = request.query;
        const file = await exportLife(deps, scope, request.params.read, format);
        await headsKept(deps);
        const name = `read-${request.params.read}`;
        return reply.headers(fileHeaders(name, format)).send(Readable.from([file]));
      }
    );

    app.get(
      `${root}/verifications`,
      {
        config,
        schema: {
          summary:
            'How often the chain was verified, how far one that runs is, and what came of it',
          params: TrialParams,
          response: { 200: VerificationsView, ...refusals },
        },
      },
      async request => {
        const scope = await auditScope(db, staffOf(request).id, request.params.trial);
        const verifications = await verificationsOf(deps, scope.chain);
        return { verifications } as Static<typeof VerificationsView>;
      }
    );

    app.post(
      `${root}/verifications`,
      {
        config,
        schema: {
          summary: 'Verify the chain now, in the background',
          params: TrialParams,
          response: { 200: Type.Object({ id: Type.String() }), ...refusals },
        },
      },
      async request => {
        const scope = await auditScope(db, staffOf(request).id, request.params.trial);
        const { id, over } = await startVerification(deps, scope, () => ending);
        const done = over.catch((reason: unknown) => {
          request.log.error({ err: reason }, 'the verification of a chain failed');
        });
        running.add(done);
        void done.finally(() => running.delete(done));
        return { id };
      }
    );
  };

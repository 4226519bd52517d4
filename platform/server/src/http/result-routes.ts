import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { acknowledgeResult } from '../results/acknowledge-result.js';
import { importAssessments } from '../results/import-assessments.js';
import { responseWords } from '../results/response-words.js';
import { resultList } from '../results/result-list.js';
import { isTold, resultReader, saysForSite, seesTrack } from '../results/result-readers.js';
import { resultPlace } from '../results/result-subjects.js';
import { resultTrack, resultTracks, siteSlot } from '../results/result-tracks.js';
import { enterAssessment } from '../results/site-assessments.js';
import { rolesIn, trialFor, type Role } from '../trials/roles.js';
import { tracksOf } from '../trials/trial-tracks.js';
import { staffOf } from './access.js';
import { Nullable, refusals, TrialParams } from './answer-schemas.js';
import { Base64Text } from './base64-text.js';
import { notFound } from './coded-error.js';
import { FreeText, Id } from './page-schemas.js';
import { ResultPageSchema, ResultTrackView, resultView, TrackView } from './result-schemas.js';
import type { ServerDeps } from './server-deps.js';

const Identifier = Type.String({ minLength: 1, maxLength: 200 });
const Track = Type.String({ minLength: 1, maxLength: 32 });
const place = { track: Track, subject: Identifier, timepoint: Track };
/** Of a file of assessments. */
const mostFileBytes = 2_000_000;
/** Who sees how far each track is. */
const following: readonly Role[] = ['admin', 'dataManager', 'auditor', 'sponsor'];

/** The tracks of a trial, single results as sites and sponsors are told them, and what sites say themselves. */
export const resultRoutes =
  (deps: ServerDeps): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    const root = '/api/admin/trials/:trial';
    const config = { access: 'staff' } as const;

    app.get(
      `${root}/tracks`,
      {
        config,
        schema: {
          summary: 'The tracks of the charter in force, that of the endpoint first',
          params: TrialParams,
          response: { 200: Type.Object({ tracks: Type.Array(TrackView) }), ...refusals },
        },
      },
      async request => {
        const { id: accountId } = staffOf(request);
        const trial = await trialFor(deps.db, accountId, request.params.trial, following);
        const roles = await rolesIn(deps.db, trial.id, accountId);
        if (roles.some(role => role === 'reader' || role === 'adjudicator')) throw notFound();
        const tracks = await tracksOf(deps.db, trial.id);
        return { tracks: tracks.map(({ code: track, kind }) => ({ track, kind })) };
      }
    );

    app.get(
      `${root}/results/tracks`,
      {
        config,
        schema: {
          summary: 'The tracks of which sites or sponsors are told results, as far as this person',
          params: TrialParams,
          response: { 200: Type.Object({ tracks: Type.Array(ResultTrackView) }), ...refusals },
        },
      },
      async request => {
        const reader = await resultReader(deps.db, staffOf(request).id, request.params.trial);
        const tracks = (await resultTracks(deps.db, reader.trial.id)).filter(track =>
          seesTrack(reader, track)
        );
        return {
          tracks: tracks.map(track => ({
            ...{ track: track.code, kind: track.kind, told: isTold(reader, track) },
            ...{ site: track.slots.includes(siteSlot), enters: saysForSite(reader, track) },
            responses: [...responseWords(track.charter)],
          })),
        };
      }
    );

    app.get(
      `${root}/results`,
      {
        config,
        schema: {
          summary: 'What was found at each visit, by the readers and by the site, by subjects',
          params: TrialParams,
          querystring: Type.Object({
            track: Track,
            after: Type.Optional(Identifier),
            limit: Type.Optional(
              Type.String({
                pattern: '^([1-9]\\d?|1\\d\\d|200)$',
                description: 'Subjects of a page: 1 to 200; 50 without it.',
              })
            ),
          }),
          response: { 200: ResultPageSchema, ...refusals },
        },
      },
      async request => {
        const reader = await resultReader(deps.db, staffOf(request).id, request.params.trial);
        const { track: code, after = null, limit = '50' } = request.query;
        const track = await resultTrack(deps.db, reader.trial.id, code);
        if (!seesTrack(reader, track)) throw notFound();
        const found = await resultList(deps.db, reader, track, { after, limit: Number(limit) });
        return { results: found.rows.map(resultView), next: found.next };
      }
    );

    app.post(
      `${root}/results/acknowledge`,
      {
        config,
        schema: {
          summary: 'Say that one has seen a result that one is told',
          params: TrialParams,
          body: Type.Object({ ...place, result: Id }),
          response: { 200: Type.Object({ acknowledged: Type.Literal(true) }), ...refusals },
        },
      },
      async request => {
        const reader = await resultReader(deps.db, staffOf(request).id, request.params.trial);
        const track = await resultTrack(deps.db, reader.trial.id, request.body.track);
        await acknowledgeResult(deps, reader, track, request.body);
        return { acknowledged: true as const };
      }
    );

    app.post(
      `${root}/site-assessments`,
      {
        config,
        schema: {
          summary: 'Say what a site found at a visit itself, or withdraw it',
          params: TrialParams,
          body: Type.Object({
            ...place,
            response: Nullable(
              Type.String({ minLength: 1, maxLength: 40, description: 'Null: it is withdrawn.' })
            ),
            assessedOn: Nullable(
              Type.String({ minLength: 4, maxLength: 10, description: 'YYYY-MM-DD, or less.' })
            ),
            reason: Type.Optional(FreeText),
            after: Type.Integer({
              minimum: 0,
              description: 'The version that is known to the person; 0: nothing was said.',
            }),
          }),
          response: {
            200: Type.Object({ version: Type.Integer(), changed: Type.Boolean() }),
            ...refusals,
          },
        },
      },
      async request => {
        const { id: by } = staffOf(request);
        const reader = await resultReader(deps.db, by, request.params.trial);
        const track = await resultTrack(deps.db, reader.trial.id, request.body.track);
        if (!saysForSite(reader, track)) throw notFound();
        const { reason = null, ...asked } = request.body;
        return deps.db.transaction().execute(async trx => {
          const found = await resultPlace(trx, reader.scope, asked);
          if (found === null) throw notFound();
          const act = { track, place: found, by, source: 'form' as const };
          return enterAssessment(deps, trx, act, { ...asked, reason });
        });
      }
    );

    app.post(
      `${root}/site-assessments/import`,
      {
        config,
        bodyLimit: 2 * mostFileBytes,
        schema: {
          summary:
            'Take a CSV file of what sites found, all of it or nothing; or look at what it would do',
          params: TrialParams,
          body: Type.Object({
            track: Track,
            content: Base64Text({
              maxLength: Math.ceil(mostFileBytes / 3) * 4,
              description: 'The file, base64.',
            }),
            preview: Type.Optional(Type.Boolean({ description: 'Nothing is kept.' })),
          }),
          response: {
            200: Type.Object({
              done: Type.Boolean(),
              entered: Type.Integer(),
              same: Type.Integer({ description: 'Said before.' }),
              findings: Type.Array(Type.Object({ line: Type.Integer(), message: Type.String() }), {
                description: 'With any of them nothing is kept.',
              }),
            }),
            ...refusals,
          },
        },
      },
      async request => {
        const reader = await resultReader(deps.db, staffOf(request).id, request.params.trial);
        const track = await resultTrack(deps.db, reader.trial.id, request.body.track);
        if (!saysForSite(reader, track)) throw notFound();
        const { content, preview = false } = request.body;
        const bytes = Buffer.from(content, 'base64');
        const { findings, ...found } = await importAssessments(deps, reader, track, {
          bytes,
          preview,
        });
        return { ...found, findings: findings.map(finding => ({ ...finding })) };
      }
    );
  };

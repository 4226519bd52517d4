import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { castVote } from '../workflow/cast-vote.js';
import { consensusImages, consensusList, openConsensus } from '../workflow/consensus-context.js';
import { consensusFor } from '../workflow/open-consensus.js';
import { putForward } from '../workflow/put-forward.js';
import type { ReleaseQueue } from '../workflow/release-queue.js';
import { sessionOf } from './access.js';
import { refusals } from './answer-schemas.js';
import {
  ConsensusContext,
  ConsensusImages,
  ConsensusList,
  ConsensusParams,
  ProposalBody,
  VoteBody,
} from './consensus-schemas.js';
import type { ServerDeps } from './server-deps.js';

/** Where readers meet for one agreed read: what differs, what is put forward, and their votes. */
export const consensusRoutes =
  (deps: ServerDeps, releases: ReleaseQueue): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    app.get(
      '/api/consensus',
      {
        config: { access: 'session' },
        schema: {
          summary: 'Where I meet other readers for one agreed read, in due order',
          response: { 200: ConsensusList, ...refusals },
        },
      },
      request => consensusList(deps, sessionOf(request).account.id)
    );

    app.get(
      '/api/consensus/:consensusId',
      {
        config: { access: 'session' },
        schema: {
          summary: 'Open a meeting: all reads under neutral names, what was put forward, and votes',
          params: ConsensusParams,
          response: { 200: ConsensusContext, ...refusals },
        },
      },
      request => openConsensus(deps, sessionOf(request).account.id, request.params.consensusId)
    );

    app.get(
      '/api/consensus/:consensusId/images',
      {
        config: { access: 'session' },
        schema: {
          summary: 'Where the images of a meeting are, before it is opened',
          params: ConsensusParams,
          response: { 200: ConsensusImages, ...refusals },
        },
      },
      request => consensusImages(deps, sessionOf(request).account.id, request.params.consensusId)
    );

    app.post(
      '/api/consensus/:consensusId/proposals',
      {
        config: { access: 'session' },
        schema: {
          summary: 'Put forward which read is to stand, signed; it is a vote for it too',
          params: ConsensusParams,
          body: ProposalBody,
          response: {
            200: Type.Object({ version: Type.Integer(), contentHash: Type.String() }),
            ...refusals,
          },
        },
      },
      async request => {
        const { account } = sessionOf(request);
        const one = await consensusFor(deps.db, account.id, request.params.consensusId);
        const made = await putForward(deps, one, account, request.body);
        releases.request(one.courseId);
        return made;
      }
    );

    app.post(
      '/api/consensus/:consensusId/votes',
      {
        config: { access: 'session' },
        schema: {
          summary: 'Vote on what is put forward, signed; once all agree, it is final',
          params: ConsensusParams,
          body: VoteBody,
          response: {
            200: Type.Object({ state: Type.String(), contentHash: Type.String() }),
            ...refusals,
          },
        },
      },
      async request => {
        const { account } = sessionOf(request);
        const one = await consensusFor(deps.db, account.id, request.params.consensusId);
        const voted = await castVote(deps, one, account, request.body);
        releases.request(one.courseId);
        return voted;
      }
    );
  };

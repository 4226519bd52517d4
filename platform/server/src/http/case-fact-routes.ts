import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  factsOfAdjudication,
  factsOfConsensus,
  factsOfGlobalRead,
  factsOfRead,
} from '../facts/case-facts.js';
import { sessionOf } from './access.js';
import { AdjudicationParams } from './adjudication-schemas.js';
import { ReadParams, refusals } from './answer-schemas.js';
import { ConsensusParams } from './consensus-schemas.js';
import { ToldFacts } from './fact-schemas.js';
import { GlobalReadParams } from './global-read-schemas.js';
import type { ServerDeps } from './server-deps.js';

/** Clinical facts beside an open case, as far as its charter shows them to who reads or decides. */
export const caseFactRoutes =
  (deps: ServerDeps): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    const summary = 'Clinical facts that may be seen beside the case by now';
    const response = { 200: ToldFacts, ...refusals };

    app.get(
      '/api/reads/:readId/facts',
      { config: { access: 'session' }, schema: { summary, params: ReadParams, response } },
      async request => ({
        facts: await factsOfRead(deps, sessionOf(request).account.id, request.params.readId),
      })
    );

    app.get(
      '/api/adjudications/:adjudicationId/facts',
      { config: { access: 'session' }, schema: { summary, params: AdjudicationParams, response } },
      async request => {
        const { adjudicationId } = request.params;
        return {
          facts: await factsOfAdjudication(deps, sessionOf(request).account.id, adjudicationId),
        };
      }
    );

    app.get(
      '/api/global-reads/:globalReadId/facts',
      { config: { access: 'session' }, schema: { summary, params: GlobalReadParams, response } },
      async request => {
        const { globalReadId } = request.params;
        return {
          facts: await factsOfGlobalRead(deps, sessionOf(request).account.id, globalReadId),
        };
      }
    );

    app.get(
      '/api/consensus/:consensusId/facts',
      { config: { access: 'session' }, schema: { summary, params: ConsensusParams, response } },
      async request => {
        const { consensusId } = request.params;
        return {
          facts: await factsOfConsensus(deps, sessionOf(request).account.id, consensusId),
        };
      }
    );
  };

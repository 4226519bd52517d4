import { createCaller, serverCalls } from '@corelab/client';
import type { ShownFact } from '@corelab/ui';

/** Asks for the clinical facts that may be seen beside a case by now. */
export type FactsSource = () => Promise<readonly ShownFact[]>;

const server = serverCalls(createCaller({ fetch: (url, init) => fetch(url, init) }));

export const factsOfRead =
  (readId: string): FactsSource =>
  async () =>
    (await server.get('/api/reads/{readId}/facts', { path: { readId } })).facts;

export const factsOfAdjudication =
  (adjudicationId: string): FactsSource =>
  async () => {
    const path = { adjudicationId };
    return (await server.get('/api/adjudications/{adjudicationId}/facts', { path })).facts;
  };

export const factsOfGlobalRead =
  (globalReadId: string): FactsSource =>
  async () => {
    const path = { globalReadId };
    return (await server.get('/api/global-reads/{globalReadId}/facts', { path })).facts;
  };

export const factsOfMeeting =
  (consensusId: string): FactsSource =>
  async () => {
    const path = { consensusId };
    return (await server.get('/api/consensus/{consensusId}/facts', { path })).facts;
  };

import type { Caller } from './httpCaller.js';
import type { ConsensusImages } from './wire.js';

export interface ConsensusCalls {
  /** Where the images of a meeting are; asking is not opening. They are served like those of a read, under the same id. */
  consensusImages(id: string): Promise<ConsensusImages>;
}

/** The calls about one meeting of readers, by the `readId` of its line in the reading list. */
export function consensusCalls({ send }: Pick<Caller, 'send'>): ConsensusCalls {
  return {
    async consensusImages(id) {
      const path = `/api/consensus/${encodeURIComponent(id)}/images`;
      return (await send({ method: 'GET', path })).body as ConsensusImages;
    },
  };
}

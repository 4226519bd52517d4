import type { Caller } from './httpCaller.js';
import type { NotIdentity } from './identityRefusal.js';
import type { GlobalReadContext, GlobalReadImages, Signature, SignRequest } from './wire.js';

export interface GlobalReadCalls {
  /** Opens the global read: an entry in the trial's record. */
  globalRead(id: string): Promise<GlobalReadContext>;
  /** Where its images are; asking is not opening. They are served like those of a read, under the same id. */
  globalReadImages(id: string): Promise<GlobalReadImages>;
  /** Changes an opinion: answers the new version of the read, which is in the list once its images are prepared. */
  reconsider(
    id: string,
    readId: string,
    reason: string,
    notIdentity?: readonly NotIdentity[]
  ): Promise<{ readId: string }>;
  /** The same `requestId` again is answered like the first. */
  signGlobalRead(id: string, request: SignRequest): Promise<{ signature: Signature }>;
}

/** The calls about one global read, by the `readId` of its line in the reading list. */
export function globalReadCalls({
  send,
  change,
}: Pick<Caller, 'send' | 'change'>): GlobalReadCalls {
  const at = (id: string, rest = ''): string =>
    `/api/global-reads/${encodeURIComponent(id)}${rest}`;
  return {
    async globalRead(id) {
      return (await send({ method: 'GET', path: at(id) })).body as GlobalReadContext;
    },
    async globalReadImages(id) {
      return (await send({ method: 'GET', path: at(id, '/images') })).body as GlobalReadImages;
    },
    async reconsider(id, readId, reason, notIdentity = []) {
      const path = at(id, '/reconsider');
      const answer = await change({
        method: 'POST',
        path,
        body: { readId, reason, ...(notIdentity.length === 0 ? {} : { notIdentity }) },
      });
      return answer.body as { readId: string };
    },
    async signGlobalRead(id, request) {
      const answer = await change({ method: 'POST', path: at(id, '/sign'), body: request });
      return answer.body as { signature: Signature };
    },
  };
}

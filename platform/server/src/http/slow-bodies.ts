import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { CodedError } from './coded-error.js';

/** How long a body may keep the server waiting, milliseconds. */
export interface BodyPatience {
  /** For its next bytes. */
  readonly idleMs: number;
  /** In all, where a body has a limit of size. */
  readonly wholeMs: number;
}

export const bodyPatience: BodyPatience = { idleMs: 60_000, wholeMs: 180_000 };

const tooSlow = (): CodedError =>
  new CodedError(
    408,
    'CL_REQUEST_TOO_SLOW',
    'The request stopped coming before its end, and nothing of it was done. Send it again.',
    {},
    // The rest of it is not waited for.
    { connection: 'close' }
  );

const withoutBody: readonly string[] = ['GET', 'HEAD'];

/** The same bytes; only the time in which they are wanted and don't come is counted, never the time of who takes them. */
async function* inTime(
  source: Readable,
  { idleMs, wholeMs }: BodyPatience
): AsyncGenerator<Uint8Array> {
  const chunks = source.iterator({ destroyOnReturn: false }) as AsyncIterator<Uint8Array>;
  let left = wholeMs;
  for (;;) {
    let timer: NodeJS.Timeout | undefined;
    const begun = performance.now();
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(tooSlow()), Math.min(idleMs, left));
    });
    try {
      const next = await Promise.race([chunks.next(), late]);
      if (next.done === true) return;
      left -= performance.now() - begun;
      yield next.value;
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Ends requests whose bodies trickle or stop: each holds a connection and memory. What is due before a body is Node's matter. */
export const endSlowBodies = (app: FastifyInstance, patience = bodyPatience): void => {
  app.addHook('preParsing', async (request, _reply, payload) => {
    if (withoutBody.includes(request.method)) return payload;
    const { bodyLimit } = request.routeOptions;
    const limited = bodyLimit !== undefined && bodyLimit < Number.MAX_SAFE_INTEGER;
    const wholeMs = limited ? patience.wholeMs : Number.POSITIVE_INFINITY;
    return Readable.from(inTime(payload as Readable, { ...patience, wholeMs }), {
      objectMode: false,
    });
  });
};

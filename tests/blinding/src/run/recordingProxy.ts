import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpAnswer } from './httpAnswer.js';

/** A request that came through, with its answer. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly answer: HttpAnswer;
}

export interface RecordingProxy {
  /** The product's address for a browser that is looked at. */
  readonly url: string;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

const pairsOf = (raw: readonly string[]): [string, string][] =>
  raw.flatMap((name, index): [string, string][] =>
    index % 2 === 0 ? [[name, raw[index + 1] ?? '']] : []
  );

/**
 * Stands between a browser and the product and hands out every exchange as it is on the wire: what a browser's own record
 * leaves out (workers, prefetch, bodies that it has thrown away) comes through here too.
 * @param seen called with each exchange when its answer is whole
 */
export async function recordingProxy(
  target: string,
  seen: (exchange: Exchange) => void
): Promise<RecordingProxy> {
  const { hostname, port } = new URL(target);
  let open = 0;
  const pass = (asked: IncomingMessage, answered: ServerResponse): void => {
    open += 1;
    const { method = 'GET', url: path = '/', headers } = asked;
    let under = true;
    const done = (): void => {
      if (under) open -= 1;
      under = false;
    };
    // A connection of its own for each: one that was kept open may close at the moment in which it is used again.
    const forward = ask({ hostname, port, method, path, headers, agent: false }, answer => {
      const chunks: Buffer[] = [];
      answered.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        answered.write(chunk);
      });
      answer.once('error', reason => answered.destroy(reason));
      answer.once('end', () => {
        answered.end();
        seen({
          ...{ method, path },
          headers: Object.fromEntries(
            Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')])
          ),
          answer: {
            status: answer.statusCode ?? 0,
            headers: pairsOf([...answer.rawHeaders, ...answer.rawTrailers]),
            body: Buffer.concat(chunks),
          },
        });
      });
      answer.once('close', done);
    });
    forward.once('error', reason => {
      done();
      answered.destroy(reason);
    });
    // A browser that goes to another page gives up what it had asked for.
    answered.once('close', () => {
      if (!answered.writableFinished) forward.destroy();
    });
    asked.pipe(forward);
  };
  const server = createServer(pass);
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    idle: async () => {
      while (open > 0) await new Promise(done => setTimeout(done, 50));
    },
    stop: () =>
      new Promise((done, fail) => {
        server.closeAllConnections();
        server.close(reason => (reason === undefined ? done() : fail(reason)));
      }),
  };
}

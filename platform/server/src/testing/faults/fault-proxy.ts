import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What becomes of an answer on its way. */
export type ProxyFault =
  /** In small pieces, a moment between them; whole in the end. */
  | 'slow'
  /** The connection ends in the middle of it. */
  | 'cut'
  /** Half of it, with a length to match. */
  | 'short'
  /** Whole, under a length that is greater. */
  | 'long'
  /** A page in its place, with status 200. */
  | 'page'
  /** Status 500. */
  | 'error'
  /** The answer to another question of its kind. */
  | 'other'
  /** Nothing, for ever. */
  | 'hang'
  /** The connection ends before it. */
  | 'gone';

export interface FaultProxy {
  readonly url: string;
  /** From now on this befalls answers to requests whose address matches; null: none. */
  set(fault: ProxyFault | null, address?: RegExp): void;
  /** How many answers the fault befell since it was set. */
  befallen(): number;
  close(): Promise<void>;
}

const page = Buffer.from('<!doctype html><title>Login</title><p>Who are you?</p>');

const bodyOf = async (stream: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

/** Stands before an HTTP server and does to its answers what is asked. Connections are not kept. */
export const faultProxy = async (target: string): Promise<FaultProxy> => {
  const { hostname, port } = new URL(target);
  let fault: ProxyFault | null = null;
  let address = /./;
  let befallen = 0;
  /** Last answers by kind of address, for the answer to another question. */
  const seen = new Map<string, { readonly url: string; readonly body: Buffer }>();
  const sockets = new Set<Socket>();

  const ask = (
    { method, url, headers }: IncomingMessage,
    body: Buffer
  ): Promise<{ answer: IncomingMessage; bytes: Buffer }> =>
    new Promise((resolve, reject) => {
      const asked = request(
        { hostname, port, method, path: url, headers: { ...headers, connection: 'close' } },
        answer => void bodyOf(answer).then(bytes => resolve({ answer, bytes }), reject)
      );
      asked.once('error', reject);
      asked.end(body);
    });
  const kindOf = (url: string): string =>
    url.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{8}){4}|[0-9.]{8,}/g, '*');

  const answerTo = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const { url = '' } = incoming;
    const body = await bodyOf(incoming);
    const now = address.test(url) ? fault : null;
    if (now !== null) befallen += 1;
    if (now === 'gone') return void incoming.socket.destroy();
    if (now === 'hang') return;
    const { answer, bytes } = await ask(incoming, body);
    const kind = `${incoming.method} ${kindOf(url)}`;
    const other = seen.get(kind);
    if (now === null && answer.statusCode === 200) seen.set(kind, { url, body: bytes });
    const headers = { ...answer.headers };
    delete headers['content-length'];
    delete headers['transfer-encoding'];
    const send = (status: number, content: Buffer, length = content.length): void => {
      outgoing.writeHead(status, {
        ...{ ...headers, connection: 'close', 'content-length': String(length) },
      });
      outgoing.write(content);
    };
    const half = bytes.subarray(0, bytes.length >> 1);
    switch (now) {
      case 'page':
        send(200, page);
        break;
      case 'error':
        send(500, page);
        break;
      case 'short':
        send(answer.statusCode ?? 0, half);
        break;
      case 'other':
        send(answer.statusCode ?? 0, other === undefined || other.url === url ? page : other.body);
        break;
      case 'cut':
        send(answer.statusCode ?? 0, half, bytes.length);
        return void setImmediate(() => incoming.socket.destroy());
      case 'long':
        send(answer.statusCode ?? 0, bytes, bytes.length + 7);
        return void setImmediate(() => incoming.socket.end());
      case 'slow': {
        outgoing.writeHead(answer.statusCode ?? 0, { ...headers, connection: 'close' });
        const size = Math.max(1, Math.ceil(bytes.length / 8));
        for (let from = 0; from < bytes.length; from += size) {
          outgoing.write(bytes.subarray(from, from + size));
          await new Promise(done => setTimeout(done, 5));
        }
        break;
      }
      default:
        send(answer.statusCode ?? 0, bytes);
    }
    outgoing.end();
  };
  const server = createServer((incoming, outgoing) => {
    answerTo(incoming, outgoing).catch(() => incoming.socket.destroy());
  });
  server.on('connection', socket => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>(done => void server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    set: (next, at = /./) => {
      fault = next;
      address = at;
      befallen = 0;
    },
    befallen: () => befallen,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise(done => void server.close(() => done()));
    },
  };
};

import http from 'node:http';

/** Connections that stay open, so many at most; from an address of this machine's other than the usual one where it is given. */
export const requester = (connections, localAddress) =>
  new http.Agent({
    ...{ keepAlive: true, maxSockets: connections },
    ...(localAddress === undefined ? {} : { localAddress }),
  });

/**
 * One request, its whole answer. `keep: false` only counts the bytes.
 * @returns {Promise<{ status: number, headers: object, bytes: number, body: Buffer }>}
 * @throws Error when the status is not 2xx, which is its `status`.
 */
export function request(agent, url, { method = 'GET', headers = {}, body, keep = true } = {}) {
  return new Promise((done, fail) => {
    const length = body === undefined ? {} : { 'content-length': body.byteLength };
    const asked = http.request(url, { agent, method, headers: { ...headers, ...length } });
    asked.once('error', fail);
    asked.once('response', answer => {
      const chunks = [];
      let bytes = 0;
      answer.on('data', chunk => {
        bytes += chunk.length;
        if (keep || answer.statusCode >= 300) chunks.push(chunk);
      });
      answer.once('error', fail);
      answer.once('end', () => {
        const text = Buffer.concat(chunks);
        const status = answer.statusCode;
        if (status < 200 || status > 299) fail(refusal(`${method} ${url}`, status, text));
        else done({ status, headers: answer.headers, bytes, body: text });
      });
    });
    asked.end(body);
  });
}

const refusal = (what, status, text) =>
  Object.assign(new Error(`${what}: ${status} ${text.toString('utf8').slice(0, 500)}`), { status });

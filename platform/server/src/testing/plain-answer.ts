import { get as httpGet, type IncomingHttpHeaders } from 'node:http';

/** What came back, byte for byte. */
export interface PlainAnswer {
  readonly statusCode: number;
  readonly headers: IncomingHttpHeaders;
  readonly rawPayload: Buffer;
  readonly body: string;
  json(): ReturnType<typeof JSON.parse>;
}

/** The plain bytes of an answer: no cookie jar, no decompression between. */
export const askPlainly = (url: string, headers: Record<string, string>): Promise<PlainAnswer> =>
  new Promise((resolve, reject) => {
    httpGet(url, { headers }, response => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const rawPayload = Buffer.concat(parts);
        const body = rawPayload.toString('utf8');
        resolve({
          statusCode: response.statusCode ?? 0,
          headers: response.headers,
          rawPayload,
          body,
          json: () => JSON.parse(body),
        });
      });
    }).on('error', reject);
  });

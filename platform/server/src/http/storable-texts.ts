import type { FastifyInstance } from 'fastify';
import { CodedError } from './coded-error.js';

/** PostgreSQL's texts have neither NUL nor half surrogates. */
const unstorable = /\0|\p{Surrogate}/u;

/** JSON Pointer of the first text, key or value, that the database has no characters for; null where all can be kept. */
export const firstUnstorable = (value: unknown, path = ''): string | null => {
  if (typeof value === 'string') return unstorable.test(value) ? path : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, item] of Object.entries(value)) {
    const found = unstorable.test(key) ? path : firstUnstorable(item, `${path}/${key}`);
    if (found !== null) return found;
  }
  return null;
};

/** Parts of a body that refuse such a text themselves, naming its place in the document. */
const documents: readonly string[] = ['document', 'replaced'];

/** What came as JSON is plain; files come as bytes or as a stream, which are not looked through. */
const texts = (body: unknown): unknown => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  if (Object.getPrototypeOf(body) !== Object.prototype) return null;
  return Object.fromEntries(Object.entries(body).filter(([key]) => !documents.includes(key)));
};

/** Refuses what the database has no characters for before anybody asks it: it would fail in the middle of an act. */
export const refuseUnstorableTexts = (app: FastifyInstance): void => {
  app.addHook('preValidation', async ({ params, query, body }) => {
    const parts: readonly (readonly [string, unknown])[] = [
      ['params', params],
      ['querystring', query],
      ['body', texts(body)],
    ];
    for (const [part, value] of parts) {
      const found = firstUnstorable(value);
      if (found !== null)
        throw new CodedError(
          400,
          'CL_REQUEST_INVALID',
          `${part}${found}: holds a character that is not text`,
          { details: [{ path: found, message: 'NUL or half a surrogate pair' }] }
        );
    }
  });
};

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { testServer, type TestServer } from '../testing/test-server.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

/** A closed form: letters, digits and a few signs, or nothing that is a text. */
const isClosed = ({ const: value, enum: values, pattern }: Schema): boolean =>
  value !== undefined || values !== undefined || (pattern !== undefined && pattern !== '\\S');

/** Where a person can write what they like. */
const freeIn = (schema: Schema, path = ''): string[] => {
  const { properties = {}, items, anyOf = [] } = schema;
  if (isClosed(schema)) return [];
  if (schema.type === 'string') return [path];
  const isAnything =
    schema.type === undefined && anyOf.length === 0 && schema.properties === undefined;
  return [
    ...(isAnything ? [path] : []),
    ...Object.entries(properties).flatMap(([key, one]) => freeIn(one, `${path}/${key}`)),
    ...(items === undefined ? [] : freeIn(items, `${path}/*`)),
    ...anyOf.flatMap(one => freeIn(one, path)),
  ];
};

/** Texts of the routes of a session, and what becomes of each. */
const searched = [
  'PUT /api/reads/{readId}/draft /document',
  'POST /api/reads/{readId}/problems /text',
  'POST /api/reads/{readId}/unlock /reason',
  'PUT /api/adjudications/{adjudicationId}/draft /document',
  'POST /api/adjudications/{adjudicationId}/problems /text',
  'POST /api/adjudications/{adjudicationId}/unlock /reason',
  'POST /api/global-reads/{globalReadId}/reconsider /reason',
  'POST /api/consensus/{consensusId}/proposals /proposal/reason/text',
  'POST /api/consensus/{consensusId}/votes /reason',
];

const notSearched: Readonly<Record<string, string>> = {
  'POST /api/reads/{readId}/sign /pictures/panes/*/cornersLps/*': 'three points, each of numbers',
  'POST /api/reads/{readId}/sign /pictures/panes/*/png':
    'a picture, of which the pixels alone are kept',
  'PUT /api/reads/{readId}/draft /replaced': 'kept as digests alone',
  'PUT /api/adjudications/{adjudicationId}/draft /replaced': 'kept as digests alone',
  'POST /api/second-factor/confirm /code': 'compared, and never kept',
  'POST /api/second-factor/end /code': 'compared, and never kept',
  'POST /api/second-factor/key /code': 'compared, and never kept',
  'POST /api/second-factor/recovery-codes /code': 'compared, and never kept',
  'POST /api/session/provider /code': 'compared, and never kept',
  'POST /api/tokens /name': 'of a token of their own, shown to themselves and administrators',
};

/** In any route: compared and never kept, one of the list of the charter, or a path that is compared with the texts. */
const beside = /\/(password|meaning|etag|hat|notIdentity\/\*\/path)$/;

describe('every text that a person sends in a session', () => {
  let opened: TestDatabase;
  let server: TestServer;
  beforeAll(async () => {
    opened = await testDatabase();
    server = await testServer(opened);
  });
  afterAll(async () => {
    await server.close();
    await opened.close();
  });

  it('is searched before it is kept, or there is a reason not to', async () => {
    const sessions = new Set(
      server.routes
        .filter(({ access }) => access === 'session')
        .map(({ method, url }) => `${method} ${url.replace(/:(\w+)/g, '{$1}')}`)
    );
    const answer = await server.ask({ url: '/api/openapi.json' });
    const { paths = {} } = answer.json<{
      paths?: Record<
        string,
        Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>
      >;
    }>();
    const texts = Object.entries(paths).flatMap(([url, methods]) =>
      Object.entries(methods).flatMap(([method, { requestBody }]) => {
        const route = `${method.toUpperCase()} ${url}`;
        const schema = requestBody?.content['application/json']?.schema;
        if (schema === undefined || !sessions.has(route)) return [];
        return freeIn(schema).map(path => `${route} ${path}`);
      })
    );
    const free = texts.filter(text => !beside.test(text)).sort();
    expect(free).toEqual([...searched, ...Object.keys(notSearched)].sort());
  });
});

import { get, type InventoryRequest, type RequestPair } from './request.js';
import { sampleOf, type OpenApi, type Operation } from './openApi.js';

/** What a parameter of a path can be: first what is there, then what is not. */
interface Candidates {
  readonly there: readonly string[];
  readonly none: string;
}

/**
 * By parameter: the reader's own, another reader's, what the staff works on, and something of the same form that does not
 * exist. The parameters that are named `id` differ by what stands before them in the path.
 */
const candidates: Readonly<Record<string, Candidates>> = {
  readId: {
    there: ['{own.read}', '{other.read}', '{signed.read}', '{adjudication.id}'],
    none: '{none.publicId}',
  },
  adjudicationId: { there: ['{adjudication.id}', '{other.read}'], none: '{none.publicId}' },
  globalReadId: { there: ['{other.read}', '{own.read}'], none: '{none.publicId}' },
  consensusId: { there: ['{other.read}', '{own.read}'], none: '{none.publicId}' },
  trial: { there: ['{trial.code}'], none: '{none.trial}' },
  exam: { there: ['{staff.exam}'], none: '{none.id}' },
  query: { there: ['{staff.query}'], none: '{none.id}' },
  impact: { there: ['{staff.exam}'], none: '{none.id}' },
  problemId: { there: ['{staff.problem}', '{staff.exam}'], none: '{none.id}' },
  subject: { there: ['{real.subject}'], none: '{none.subject}' },
  user: { there: ['{person.other}'], none: '{none.user}' },
  version: { there: ['1'], none: '7' },
  entry: { there: ['1', '7'], none: '999999999' },
  read: { there: ['{staff.exam}'], none: '{none.id}' },
  review: { there: ['{staff.exam}'], none: '{none.id}' },
  place: { there: ['1'], none: '999999' },
  // Of a picture: what the hash of one looks like, and another.
  sha256: { there: ['0'.repeat(64)], none: 'f'.repeat(64) },
  id: { there: ['{staff.receipt}', '{staff.exam}'], none: '{none.id}' },
};

const parameter = /\{(\w+)\}/g;

/** `/api/reads/{readId}` as the access matrix has it: `/api/reads/:readId`. */
const routeOf = (path: string): string => path.replaceAll(parameter, ':$1');

const candidatesOf = (name: string): Candidates => {
  const found = candidates[name];
  if (found === undefined) throw new Error(`the inventory has nothing for the parameter ${name}`);
  return found;
};

/** The path with every parameter something that is there, but one that is not; none of them where that is null. */
const pathWith = (path: string, none: string | null, choice: number): string =>
  path.replaceAll(parameter, (_, name: string) => {
    const { there, none: missing } = candidatesOf(name);
    return name === none ? missing : (there[Math.min(choice, there.length - 1)] ?? missing);
  });

const bodyOf = ({ requestBody }: Operation): string | undefined => {
  const schema = requestBody?.content?.['application/json']?.schema;
  return schema === undefined ? undefined : JSON.stringify(sampleOf(schema));
};

/** Requests of an operation at one path: without a query, with each parameter of its query, and with all. */
function* atPath(
  method: string,
  path: string,
  route: string,
  operation: Operation
): Generator<InventoryRequest> {
  const body = bodyOf(operation);
  const request = (query: string): InventoryRequest => ({
    ...{ method, path: `${path}${query}`, route },
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(method === 'PUT' ? { 'if-match': '"0"' } : {}),
    },
    ...(body === undefined ? {} : { body }),
  });
  yield request('');
  const asked = (operation.parameters ?? [])
    .filter(one => one.in === 'query')
    .map(({ name, schema }) => `${name}=${String(sampleOf(schema ?? {}, name))}`);
  for (const one of asked) yield request(`?${one}`);
  if (asked.length > 1) yield request(`?${asked.join('&')}`);
}

/** DICOMweb, of which the document knows the paths and not the forms: `dicomwebRequests`. */
const isOfImages = (path: string): boolean => /^\/(reads|replays|qc\/exams)\//.test(path);

/** Acts of the session itself, which must come last: they end it or put another in its place. */
const sessionActs = ['/login', '/api/session/renew', '/api/session/hat', '/api/logout'];

export const endsSession = ({ method, path }: InventoryRequest): boolean =>
  method === 'POST' && sessionActs.includes(path);

const operationsOf = ({ paths }: OpenApi): [string, string, Operation][] =>
  Object.entries(paths)
    .filter(([path]) => !sessionActs.includes(path) && !isOfImages(path))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]): [string, string, Operation] => [
        path,
        method.toUpperCase(),
        operation,
      ])
    );

/** Every operation of the server's OpenAPI document, with everything that its parameters can be. */
export function apiRequests(openApi: OpenApi): InventoryRequest[] {
  const requests = operationsOf(openApi).flatMap(([path, method, operation]) => {
    const names = [...path.matchAll(parameter)].map(([, name = '']) => name);
    const choices = Math.max(1, ...names.map(name => candidatesOf(name).there.length));
    const paths = new Set([
      ...Array.from({ length: choices }, (_, choice) => pathWith(path, null, choice)),
      ...names.map(name => pathWith(path, name, 0)),
    ]);
    return [...paths].flatMap(one => {
      const route = `${method} ${routeOf(path)}`;
      const asked = [...atPath(method, one, route, operation)];
      return method === 'GET' ? [...asked, { ...get(one, route), method: 'HEAD' }] : asked;
    });
  });
  const others = Object.keys(openApi.paths)
    .filter(path => !isOfImages(path))
    .map(path => ({ ...get(pathWith(path, null, 0), null), method: 'OPTIONS' }));
  // With the caller's own account: a wrong password would count as an attempt to guess somebody's.
  const own = { user: '{own.user}', password: '{own.password}', hat: 'administrator' };
  const ends = sessionActs.map(path => ({
    ...{ method: 'POST', path, route: `POST ${path}` },
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(own),
  }));
  return [...requests, ...others, ...ends];
}

/** For every parameter of every operation: the same request for what is there and not the viewer's, and for nothing. */
export function apiPairs(openApi: OpenApi): RequestPair[] {
  return operationsOf(openApi).flatMap(([path, method, operation]) =>
    [...path.matchAll(parameter)].flatMap(([, name = '']) => {
      const route = `${method} ${routeOf(path)}`;
      const { there } = candidatesOf(name);
      const [none] = atPath(method, pathWith(path, name, 0), route, operation);
      if (none === undefined) return [];
      return there.flatMap(value => {
        const whole = path.replaceAll(parameter, (_, other: string) =>
          other === name ? value : (candidatesOf(other).there[0] ?? '')
        );
        const [one] = atPath(method, whole, route, operation);
        return one === undefined ? [] : [{ there: one, none }];
      });
    })
  );
}

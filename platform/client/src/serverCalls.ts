import type { paths } from './generated/paths.js';
import type { Caller } from './httpCaller.js';

type Method = 'get' | 'post' | 'put';

/** Addresses of the server that have the method. */
export type PathWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends { readonly [K in M]: object } ? P : never;
}[keyof paths];

type Operation<P extends keyof paths, M extends Method> = paths[P] extends {
  readonly [K in M]: infer O;
}
  ? O
  : never;

type Named<O, K extends 'path' | 'query'> = O extends {
  readonly parameters: { readonly [N in K]: infer V extends object };
}
  ? { readonly [N in K]: V }
  : O extends { readonly parameters: { readonly [N in K]?: infer V extends object } }
    ? { readonly [N in K]?: V }
    : unknown;

type Body<O> = O extends {
  readonly requestBody: { readonly content: { readonly 'application/json': infer B } };
}
  ? { readonly body: B }
  : unknown;

/** What a call needs: values for the address, for its query, and what is sent. */
export type Given<P extends keyof paths, M extends Method> = Named<Operation<P, M>, 'path'> &
  Named<Operation<P, M>, 'query'> &
  Body<Operation<P, M>>;

/** What the server answers with when it does what was asked. */
export type AnswerOf<P extends keyof paths, M extends Method> =
  Operation<P, M> extends {
    readonly responses: {
      readonly 200: { content: { readonly 'application/json': infer A } };
    };
  }
    ? A
    : null;

/**
 * The server's routes as functions, typed by its OpenAPI. `{names}` in an address are filled from `path`. Failures are
 * those of the caller: a ClientError with the server's code.
 */
export interface ServerCalls {
  get<P extends PathWith<'get'>>(path: P, given: Given<P, 'get'>): Promise<AnswerOf<P, 'get'>>;
  post<P extends PathWith<'post'>>(path: P, given: Given<P, 'post'>): Promise<AnswerOf<P, 'post'>>;
}

interface Loose {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** The address with its names filled in; a value that is not given is left out of the query. */
export function addressOf(path: string, { path: names = {}, query = {} }: Loose): string {
  const filled = path.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const value = names[name];
    if (value === undefined) throw new Error(`CL_ADDRESS: ${path} needs ${name}.`);
    return encodeURIComponent(value);
  });
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (one !== undefined && one !== null && one !== '') asked.append(name, String(one));
    }
  }
  const text = asked.toString();
  return text === '' ? filled : `${filled}?${text}`;
}

/** The typed routes over a caller. */
export function serverCalls({ send, change }: Pick<Caller, 'send' | 'change'>): ServerCalls {
  return {
    async get(path, given) {
      const { body } = await send({ method: 'GET', path: addressOf(path, given as Loose) });
      return body as never;
    },
    async post(path, given) {
      const { body = {} } = given as Loose;
      const answer = await change({
        method: 'POST',
        path: addressOf(path, given as Loose),
        body,
      });
      return answer.body as never;
    },
  };
}

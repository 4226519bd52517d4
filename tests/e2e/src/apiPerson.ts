import { setTimeout as pause } from 'node:timers/promises';
import { request, type APIRequestContext, type APIResponse } from 'playwright-core';
import type { Product } from './product.js';
import { corelab } from './serverAnswers.js';

/** Someone logged in without a browser. */
export interface ApiPerson {
  readonly user: string;
  readonly request: APIRequestContext;
  readonly url: string;
  readonly password: string;
}

/** The JSON of an answer. @throws Error with the server's refusal. */
export async function answered<T>(answer: APIResponse): Promise<T> {
  if (!answer.ok()) throw new Error(`${answer.url()}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as T;
}

export const get = async <T>({ request: asks, url }: ApiPerson, path: string): Promise<T> =>
  answered(await asks.get(`${url}${path}`));

/** What a change in the person's session carries. */
export async function ofSession(person: ApiPerson): Promise<Record<string, string>> {
  const { csrfToken } = await get<{ csrfToken: string }>(person, '/api/session');
  return { 'x-csrf-token': csrfToken };
}

/** A change in the person's session. @throws Error with the server's refusal. */
export async function post<T>(person: ApiPerson, path: string, data: object): Promise<T> {
  const headers = await ofSession(person);
  return answered(await person.request.post(`${person.url}${path}`, { data, headers }));
}

/** Makes an account as an administrator does, and logs in with a password of its own. */
export async function madePerson(
  product: Product,
  { user, name }: { readonly user: string; readonly name: string },
  password: string
): Promise<ApiPerson> {
  const { oneTimePassword } = (await corelab(product, 'user', 'add', user, '--name', name)) as {
    oneTimePassword: string;
  };
  const person = { user, request: await request.newContext(), url: product.url, password };
  const data = { user, password: oneTimePassword, newPassword: password };
  const answer = await person.request.post(`${product.url}/login`, { data });
  if (!answer.ok()) throw new Error(`${user}: ${answer.status()} ${await answer.text()}`);
  return person;
}

/**
 * How long what the server does in the background may take before it counts as never done: a busy machine is no failure.
 */
const backgroundLimitMs = 240_000;

/**
 * Asks until the answer is there; what the server does after an act, it does in the background.
 * @throws Error that names what did not come
 */
export async function awaited<T>(
  what: string,
  ask: () => Promise<T | null | undefined>
): Promise<T> {
  const until = Date.now() + backgroundLimitMs;
  for (;;) {
    const found = await ask();
    if (found !== null && found !== undefined) return found;
    if (Date.now() > until)
      throw new Error(`After ${backgroundLimitMs / 1000} s there is still no ${what}`);
    await pause(200);
  }
}

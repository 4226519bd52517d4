import { request } from 'playwright-core';
import { answered, get, post, type ApiPerson, type Product } from '@corelab/e2e';
import { charter, password, roster, trialCode, type Member } from './roster.js';

export type People = Readonly<Record<Member, ApiPerson>>;

/** A new person of the installation, logged in with a password of their own. */
async function newPerson(
  product: Product,
  { user, name }: { readonly user: string; readonly name: string }
): Promise<ApiPerson> {
  const asks = await request.newContext();
  const account = await asks.post(`${product.url}/api/admin/accounts`, {
    data: { user, name },
    headers: { authorization: `Bearer ${product.token}` },
  });
  const { oneTimePassword } = await answered<{ oneTimePassword: string }>(account);
  const data = { user, password: oneTimePassword, newPassword: password };
  const login = await asks.post(`${product.url}/login`, { data });
  if (!login.ok()) throw new Error(`${user}: ${login.status()} ${await login.text()}`);
  return { user, request: asks, url: product.url, password };
}

/** Logs in the people of a trial that exists. */
export async function logInPeople(product: Product): Promise<People> {
  const entries = await Promise.all(
    Object.entries(roster).map(async ([role, { user }]): Promise<[string, ApiPerson]> => {
      const asks = await request.newContext();
      const login = await asks.post(`${product.url}/login`, { data: { user, password } });
      if (!login.ok()) throw new Error(`${user}: ${login.status()} ${await login.text()}`);
      return [role, { user, request: asks, url: product.url, password }];
    })
  );
  return Object.fromEntries(entries) as unknown as People;
}

/** Makes everybody's account and puts the trial into force, written by one admin and approved by another. */
export async function deployedTrial(product: Product): Promise<People> {
  const entries: [string, ApiPerson][] = [];
  for (const [role, person] of Object.entries(roster)) {
    entries.push([role, await newPerson(product, person)]);
  }
  const people = Object.fromEntries(entries) as unknown as People;
  const deployed = await people.admin.request.post(`${product.url}/api/admin/trials`, {
    data: { charter },
    headers: { authorization: `Bearer ${product.token}` },
  });
  await answered(deployed);
  const version = `/api/admin/trials/${trialCode}/versions/1`;
  const { approvalMeanings } = await get<{ approvalMeanings: string[] }>(people.admin, version);
  const signature = { password, meaning: approvalMeanings[0], reason: 'looked at' };
  await post(people.admin, `${version}/approve`, signature);
  return people;
}

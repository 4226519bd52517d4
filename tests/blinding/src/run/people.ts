import { request, type APIRequestContext } from 'playwright-core';
import { answered, get, post, type ApiPerson, type Product } from '@corelab/e2e';
import { charter, password, roster, trialCode, type Member } from './roster.js';

export type People = Readonly<Record<Member, ApiPerson>>;

/** A new person of the installation, logged in with a password of their own. */
async function newPerson(
  product: Product,
  { user, name }: { readonly user: string; readonly name: string },
  opened: APIRequestContext[]
): Promise<ApiPerson> {
  const asks = await request.newContext();
  opened.push(asks);
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

/**
 * Makes everybody's account and puts the trial into force, written by one admin and approved by another.
 * @param opened gets what the caller closes, also when this fails
 */
export async function deployedTrial(
  product: Product,
  opened: APIRequestContext[]
): Promise<People> {
  const entries: [string, ApiPerson][] = [];
  for (const [role, person] of Object.entries(roster)) {
    entries.push([role, await newPerson(product, person, opened)]);
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

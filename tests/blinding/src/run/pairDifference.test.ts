import { describe, expect, it } from '@jest/globals';
import type { InventoryRequest } from '../inventory/request.js';
import type { HttpAnswer } from './httpAnswer.js';
import { pairDifference } from './pairDifference.js';

const places = { 'other.read': 'aaaaaaaaaaaa', 'none.publicId': 'bbbbbbbbbbbb' };
const asked = (path: string): InventoryRequest => ({ method: 'GET', path, route: null });
const pair = { there: asked('/reads/{other.read}'), none: asked('/reads/{none.publicId}') };
const refusal = (id: string, more: Partial<HttpAnswer> = {}): HttpAnswer => ({
  status: 404,
  headers: [
    ['content-type', 'application/json'],
    ['date', new Date().toUTCString()],
  ],
  body: Buffer.from(`{"code":"CL_NOT_FOUND","message":"no ${id}"}`),
  ...more,
});
const none = refusal(places['none.publicId']);

describe('two answers', () => {
  it('are alike when they say back different names of one length', () => {
    const there = refusal(places['other.read'], {
      headers: [...none.headers.filter(([name]) => name !== 'date'), ['date', 'later']],
    });
    expect(pairDifference(there, none, pair, places)).toEqual([]);
  });

  it.each([
    ['status 403 and 404', refusal(places['other.read'], { status: 403 })],
    ['header etag', refusal(places['other.read'], { headers: [...none.headers, ['etag', '"1"']] })],
    ['size 52 and 51', refusal(`${places['other.read']} `)],
    ['what it says', refusal(places['other.read'].toUpperCase())],
  ])('differ in %s', (difference, there) => {
    expect(pairDifference(there, none, pair, places)).toContain(difference);
  });
});

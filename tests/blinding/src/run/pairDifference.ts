import type { InventoryRequest, Places } from '../inventory/request.js';
import { fill, withPlaces } from '../inventory/request.js';
import type { HttpAnswer } from './httpAnswer.js';

/** Headers that differ between any two answers: when it was, and how many logins are left in this minute. */
const ofRequest = new Set(['date', 'x-ratelimit-remaining', 'x-ratelimit-reset', 'retry-after']);

const headersOf = ({ headers }: HttpAnswer): string[] =>
  headers
    .filter(([name]) => !ofRequest.has(name.toLowerCase()))
    .map(([name, value]) => `${name}: ${value}`)
    .sort();

/** The answer's text without what the request itself said, which it may say back. */
const bodyOf = ({ body }: HttpAnswer, places: Places): string =>
  withPlaces(Buffer.from(body).toString('latin1'), places).replaceAll(
    /\{(?:own|signed|other|real|later|staff|adjudication|none|trial|person|login)\.\w+\}/g,
    '*'
  );

/**
 * How two answers can be told apart: status, headers with their values, size, and what they say beside the name that was
 * asked for. Empty for answers that are alike.
 */
export function pairDifference(
  there: HttpAnswer,
  none: HttpAnswer,
  asked: { readonly there: InventoryRequest; readonly none: InventoryRequest },
  places: Places
): string[] {
  const differences: string[] = [];
  if (there.status !== none.status) differences.push(`status ${there.status} and ${none.status}`);
  const [ours, others] = [headersOf(there), headersOf(none)];
  const longer = fill(asked.there.path, places).length !== fill(asked.none.path, places).length;
  for (const header of [...ours, ...others]) {
    if (ours.includes(header) && others.includes(header)) continue;
    const [name = ''] = header.split(':', 1);
    // Said back, a longer name makes a longer answer.
    if (name.toLowerCase() === 'content-length' && longer) continue;
    if (!differences.includes(`header ${name}`)) differences.push(`header ${name}`);
  }
  if (!longer && there.body.length !== none.body.length)
    differences.push(`size ${there.body.length} and ${none.body.length}`);
  if (bodyOf(there, places) !== bodyOf(none, places)) differences.push('what it says');
  return differences;
}

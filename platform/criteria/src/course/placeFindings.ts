import { findLocation } from '../locations.js';
import type { Finding, LesionInput } from '../schemas.js';
import { finding } from './baselineFindings.js';

const dictionary = 'CDISC LOC (closed list of this project)';

const sides = ['LEFT', 'RIGHT', 'BILATERAL'];

/** What is wrong with a lesion's place. */
export function placeFindings(lesion: LesionInput): Finding[] {
  const { id } = lesion;
  const location = findLocation(lesion.location);
  if (!lesion.location)
    return [finding('location.missing', 'warning', id, `${id} has no location.`, dictionary)];
  if (!location) {
    const text = `${id}: location "${lesion.location}" is not in the list; it counts as an organ of its own.`;
    return [finding('location.unknown', 'warning', id, text, dictionary)];
  }
  const found: Finding[] = [];
  if (lesion.node !== null && lesion.node !== undefined && lesion.node !== location.node) {
    const text = `${id}: ${location.code} is ${location.node ? '' : 'not '}a node, but the lesion says otherwise.`;
    found.push(finding('location.nodeMismatch', 'warning', id, text, dictionary));
  }
  const side = lesion.laterality ?? null;
  if (location.laterality && side === null) {
    found.push(
      finding(
        'location.lateralityMissing',
        'note',
        id,
        `${id}: ${location.code} is paired; no side is given.`,
        dictionary
      )
    );
  }
  if (side !== null && !sides.includes(side)) {
    found.push(
      finding(
        'location.lateralityUnknown',
        'warning',
        id,
        `${id}: side "${side}" is none of ${sides.join(', ')}.`,
        dictionary
      )
    );
  }
  return found;
}

import type { Lesion, LesionRole } from './readDocument.js';

const prefixes: Readonly<Record<LesionRole, string>> = {
  target: 'T',
  'non-target': 'NT',
  new: 'NL',
};

/**
 * The id the next lesion of a role gets: `T01`, `NT01`, `NL01` and so on. One more than the highest
 * number in use, so that a removed lesion's id is only reused while it was the last one; the parts
 * of a split (`T01a`) count as their parent.
 */
export function nextLesionId(lesions: readonly Lesion[], role: LesionRole): string {
  const prefix = prefixes[role];
  const pattern = new RegExp(`^${prefix}([0-9]+)[a-z]?$`);
  let highest = 0;
  for (const lesion of lesions) {
    const number = pattern.exec(lesion.id)?.[1];
    if (number !== undefined) highest = Math.max(highest, Number(number));
  }
  return `${prefix}${String(highest + 1).padStart(2, '0')}`;
}

import { finding } from '../course/baselineFindings.js';
import type { Finding } from '../schemas.js';
import type { Labs } from './inputs.js';
import {
  immunofixation,
  type MarkerName,
  markerText,
  type MarkerValues,
  source,
} from './markers.js';

/** What is missing or contradictory in the laboratory of a visit. */
export function labFindings(
  labs: Labs,
  values: MarkerValues,
  required: readonly MarkerName[],
  readable: boolean
): Finding[] {
  if (!readable) return [];
  const fixations = immunofixation(labs);
  const found = required
    .filter(marker => values[marker] === null && fixations[marker] !== 'negative')
    .map(marker =>
      finding(
        'labs.missing',
        'block',
        null,
        `${markerText[marker].name} is measurable at baseline and missing here.`,
        source
      )
    );
  const pairs = [
    ['serum', labs.serumMGPerDl],
    ['urine', labs.urineMMgPer24h],
  ] as const;
  for (const [marker, value] of pairs) {
    if (fixations[marker] !== 'negative' || typeof value !== 'number' || value === 0) continue;
    const text = `${markerText[marker].name} ${value} with negative immunofixation contradict each other; it is no complete response.`;
    found.push(finding('labs.contradiction', 'warning', null, text, source));
  }
  return found;
}

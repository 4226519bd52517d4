import { finding } from '../course/baselineFindings.js';
import type { Finding } from '../schemas.js';
import type { Labs } from './inputs.js';
import { type MarkerName, markerText, source } from './markers.js';

function isGiven(labs: Labs | null, marker: MarkerName): boolean {
  if (marker === 'serum')
    return typeof labs?.serumMGPerDl === 'number' || labs?.serumImmunofixation === 'negative';
  if (marker === 'urine')
    return typeof labs?.urineMMgPer24h === 'number' || labs?.urineImmunofixation === 'negative';
  if (marker === 'marrow') return typeof labs?.marrowPlasmaCellsPct === 'number';
  return (
    typeof labs?.involvedFlcMgPerDl === 'number' && typeof labs.uninvolvedFlcMgPerDl === 'number'
  );
}

/** What is missing or contradictory in the laboratory of a visit. */
export function labFindings(
  labs: Labs | null,
  required: readonly MarkerName[],
  readable: boolean
): Finding[] {
  if (!readable) return [];
  const found = required
    .filter(marker => !isGiven(labs, marker))
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
    ['serum', labs?.serumMGPerDl, labs?.serumImmunofixation],
    ['urine', labs?.urineMMgPer24h, labs?.urineImmunofixation],
  ] as const;
  for (const [marker, value, fixation] of pairs) {
    if (fixation !== 'negative' || typeof value !== 'number' || value === 0) continue;
    const text = `${markerText[marker].name} ${value} with negative immunofixation contradict each other; it is no complete response.`;
    found.push(finding('labs.contradiction', 'warning', null, text, source));
  }
  return found;
}

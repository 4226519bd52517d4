import { finding } from '../course/baselineFindings.js';
import { newLesionsOf } from '../course/newLesionRating.js';
import {
  chosenTargets,
  organOf,
  perOrganFindings,
  selectionFindings,
  totalFindings,
} from '../course/selection.js';
import type { Visit } from '../course/subject.js';
import type { Finding, LesionInput } from '../schemas.js';
import { sizeOf } from './newLesions.js';
import type { Parameters } from './parameters.js';

export const readingSource = 'Wolchok 2009 (irRC) Methods, Table 1';

const isCutaneous = (lesion: LesionInput): boolean =>
  ['SKIN', 'SUBCUTANEOUS TISSUE'].some(organ => organ === organOf(lesion));

function placesFindings(
  lesions: readonly LesionInput[],
  kind: string,
  rule: string,
  { maxVisceral, maxCutaneous }: Parameters
): Finding[] {
  const cutaneous = lesions.filter(isCutaneous);
  const visceral = lesions.filter(lesion => !isCutaneous(lesion));
  return [
    ...totalFindings(visceral, maxVisceral, `visceral ${kind}`, rule, readingSource),
    ...totalFindings(cutaneous, maxCutaneous, `cutaneous ${kind}`, rule, readingSource),
  ];
}

/** Whether both diameters were given and fit each other. */
export function diameterFindings(lesions: readonly LesionInput[]): Finding[] {
  return lesions.flatMap((lesion): Finding[] => {
    const { id, longestDiameterMm: longest, perpendicularDiameterMm: across } = lesion;
    if (typeof longest !== 'number') return [];
    const block = (rule: string, text: string): Finding[] => [
      finding(rule, 'block', id, text, readingSource),
    ];
    if (longest > 0 && across === 0)
      return block(
        'measurement.contradiction',
        `${id}: ${longest} mm long but 0 mm across; it counts as not evaluable.`
      );
    if (typeof across === 'number') {
      if (across <= longest) return [];
      const text = `${id}: the perpendicular (${across} mm) is longer than the longest diameter (${longest} mm).`;
      return [finding('measurement.perpendicularLonger', 'warning', id, text, readingSource)];
    }
    if (longest === 0 || lesion.role === 'non-target' || lesion.evaluable === false) return [];
    return block(
      'measurement.perpendicularMissing',
      `${id}: the perpendicular diameter is missing; no product.`
    );
  });
}

/** What irRC objects to at baseline. */
export function irrcBaselineFindings(baseline: Visit, parameters: Parameters): Finding[] {
  const { measurableFromMm, maxPerOrgan } = parameters;
  const rules = {
    source: readingSource,
    maxPerOrgan,
    tooSmall: (lesion: LesionInput): string | null =>
      typeof lesion.longestDiameterMm === 'number' && sizeOf(lesion, measurableFromMm) === 'small'
        ? `both diameters must be ${measurableFromMm} mm or more`
        : null,
  };
  return [
    ...placesFindings(
      chosenTargets(baseline),
      'index lesions',
      'baseline.targets.tooMany',
      parameters
    ),
    ...selectionFindings(baseline, rules),
    ...diameterFindings([...baseline.lesions.values()]),
  ];
}

/** New measurable lesions that first enter at one visit: no more than index lesions at baseline. */
export function irrcVisitFindings(
  visit: Visit,
  history: readonly Visit[],
  parameters: Parameters
): Finding[] {
  const seen = new Set(history.slice(0, -1).flatMap(({ lesions }) => [...lesions.keys()]));
  const fresh = newLesionsOf(visit, history).filter(
    lesion => !seen.has(lesion.id) && sizeOf(lesion, parameters.measurableFromMm) === 'measurable'
  );
  return [
    ...placesFindings(fresh, 'new measurable lesions', 'newLesions.tooMany', parameters),
    ...perOrganFindings(fresh, parameters.maxPerOrgan, 'newLesions.tooManyPerOrgan', readingSource),
    ...diameterFindings([...visit.lesions.values()]),
  ];
}

import { finding } from '../course/baselineFindings.js';
import {
  chosenTargets,
  selectionFindings,
  type SelectionRules,
  totalFindings,
} from '../course/selection.js';
import type { Visit } from '../course/subject.js';
import type { Finding } from '../schemas.js';
import type { Density } from './density.js';
import type { Parameters } from './parameters.js';
import { source } from './target.js';

/** What Choi criteria object to at baseline; targets have 10 mm or more. */
export function choiBaselineFindings(baseline: Visit, parameters: Parameters): Finding[] {
  const rules: SelectionRules = {
    source,
    maxPerOrgan: parameters.maxTargetsPerOrgan,
    tooSmall: ({ longestDiameterMm }) =>
      longestDiameterMm != null && longestDiameterMm < 10
        ? `${longestDiameterMm} mm is below 10 mm longest diameter`
        : null,
  };
  return [
    ...totalFindings(
      chosenTargets(baseline),
      parameters.maxTargets,
      'targets',
      'baseline.targets.tooMany',
      source
    ),
    ...selectionFindings(baseline, rules),
  ];
}

/** Density that could not be used: size alone decides then. */
export function densityFindings(
  { mean, missing }: Density,
  { huAggregate }: Parameters,
  isBaseline: boolean
): Finding[] {
  const what = `mean attenuation${huAggregate === 'mean' ? '' : ' with its area'}`;
  const found = missing.map(id =>
    finding('density.missing', 'warning', id, `${id} has no ${what}; size alone decides.`, source)
  );
  if (isBaseline && mean !== null && mean.numerator <= 0n) {
    const text = 'The mean attenuation at baseline is 0 HU or less; size alone decides.';
    found.push(finding('density.baselineNotPositive', 'warning', null, text, source));
  }
  return found;
}

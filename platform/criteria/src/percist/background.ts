import type { Visit } from '../course/subject.js';
import { type LengthScale, ratio } from '../decimal.js';
import { percistOf } from './inputs.js';

/** SUL of normal tissue that a scan is judged by, in scaled g/mL; null where not given. */
export interface Background {
  readonly organ: 'liver' | 'blood pool';
  readonly mean: bigint | null;
  readonly sd: bigint | null;
}

/** A liver once called diseased stays so until a visit says otherwise; not stated is not diseased. */
export function isLiverDiseased(visit: Visit, baseline: Visit): boolean {
  return percistOf(visit).liverDiseased ?? percistOf(baseline).liverDiseased ?? false;
}

export function backgroundOf(visit: Visit, liverDiseased: boolean, scale: LengthScale): Background {
  const { liverSulMean, liverSulSd, bloodPoolSulMean, bloodPoolSulSd } = percistOf(visit);
  const of = (value: number | null | undefined) => (value == null ? null : scale.of(value));
  return liverDiseased
    ? { organ: 'blood pool', mean: of(bloodPoolSulMean), sd: of(bloodPoolSulSd) }
    : { organ: 'liver', mean: of(liverSulMean), sd: of(liverSulSd) };
}

/**
 * Twice the SULpeak from which on a baseline lesion is measurable: 1.5 x liver mean + 2 SD, or 2.0 x blood pool
 * mean + 2 SD. Null without both numbers.
 */
export function twiceLimit({ organ, mean, sd }: Background): bigint | null {
  if (mean === null || sd === null) return null;
  return (organ === 'liver' ? 3n : 4n) * mean + 4n * sd;
}

export function limitOutput(background: Background, scale: LengthScale): number | null {
  const twice = twiceLimit(background);
  return twice === null ? null : ratio(twice, 2n * scale.one);
}

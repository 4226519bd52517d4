import { finding } from '../course/baselineFindings.js';
import type { Visit } from '../course/subject.js';
import type { LengthScale } from '../decimal.js';
import type { Finding, Trace } from '../schemas.js';
import { luganoOf } from './inputs.js';
import type { Parameters } from './parameters.js';

const source = 'Cheson 2014 (Lugano) Table 3, organ enlargement';
const normalMm = 130;

/**
 * NORMAL: nothing in the way of CR. REGRESSED: enlarged, but its excess over 130 mm fell by more than half. ENLARGED:
 * enlarged without that. NE: not measured. NONE: not followed.
 */
export type SpleenState = 'NORMAL' | 'REGRESSED' | 'ENLARGED' | 'PD' | 'NE' | 'NONE';

export interface SpleenRating {
  readonly state: SpleenState;
  readonly enlargedAtBaseline: boolean;
  readonly trace: readonly Trace[];
  readonly findings: readonly Finding[];
}

/** Vertical length of the spleen against 130 mm and its reference. `history` starts with the baseline. */
export function rateSpleen(
  history: readonly Visit[],
  { spleenReference, spleenRecurrentMm }: Parameters,
  scale: LengthScale
): SpleenRating {
  const lengths = history.map(visit => {
    const mm = visit.input.evaluable === false ? null : luganoOf(visit).spleenLengthMm;
    return mm == null ? null : scale.of(mm);
  });
  const normal = scale.of(normalMm);
  const [base, now] = [lengths[0] ?? null, lengths.at(-1) ?? null];
  const enlargedAtBaseline = base !== null && base > normal;
  const least = lengths
    .slice(0, -1)
    .reduce(
      (best, length) => (best === null || (length !== null && length < best) ? length : best),
      null
    );
  const mm = (length: bigint | null): number | null =>
    length === null ? null : scale.toMm(length);
  const numbers = { spleenMm: mm(now), baselineMm: mm(base), smallestMm: mm(least) };
  const result = (
    state: SpleenState,
    rule: string,
    text: string,
    threshold?: string,
    findings: readonly Finding[] = []
  ): SpleenRating => ({
    state,
    enlargedAtBaseline,
    trace: [{ rule, text, numbers, ...(threshold === undefined ? {} : { threshold }), source }],
    findings,
  });
  if (now === null) {
    if (base === null) return { state: 'NONE', enlargedAtBaseline, trace: [], findings: [] };
    const text = 'The spleen was measured at baseline, but not here.';
    const severity = enlargedAtBaseline ? 'block' : 'warning';
    return result('NE', 'spleen.ne', text, undefined, [
      finding('spleen.missing', severity, null, text, source),
    ]);
  }
  const length = `Spleen ${scale.toMm(now)} mm`;
  if (base === null || least === null) {
    const text = `${length}, but not measured at baseline: growth can not be told.`;
    return result(now > normal ? 'ENLARGED' : 'NORMAL', 'spleen.noBaseline', text, undefined, [
      finding('spleen.baselineMissing', 'warning', null, text, source),
    ]);
  }
  if (now <= normal)
    return result('NORMAL', 'spleen.normal', `${length}: not enlarged.`, 'up to 130 mm');
  const was = (reference: bigint): string => `${length} against ${scale.toMm(reference)} mm`;
  if (enlargedAtBaseline && least <= normal) {
    const threshold = `over 130 mm and at least ${spleenRecurrentMm} mm over the smallest length`;
    return now - least >= scale.of(spleenRecurrentMm)
      ? result('PD', 'spleen.recurrent', `${was(least)}: enlarged again.`, threshold)
      : result(
          'ENLARGED',
          'spleen.enlarged',
          `${was(least)}: too little to be recurrent.`,
          threshold
        );
  }
  const reference = spleenReference === 'nadir' ? least : base;
  if (!enlargedAtBaseline) {
    const threshold = 'over 130 mm and at least 20 mm over the reference';
    return now - reference >= scale.of(20)
      ? result('PD', 'spleen.new', `${was(reference)}: newly enlarged.`, threshold)
      : result('ENLARGED', 'spleen.enlarged', `${was(reference)}: grown by too little.`, threshold);
  }
  if (2n * (now - reference) > reference - normal) {
    const text = `${was(reference)}, which was ${scale.toMm(reference - normal)} mm over normal: grown by more than half of that.`;
    return result('PD', 'spleen.growth', text, 'growth over 50 % of the excess over 130 mm');
  }
  const excess = `${was(base)}: excess over 130 mm ${scale.toMm(now - normal)} of ${scale.toMm(base - normal)} mm`;
  const threshold = 'excess over 130 mm reduced by more than 50 %';
  return 2n * (now - normal) < base - normal
    ? result('REGRESSED', 'spleen.regressed', `${excess}, reduced by more than half.`, threshold)
    : result('ENLARGED', 'spleen.enlarged', `${excess}, not reduced by more than half.`, threshold);
}

import { finding } from '../course/baselineFindings.js';
import { type Edge, marginTo, nearestEdge } from '../course/margin.js';
import type { Visit } from '../course/subject.js';
import type { LengthScale } from '../decimal.js';
import type { Finding, Trace } from '../schemas.js';
import { luganoOf } from './inputs.js';
import type { Parameters } from './parameters.js';

const source = 'Cheson 2014 (Lugano) Table 3, organ enlargement';
const normalMm = 130;
const newlyEnlargedMm = 20;

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

/** What a length is compared with, in units of the subject's scale. */
interface Lengths {
  readonly normal: bigint;
  /** At baseline, the smallest so far, and what growth is measured against; null where it has no baseline. */
  readonly past: Past | null;
  /** Least growth of a spleen of normal size, and of one that had returned to it. */
  readonly newly: bigint;
  readonly recurrent: bigint;
}

interface Past {
  readonly base: bigint;
  readonly least: bigint;
  readonly reference: bigint;
}

/** The state of a spleen of this length, `length` / `parts` units. */
function stateAt(
  { normal, past, newly, recurrent }: Lengths,
  length: bigint,
  parts: bigint
): SpleenState {
  const over = (from: bigint): bigint => length - parts * from;
  if (over(normal) <= 0n) return 'NORMAL';
  if (past === null) return 'ENLARGED';
  const { base, least, reference } = past;
  if (base <= normal) return over(reference) >= parts * newly ? 'PD' : 'ENLARGED';
  if (
    least <= normal
      ? over(least) >= parts * recurrent
      : 2n * over(reference) > parts * (reference - normal)
  )
    return 'PD';
  return 2n * over(normal) < parts * (base - normal) ? 'REGRESSED' : 'ENLARGED';
}

/** Every length at which the state may change. */
function edgesOf({ normal, past, newly, recurrent }: Lengths): Edge[] {
  const at = (numerator: bigint, denominator = 1n): Edge => ({ numerator, denominator });
  if (past === null) return [at(normal)];
  const { base, least, reference } = past;
  if (base <= normal) return [at(normal), at(reference + newly)];
  const progression = least <= normal ? at(least + recurrent) : at(3n * reference - normal, 2n);
  return [at(normal), at(base + normal, 2n), progression];
}

/** Vertical length of the spleen against 130 mm and its reference. `history` starts with the baseline. */
export function rateSpleen(
  history: readonly Visit[],
  { spleenReference, spleenRecurrentMm }: Parameters,
  scale: LengthScale
): SpleenRating {
  const measured = history.map(visit => {
    const mm = visit.input.evaluable === false ? null : luganoOf(visit).spleenLengthMm;
    return mm == null ? null : scale.of(mm);
  });
  const normal = scale.of(normalMm);
  const [base, now] = [measured[0] ?? null, measured.at(-1) ?? null];
  const enlargedAtBaseline = base !== null && base > normal;
  const pastOf = (first: bigint): Past => {
    const least = measured
      .slice(1, -1)
      .reduce<bigint>((best, length) => (length !== null && length < best ? length : best), first);
    return { base: first, least, reference: spleenReference === 'nadir' ? least : first };
  };
  const past = base === null ? null : pastOf(base);
  const mm = (length: bigint | null): number | null =>
    length === null ? null : scale.toMm(length);
  const numbers = {
    spleenMm: mm(now),
    baselineMm: mm(base),
    smallestMm: past && scale.toMm(past.least),
  };
  const lengths: Lengths = {
    normal,
    past,
    newly: scale.of(newlyEnlargedMm),
    recurrent: scale.of(spleenRecurrentMm),
  };
  const result = (
    state: SpleenState,
    rule: string,
    text: string,
    limit: Pick<Trace, 'threshold' | 'margin'>,
    findings: readonly Finding[] = []
  ): SpleenRating => ({
    state,
    enlargedAtBaseline,
    trace: [
      {
        rule,
        text,
        numbers,
        ...limit,
        source,
      },
    ],
    findings,
  });
  if (now === null) {
    if (past === null) return { state: 'NONE', enlargedAtBaseline, trace: [], findings: [] };
    const text = 'The spleen was measured at baseline, but not here.';
    const severity = enlargedAtBaseline ? 'block' : 'warning';
    return result('NE', 'spleen.ne', text, {}, [
      finding('spleen.missing', severity, null, text, source),
    ]);
  }
  const edge = nearestEdge(now, edgesOf(lengths), (length, parts) =>
    stateAt(lengths, length, parts)
  );
  const by = (threshold: string): Pick<Trace, 'threshold' | 'margin'> => ({
    threshold,
    margin: edge && marginTo(now, [edge], 'mm', scale.one),
  });
  const length = `Spleen ${scale.toMm(now)} mm`;
  const state = stateAt(lengths, now, 1n);
  if (past === null) {
    const text = `${length}, but not measured at baseline: growth cannot be told.`;
    return result(state, 'spleen.noBaseline', text, by('up to 130 mm'), [
      finding('spleen.baselineMissing', 'warning', null, text, source),
    ]);
  }
  const { least, reference } = past;
  if (state === 'NORMAL')
    return result(state, 'spleen.normal', `${length}: not enlarged.`, by('up to 130 mm'));
  const was = (from: bigint): string => `${length} against ${scale.toMm(from)} mm`;
  if (enlargedAtBaseline && least <= normal && state === 'PD') {
    const threshold = by(
      `over 130 mm and at least ${spleenRecurrentMm} mm over the smallest length`
    );
    return result(state, 'spleen.recurrent', `${was(least)}: enlarged again.`, threshold);
  }
  if (!enlargedAtBaseline) {
    const threshold = by(`over 130 mm and at least ${newlyEnlargedMm} mm over the reference`);
    return state === 'PD'
      ? result(state, 'spleen.new', `${was(reference)}: newly enlarged.`, threshold)
      : result(state, 'spleen.enlarged', `${was(reference)}: grown by too little.`, threshold);
  }
  if (state === 'PD') {
    const text = `${was(reference)}, which was ${scale.toMm(reference - normal)} mm over normal: grown by more than half of that.`;
    return result(state, 'spleen.growth', text, by('growth over 50 % of the excess over 130 mm'));
  }
  const excess = `${was(past.base)} at baseline: ${scale.toMm(now - normal)} mm over 130 mm, which was ${scale.toMm(past.base - normal)} mm`;
  const threshold = by('excess over 130 mm reduced by more than 50 %');
  return state === 'REGRESSED'
    ? result(state, 'spleen.regressed', `${excess}, reduced by more than half.`, threshold)
    : result(state, 'spleen.enlarged', `${excess}, not reduced by more than half.`, threshold);
}

import type { Threshold } from '../course/margin.js';
import type { Visit } from '../course/subject.js';
import { type LengthScale, ratio } from '../decimal.js';
import { backgroundOf, isLiverDiseased } from './background.js';
import { percistOf } from './inputs.js';
import type { Parameters } from './parameters.js';

/** A condition that is known to fail. */
export interface Failure {
  readonly text: string;
  /** The number that fails and its limit, scaled; null where it is not a number that does. */
  readonly number: { readonly value: bigint; readonly limit: Limit; readonly unit: string } | null;
}

type Limit = Omit<Threshold, 'category'>;

/** Whether two scans can be compared by their numbers, as far as is known. */
export interface Comparability {
  readonly failures: readonly Failure[];
  /** What was not given. */
  readonly unknown: readonly string[];
  /** What differs without failing the comparison. */
  readonly remarks: readonly string[];
  readonly numbers: Readonly<Record<string, number | null>>;
}

interface Part {
  readonly failures?: readonly Failure[];
  readonly unknown?: readonly string[];
}

const size = (value: bigint): bigint => (value < 0n ? -value : value);

/** The mean differs by at most the percentage and by less than the absolute limit. */
function backgroundPart(visit: Visit, baseline: Visit, parameters: Parameters, scale: LengthScale) {
  const diseased = isLiverDiseased(visit, baseline) || isLiverDiseased(baseline, baseline);
  const now = backgroundOf(visit, diseased, scale);
  const then = backgroundOf(baseline, diseased, scale);
  if (now.mean === null || then.mean === null) {
    const scan = now.mean === null ? 'this scan' : 'the baseline';
    return { part: { unknown: [`${now.organ} mean SUL of ${scan}`] }, difference: null };
  }
  const difference = now.mean - then.mean;
  const percent = parameters['percist.backgroundDifferencePct'];
  const absolute = parameters['percist.backgroundDifferenceSul'];
  const relative = scale.of(percent) * then.mean;
  const hundred = 100n * scale.one;
  const within = hundred * size(difference) <= relative && size(difference) < scale.of(absolute);
  if (within) return { part: {}, difference };
  const limit =
    relative < hundred * scale.of(absolute)
      ? { numerator: relative, denominator: hundred }
      : { numerator: scale.of(absolute), denominator: 1n };
  const text = `${now.organ} mean SUL ${scale.toMm(now.mean)} against ${scale.toMm(then.mean)} g/mL (at most ${percent} % and less than ${absolute} g/mL apart)`;
  const number = { value: size(difference), limit, unit: 'g/mL' };
  return { part: { failures: [{ text, number }] }, difference };
}

function minutes(text: string, value: bigint, limit: bigint): Failure {
  return { text, number: { value, limit: { numerator: limit, denominator: 1n }, unit: 'min' } };
}

/** An uptake time outside the window; null when inside or not given. */
function outsideWindow(
  given: number | null,
  scan: string,
  parameters: Parameters,
  scale: LengthScale
): Failure | null {
  const from = parameters['percist.uptakeFromMinutes'];
  const to = parameters['percist.uptakeToMinutes'];
  if (given === null) return null;
  const [value, least, most] = [scale.of(given), scale.of(from), scale.of(to)];
  if (value >= least && value <= most) return null;
  const text = `uptake time of ${scan} ${given} min (${from} to ${to} min)`;
  return minutes(text, value, value < least ? least : most);
}

const uptakeOf = (scan: Visit): number | null => percistOf(scan).uptakeMinutes ?? null;

function uptakePart(
  visit: Visit,
  baseline: Visit,
  parameters: Parameters,
  scale: LengthScale
): Part {
  const [now, then] = [uptakeOf(visit), uptakeOf(baseline)];
  const failures = [
    outsideWindow(now, 'this scan', parameters, scale),
    outsideWindow(then, 'the baseline', parameters, scale),
  ].filter(failure => failure !== null);
  if (now === null || then === null)
    return { failures, unknown: [`uptake time of ${now === null ? 'this scan' : 'the baseline'}`] };
  const most = parameters['percist.uptakeDifferenceMinutes'];
  const apart = size(scale.of(now) - scale.of(then));
  if (apart > scale.of(most)) {
    const text = `uptake time ${now} min against ${then} min (at most ${most} min apart)`;
    failures.push(minutes(text, apart, scale.of(most)));
  }
  return { failures };
}

function samePart(same: boolean | null | undefined, what: string): Part {
  if (same == null) return { unknown: [`whether the ${what} is that of the baseline`] };
  return same ? {} : { failures: [{ text: `another ${what} than at baseline`, number: null }] };
}

function activityRemarks(
  visit: Visit,
  baseline: Visit,
  parameters: Parameters,
  scale: LengthScale
): string[] {
  const percent = parameters['percist.activityDifferencePct'];
  const [now, then] = [visit, baseline].map(scan => percistOf(scan).injectedActivityMBq ?? null);
  if (now == null || then == null) return [];
  const difference = size(scale.of(now) - scale.of(then));
  if (100n * scale.one * difference <= scale.of(percent) * scale.of(then)) return [];
  return [`Injected activity ${now} against ${then} MBq differs more than ${percent} %.`];
}

/** Uptake time of the baseline itself: null when within the window or not given. */
export function baselineUptakeFailure(
  baseline: Visit,
  parameters: Parameters,
  scale: LengthScale
): string | null {
  return outsideWindow(uptakeOf(baseline), 'the baseline', parameters, scale)?.text ?? null;
}

/** The scan of a visit against that of the baseline. */
export function compareScans(
  visit: Visit,
  baseline: Visit,
  parameters: Parameters,
  scale: LengthScale
): Comparability {
  const background = backgroundPart(visit, baseline, parameters, scale);
  const { sameScanner, sameReconstruction } = percistOf(visit);
  const parts: Part[] = [
    background.part,
    uptakePart(visit, baseline, parameters, scale),
    samePart(sameScanner, 'scanner'),
    samePart(sameReconstruction, 'reconstruction'),
  ];
  return {
    failures: parts.flatMap(({ failures = [] }) => failures),
    unknown: parts.flatMap(({ unknown = [] }) => unknown),
    remarks: activityRemarks(visit, baseline, parameters, scale),
    numbers: {
      backgroundDifferenceSul:
        background.difference === null ? null : ratio(background.difference, scale.one),
      uptakeMinutes: uptakeOf(visit),
      baselineUptakeMinutes: uptakeOf(baseline),
    },
  };
}

import type { TargetStates } from '../course/burden.js';
import type { TargetStatus } from '../course/lesionState.js';
import { scanDate } from '../course/responseDate.js';
import { type Followed, splitEntries, splitRoot, type Visit } from '../course/subject.js';
import type { LengthScale } from '../decimal.js';
import type { LesionInput } from '../schemas.js';
import { type Size, sizeOf } from './measure.js';

/** The size of one target, or of one part of a target that split, at one visit. */
export interface Reading {
  readonly id: string;
  /** The target of the baseline. */
  readonly target: string;
  readonly node: boolean;
  readonly size: Size;
  /** Targets that are confluent with this one here; empty for a lesion on its own. */
  readonly joint: readonly string[];
  readonly status: LesionInput['status'];
  readonly scanDate: string | null;
}

/** By lesion id; a target without a size of its own (not evaluable, treated, merged into another) has no reading. */
export type Readings = ReadonlyMap<string, Reading>;

/** The lesion a merged target went into, as last stated. */
function hostOf(id: string, history: readonly Visit[]): string | null {
  return history.map(({ lesions }) => lesions.get(id)?.mergedInto).findLast(Boolean) ?? null;
}

/** The target itself and its parts, as far as they are listed at this visit. */
function partsOf(target: Followed, visit: Visit, history: readonly Visit[]): LesionInput[] {
  const lookup = splitEntries(history);
  return visit.lesions.list.filter(
    lesion =>
      lesion.id === target.id || (lesion.splitFrom && splitRoot(lesion, lookup) === target.id)
  );
}

const sized: readonly (TargetStatus | undefined)[] = [
  'measured',
  'tooSmallToMeasure',
  'absent',
  'split',
];
const gone: Size = { ldi: 0n, sdi: 0n, ppd: 0n };

/** Absent with a size, or there at 0 mm: not evaluable. */
const isContradicted = ({ status }: LesionInput, { ppd }: Size): boolean =>
  ppd > 0n ? status === 'absent' : Boolean(status) && status !== 'absent';

/** The size a lesion was read with: its own, the default of one too small to measure, none of one that is gone. */
function sizeRead(lesion: LesionInput, tooSmall: Size, scale: LengthScale): Size | null {
  if (lesion.evaluable === false) return null;
  const size = sizeOf(lesion, scale);
  if (lesion.tooSmallToMeasure && !size?.ppd) return tooSmall;
  if (size !== null) return isContradicted(lesion, size) ? null : size;
  return lesion.status === 'absent' ? gone : null;
}

/** Sizes at one visit, the last of `history` (baseline first); `states` are the targets' states there. */
export function readingsAt(
  targets: readonly Followed[],
  states: TargetStates,
  visit: Visit,
  history: readonly Visit[],
  scale: LengthScale,
  tstmDefaultMm: number
): Readings {
  const readings = new Map<string, Reading>();
  const small = scale.of(tstmDefaultMm);
  const tooSmall: Size = { ldi: small, sdi: small, ppd: small * small };
  const merged = states
    .filter(({ status }) => status === 'merged')
    .map(({ id }) => ({ id, host: hostOf(id, history) }));
  targets.forEach((target, index) => {
    if (!sized.includes(states[index]?.status)) return;
    for (const lesion of partsOf(target, visit, history)) {
      const size = sizeRead(lesion, tooSmall, scale);
      if (size === null) continue;
      const { id } = lesion;
      readings.set(id, {
        id,
        target: target.id,
        node: target.node,
        size,
        joint: merged.filter(({ host }) => host === id).map(one => one.id),
        status: lesion.status ?? null,
        scanDate: scanDate(visit, id),
      });
    }
  });
  return readings;
}

/** Sizes of one lesion on its own at earlier visits, in time order; a confluent mass tells nothing of one lesion. */
export function earlierSizes(id: string, past: readonly Readings[]): Size[] {
  return past.flatMap(readings => {
    const reading = readings.get(id);
    return reading && reading.joint.length === 0 ? [reading.size] : [];
  });
}

/**
 * Smallest earlier product, with the diameters to compare with: those of the visit of that product, or each diameter's
 * own minimum. Null when the lesion has no earlier size.
 */
export function smallest(sizes: readonly Size[], diameters: 'atPpdNadir' | 'ownMin'): Size | null {
  const first = sizes[0];
  if (!first) return null;
  const least = sizes.reduce((best, size) => (size.ppd < best.ppd ? size : best), first);
  if (diameters === 'atPpdNadir') return least;
  const minimum = (values: readonly bigint[]): bigint =>
    values.reduce((best, value) => (value < best ? value : best));
  return {
    ppd: least.ppd,
    ldi: minimum(sizes.map(({ ldi }) => ldi)),
    sdi: minimum(sizes.map(({ sdi }) => sdi)),
  };
}

/**
 * Smallest sum of products that a group of targets had at an earlier visit where all of them were read; null when
 * there was none. `past` are the earlier visits' states.
 */
export function smallestGroup(
  ids: readonly string[],
  past: readonly TargetStates[]
): bigint | null {
  const sums = past
    .map(states => states.filter(({ id }) => ids.includes(id)))
    .filter(group => group.every(({ complete }) => complete))
    .map(group => group.reduce((sum, { known }) => sum + known, 0n));
  return sums.reduce<bigint | null>(
    (best, sum) => (best === null || sum < best ? sum : best),
    null
  );
}

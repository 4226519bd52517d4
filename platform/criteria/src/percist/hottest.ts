import { organOf } from '../course/selection.js';
import type { Visit } from '../course/subject.js';
import type { LesionInput } from '../schemas.js';
import type { Parameters } from './parameters.js';
import type { Reading } from './reading.js';

/** A number of one scan; a lower bound of it where not `complete`. */
export interface Amount {
  readonly known: bigint;
  readonly complete: boolean;
}

export interface Hottest extends Amount {
  /** The lesions that have this SULpeak. */
  readonly ids: readonly string[];
}

interface Numbered {
  readonly id: string;
  readonly known: bigint;
}

const countedOf = ({ states, others }: Reading, excluded: ReadonlySet<string>): Numbered[] => [
  ...states.filter(({ id }) => !excluded.has(id)),
  ...others,
];

/** SULpeak of the hottest lesion of a scan. It is known only if every target was read, or called so by the reader. */
export function hottestOf(reading: Reading, excluded: ReadonlySet<string>): Hottest {
  const counted = countedOf(reading, excluded);
  const known = counted.reduce((most, one) => (one.known > most ? one.known : most), 0n);
  return {
    known,
    complete:
      reading.statedHottest ||
      reading.states.every(({ id, complete }) => complete || excluded.has(id)),
    ids: counted.filter(one => one.known === known && known > 0n).map(({ id }) => id),
  };
}

export interface SulReferences {
  readonly current: Hottest;
  readonly baseline: bigint;
  readonly nadir: bigint;
  /** What a rise is measured against. */
  readonly reference: bigint;
  /** Targets left to measure. */
  readonly counted: number;
}

/** Lesions treated locally that are left out of this scan and of those it is compared with. */
export function excludedIds({ states }: Reading): ReadonlySet<string> {
  return new Set(states.filter(({ excluded }) => excluded).map(({ id }) => id));
}

/**
 * The hottest lesion against the baseline and the lowest earlier scan: `earlier` starts with the baseline and has the
 * scans that may be compared. The lesion may be another one on every scan.
 */
export function sulReferences(
  reading: Reading,
  earlier: readonly Reading[],
  parameters: Pick<Parameters, 'nadirFromPartial' | 'percist.pmdRef'>
): SulReferences {
  const excluded = excludedIds(reading);
  const past = earlier.map(one => hottestOf(one, excluded));
  const baseline = past[0]?.known ?? 0n;
  const nadir = past
    .filter(({ complete }) => complete || parameters.nadirFromPartial)
    .reduce((least, { known }) => (known < least ? known : least), baseline);
  return {
    current: hottestOf(reading, excluded),
    baseline,
    nadir,
    reference: parameters['percist.pmdRef'] === 'nadir' ? nadir : baseline,
    counted: reading.states.filter(({ id }) => !excluded.has(id)).length,
  };
}

/** A lesion as it was last described: a later scan need not repeat its place. */
function described(id: string, history: readonly Visit[]): LesionInput | undefined {
  const all = history.map(({ lesions }) => lesions.get(id)).filter(one => one !== undefined);
  return all.findLast(({ location }) => location) ?? all.at(-1);
}

/** Sum of SULpeak of the hottest lesions of a scan, so many in all and per organ. `history` ends with the scan. */
export function sumOfHottest(
  reading: Reading,
  history: readonly Visit[],
  { maxTargets, maxTargetsPerOrgan }: Pick<Parameters, 'maxTargets' | 'maxTargetsPerOrgan'>
): Amount {
  const excluded = excludedIds(reading);
  const hottestFirst = countedOf(reading, excluded).sort((a, b) => Number(b.known - a.known));
  const perOrgan = new Map<string, number>();
  let taken = 0;
  let known = 0n;
  for (const one of hottestFirst) {
    const lesion = described(one.id, history);
    // A lesion without a place shares no organ with another.
    const organ = (lesion && organOf(lesion)) ?? `lesion ${one.id}`;
    const inside = perOrgan.get(organ) ?? 0;
    if (taken >= maxTargets || inside >= maxTargetsPerOrgan) continue;
    perOrgan.set(organ, inside + 1);
    taken += 1;
    known += one.known;
  }
  return {
    known,
    complete: reading.states.every(({ id, complete }) => complete || excluded.has(id)),
  };
}

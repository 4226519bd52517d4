import { sql } from 'kysely';
import { alikePlaces } from './alike-places.js';
import { unsettledSubjects, walkWhere } from './find-subjects.js';
import type { PlaceFacts } from './place-facts.js';
import { progressFrame, type ProgressDeps } from './progress-frame.js';
import { isLate, ownStanding, standings, type Standing } from './standing.js';
import { stuckBecause } from './stuck-rules.js';
import { subjectPlaces } from './subject-places.js';

/** How many slots at a timepoint there are, and how they stand. */
export interface Counts {
  /** All of them, also those without images. */
  slots: number;
  late: number;
  stuck: number;
  /** By where a slot stands by itself; standings that nothing has are left out. */
  states: Partial<Record<Standing, number>>;
}

export interface Summary {
  subjects: number;
  total: Counts;
  sites: (Counts & { site: string | null })[];
  timepoints: (Counts & { timepoint: string })[];
  /** Of the slots that somebody has. */
  readers: (Counts & { reader: string })[];
}

/** How many subjects are looked at between two moments for other requests. */
const atOnce = 500;

const nothing = (): Counts => ({ slots: 0, late: 0, stuck: 0, states: {} });

/** Where a place counts, and how often. */
interface Counted {
  readonly site: string | null;
  readonly timepoint: string | null;
  readonly reader: string | null;
  readonly times: number;
  readonly standing: Standing;
  readonly late: boolean;
  readonly stuck: boolean;
}

const addTo = (counts: Counts, { standing, late, stuck, times }: Counted): void => {
  counts.slots += times;
  if (late) counts.late += times;
  if (stuck) counts.stuck += times;
  counts.states[standing] = (counts.states[standing] ?? 0) + times;
};

const ordered = ({ states, ...counts }: Counts): Counts => ({
  ...counts,
  states: Object.fromEntries(
    standings.flatMap(standing =>
      states[standing] === undefined ? [] : [[standing, states[standing]]]
    )
  ),
});

/** By name; what has none comes last. */
const byName = (one: readonly [string | null, Counts], other: readonly [string | null, Counts]) =>
  one[0] === other[0] ? 0 : one[0] === null ? 1 : other[0] === null || one[0] < other[0] ? -1 : 1;

class Tally {
  readonly #total = nothing();
  readonly #sites = new Map<string | null, Counts>();
  readonly #timepoints: Map<string, Counts>;
  readonly #readers = new Map<string, Counts>();

  constructor(timepoints: readonly string[]) {
    this.#timepoints = new Map(timepoints.map(code => [code, nothing()]));
  }

  add(counted: Counted): void {
    const of = <Key>(counts: Map<Key, Counts>, key: Key): Counts => {
      const known = counts.get(key) ?? nothing();
      counts.set(key, known);
      return known;
    };
    addTo(this.#total, counted);
    addTo(of(this.#sites, counted.site), counted);
    if (counted.timepoint !== null) addTo(of(this.#timepoints, counted.timepoint), counted);
    if (counted.reader !== null) addTo(of(this.#readers, counted.reader), counted);
  }

  summary(subjects: number): Summary {
    return {
      subjects,
      total: ordered(this.#total),
      sites: [...this.#sites].sort(byName).map(([site, counts]) => ({ site, ...ordered(counts) })),
      timepoints: [...this.#timepoints].map(([timepoint, counts]) => ({
        ...{ timepoint, ...ordered(counts) },
      })),
      readers: [...this.#readers].sort(byName).map(([reader, counts]) => ({
        ...{ reader, ...ordered(counts) },
      })),
    };
  }
}

/**
 * Counts of a whole trial, by the same facts and rules as the matrix. Sites and readers are in the order of their names,
 * timepoints in the charter's. What is neither late nor stuck is counted in the database; the rest is looked at subject by
 * subject, in parts, so that others are answered meanwhile.
 */
export const progressSummary = async (
  deps: ProgressDeps,
  trialId: string,
  track?: string
): Promise<Summary> => {
  const frame = await progressFrame(deps, trialId, track);
  const tally = new Tally(frame.plan.columns.map(({ timepoint }) => timepoint));
  const unsettled = await unsettledSubjects(deps.db, frame);
  const settled = await alikePlaces(deps.db, frame, unsettled);
  for (const { count, ...alike } of settled.groups) {
    tally.add({ ...alike, times: count, late: false, stuck: false });
  }
  const walk = walkWhere(deps.db, trialId, [sql<boolean>`subject.id = any(${unsettled}::uuid[])`]);
  let { subjects } = settled;
  let after: string | null = null;
  let ended = false;
  while (!ended) {
    const rows = await walk(after, atOnce);
    for (const { site, timepoints, whole } of await subjectPlaces(deps.db, frame, rows)) {
      const add = (timepoint: string | null, place: PlaceFacts): void =>
        tally.add({
          ...{ site, timepoint, reader: place.reader?.user ?? null, times: 1 },
          standing: ownStanding(place),
          late: isLate(place),
          stuck: stuckBecause(place) !== null,
        });
      for (const { timepoint, places } of timepoints) {
        places.forEach(place => add(timepoint, place));
      }
      whole.forEach(place => add(null, place));
    }
    subjects += rows.length;
    after = rows.at(-1)?.identifier ?? null;
    ended = rows.length < atOnce;
  }
  return tally.summary(subjects);
};

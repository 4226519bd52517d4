import { findLocation, type LesionInput } from '@corelab/criteria';
import { type CourseLesion, isNode, mainDiameterMm } from './courseLesion.js';
import type { BareDifference, Said } from './difference.js';
import { enteredState, sizeFields } from './enteredState.js';
import { type MatchedLesion, pairBySize } from './matchLesions.js';
import { canonical, sameValue } from './sameValue.js';
import type { SideName } from './shape.js';

/** What both reads cover, and where a difference between rows is one of its own. */
export interface Shared {
  /** Timepoints that both reads have, in order. */
  readonly timepoints: readonly string[];
  /** Those at which both could be assessed at all. */
  readonly assessed: readonly string[];
  /** Entries of lesions that are compared as they are. */
  readonly details: readonly string[];
  /** Whether two labels, of A and of B, are one lesion. */
  readonly same: (a: string, b: string) => boolean;
}

type Both = MatchedLesion & { readonly a: CourseLesion; readonly b: CourseLesion };

/** A location with its side, as one code. */
export function placeOf({
  location,
  laterality,
}: Pick<CourseLesion, 'location' | 'laterality'>): string | null {
  return location === null || laterality === null ? location : `${location}, ${laterality}`;
}

const about = (lesion: CourseLesion, timepoint: string): Said => {
  const row = lesion.rows.get(timepoint);
  return {
    lesion: lesion.id,
    place: placeOf(lesion),
    role: lesion.role,
    state: enteredState(row),
    sizeMm: row ? mainDiameterMm(row) : null,
  };
};

const firstListed = ({ rows }: CourseLesion, timepoints: readonly string[]): string | null =>
  timepoints.find(id => rows.has(id)) ?? null;

function onlyOne(
  lesion: CourseLesion,
  by: SideName,
  { timepoints }: Shared
): BareDifference | null {
  const timepoint = firstListed(lesion, timepoints);
  if (timepoint === null) return null;
  const kinds = {
    target: 'targetOnlyOne',
    'non-target': 'nonTargetOnlyOne',
    new: 'newLesionOnlyOne',
  } as const;
  const said = about(lesion, timepoint);
  return {
    kind: lesion.part ? 'partOnlyOne' : kinds[lesion.role],
    timepoint,
    lesions: by === 'a' ? { a: lesion.id, b: null } : { a: null, b: lesion.id },
    field: null,
    by,
    match: null,
    said: by === 'a' ? { a: said, b: {} } : { a: {}, b: said },
  };
}

const organOf = ({ location }: CourseLesion): string | null =>
  findLocation(location)?.organ ?? location;

/** Lesions of one read alone. Targets of one organ, one in each read, are told as an exchange. */
export function unmatchedDifferences(
  lesions: readonly MatchedLesion[],
  shared: Shared
): BareDifference[] {
  const alone = {
    a: lesions.flatMap(({ a, b }) => (a && !b ? [a] : [])),
    b: lesions.flatMap(({ a, b }) => (b && !a ? [b] : [])),
  };
  const baseline = shared.timepoints[0] ?? '';
  const chosen = ({ role, part, rows }: CourseLesion): boolean =>
    role === 'target' && !part && rows.has(baseline);
  const exchanged = pairBySize(
    { a: alone.a.filter(chosen), b: alone.b.filter(chosen) },
    (a, b) => organOf(a) !== null && organOf(a) === organOf(b)
  );
  const told = (side: SideName, { id }: CourseLesion): boolean =>
    exchanged.some(pair => pair[side].id === id);
  return [
    ...exchanged.map(({ a, b }): BareDifference => ({
      kind: 'otherTarget',
      timepoint: baseline,
      lesions: { a: a.id, b: b.id },
      field: null,
      by: null,
      match: null,
      said: { a: about(a, baseline), b: about(b, baseline) },
    })),
    ...(['a', 'b'] as const).flatMap(side =>
      alone[side]
        .filter(lesion => !told(side, lesion))
        .flatMap(lesion => onlyOne(lesion, side, shared) ?? [])
    ),
  ];
}

/** Null stands for what was not entered; what is no plain value is said as JSON, keys sorted. */
export function entry(row: object | undefined, field: string): Said[string] {
  const value: unknown = (row as Readonly<Record<string, unknown>> | undefined)?.[field] ?? null;
  const plain =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return value === null || plain ? value : canonical(value);
}

/** The diameter to name: that which stands for the size if it differs, else another one that does. What is absent measures 0, said or not. */
function differingSize(a: LesionInput, b: LesionInput): (typeof sizeFields)[number] | null {
  const main = isNode(a) && isNode(b) ? 'shortAxisMm' : 'longestDiameterMm';
  const order = [main, ...sizeFields.filter(field => field !== main)] as const;
  const unsaid = enteredState(a) === 'absent' ? 0 : null;
  return order.find(field => (a[field] ?? unsaid) !== (b[field] ?? unsaid)) ?? null;
}

function rowDifferences(pair: Both, timepoint: string, shared: Shared): BareDifference[] {
  const { same, details } = shared;
  const [a, b] = [pair.a.rows.get(timepoint), pair.b.rows.get(timepoint)];
  const [stateA, stateB] = [enteredState(a), enteredState(b)];
  const said = { a: about(pair.a, timepoint), b: about(pair.b, timepoint) };
  const made = (rest: Partial<BareDifference> & Pick<BareDifference, 'kind'>): BareDifference => ({
    timepoint,
    lesions: { a: pair.a.id, b: pair.b.id },
    field: null,
    by: null,
    match: pair.match,
    said,
    ...rest,
  });
  const adding = (of: (row: LesionInput | undefined) => Said) => ({
    a: { ...said.a, ...of(a) },
    b: { ...said.b, ...of(b) },
  });
  if (stateA !== stateB) {
    const by = stateA === 'notEvaluable' ? 'a' : stateB === 'notEvaluable' ? 'b' : null;
    const kind = by ? 'evaluability' : 'state';
    return [made({ kind, by, said: adding(row => ({ reason: row?.reason ?? null })) })];
  }
  if (!a || !b) return [];
  const found: BareDifference[] = [];
  if (stateA === 'notEvaluable' && !sameValue(a.reason, b.reason))
    found.push(
      made({
        kind: 'reason',
        field: 'lesion',
        said: adding(row => ({ reason: row?.reason ?? null })),
      })
    );
  if (a.mergedInto && b.mergedInto && !same(a.mergedInto, b.mergedInto))
    found.push(
      made({ kind: 'mergedInto', said: adding(row => ({ host: row?.mergedInto ?? null })) })
    );
  const size = differingSize(a, b);
  if (size)
    found.push(
      made({
        kind: 'size',
        field: size,
        said: adding(row => ({ sizeMm: row?.[size] ?? null })),
      })
    );
  if (!sameValue(a.date, b.date))
    found.push(made({ kind: 'lesionDate', said: adding(row => ({ date: row?.date ?? null })) }));
  for (const field of details)
    if (!sameValue(entry(a, field), entry(b, field)))
      found.push(
        made({
          kind: 'lesionDetail',
          field,
          said: adding(row => ({ value: entry(row, field) })),
        })
      );
  return found;
}

/** Everything that two reads say otherwise of one lesion. */
export function matchedDifferences(pair: Both, shared: Shared): BareDifference[] {
  const { a, b, match } = pair;
  const { timepoints } = shared;
  const [firstA, firstB] = [a, b].map(lesion => firstListed(lesion, timepoints));
  const place = (id: string | null | undefined): number =>
    id ? timepoints.indexOf(id) : timepoints.length;
  const [placeA, placeB] = [place(firstA), place(firstB)];
  const first = timepoints[Math.min(placeA, placeB)];
  if (first === undefined) return [];
  const made = (rest: Partial<BareDifference> & Pick<BareDifference, 'kind'>): BareDifference => ({
    timepoint: first,
    lesions: { a: a.id, b: b.id },
    field: null,
    by: null,
    match,
    said: { a: about(a, first), b: about(b, first) },
    ...rest,
  });
  if (a.role !== b.role) return [made({ kind: 'role' })];
  const found: BareDifference[] = [];
  if (!placesSaidAlike(a, b)) found.push(made({ kind: 'place' }));
  const late = Math.max(placeA, placeB);
  const seenEarlier = a.role === 'new' && placeA !== placeB;
  if (seenEarlier) {
    const later = timepoints[late] ?? null;
    const said = { a: { ...about(a, first), later }, b: { ...about(b, first), later } };
    found.push(made({ kind: 'newLesionEarlier', by: placeA < placeB ? 'a' : 'b', said }));
  }
  const from = seenEarlier ? late : Math.min(placeA, placeB);
  const rest = timepoints.slice(from).filter(id => shared.assessed.includes(id));
  return [...found, ...rest.flatMap(id => rowDifferences(pair, id, shared))];
}

function placesSaidAlike(a: CourseLesion, b: CourseLesion): boolean {
  const alike = (one: unknown, two: unknown) => one === null || two === null || one === two;
  return (
    alike(a.location, b.location) && alike(a.laterality, b.laterality) && alike(a.node, b.node)
  );
}

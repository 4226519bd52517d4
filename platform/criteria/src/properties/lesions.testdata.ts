import fc from 'fast-check';
import type { LesionInput } from '../schemas.js';

/** A lesion with what its criterion takes beside the common entries. */
export type Entry = LesionInput & Record<string, unknown>;

/** A lesion of the baseline that every visit is asked about. */
export interface Known {
  readonly id: string;
  readonly location: string;
  readonly node: boolean;
}

/** How a family of criteria writes sizes: the longest diameter (short axis of a node) and its perpendicular, mm. */
export type SizeForm = (lesion: Known, longest: number, across: number) => Record<string, unknown>;

/** What a family adds to every lesion that is there; `first`: at the baseline. */
export type Extras = (lesion: Known, first: boolean) => fc.Arbitrary<Record<string, unknown>>;

export const nothing = (): fc.Arbitrary<Record<string, unknown>> => fc.constant({});

/** Sizes over a baseline of 40 mm, at, around and far from every published threshold, and any tenth of a millimetre. */
export const millimetres: fc.Arbitrary<number> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...[0, 4, 4.9, 5, 9.9, 10, 14.9, 15, 15.1, 18, 20, 22, 24, 25, 26, 27.9, 28, 28.1, 30],
      ...[32, 35.9, 36, 38, 40, 42, 44, 45, 47.9, 48, 49.9, 50, 55, 59.9, 60, 61, 70, 80]
    ),
  },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 900 }).map(tenths => tenths / 10) }
);
const across: fc.Arbitrary<number> = fc.constantFrom(0.25, 0.5, 0.8, 1);
const tenth = (value: number): number => Math.round(value * 10) / 10;

/** A size by the family's form; the perpendicular is a part of the longest diameter. */
export const sized = (known: Known, form: SizeForm, longest = millimetres) =>
  fc
    .tuple(longest, across)
    .map(([mm, part]) => form(known, mm, mm === 0 ? 0 : Math.max(tenth(mm * part), 0.1)));

const base = (known: Known, role: LesionInput['role']) => ({ ...known, role });

/** A target at baseline: large enough for every criterion. */
export const targetAtBaseline = (known: Known, form: SizeForm, extras: Extras) =>
  fc
    .tuple(
      fc.constantFrom(20, 30, 32.5, 40, 40, 40, 55),
      fc.constantFrom(0.75, 1),
      extras(known, true)
    )
    .map(([mm, part, more]): Entry => ({
      ...base(known, 'target'),
      ...form(known, mm, tenth(mm * part)),
      ...more,
    }));

const days = (from: string | null, gap: number): string | null =>
  from === null ? null : new Date(Date.parse(from) + gap * 86_400_000).toISOString().slice(0, 10);

/** A target at a later visit: measured, or in one of the states of section 0.3; `host` is what it may merge into. */
export function targetAtVisit(
  known: Known,
  form: SizeForm,
  extras: Extras,
  host: string | null
): fc.Arbitrary<(date: string | null) => Entry[]> {
  const state = (more: Record<string, unknown>): ((date: string | null) => Entry[]) => {
    return () => [{ ...base(known, 'target'), ...more }];
  };
  const measured = fc
    .tuple(sized(known, form), extras(known, false), fc.constantFrom(0, 0, 0, -2, 3))
    .map(([size, more, shift]) => (date: string | null): Entry[] => [
      {
        ...base(known, 'target'),
        ...size,
        ...more,
        ...(shift === 0 || date === null ? {} : { date: days(date, shift) }),
      },
    ]);
  const parts = fc.tuple(sized(known, form), sized(known, form), extras(known, false)).map(
    ([a, b, more]) =>
      (): Entry[] =>
        [a, b].map((size, index) => ({
          ...base({ ...known, id: `${known.id}${index === 0 ? 'a' : 'b'}` }, 'target'),
          splitFrom: known.id,
          ...size,
          ...more,
        }))
  );
  const treated = fc
    .tuple(sized(known, form), extras(known, false), fc.boolean())
    .map(([size, more, dated]) => (date: string | null): Entry[] => [
      {
        ...base(known, 'target'),
        ...size,
        ...more,
        locallyTreated: { kind: 'ablation', ...(dated && date !== null ? { date } : {}) },
      },
    ]);
  return fc.oneof(
    { weight: 14, arbitrary: measured },
    { weight: 1, arbitrary: fc.constant(state({ tooSmallToMeasure: true })) },
    { weight: 2, arbitrary: fc.constant(state({ status: 'absent' })) },
    { weight: 1, arbitrary: fc.constant(state({ evaluable: false, reason: 'OBSCURED' })) },
    { weight: 1, arbitrary: fc.constant(() => []) },
    { weight: 1, arbitrary: parts },
    { weight: 1, arbitrary: treated },
    ...(host === null
      ? []
      : [{ weight: 1, arbitrary: fc.constant(state({ mergedInto: host, status: 'present' })) }])
  );
}

/** A non-target at a later visit, by its state. */
export const nonTargetAtVisit = (known: Known, extras: Extras): fc.Arbitrary<Entry[]> =>
  fc
    .tuple(
      fc.constantFrom(
        'present',
        'present',
        'present',
        'absent',
        'absent',
        'progressed',
        'NE',
        'omitted'
      ),
      extras(known, false)
    )
    .map(([status, more]): Entry[] => {
      if (status === 'omitted') return [];
      const state = status === 'NE' ? { evaluable: false } : { status: status as 'present' };
      return [{ ...base(known, 'non-target'), ...state, ...more }];
    });

/** A new lesion, mostly none; equivocal, unequivocal, gone, not judged, or told by its size alone. */
export const newAtVisit = (known: Known, form: SizeForm, extras: Extras): fc.Arbitrary<Entry[]> => {
  const lesion = fc
    .tuple(
      fc.constantFrom('equivocal', 'unequivocal', 'unequivocal', 'absent', 'NE', 'sizeOnly'),
      sized(known, form),
      extras(known, false)
    )
    .map(([status, size, more]): Entry[] => {
      const own = base(known, 'new');
      if (status === 'absent') return [{ ...own, status, ...more }];
      if (status === 'NE') return [{ ...own, evaluable: false }];
      const stated = status === 'sizeOnly' ? {} : { status: status as 'equivocal' };
      return [{ ...own, ...stated, ...size, ...more }];
    });
  return fc.oneof(
    { weight: 9, arbitrary: fc.constant<Entry[]>([]) },
    { weight: 2, arbitrary: lesion }
  );
};

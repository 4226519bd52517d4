import { Type, type TSchema } from '@sinclair/typebox';
import { finding } from '../course/baselineFindings.js';
import type { Visit } from '../course/subject.js';
import type { Finding, Trace } from '../schemas.js';

/** One of these words, or left out. */
export const choice = <const T extends readonly string[]>(values: T, description: string) =>
  Type.Optional(
    Type.Unsafe<T[number] | null>(
      Type.Union([...values.map((value): TSchema => Type.Literal(value)), Type.Null()], {
        description,
      })
    )
  );

/** Marrow of one timepoint; not given: not repeated. */
export const marrowInputs = {
  marrow: choice(
    ['negative', 'positive', 'indeterminate'],
    'Bone marrow by morphology; leave out where it was not examined.'
  ),
  marrowIhc: choice(
    ['negative', 'positive'],
    'Immunohistochemistry of a marrow that is indeterminate by morphology.'
  ),
};

export type Marrow = 'negative' | 'positive' | 'indeterminate' | null;

/** What a visit's marrow is: immunohistochemistry decides an indeterminate one; null where it was not examined. */
export function marrowOf({ input }: Visit): Marrow {
  const { marrow, marrowIhc } = input as Visit['input'] & {
    marrow?: Marrow;
    marrowIhc?: 'negative' | 'positive' | null;
  };
  return marrow === 'indeterminate' ? (marrowIhc ?? 'indeterminate') : (marrow ?? null);
}

/**
 * CLEAR: nothing in the way of CR. INVOLVED: involved, and was at baseline. UNPROVEN: was involved or can't be told.
 * NEW: new, or back after a negative one.
 */
export type MarrowState = 'CLEAR' | 'INVOLVED' | 'UNPROVEN' | 'NEW';

export interface MarrowRating {
  readonly state: MarrowState;
  readonly involvedAtBaseline: boolean;
  readonly trace: readonly [Trace];
  readonly findings: readonly Finding[];
}

/** `history` starts with the baseline. */
export function rateMarrow(history: readonly Visit[], source: string): MarrowRating {
  const marrows = history.map(marrowOf);
  const now = marrows.at(-1);
  const involvedAtBaseline = marrows[0] === 'positive';
  const known = marrows.slice(0, -1).filter(one => one === 'negative' || one === 'positive');
  const result = (
    state: MarrowState,
    rule: string,
    text: string,
    findings: readonly Finding[] = []
  ): MarrowRating => ({
    state,
    involvedAtBaseline,
    trace: [{ rule, text, numbers: {}, source }],
    findings,
  });
  if (now === 'positive') {
    if (known.includes('negative'))
      return result('NEW', 'marrow.new', 'The marrow is involved after a negative one.');
    if (known.length === 0) {
      const text =
        'The marrow is involved, but was not examined before: new or old cannot be told.';
      const note = finding('marrow.baselineMissing', 'warning', null, text, source);
      return result('UNPROVEN', 'marrow.unproven', text, [note]);
    }
    return result('INVOLVED', 'marrow.involved', 'The marrow is involved as before.');
  }
  if (now === 'indeterminate') {
    const text = 'The marrow is indeterminate and immunohistochemistry is missing.';
    const note = finding('marrow.ihcMissing', 'warning', null, text, source);
    return result('UNPROVEN', 'marrow.indeterminate', text, [note]);
  }
  if (!now && known.at(-1) === 'positive')
    return result(
      'UNPROVEN',
      'marrow.notRepeated',
      'The marrow was involved and was not examined again.'
    );
  const text = now === 'negative' ? 'The marrow is negative.' : 'No involved marrow is known.';
  return result('CLEAR', 'marrow.clear', text);
}

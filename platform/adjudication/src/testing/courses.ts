import { type AssessmentInput, criteria, type LesionInput } from '@corelab/criteria';
import fc from 'fast-check';
import { histories } from '../../../criteria/src/properties/course.testdata.js';
import { subjected } from '../../../criteria/src/properties/subjected.testdata.js';
import { type CourseRead, courseRead, type Pair, type Position } from '../courseRead.js';

export const criterionIds = Object.keys(subjected);

export function inputs(criterion: string): fc.Arbitrary<AssessmentInput> {
  const parameters = criteria[criterion]?.parameters;
  const family = subjected[criterion]?.family;
  if (!parameters || !family) throw new Error(`no criterion ${criterion}`);
  return histories(criterion, parameters, family);
}

/** A lesion's entry without the days of its own. */
function undated(lesion: LesionInput): LesionInput {
  const entries = Object.entries(lesion).filter(([name]) => name !== 'date');
  const bare = Object.fromEntries(entries) as LesionInput;
  return lesion.locallyTreated ? { ...bare, locallyTreated: { kind: 'ablation' } } : bare;
}

/** The second reader's marks under the first one's facts, parameters and dates. */
function ofSameSubject(a: AssessmentInput, b: AssessmentInput): AssessmentInput {
  const dates = new Map(a.timepoints.map(({ id, date }) => [id, date ?? null]));
  return {
    ...a,
    timepoints: b.timepoints.slice(0, a.timepoints.length).map(one => {
      const date = dates.get(one.id) ?? null;
      return { ...one, date, lesions: date === null ? one.lesions.map(undated) : one.lesions };
    }),
  };
}

const place = fc.constantFrom(0, 4, 9, 12, 30, 80);

/** Marks near and far, of some of the lesions. */
function positionsOf({ timepoints }: AssessmentInput): fc.Arbitrary<Position[]> {
  const marks = timepoints.flatMap(({ id, lesions }) =>
    lesions.map(lesion => ({ timepoint: id, lesion: lesion.id }))
  );
  return fc
    .tuple(...marks.map(mark => fc.tuple(fc.constant(mark), fc.option(place, { freq: 2 }))))
    .map(found =>
      found.flatMap(([mark, x]): Position[] => (x === null ? [] : [{ ...mark, lps: [x, 0, 0] }]))
    );
}

/** Each lesion at a place of its own, at every timepoint: no doubt which is which. */
export function apart({ timepoints }: AssessmentInput): Position[] {
  const labels = [...new Set(timepoints.flatMap(({ lesions }) => lesions.map(({ id }) => id)))];
  return timepoints.flatMap(({ id, lesions }) =>
    lesions.map((lesion): Position => ({
      timepoint: id,
      lesion: lesion.id,
      lps: [0, 0, 200 * labels.indexOf(lesion.id)],
    }))
  );
}

/** Two reads of one subject that share nothing but what no reader decides. */
export function pairs(criterion: string): fc.Arbitrary<Pair<CourseRead>> {
  return fc.tuple(inputs(criterion), inputs(criterion)).chain(([first, second]) => {
    const a = { ...first, timepoints: first.timepoints.slice(0, 4) };
    const b = ofSameSubject(a, second);
    const marks = fc.oneof(
      fc.constant<[Position[], Position[]]>([[], []]),
      fc.tuple(positionsOf(a), positionsOf(b))
    );
    return marks.map(([ofA, ofB]) => ({
      a: courseRead(a, { positions: ofA }),
      b: courseRead(b, { positions: ofB }),
    }));
  });
}

const sizeNames = ['longestDiameterMm', 'shortAxisMm', 'perpendicularDiameterMm'] as const;

/** The same read with other sizes, or with other sizes and states, after the baseline. */
export function remeasured(input: AssessmentInput, states: boolean): fc.Arbitrary<AssessmentInput> {
  const change = fc.record({
    factor: fc.constantFrom(0.5, 0.7, 1, 1, 1.2, 1.4),
    state: states
      ? fc.constantFrom<Partial<LesionInput> | null>(
          null,
          null,
          { evaluable: false, reason: 'OBSCURED' },
          { status: 'absent' },
          { tooSmallToMeasure: true }
        )
      : fc.constant(null),
  });
  const [baseline] = input.timepoints;
  const count = input.timepoints.flatMap(({ lesions }) => lesions).length;
  return fc.array(change, { minLength: count, maxLength: count }).map(changes => {
    let next = 0;
    const timepoints = input.timepoints.map(timepoint => ({
      ...timepoint,
      lesions: timepoint.lesions.map((lesion): LesionInput => {
        const { factor = 1, state = null } = changes[next++] ?? {};
        if (timepoint === baseline) return lesion;
        const isTarget = lesion.role === 'target' && !lesion.splitFrom && !lesion.mergedInto;
        if (state && isTarget) {
          const { id, role, location, node } = lesion;
          return { id, role, location: location ?? null, node: node ?? null, ...state };
        }
        const sizes = sizeNames.flatMap(name => {
          const size = lesion[name];
          return size ? [[name, Math.round(size * factor * 10) / 10 || 0.1] as const] : [];
        });
        return { ...lesion, ...Object.fromEntries(sizes) };
      }),
    }));
    return { ...input, timepoints };
  });
}

/** The same entries in another order. */
export function shuffled(input: AssessmentInput): fc.Arbitrary<AssessmentInput> {
  const orders = input.timepoints.map(({ lesions }) =>
    fc.shuffledSubarray([...lesions], { minLength: lesions.length })
  );
  return fc.tuple(...orders).map(lesions => ({
    ...input,
    timepoints: input.timepoints.map((one, index) => ({ ...one, lesions: lesions[index] ?? [] })),
  }));
}

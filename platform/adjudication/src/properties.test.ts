import { describe, expect, it } from '@jest/globals';
import { Value } from '@sinclair/typebox/value';
import fc from 'fast-check';
import {
  type AdjudicationCase,
  adjudicationCase,
  AdjudicationCaseSchema,
} from './adjudicationCase.js';
import { compareCourses } from './compareCourses.js';
import { type CourseRead, courseRead } from './courseRead.js';
import { type Difference, exchangedDifference } from './difference.js';
import { differences } from './differences.js';
import { canonical } from './sameValue.js';
import { sayInEnglish } from './sayInEnglish.js';
import type { ChosenRules } from './rules.js';
import { apart, criterionIds, inputs, pairs, remeasured, shuffled } from './testing/courses.js';
import { onDay } from './testing/reads.js';
import { withDifferenceReplaced } from './withDifferenceReplaced.js';

const everyTrigger: ChosenRules = {
  counterfactual: true,
  triggers: [
    'bor',
    'pdStatus',
    'pdDate',
    'respDate',
    'visitResponse',
    'neThroughout',
    'measurability',
    'newLesion',
    { variable: 'burden', absolute: 0 },
  ],
};
const sides = { a: 'b', b: 'a' } as const;
const exchangedRow = <T extends { a: unknown; b: unknown }>(row: T): T => ({
  ...row,
  a: row.b,
  b: row.a,
});

/** A case with the names of the reads exchanged; what is of equal rank in an order of its own. */
function exchangedCase({ comparison, differences: found }: AdjudicationCase) {
  return {
    comparison: {
      ...comparison,
      single: comparison.single && sides[comparison.single],
      readByOne: comparison.readByOne.map(one => ({ ...one, by: sides[one.by] })),
      variables: comparison.variables.map(row => ({
        ...exchangedRow(row),
        missing: row.missing && sides[row.missing],
      })),
    },
    differences: found.map(({ counterfactuals: _, ...one }) => exchangedDifference(one)),
  };
}
const bare = ({ comparison, differences: found }: AdjudicationCase) => ({
  comparison,
  differences: found.map(({ counterfactuals: _, ...one }) => one),
});

function allTaken(a: CourseRead, b: CourseRead, found: readonly Difference[]): CourseRead {
  return found.reduce((course, difference) => {
    const { course: next, refused } = withDifferenceReplaced(course, difference, b);
    if (refused && refused.reason !== 'derived') throw new Error(refused.reason);
    return next ?? course;
  }, a);
}

/** More runs in a campaign: `npm run verify:properties`. */
const times = Number(process.env['CORELAB_PROPERTY_TIMES'] ?? '1');

describe.each(criterionIds)('%s', criterion => {
  it('a read differs in nothing from itself, in whatever order it was entered', () => {
    const courses = inputs(criterion).chain(input =>
      shuffled(input).map(other => [courseRead(input), courseRead(other)] as const)
    );
    fc.assert(
      fc.property(courses, ([one, other]) => {
        expect(differences(one, other)).toEqual([]);
        const { fired, status, variables } = compareCourses(one, other, everyTrigger);
        expect({ fired, status }).toEqual({ fired: [], status: 'concordant' });
        expect(variables.some(({ differs }) => differs)).toBe(false);
      }),
      { numRuns: 10 * times }
    );
  });

  it('drawing the names changes the names alone, and nothing tells the order of the reads', () => {
    fc.assert(
      fc.property(pairs(criterion), ({ a, b }) => {
        const drawn = adjudicationCase(a, b, false, everyTrigger);
        expect(adjudicationCase(b, a, true, everyTrigger)).toEqual(drawn);
        const exchanged = adjudicationCase(a, b, true, everyTrigger);
        const expected = exchangedCase(drawn);
        expect(exchanged.comparison).toEqual(expected.comparison);
        const texts = (found: readonly Difference[]) => found.map(canonical);
        expect(texts(bare(exchanged).differences).sort()).toEqual(
          texts(expected.differences).sort()
        );
        const kinds = (found: readonly Difference[]) =>
          found.map(({ kind, timepoint }) => `${kind} ${String(timepoint)}`);
        expect(kinds(bare(exchanged).differences)).toEqual(kinds(expected.differences));
      }),
      { numRuns: 4 * times }
    );
  });

  it('the order of entry changes nothing', () => {
    const courses = pairs(criterion).chain(({ a, b }) =>
      shuffled(a.input).map(input => ({ a, b, other: { ...a, ...courseRead(input) } }))
    );
    fc.assert(
      fc.property(courses, ({ a, b, other }) => {
        expect(differences(other, b)).toEqual(differences(a, b));
        expect(compareCourses(other, b, everyTrigger)).toEqual(compareCourses(a, b, everyTrigger));
      }),
      { numRuns: 10 * times }
    );
  });

  it.each([
    ['sizes', false],
    ['sizes and states', true],
  ])(
    'with every difference of %s taken over, one read comes to what the other does',
    (_, states) => {
      const courses = inputs(criterion).chain(input =>
        remeasured(input, states).map(other => ({
          a: courseRead(input, { positions: apart(input) }),
          b: courseRead(other, { positions: apart(other) }),
        }))
      );
      fc.assert(
        fc.property(courses, ({ a, b }) => {
          const taken = allTaken(a, b, differences(a, b));
          expect(differences(taken, b)).toEqual([]);
          expect(taken.output).toEqual(b.output);
        }),
        { numRuns: 10 * times }
      );
    }
  );

  it('everything found has its schema, its sentence and no value of its own making', () => {
    fc.assert(
      fc.property(pairs(criterion), ({ a, b }) => {
        const found = adjudicationCase(a, b, false, everyTrigger);
        expect([...Value.Errors(AdjudicationCaseSchema, found)]).toEqual([]);
        const given = new Set(
          [a, b].flatMap(({ input }) =>
            input.timepoints.flatMap(({ id, lesions }) =>
              lesions.map(({ longestDiameterMm = null }) => `${id} ${String(longestDiameterMm)}`)
            )
          )
        );
        for (const { counterfactuals, ...difference } of found.differences) {
          expect(sayInEnglish(difference.message)).not.toMatch(/undefined|\{\{|\[object/);
          for (const { messages } of counterfactuals ?? [])
            for (const message of messages)
              expect(sayInEnglish(message)).not.toMatch(/undefined|\{\{/);
          const { course } = withDifferenceReplaced(a, difference, b);
          for (const { id, lesions } of course?.input.timepoints ?? [])
            for (const { longestDiameterMm = null } of lesions)
              expect(given).toContain(`${id} ${String(longestDiameterMm)}`);
        }
      }),
      { numRuns: 4 * times }
    );
  });
});

/** RECIST 1.1 without confirmation, read off the visits by hand. */
function outcomeByHand({ output }: CourseRead): string {
  const visits = output.timepoints.slice(1).map(visit => ({
    date: visit.date,
    response: visit.revised?.value ?? visit.overall,
  }));
  const progressed = visits.findIndex(({ response }) => response === 'PD');
  const counted = progressed < 0 ? visits : visits.slice(0, progressed + 1);
  const responded = counted.find(({ response }) => response === 'CR' || response === 'PR');
  return JSON.stringify([
    output.bestOverallResponse.unconfirmed.value,
    visits[progressed]?.date ?? null,
    responded?.date ?? null,
  ]);
}

describe('other lesions, sums and targets', () => {
  it('fire exactly where what they come to differs', () => {
    const recist = inputs('recist-1.1').map(({ newTherapyDate: _, ...input }) => ({
      ...input,
      parameters: {},
      timepoints: input.timepoints.map((one, index) => ({
        ...one,
        date: onDay(30 * index),
        lesions: one.lesions.map(({ date: __, locallyTreated: ___, ...lesion }) => lesion),
      })),
      startDate: onDay(0),
    }));
    const courses = fc.oneof(
      fc.tuple(recist, recist),
      recist.chain(input => remeasured(input, true).map(other => [input, other] as const))
    );
    const seen = { same: 0, other: 0 };
    fc.assert(
      fc.property(courses, ([one, other]) => {
        const { length } = one.timepoints;
        const [a, b] = [
          courseRead(one),
          courseRead({ ...other, timepoints: other.timepoints.slice(0, length) }),
        ];
        const same = outcomeByHand(a) === outcomeByHand(b);
        seen[same ? 'same' : 'other'] += 1;
        expect(compareCourses(a, b).status).toBe(same ? 'concordant' : 'discordant');
      }),
      { numRuns: 200 }
    );
    expect(Math.min(seen.same, seen.other)).toBeGreaterThan(10);
  });
});

describe('what came along with a read', () => {
  it('comes out nowhere: neither who read it nor when', () => {
    const canary = 'CANARY-reader2-2026-11-29T12:00';
    const marked = (course: CourseRead): CourseRead => ({
      ...course,
      input: {
        ...course.input,
        timepoints: course.input.timepoints.map(one => ({
          ...one,
          readBy: canary,
          lesions: one.lesions.map(lesion => ({ ...lesion, savedAt: canary })),
        })),
      },
      ...{ slot: canary },
    });
    fc.assert(
      fc.property(pairs('recist-1.1'), fc.boolean(), ({ a, b }, swap) => {
        const plain = adjudicationCase(a, b, swap, everyTrigger);
        const found = adjudicationCase(a, marked(b), swap, everyTrigger);
        expect(JSON.stringify(found)).not.toContain('CANARY');
        expect(found).toEqual(plain);
      }),
      { numRuns: 10 * times }
    );
  });
});

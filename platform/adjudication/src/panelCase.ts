import { assessmentSchemas } from '@corelab/criteria';
import { type Static, Type } from '@sinclair/typebox';
import { readIn } from './compareCourses.js';
import type { CourseRead } from './courseRead.js';
import type { PanelSlot, Reads } from './decision.js';
import {
  type Difference,
  differenceKinds,
  DifferenceSchema,
  namedDifference,
  type Said,
} from './difference.js';
import { differences } from './differences.js';
import {
  comparePanel,
  nameOf,
  PanelComparisonSchema,
  panelNames,
  type PanelOrder,
} from './panel.js';
import { type ChosenRules, resolveRules } from './rules.js';
import { windowOf, wholeSubject } from './scope.js';
import { Nullable, oneOf } from './shape.js';

const Name = oneOf(panelNames, 'A read, by its neutral name.');

const WhenSchema = Type.Object({
  timepoint: Nullable(Type.String()),
  day: Nullable(Type.Integer({ description: 'days since the reference date' })),
});

export const PanelReadSchema = Type.Object({
  name: Name,
  bestResponse: Type.String(),
  progression: Type.Object({ status: Type.String(), ...WhenSchema.properties }),
  /** The first response; null without one. */
  response: Nullable(WhenSchema),
  timepoints: Type.Array(
    Type.Object({
      timepoint: Type.String(),
      /** As revised by what was read since; null where nothing was rated, as at the baseline. */
      response: Nullable(Type.String()),
      burden: assessmentSchemas.output.properties.timepoints.items.properties.burden,
      newLesions: Nullable(Type.Boolean()),
    })
  ),
});

/** What the readers of a panel see of their reads: nothing names a slot, a reader, a time or an order of reading. */
export const PanelCaseSchema = Type.Object({
  comparison: PanelComparisonSchema,
  reads: Type.Array(PanelReadSchema),
  differences: Type.Array(
    Type.Object({
      between: Type.Object({ one: Name, other: Name }),
      ...DifferenceSchema.properties,
    })
  ),
});
export type PanelCase = Static<typeof PanelCaseSchema>;
type PanelRead = Static<typeof PanelReadSchema>;

function shownRead(
  name: PanelRead['name'],
  course: CourseRead,
  order: readonly string[],
  chosen: ChosenRules
): PanelRead {
  const rules = resolveRules(chosen);
  const { outcome } = readIn(course, windowOf(wholeSubject, order), rules);
  const { bestResponse, progression, response } = outcome;
  return {
    name,
    bestResponse: bestResponse.value,
    progression: {
      status: progression.status,
      ...{ timepoint: progression.timepoint, day: progression.day },
    },
    response: response && { timepoint: response.timepoint, day: response.day },
    timepoints: course.output.timepoints.map(({ id, burden, newLesions }) => ({
      ...{ timepoint: id, response: outcome.responses.get(id) ?? null, burden },
      newLesions: newLesions ?? null,
    })),
  };
}

/** How far two sizes are apart, as a share of the larger; 0 where one is not given. */
function shareOf({ said: { a, b } }: Pick<Difference, 'said'>): number {
  const [one, other] = [a['sizeMm'], b['sizeMm']];
  if (typeof one !== 'number' || typeof other !== 'number') return 0;
  const larger = Math.max(one, other);
  return larger === 0 ? 0 : Math.abs(one - other) / larger;
}

const isTarget = ({ role }: Said): boolean => role === 'target';

/** By kind; of sizes those of targets first, then the largest difference. */
function byWeight(one: Difference, other: Difference): number {
  const rank = ({ kind }: Difference): number => differenceKinds.indexOf(kind);
  const lessThanTarget = ({ said }: Difference): number =>
    Number(!isTarget(said.a) && !isTarget(said.b));
  return (
    rank(one) - rank(other) ||
    lessThanTarget(one) - lessThanTarget(other) ||
    shareOf(other) - shareOf(one)
  );
}

/**
 * The place of the difference at which a meeting opens: the first at a timepoint on whose response the reads differ, else the
 * first of all; null where there is none.
 */
export function openingDifference({
  comparison: { differing },
  differences,
}: {
  readonly comparison: { readonly differing: readonly string[] };
  readonly differences: readonly { readonly timepoint: string | null }[];
}): number | null {
  const at = differences.findIndex(({ timepoint }) => differing.includes(timepoint ?? ''));
  return at >= 0 ? at : differences.length > 0 ? 0 : null;
}

/**
 * The whole meeting as data, the reads in the order of their names, the differences by timepoint, the weightiest first. Dates
 * are those of the input: give shifted ones. Throws what `compareCourses` does.
 */
export function panelCase(
  reads: Reads<CourseRead>,
  order: PanelOrder,
  chosen: Pick<ChosenRules, 'endpointOptions'> = {}
): PanelCase {
  const { endpointOptions } = chosen;
  const rules: ChosenRules = endpointOptions === undefined ? {} : { endpointOptions };
  const panel: PanelSlot[] = [...order];
  const comparison = comparePanel(reads, panel, rules);
  // A cause comes before what follows from it: the baseline first. What is of the whole subject is of no timepoint.
  const placeOf = ({ timepoint }: { readonly timepoint: string | null }): number =>
    comparison.timepoints.indexOf(timepoint ?? '');
  const named = order.flatMap(slot => {
    const course = reads[slot];
    return course ? [{ name: nameOf(slot, order), course }] : [];
  });
  return {
    comparison,
    reads: named.map(({ name, course }) => shownRead(name, course, comparison.timepoints, rules)),
    differences: named
      .flatMap((one, at) =>
        named.slice(at + 1).flatMap(other =>
          differences(one.course, other.course).map(difference => ({
            between: { one: one.name, other: other.name },
            ...namedDifference(difference, { a: one.name, b: other.name }),
          }))
        )
      )
      .sort((one, other) => placeOf(one) - placeOf(other) || byWeight(one, other)),
  };
}

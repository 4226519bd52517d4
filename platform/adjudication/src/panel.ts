import { type Static, Type } from '@sinclair/typebox';
import { compareCourses } from './compareCourses.js';
import type { CourseRead } from './courseRead.js';
import type { PanelSlot, Reads } from './decision.js';
import type { ChosenRules } from './rules.js';
import { timepointOrder } from './scope.js';
import { oneOf } from './shape.js';

/** By what the reads of a panel are compared: what each visit is rated, and what the course comes to. */
export const panelVariables = ['visitResponse', 'bor', 'pdStatus', 'pdDate', 'respDate'] as const;

/** Whether the reads of a panel say the same, and where not. */
export const PanelComparisonSchema = Type.Object({
  /** none: nobody read the subject. */
  status: oneOf(['concordant', 'discordant', 'none'], 'Whether its readers have to meet.'),
  /** Every timepoint that one of them read, in order. */
  timepoints: Type.Array(Type.String()),
  /** Those that not all of them rate alike, or not all of them read. */
  differing: Type.Array(Type.String()),
  /** Variables in which any two of them differ, in the order of `panelVariables`. */
  differ: Type.Array(Type.String()),
});
export type PanelComparison = Static<typeof PanelComparisonSchema>;

const pairsOf = <T>(all: readonly T[]): (readonly [T, T])[] =>
  all.flatMap((one, at) => all.slice(at + 1).map(other => [one, other] as const));

/**
 * Every read of a panel against every other, whole courses, by `panelVariables`: dates without tolerance, and what one has
 * and another has not differs. `panel` are the slots that the charter has: one without a read differs from the others. Throws
 * what `compareCourses` throws.
 */
export function comparePanel(
  reads: Reads<CourseRead>,
  panel: readonly PanelSlot[],
  { endpointOptions }: Pick<ChosenRules, 'endpointOptions'> = {}
): PanelComparison {
  const there = panel.flatMap(slot => reads[slot] ?? []);
  const timepoints = timepointOrder(there);
  if (there.length === 0) return { status: 'none', timepoints, differing: [], differ: [] };
  const rules: ChosenRules = {
    triggers: [...panelVariables],
    ...(endpointOptions === undefined ? {} : { endpointOptions }),
  };
  const compared = pairsOf(there).map(([a, b]) => compareCourses(a, b, rules));
  const rows = compared.flatMap(({ variables }) => variables.filter(({ fired }) => fired));
  const readByAll = (id: string): boolean =>
    there.length === panel.length &&
    there.every(({ output }) => output.timepoints.some(one => one.id === id));
  const differing = timepoints.filter(
    id => !readByAll(id) || rows.some(row => row.timepoint === id)
  );
  const differ = panelVariables.filter(name => rows.some(({ variable }) => variable === name));
  return {
    status: differing.length + differ.length > 0 ? 'discordant' : 'concordant',
    ...{ timepoints, differing, differ },
  };
}

/** Names of a panel's reads that say nothing of whose they are; the same in every language. */
export const panelNames = ['A', 'B', 'C', 'D', 'E'] as const;
export type PanelName = (typeof panelNames)[number];

/** Whose read each name stands for, as drawn once for a panel: the first is A's. For the record, never for the page. */
export type PanelOrder = readonly PanelSlot[];

/** Whose read a name stands for; undefined where the panel has no such name. */
export const slotNamed = (name: string, order: PanelOrder): PanelSlot | undefined =>
  order[panelNames.findIndex(one => one === name)];

export const nameOf = (slot: PanelSlot, order: PanelOrder): PanelName => {
  const name = panelNames[order.indexOf(slot)];
  if (name === undefined) throw new RangeError(`${slot} has no name among ${order.join(', ')}`);
  return name;
};

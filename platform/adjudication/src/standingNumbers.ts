import { type Static, Type } from '@sinclair/typebox';
import { AdjudicationError } from './adjudicationError.js';
import { type CourseRead, type Series, seriesName } from './courseRead.js';
import type { Reads, Slot } from './decision.js';
import { distanceOf, meanOf } from './exactDifference.js';
import { Nullable, oneOf } from './shape.js';

/** A score, a volume or the burden as it stands, by timepoint. */
export const NumbersSchema = Type.Object({
  name: Type.String(),
  unit: Nullable(Type.String()),
  visits: Type.Array(
    Type.Object({
      timepoint: Type.String(),
      value: Nullable(Type.Number()),
      how: oneOf(
        ['read', 'mean', 'median', 'meanOfClosest2', 'single'],
        'As one read has it, what several come to, or of the only read that has it.'
      ),
      /** Reads that have a value, of those that should. */
      given: Type.Integer(),
      of: Type.Integer(),
    })
  ),
});
export type Numbers = Static<typeof NumbersSchema>;
type Visit = Numbers['visits'][number];

/** What stands of numbers at a timepoint: of which reads, and how they become one. */
export interface NumberRule {
  readonly slots: readonly Slot[];
  readonly how: Exclude<Visit['how'], 'single'>;
}

/** Scores and volumes of a read, and the criterion's burden where it has one, as `burden`. */
function seriesOf({ numeric, output }: CourseRead): Series[] {
  const unit = output.timepoints.find(({ burden }) => burden)?.burden?.unit;
  const visits = output.timepoints.map(({ id, burden }) => ({
    timepoint: id,
    value: burden?.value ?? null,
  }));
  return [...(unit === undefined ? [] : [{ name: 'burden', unit, visits }]), ...(numeric ?? [])];
}

/** Of three numbers: the middle one, or the mean of the two that lie closest; the middle one where both gaps are the same. */
function ofThree(values: readonly number[], how: 'median' | 'meanOfClosest2'): number | null {
  const [low, middle, high] = [...values].sort((a, b) => a - b);
  if (low === undefined || middle === undefined || high === undefined) return null;
  const [below, above] = [distanceOf(low, middle), distanceOf(middle, high)];
  if (how === 'median' || below === above) return middle;
  return below < above ? meanOf(low, middle) : meanOf(middle, high);
}

function combined(
  values: readonly number[],
  { slots, how }: NumberRule,
  singleStands: boolean
): Pick<Visit, 'value' | 'how'> {
  const [first = null, second] = values;
  if (how === 'read') return { value: first, how };
  if (how !== 'mean')
    return { value: values.length === slots.length ? ofThree(values, how) : null, how };
  if (first !== null && second !== undefined) return { value: meanOf(first, second), how };
  return first !== null && singleStands ? { value: first, how: 'single' } : { value: null, how };
}

/**
 * Every number as it stands. A value that one of the reads lacks makes a mean or median missing, unless `singleStands` takes
 * the other one of two alone, flagged. Throws AdjudicationError CL_COURSES_DIFFER on one series in two units.
 */
export function standingNumbers(
  reads: Reads<CourseRead>,
  rules: readonly (readonly [timepoint: string, rule: NumberRule])[],
  singleStands: boolean
): Numbers[] {
  const used = [...new Set(rules.flatMap(([, { slots }]) => slots))];
  const series = new Map(
    used.map(slot => {
      const read = reads[slot];
      return [slot, new Map((read ? seriesOf(read) : []).map(one => [seriesName(one), one]))];
    })
  );
  const names = [...new Set([...series.values()].flatMap(own => [...own.keys()]))];
  return names.map(name => {
    const own = (slot: Slot): Series | undefined => series.get(slot)?.get(name);
    const units = [...new Set(used.flatMap(slot => own(slot) ?? []).map(({ unit }) => unit))];
    if (units.length > 1)
      throw new AdjudicationError(
        'CL_COURSES_DIFFER',
        '/reads',
        `"${name}" is in ${units.join(' in one read and in ')} in another`
      );
    const visits = rules.map(([timepoint, rule]): Visit => {
      const values = rule.slots.flatMap(
        slot => own(slot)?.visits.find(one => one.timepoint === timepoint)?.value ?? []
      );
      return {
        timepoint,
        ...combined(values, rule, singleStands),
        given: values.length,
        of: rule.slots.length,
      };
    });
    return { name, unit: units[0] ?? null, visits };
  });
}

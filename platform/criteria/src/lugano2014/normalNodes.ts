import { type Crossing, farthestCrossing, sizeCrossing } from '../course/margin.js';
import type { LengthScale } from '../decimal.js';
import type { Facts } from '../lymphoma/facts.js';
import type { Reading } from '../lymphoma/readings.js';

/** Longest diameter of a normal node, mm: up to it. */
export const normalNodeMm = 15;

/** The readings of the targets that keep CR away; null where one of them is no node, or has no size of its own. */
function abnormalNodes({ states, readings }: Facts): Reading[] | null {
  const found = states
    .filter(({ present }) => present)
    .map(({ id, status }) => (status === 'measured' ? readings.get(id) : undefined));
  return found.every(reading => reading?.node === true) ? (found as Reading[]) : null;
}

/** The node that alone keeps CR away; null where there is none. */
export function lastAbnormalNode(facts: Facts): string | null {
  const nodes = abnormalNodes(facts);
  return nodes?.length === 1 ? (nodes[0]?.id ?? null) : null;
}

/**
 * Where the targets would be CR, or would not be any more, by the longest diameters of nodes. All of several abnormal
 * ones must become normal.
 */
export function normalNodeCrossings(facts: Facts, scale: LengthScale): Crossing[] {
  const { current, baseline } = facts.references;
  const limit = scale.of(normalNodeMm);
  const to = (category: string, { id, size }: Reading): Crossing =>
    sizeCrossing({ id, size: size.ldi, limit }, category, scale);
  const abnormal = abnormalNodes(facts);
  if (abnormal === null) return [];
  const [first, ...rest] = abnormal.map(reading => to('CR', reading));
  if (first) return [farthestCrossing([first, ...rest])];
  return [...facts.readings.values()]
    .filter(({ size }) => size.ppd > 0n)
    .map(reading => {
      const { ppd, sdi } = reading.size;
      const sum = current.known - ppd + limit * sdi;
      // Just over the limit: a sum of exactly half at it is more than half beyond it.
      return to(2n * sum < baseline ? 'PR' : 'SD', reading);
    });
}

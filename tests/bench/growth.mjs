/** Exponent of the growth of a work with its size, between the smallest and the largest: 1 is linear, 2 quadratic. */
export function growth(runs, sizeOf, workOf) {
  const [first, last] = [runs[0], runs[runs.length - 1]];
  return Math.log(workOf(last) / workOf(first)) / Math.log(sizeOf(last) / sizeOf(first));
}

/** Microseconds of processor time, which a busy machine changes less than wall time. */
export function processorTime(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/**
 * For each work the least processor time of `rounds` rounds, all works in turn: what other programs do in between falls
 * on all alike. A collection takes compiled code with it (about a tenth of a second until it is back, which the smallest
 * size would feel most): each work runs once unmeasured after it.
 */
export function leastTimes(works, rounds) {
  const least = works.map(() => Infinity);
  for (let round = 0; round < rounds; round += 1)
    works.forEach((work, index) => {
      globalThis.gc?.();
      work();
      least[index] = Math.min(least[index], processorTime(work));
    });
  return least;
}

/** Bytes on the heap that what `make` returns holds on to. */
export function heldBytes(make) {
  if (typeof globalThis.gc !== 'function') throw new Error('run with --expose-gc');
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  const made = make();
  globalThis.gc();
  return { bytes: process.memoryUsage().heapUsed - before, made };
}

/** Megabytes of memory that the process took at its highest. */
export const peakMb = () => Math.round(process.resourceUsage().maxRSS / 1000);

import { decimalPlaces, scaled } from '@corelab/criteria';

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

function common(values: readonly number[]): { units: bigint[]; places: number } {
  const places = Math.max(...values.map(decimalPlaces));
  return { units: values.map(value => scaled(value, places)), places };
}

/** What two numbers lie apart, exact at the decimals they came with. */
export function distanceOf(a: number, b: number): number {
  const { units, places } = common([a, b]);
  const [first = 0n, second = 0n] = units;
  return Number(magnitude(first - second)) / 10 ** places;
}

/** `value - reference`, exact at the decimals they came with. */
export function changeOf(value: number, reference: number): number {
  return value < reference ? -distanceOf(value, reference) : distanceOf(value, reference);
}

/** Mean of two numbers, exact at the decimals they came with. */
export function meanOf(a: number, b: number): number {
  const { units, places } = common([a, b]);
  const [first = 0n, second = 0n] = units;
  return Number(first + second) / (2 * 10 ** places);
}

/** Whether two numbers lie more than so many per cent of their mean apart (of both without sign); never where both are 0. */
export function exceedsPct(a: number, b: number, percent: number): boolean {
  const { units } = common([a, b, percent]);
  const [first = 0n, second = 0n] = units;
  const places = decimalPlaces(percent);
  const of = scaled(percent, places);
  // |a - b| > p/100 x (|a| + |b|)/2, both sides by 200 x 10^places.
  return (
    200n * 10n ** BigInt(places) * magnitude(first - second) >
    of * (magnitude(first) + magnitude(second))
  );
}

/** Whether two numbers lie more than this apart. */
export function exceeds(a: number, b: number, absolute: number): boolean {
  const { units } = common([a, b, absolute]);
  const [first = 0n, second = 0n, limit = 0n] = units;
  return magnitude(first - second) > limit;
}

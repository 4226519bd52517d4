/** Decimal numbers as integers of one common power of ten, so that no decision meets binary floating point. */
export interface LengthScale {
  /** Decimals kept: one unit is 10^-places mm. */
  readonly places: number;
  /** Units in one millimetre: 10^places. */
  readonly one: bigint;
  /** The exact integer of a millimetre value with at most `places` decimals. */
  of(mm: number): bigint;
  /** Back to millimetres, rounded to two decimals for output. */
  toMm(value: bigint): number;
  /** A product of two scaled lengths in square millimetres, rounded to two decimals for output. */
  toMm2(value: bigint): number;
}

function parts(value: number): { digits: string; places: number } {
  const text = Math.abs(value).toExponential();
  const end = text.indexOf('e');
  const digits = text.slice(0, end).replace('.', '');
  const places = digits.length - 1 - Number(text.slice(end + 1));
  const zeros = Math.max(0, -places);
  return { digits: digits + '0'.repeat(zeros), places: places + zeros };
}

/** Powers of ten below the doubles' 15 certain digits. */
const powersOfTen = Array.from({ length: 16 }, (_, exponent) => Number(`1e${exponent}`));
const certain = 1e15;

/**
 * value x 10^places where doubles prove it exact, else null. Two decimals of at most 15 digits are never the same double,
 * and a quotient of two integers that are doubles is the double nearest to it: so when the division gives the value
 * back, units / 10^places is the number as it is written.
 */
function provenUnits(value: number, places: number): number | null {
  // Without a power that is certain nothing is proven.
  const power = powersOfTen[places] ?? NaN;
  const units = Math.round(value * power);
  return Math.abs(units) < certain && units / power === value ? units : null;
}

/** Decimals of a number as it is written (32.1 has one). */
export function decimalPlaces(value: number): number {
  return parts(value).places;
}

/** value x 10^places as an integer; `places` must be at least the number's own decimals. */
export function scaled(value: number, places: number): bigint {
  const units = provenUnits(value, places);
  if (units !== null) return BigInt(units);
  const own = parts(value);
  if (own.places > places) throw new RangeError(`${value} has more than ${places} decimals`);
  return BigInt(Math.sign(value)) * BigInt(own.digits) * 10n ** BigInt(places - own.places);
}

/** Up to here every step of `roundedRatio` is an integer below 2^53. */
const exactlyDivided = 1e13;

function roundedRatio(numerator: number, denominator: number): number {
  const bottom = 2 * Math.abs(denominator);
  const top = 200 * Math.abs(numerator) + Math.abs(denominator);
  const rounded = (top - (top % bottom)) / bottom;
  // 0 and never -0.
  return (Math.sign(numerator) * Math.sign(denominator) * rounded) / 100 + 0;
}

/** numerator / denominator rounded half away from zero to two decimals; null for a zero denominator. */
export function ratio(numerator: bigint, denominator: bigint): number | null {
  if (denominator === 0n) return null;
  const [over, under] = [Number(numerator), Number(denominator)];
  if (Math.max(Math.abs(over), Math.abs(under)) <= exactlyDivided) return roundedRatio(over, under);
  const half = numerator * denominator < 0n ? -denominator : denominator;
  return Number((200n * numerator + half) / (2n * denominator)) / 100;
}

/** Change from `reference` to `current` in per cent, two decimals; null when the reference is 0. */
export function percentChange(current: bigint, reference: bigint): number | null {
  return ratio(100n * (current - reference), reference);
}

/** The scale that keeps every decimal of these millimetre values. */
export function lengthScale(values: Iterable<number>): LengthScale {
  let places = 1;
  for (const value of values)
    if (provenUnits(value, places) === null) places = Math.max(places, decimalPlaces(value));
  const unit = 10n ** BigInt(places);
  return {
    places,
    one: unit,
    of: mm => scaled(mm, places),
    toMm: value => ratio(value, unit) ?? 0,
    toMm2: value => ratio(value, unit * unit) ?? 0,
  };
}

/**
 * current >= (100 + percent) % of reference; from a reference of 0 any value above 0 counts, from one below 0 (a
 * difference) any above the reference.
 */
export function increasedBy(current: bigint, reference: bigint, percent: bigint): boolean {
  return reference <= 0n ? current > reference : 100n * current >= (100n + percent) * reference;
}

/** current <= (100 - percent) % of reference; never from a reference of 0 or less. */
export function decreasedBy(current: bigint, reference: bigint, percent: bigint): boolean {
  return reference > 0n && 100n * current <= (100n - percent) * reference;
}

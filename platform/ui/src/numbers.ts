const minus = '\u2212';
const noBreakSpace = '\u00a0';

function withTrueMinus(digits: string): string {
  return digits.startsWith('-') ? `${minus}${digits.slice(1)}` : digits;
}

/** 24.12 -> "24.1"; a negative value gets the true minus. Decimal point in every language. */
export function formatNumber(value: number, decimals = 1): string {
  const digits = value.toFixed(decimals);
  return withTrueMinus(Number(digits) === 0 ? digits.replace('-', '') : digits);
}

/** 24.12 -> "24.1 mm" with a no-break space. */
export function formatMm(value: number): string {
  return `${formatNumber(value)}${noBreakSpace}mm`;
}

/** A change always carries its sign: 9.54 -> "+9.5". */
export function formatChange(value: number, decimals = 1): string {
  const digits = formatNumber(value, decimals);
  return digits.startsWith(minus) || Number(digits) === 0 ? digits : `+${digits}`;
}

/** 9.54 -> "+9.5 %" with a no-break space. */
export function formatPercentChange(value: number, decimals = 1): string {
  return `${formatChange(value, decimals)}${noBreakSpace}%`;
}

/** Order by code unit: the same everywhere, no locale. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

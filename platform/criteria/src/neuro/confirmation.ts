import { daysBetween } from '../dates.js';

const levels: readonly string[] = ['CR', 'PR', 'MR'];

export interface DatedResponse {
  readonly date: string | null;
  readonly overall: string;
}

/**
 * Whether a response is held: an earlier visit at least `confirmationDays` before had it or a better one, and between
 * the two nothing else but at most `maxInterveningNE` visits that were NE. True for anything but a response.
 */
export function isHeld(
  current: DatedResponse,
  earlier: readonly DatedResponse[],
  {
    confirmationDays,
    maxInterveningNE,
  }: { readonly confirmationDays: number; readonly maxInterveningNE: number }
): boolean {
  const level = levels.indexOf(current.overall);
  if (level < 0) return true;
  let gaps = 0;
  for (const { date, overall } of [...earlier].reverse()) {
    if (overall === 'NE') {
      gaps += 1;
      if (gaps > maxInterveningNE) return false;
      continue;
    }
    const at = levels.indexOf(overall);
    if (at < 0 || at > level) return false;
    const days = daysBetween(date, current.date);
    if (days !== null && days >= confirmationDays) return true;
  }
  return false;
}

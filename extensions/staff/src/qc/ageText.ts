import { text } from '@corelab/ui';
import { instantText } from '../parts/instantText.js';

const dayMs = 86_400_000;

/** Whole days since an instant; today while not one is over. */
export function ageText(instant: string, now: Date): string {
  const days = Math.floor((now.getTime() - Date.parse(instant)) / dayMs);
  return days < 1 ? text('qc.today') : text('qc.days', { count: days });
}

/** An instant, and how long ago that is. */
export const sinceText = (instant: string, now: Date): string =>
  text('qc.since', { instant: instantText(instant), age: ageText(instant, now) });

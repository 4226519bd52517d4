import { text } from '@corelab/ui';
import type { ComparedReads } from './comparedReads.js';

type Named = Pick<ComparedReads, 'timepoints' | 'studies'>;

/** What a timepoint is called, by its id in the case; the id itself where nothing calls it otherwise. */
export function timepointLabel({ timepoints, studies }: Named, id: string): string {
  const named = timepoints.find(timepoint => timepoint.id === id)?.label;
  return named ?? studies.find(({ timepointId }) => timepointId === id)?.timepoint ?? id;
}

const dayMs = 86_400_000;

/** "Day +168". */
export const dayNumberText = (day: number): string =>
  day < 0
    ? text('adj.dayBefore', { days: -day })
    : text(day === 0 ? 'adj.dayZero' : 'adj.dayAfter', { days: day });

/** A duration from the baseline, as the server writes days where the charter tells readers no dates: `P56D`, `-P14D`. */
function durationDays(date: string): number | null {
  const match = /^(-?)P(\d{1,6})D$/.exec(date);
  return match === null ? null : Number(`${match[1]}${match[2]}`);
}

/** A date as days from the baseline: no calendar date stands beside a subject. */
export function dayText({ timepoints }: Named, date: string): string {
  const told = durationDays(date);
  if (told !== null) return dayNumberText(told);
  const known = timepoints.find(timepoint => timepoint.day !== null && timepoint.date !== '');
  const days = (Date.parse(date) - Date.parse(known?.date ?? '')) / dayMs;
  return Number.isFinite(days)
    ? dayNumberText(Math.round(days) + (known?.day ?? 0))
    : text('adj.dayUnknown');
}

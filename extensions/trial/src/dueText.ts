import { text } from '@corelab/ui';

const dayMs = 86_400_000;

/**
 * When a read is due, in days from today: near a subject no calendar date stands. `dueDate` is ISO 8601 (its day
 * counts), `today` is the reader's clock. Null says that none is set.
 */
export function dueText(dueDate: string | null, today: Date): string {
  if (dueDate === null) return text('list.noDue');
  const due = Date.parse(dueDate.slice(0, 10));
  const now = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate());
  const days = Math.round((due - now) / dayMs);
  if (Number.isNaN(days)) return dueDate;
  if (days === 0) return text('due.today');
  if (days === 1) return text('due.tomorrow');
  if (days === -1) return text('due.yesterday');
  return days > 0 ? text('due.inDays', { days }) : text('due.late', { days: -days });
}

/** Whether its day has passed. */
export function isLate(dueDate: string | null, today: Date): boolean {
  const now = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate());
  return dueDate !== null && Date.parse(dueDate.slice(0, 10)) < now;
}

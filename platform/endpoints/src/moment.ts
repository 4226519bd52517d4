/** A calendar date and its whole days since 1970-01-01. */
export interface Moment {
  readonly day: number;
  readonly date: string;
}

/** How long something lasted, both ends included: end - start + 1 days; a month has 30.4375 days. */
export interface Duration {
  readonly days: number;
  readonly months: number;
}

const daysPerMonth = 30.4375;

export function momentOfDay(day: number): Moment {
  return { day, date: new Date(day * 86_400_000).toISOString().slice(0, 10) };
}

export function duration(start: Moment, end: Moment): Duration {
  const days = end.day - start.day + 1;
  return { days, months: Math.round((days / daysPerMonth) * 100) / 100 };
}

export function laterOf(first: Moment, second: Moment): Moment {
  return second.day > first.day ? second : first;
}

export function earlierOf(first: Moment, second: Moment): Moment {
  return second.day < first.day ? second : first;
}

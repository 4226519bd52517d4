/** An instant as it is typed: a day, or a day and a time, in UTC. */
export const instantOf = (typed: string): string | null => {
  const day = typed.trim();
  if (day === '') return null;
  const whole = /^\d{4}-\d{2}-\d{2}$/.test(day) ? `${day}T00:00:00Z` : day.replace(' ', 'T');
  return /[zZ]$|[+-]\d{2}:\d{2}$/.test(whole) ? whole : `${whole}Z`;
};

/** An instant as it would be typed. */
export const typedOf = (instant: string | null): string =>
  instant === null
    ? ''
    : instant
        .replace(/T00:00:00Z$/, '')
        .replace('T', ' ')
        .replace(/Z$/, '');

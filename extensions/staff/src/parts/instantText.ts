/** An instant as staff see it: ISO 8601 to the minute, with its zone. */
export const instantText = (instant: string): string =>
  `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;

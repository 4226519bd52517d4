/** What does not hold of a trial, with what shows it. */
export const fail = (what: string, details: unknown): never => {
  throw new Error(`${what}: ${JSON.stringify(details)}`);
};

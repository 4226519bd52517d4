/** How long sessions live and when guessing passwords ends; times in milliseconds. */
export interface AccessPolicy {
  readonly idleMs: number;
  readonly absoluteMs: number;
  readonly maxFailedLogins: number;
  readonly lockMs: number;
  /** Login requests a minute from one address. */
  readonly loginsPerMinute: number;
}

const minute = 60_000;

export const defaultPolicy: AccessPolicy = {
  idleMs: 30 * minute,
  absoluteMs: 12 * 60 * minute,
  maxFailedLogins: 5,
  lockMs: 15 * minute,
  loginsPerMinute: 60,
};

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

/**
 * What was written so far ahead of now, another process may have written whose clock goes a little before ours; more means
 * that the clock was set back since.
 */
export const clockSlackMs = 5 * minute;

export const defaultPolicy: AccessPolicy = {
  idleMs: 30 * minute,
  absoluteMs: 12 * 60 * minute,
  maxFailedLogins: 5,
  lockMs: 15 * minute,
  loginsPerMinute: 60,
};

const seconds = {
  CORELAB_SESSION_IDLE_SECONDS: 'idleMs',
  CORELAB_SESSION_LIMIT_SECONDS: 'absoluteMs',
} as const;

/**
 * The default policy with an installation's own session limits, whole seconds of at least 1.
 * @throws Error naming the variable that is not such a number.
 */
export const policyOf = (
  environment: Readonly<Record<string, string | undefined>>
): AccessPolicy => {
  const own: Partial<Record<'idleMs' | 'absoluteMs', number>> = {};
  for (const [name, field] of Object.entries(seconds)) {
    const given = environment[name];
    if (given === undefined || given === '') continue;
    if (!/^[1-9]\d{0,6}$/.test(given)) {
      throw new Error(`${name} is "${given}": expected whole seconds, at least 1.`);
    }
    own[field] = Number(given) * 1000;
  }
  return { ...defaultPolicy, ...own };
};

export const secondFactorRules = ['nobody', 'administrators', 'everybody'] as const;

/** Of whom an installation requires a second factor; administrators are those of the installation and admins of a trial. */
export type SecondFactorRule = (typeof secondFactorRules)[number];

/** How people are let in, how long sessions live and when guessing ends; times in milliseconds. */
export interface AccessPolicy {
  readonly idleMs: number;
  readonly absoluteMs: number;
  readonly maxFailedLogins: number;
  readonly lockMs: number;
  /** Login requests a minute from one address. */
  readonly loginsPerMinute: number;
  /** Exports, verifications, copies and backups a minute of one account, each kind. */
  readonly costlyPerMinute: number;
  /** Characters that a new password needs. */
  readonly passwordLength: number;
  readonly secondFactor: SecondFactorRule;
}

const minute = 60_000;

/**
 * What was written so far ahead of now, another process may have written whose clock goes a little before ours; more means
 * that the clock was set back since.
 */
export const clockSlackMs = 5 * minute;

/** NIST SP 800-63B-4: 15 characters where a password stands alone, as it does under a signature. */
export const defaultPolicy: AccessPolicy = {
  idleMs: 30 * minute,
  absoluteMs: 12 * 60 * minute,
  maxFailedLogins: 5,
  lockMs: 15 * minute,
  loginsPerMinute: 60,
  costlyPerMinute: 30,
  passwordLength: 15,
  secondFactor: 'nobody',
};

/** The least that NIST SP 800-63B allows at all: what the known passwords of the demonstration keep to. */
const leastPasswordLength = 8;

type Environment = Readonly<Record<string, string | undefined>>;

const seconds = {
  CORELAB_SESSION_IDLE_SECONDS: 'idleMs',
  CORELAB_SESSION_LIMIT_SECONDS: 'absoluteMs',
} as const;

const lengthOf = (environment: Environment, demo: boolean): number => {
  const given = environment['CORELAB_PASSWORD_LENGTH'] ?? '';
  if (given === '') return demo ? leastPasswordLength : defaultPolicy.passwordLength;
  const length = /^\d{1,2}$/.test(given) ? Number(given) : 0;
  if (length < leastPasswordLength || length > 64) {
    throw new Error(
      `CORELAB_PASSWORD_LENGTH is "${given}": expected a whole number from ${leastPasswordLength} to 64.`
    );
  }
  return length;
};

const secondFactorOf = (environment: Environment): SecondFactorRule => {
  const given = environment['CORELAB_SECOND_FACTOR'] ?? '';
  if (given === '') return defaultPolicy.secondFactor;
  const rule = secondFactorRules.find(one => one === given);
  if (rule === undefined) {
    throw new Error(
      `CORELAB_SECOND_FACTOR is "${given}": expected ${secondFactorRules.join(', ')}.`
    );
  }
  return rule;
};

/**
 * The default policy with an installation's own limits.
 * @throws Error naming the variable that is not what it should be.
 */
export const policyOf = (environment: Environment, { demo = false } = {}): AccessPolicy => {
  const own: Partial<Record<'idleMs' | 'absoluteMs', number>> = {};
  for (const [name, field] of Object.entries(seconds)) {
    const given = environment[name];
    if (given === undefined || given === '') continue;
    if (!/^[1-9]\d{0,6}$/.test(given)) {
      throw new Error(`${name} is "${given}": expected whole seconds, at least 1.`);
    }
    own[field] = Number(given) * 1000;
  }
  return {
    ...{ ...defaultPolicy, ...own },
    ...{ passwordLength: lengthOf(environment, demo), secondFactor: secondFactorOf(environment) },
  };
};

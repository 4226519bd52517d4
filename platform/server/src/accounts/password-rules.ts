import { CodedError } from '../http/coded-error.js';
import type { AccessPolicy } from './policy.js';

/** What a password must not be made of alone: the commonest ones of the lists of stolen passwords, and of this software. */
const commonest = [
  ...[
    'password',
    'passwort',
    'passw0rd',
    'kennwort',
    'letmein',
    'welcome',
    'willkommen',
    'iloveyou',
  ],
  ...[
    'changeme',
    'default',
    'administrator',
    'admin',
    'login',
    'secret',
    'geheim',
    'hallo',
    'hello',
  ],
  ...[
    'monkey',
    'dragon',
    'sunshine',
    'princess',
    'football',
    'baseball',
    'master',
    'superman',
    'batman',
  ],
  ...[
    'trustno',
    'starwars',
    'whatever',
    'summer',
    'winter',
    'spring',
    'autumn',
    'sommer',
    'herbst',
  ],
  ...['qwerty', 'qwertz', 'azerty', 'asdf', 'yxcv', 'zxcv', 'test', 'demo', 'guest', 'user'],
  ...[
    'corelab',
    'radiology',
    'radiologie',
    'radiologist',
    'hospital',
    'klinik',
    'reader',
    'trial',
    'ohif',
  ],
];

/** Rows of keys and the orders that everybody knows; three or more in a row, forwards or backwards, count for nothing. */
const orders = [
  ...['abcdefghijklmnopqrstuvwxyz', '01234567890', '1234567890'],
  ...['qwertyuiop', 'qwertzuiopü', 'azertyuiop', 'asdfghjklöä', 'zxcvbnm', 'yxcvbnm'],
];
const known = orders.flatMap(order => [order, [...order].reverse().join('')]);

/** Without what is repeated or stands in a known order. */
const withoutRuns = (text: string): string => {
  const single = text.replace(/(.{1,4}?)\1{2,}/gu, '');
  const kept: string[] = [];
  const letters = [...single];
  for (let at = 0; at < letters.length;) {
    let length = 0;
    while (
      at + length < letters.length &&
      known.some(order => order.includes(letters.slice(at, at + length + 1).join('')))
    ) {
      length += 1;
    }
    if (length < 3) kept.push(letters[at] ?? '');
    at += length < 3 ? 1 : length;
  }
  return kept.join('');
};

const without = (text: string, words: readonly string[]): string =>
  words.reduce((left, word) => left.replaceAll(word, ''), text);

/** How much of a password has to be more than names, the commonest passwords and runs of keys. */
const ownLength = 6;

/** No more than this: a longer one would only cost time. */
export const longestPassword = 200;

export interface NamedPerson {
  readonly user: string;
  readonly name: string;
}

const wordsOf = ({ user, name }: NamedPerson): string[] =>
  [user, ...user.split(/[._@-]+/), name.replaceAll(/\s+/gu, ''), ...name.split(/\s+/u)]
    .map(word => word.toLowerCase())
    .filter(word => word.length >= 3)
    .sort((a, b) => b.length - a.length);

/**
 * The rules of NIST SP 800-63B for a new password: long enough, not made of the person's names, not one of the commonest; of
 * which characters is nobody's business. Characters are counted, not bytes.
 * @throws CodedError 422 CL_PASSWORD_SHORT, CL_PASSWORD_LONG, CL_PASSWORD_NAME, CL_PASSWORD_COMMON.
 */
export const refusePoorPassword = (
  password: string,
  person: NamedPerson,
  { passwordLength }: Pick<AccessPolicy, 'passwordLength'>
): void => {
  const refuse = (code: string, message: string, facts: Record<string, number> = {}): never => {
    throw new CodedError(422, code, message, facts);
  };
  const length = [...password].length;
  if (length < passwordLength) {
    refuse('CL_PASSWORD_SHORT', `A password needs at least ${passwordLength} characters.`, {
      least: passwordLength,
    });
  }
  if (length > longestPassword) {
    refuse('CL_PASSWORD_LONG', `A password has at most ${longestPassword} characters.`, {
      most: longestPassword,
    });
  }
  const plain = password.toLowerCase().replaceAll(/\s+/gu, '');
  const nameless = without(plain, wordsOf(person));
  if (nameless !== plain && [...withoutRuns(nameless)].length < ownLength) {
    refuse(
      'CL_PASSWORD_NAME',
      'The password is little more than the name of its person; choose another.'
    );
  }
  if ([...withoutRuns(without(plain, commonest))].length < ownLength) {
    refuse(
      'CL_PASSWORD_COMMON',
      'The password is one of those that are guessed first (a common word, or keys in a row); choose another.'
    );
  }
};

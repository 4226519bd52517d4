import type { Threat } from './threat.js';

const server = 'platform/server/src';

export const accessThreats: readonly Threat[] = [
  {
    id: 'A1',
    threat: 'Somebody calls a route that is not for them.',
    measures: [
      'A route without a declared access keeps the server from starting; who may call what is one table ([access](access.md)), and every route is called as everybody.',
    ],
    tests: [
      [`${server}/http/access-matrix.test.ts`, 'has every route that is registered, and no other'],
      [
        `${server}/http/access-matrix.test.ts`,
        'keeps the chain outside any trial to admins and auditors',
      ],
      [
        `${server}/http/hats.test.ts`,
        'opens to a reader of one trial who manages the data of another only the one that it is of',
      ],
    ],
    left: null,
  },
  {
    id: 'A2',
    threat: 'Passwords are guessed, or tried from other people’s leaks.',
    measures: [
      'argon2id; length and known words by NIST SP 800-63B; an account is locked after five failures, also of guesses sent at once; logins from one address are limited; a second factor (TOTP), required of whom the installation says.',
      'Wrong names and wrong passwords are answered alike.',
    ],
    tests: [
      [
        `${server}/accounts/password.test.ts`,
        'is argon2id at the cost that OWASP gives for 19 MiB, another one each time',
      ],
      [`${server}/http/access.test.ts`, 'gives no more tries to guesses sent at the same time'],
      [`${server}/http/access.test.ts`, 'limits logins from one address, each process its own'],
      [`${server}/http/request-limits.test.ts`, 'do not believe an address that anybody may write'],
      [`${server}/http/access.test.ts`, 'answers wrong names and wrong passwords alike'],
      [
        `${server}/http/second-factor.test.ts`,
        'takes a code once, also of requests that come at the same time',
      ],
    ],
    left: 'Somebody who knows a name can keep its account locked, a quarter of an hour each time; the lock is an entry of the record.',
  },
  {
    id: 'A3',
    threat: 'A session is stolen, fixed, or used from another site (CSRF).',
    measures: [
      'The cookie is HttpOnly, SameSite=Strict, and Secure behind https; the database has a hash of it. A session begins anew at each login, and ends when idle and after twelve hours.',
      'Changes need a token that the page alone has; logins from other sites are refused.',
    ],
    tests: [
      [
        `${server}/http/access.test.ts`,
        'logs in with a strict HttpOnly cookie of which the database keeps a hash alone',
      ],
      [`${server}/http/access.test.ts`, 'needs the CSRF token for changes'],
      [`${server}/http/access.test.ts`, 'refuses a login from another site'],
      [
        `${server}/http/access.test.ts`,
        'ends a session that was idle, and any at its absolute limit',
      ],
      [`${server}/http/session-end.test.ts`, 'refuses another person behind the same cookie'],
    ],
    left: 'The server speaks HTTP: TLS is the proxy’s in front of it, whose https address `CORELAB_PUBLIC_URL` names.',
  },
  {
    id: 'A4',
    threat: 'The way back from the organisation’s login is forged, replayed or another person’s.',
    measures: [
      'State, nonce and PKCE; a cookie for this one way back, taken once; signing needs a login made after it was asked for, by the same person.',
    ],
    tests: [
      [
        `${server}/identity-provider/provider-login.test.ts`,
        'takes a way back once, from the browser that began it, with what it began with',
      ],
      [
        `${server}/identity-provider/provider-login.test.ts`,
        'binds an account to its person once, however they are called later, and to nobody else',
      ],
    ],
    left: 'Who can log in as somebody at the provider is that person here.',
  },
  {
    id: 'A5',
    threat:
      'An administrator lets themselves or somebody else in unseen, by a reset, a grant or a token.',
    measures: [
      'A reset takes two administrators; every grant has a reason and an entry; the access review says who may do what, since when, granted by whom.',
    ],
    tests: [
      [
        `${server}/http/account-reset.test.ts`,
        'is let in anew by two administrators, and nothing of before lets anybody in',
      ],
      [
        `${server}/http/access-review.test.ts`,
        'is told of each person with who granted it, when and why, and how they get in',
      ],
      [
        `${server}/http/api-token-routes.test.ts`,
        'end with the password that was reset, and stay in the list',
      ],
    ],
    left: 'Who runs the machine can do what the program can (`npm run reset-access` is one such way, with its entry).',
  },
  {
    id: 'A6',
    threat: 'A fresh installation is open to who finds it first.',
    measures: [
      'It begins with one administrator, whose one-time password is said once at the terminal and opens nothing until it is changed. Known passwords exist in the demonstration alone, which listens on loopback.',
    ],
    tests: [
      [
        `${server}/start/first-start.test.ts`,
        'begins with one administrator, whose one-time password is said once',
      ],
      [
        `${server}/http/account-routes.test.ts`,
        'begin with a one-time password that opens nothing until it is changed',
      ],
    ],
    left: null,
  },
  {
    id: 'A7',
    threat: 'What a browser keeps is read by the next person at the workstation, or from its disk.',
    measures: [
      'Unsent drafts are encrypted per account and case, with keys that the server gives to their person’s session alone; caches are cleared at login and logout; images of a read are asked for with the session.',
    ],
    tests: [
      [
        'platform/client/src/sealedTable.test.ts',
        'shows nothing to another person, whose own is beside it',
      ],
      [
        `${server}/http/local-key-routes.test.ts`,
        'are nobody’s without a session, and none without a case',
      ],
      [
        'tests/e2e/src/trouble.test.ts',
        'keeps what is written offline over a killed browser, encrypted, for its writer alone',
      ],
    ],
    left: 'A browser that was compromised while the person was logged in.',
  },
];

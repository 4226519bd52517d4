import type { Threat } from './threat.js';

const server = 'platform/server/src';

export const recordThreats: readonly Threat[] = [
  {
    id: 'R1',
    threat:
      'Somebody with the database alters, removes, inserts or reorders entries of the audit trail.',
    measures: [
      'Entries are links of a hash chain for each trial, verified offline; the first that does not hold is named.',
      'Triggers refuse changes; on PostgreSQL the program’s role has no right to them (`DATABASE_ADMIN_URL`).',
    ],
    tests: [
      [
        'platform/record/src/verifyChain.test.ts',
        'shows any bit of any byte that is another one, but where it is the same: %s',
      ],
      ['platform/record/src/verifyChain.test.ts', 'names the first entry that is %s'],
      [`${server}/audit/heads.test.ts`, 'is not changed by anybody: %s'],
      [`${server}/start/owner-role.test.ts`, 'works, and can’t change it'],
    ],
    left: 'The embedded database has one role: its triggers are all that stands in the program’s way.',
  },
  {
    id: 'R2',
    threat: 'Somebody cuts the end of the record, or writes all of it anew.',
    measures: [
      'Heads are signed (Ed25519) with a key outside the database and anchored outside it, hourly and at every export, with a timestamp of an authority where one is named.',
      'No export is made while the anchor can not be written to.',
    ],
    tests: [
      ['platform/record/src/verifyChain.test.ts', 'shows a cut end'],
      ['platform/record/src/verifyChain.test.ts', 'shows that it was written anew'],
      [`${server}/audit/heads.test.ts`, 'keep an export back, which says so, until it can'],
      [
        `${server}/audit/timestamps.test.ts`,
        'are of no other heads, of no other request, and by nobody else',
      ],
    ],
    left: 'Who has the machine, the signing key and the anchors, and no authority’s timestamp contradicts: anchor on storage of other people.',
  },
  {
    id: 'R3',
    threat: 'A signed read is changed, or a result that its marks do not give is signed.',
    measures: [
      'The server computes the result; one hash binds document, result, images, charter and rule engine; the read is locked in the same transaction.',
      'Verification derives every signed result again with the engine that its signature names.',
    ],
    tests: [
      [
        `${server}/workflow/sign.test.ts`,
        'signs once, however often the same request comes, and locks',
      ],
      [
        `${server}/verification/verify-database.test.ts`,
        'names what was changed beside the program: %s',
      ],
      [
        `${server}/verification/verify-database.test.ts`,
        'names a result that its engine does not make again',
      ],
    ],
    left: null,
  },
  {
    id: 'R4',
    threat: 'Somebody signs in another’s name at an open workstation.',
    measures: [
      'Signing asks for the password, or a login made anew at the provider, by the same person; wrong ones count towards the lock.',
      'Sessions end when idle; behind the dimmed page nothing can be used or seen.',
    ],
    tests: [
      [
        `${server}/workflow/sign-trouble.test.ts`,
        'says a wrong password, then the lock, signs nothing by it, and later signs',
      ],
      [
        `${server}/identity-provider/provider-login.test.ts`,
        'is what its people sign with: each time anew, once, soon, and by the same person',
      ],
      [
        'extensions/trial/src/sessionGuard.test.tsx',
        'lets nothing behind it be used: focus, pointer or key',
      ],
    ],
    left: null,
  },
  {
    id: 'R5',
    threat:
      'Work that was acknowledged is lost: the process, the database or the machine ends at any moment.',
    measures: [
      'An act and its entry are one transaction; an answer comes after it. The browser keeps what is not acknowledged.',
      'Fifty rounds of kills under load in every test run, any number by `npm run verify:faults`.',
    ],
    tests: [
      [
        `${server}/start/killed-under-load.test.ts`,
        'a server on PostgreSQL and that itself are ended ${postgresqlRounds} times',
      ],
      [
        `${server}/start/server-killed.test.ts`,
        'loses nothing acknowledged, gives its home free and leaves no Orthanc behind, ${embeddedRounds} times',
      ],
      [
        'tests/e2e/src/trouble.test.ts',
        'keeps what is written offline over a killed browser, encrypted, for its writer alone',
      ],
    ],
    left: 'The embedded database does not survive a power cut: real trials belong on PostgreSQL.',
  },
  {
    id: 'R6',
    threat: 'The disk of the database or of the archive is full.',
    measures: [
      'Whatever could not be kept is refused as such, and every request is answered, also where the database itself ends by it; with space work goes on without a start.',
    ],
    tests: [
      [
        `${server}/start/disk-full.test.ts`,
        'of the embedded database is told, costs nothing acknowledged, and is worked on by itself when it has space',
      ],
      [
        `${server}/start/disk-full.test.ts`,
        'of the archive keeps a delivery back with a reason, and takes the same when it has space',
      ],
      [
        `${server}/database/pglite-end.test.ts`,
        'is told in a transaction and at its end, which is not done in part',
      ],
    ],
    left: 'PostgreSQL that has ended for it is to be started by whoever runs it.',
  },
  {
    id: 'R7',
    threat: 'Two windows, machines or people overwrite each other’s work.',
    measures: [
      'A draft is saved only on top of the version that it was made from; both versions are shown, and what is not chosen is on record.',
    ],
    tests: [
      [
        `${server}/workflow/drafts.test.ts`,
        'saves a draft only on top of the one it was made from',
      ],
      [
        'tests/e2e/src/trouble.test.ts',
        'shows both versions of a conflict, drops neither, and records what was not chosen',
      ],
    ],
    left: null,
  },
  {
    id: 'R8',
    threat: 'A backup or a copied trial is altered on its way, or holds what it should not.',
    measures: [
      'Parts are listed with hashes, chains and heads are checked before anything is changed; secrets are only in it on request, encrypted under a passphrase.',
    ],
    tests: [
      [`${server}/copies/backup.test.ts`, 'is refused with a byte changed, and says where'],
      [
        `${server}/copies/checked-copy.test.ts`,
        'is refused with an image that is another one than it is named for',
      ],
      [`${server}/copies/trial-copy.test.ts`, 'brings its people without letting them in'],
    ],
    left: 'A backup is not encrypted as a whole: it holds identities, keep it like the database.',
  },
  {
    id: 'R9',
    threat: 'The server’s clock is set back or forward.',
    measures: [
      'The order of the record is that of its numbers; an entry after a clock that went back says so; sessions and locks from a time to come end.',
    ],
    tests: [
      [
        `${server}/http/clock-back.test.ts`,
        'is said by the first entry after it; the chain goes on in its order, and so do heads and reading',
      ],
      [
        `${server}/http/clock-back.test.ts`,
        'ends sessions that would live for longer than any may, and by a little ends none',
      ],
    ],
    left: 'A clock that was always wrong is noticed by an authority’s timestamps alone.',
  },
];

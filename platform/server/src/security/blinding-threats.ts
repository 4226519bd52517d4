import type { Threat } from './threat.js';

const server = 'platform/server/src';

export const blindingThreats: readonly Threat[] = [
  {
    id: 'B1',
    threat:
      'A reader learns from the page, an answer, a header, an image or its name who the subject is, from which site, when, or what somebody else read.',
    measures: [
      'What passes is a list of attributes with forms, one evaluator, hashed into every presentation ([blinding](blinding.md)).',
      'Routes under a read send what the list has; UIDs are drawn for each read.',
      'A crawl of every route and of the pages in a real browser looks for canaries in all codings, and planted leaks show that it would find them.',
    ],
    tests: [
      ['tests/blinding/src/verification.test.ts', 'leaks nothing'],
      ['tests/blinding/src/verification.test.ts', 'finds each leak that is planted in the server'],
      [
        `${server}/blinding/policy.properties.test.ts`,
        'passes as the policy lists it, in every variant and for every kind of image',
      ],
      [`${server}/blinding/blind.test.ts`, 'lists no attribute of free text, name or address'],
    ],
    left: 'Pixels are what is read: who knows an image knows it again.',
  },
  {
    id: 'B2',
    threat: 'Two readers, or a reader and an adjudicator, find out about each other’s work.',
    measures: [
      'Answers about what is there and is not theirs are those about what is not there, byte for byte but for names.',
      'Names of reads are drawn, and so is the order in which an adjudicator sees two of them.',
    ],
    tests: [
      [
        `${server}/workflow/two-readers-blinded.test.ts`,
        'is told the same whether the other has read, agrees or differs, and whatever is decided',
      ],
      [
        `${server}/workflow/two-readers-blinded.test.ts`,
        'finds an adjudication like one that does not exist, its images too',
      ],
      [
        `${server}/workflow/two-readers-blinded.test.ts`,
        'is unknown to the adjudicator, who is not told who, in which slot, when or in what order',
      ],
      [
        `${server}/http/access-matrix.test.ts`,
        'answers a read of other people like one that does not exist',
      ],
    ],
    left: 'People who talk to each other.',
  },
  {
    id: 'B3',
    threat: 'Somebody who sees sites, dates or identities reads in the same trial.',
    measures: [
      'A session wears one role at a time; roles that see and roles that read are never held at once, nor the second after the first.',
    ],
    tests: [
      [
        `${server}/http/people-routes.test.ts`,
        'neither see and read at once nor read after they have seen',
      ],
      [
        `${server}/http/hats.test.ts`,
        'is refused where it is not held, and where it would unblind',
      ],
    ],
    left: null,
  },
  {
    id: 'B4',
    threat:
      'An image that arrives carries identity, in attributes, in a private group or burned into its pixels.',
    measures: [
      'De-identification by DICOM PS3.15, annex E, before anything is kept ([what is done](deidentification.md)).',
      'What can not be de-identified or says that identity is burned in is kept apart until a person decides.',
    ],
    tests: [
      [
        `${server}/deidentification/intake-deidentified.test.ts`,
        'is kept without identity, found by what it said, and reported without values',
      ],
      [
        `${server}/deidentification/intake-deidentified.test.ts`,
        'waits in quarantine with identity burned in until somebody has looked',
      ],
      ['platform/deidentification/src/phantoms.test.ts', 'has canaries before and none afterwards'],
    ],
    left: 'Identity burned into pixels of an image that says it has none is found by who does QC, or by a mask of the charter; no text recognition looks for it.',
  },
  {
    id: 'B5',
    threat: 'A person writes identity into a free text that readers or the sponsor read.',
    measures: [
      'Every text of a session is searched by rules and by what the trial knows, before it is kept; the place is named and nothing is kept.',
    ],
    tests: [
      [
        `${server}/identity/every-text.test.ts`,
        'is searched before it is kept, or there is a reason not to',
      ],
      [
        `${server}/identity/read-texts.test.ts`,
        'are refused at the place that gives somebody away, and nothing of the document is kept',
      ],
    ],
    left: 'A name that neither rules nor the trial know passes.',
  },
  {
    id: 'B6',
    threat: 'Identity stays in the log of the server, where operators read it.',
    measures: [
      'The log has routes instead of addresses, no headers, cookies or bodies, and of the database’s errors neither statement nor values.',
    ],
    tests: [
      [
        `${server}/start/server-log.test.ts`,
        'has no address, header, cookie, body or password of a request',
      ],
      [
        `${server}/start/server-log.test.ts`,
        'says of the database what was wrong, never the value: %s',
      ],
    ],
    left: 'Logs of a proxy in front of the server have addresses with identifiers, and those of PostgreSQL and Orthanc are their own: keep them like the database.',
  },
  {
    id: 'B7',
    threat: 'A subject withdraws, and identity has to go without the record being altered.',
    measures: [
      'Two persons destroy it everywhere that the installation keeps it; the entry says by whom, and chains and signatures still verify.',
    ],
    tests: [
      [
        `${server}/identity/destroy-identity.test.ts`,
        'is destroyed by two persons: nobody alone, and nobody without their password',
      ],
      [
        `${server}/identity/destroy-identity.test.ts`,
        'is gone from every table, entry, file and image, when one of two confirms it',
      ],
      [
        `${server}/identity/destroy-identity.test.ts`,
        'does not come back: later files are refused and not kept, wherever they come from',
      ],
    ],
    left: 'Backups made before have it, and so have old pages of the database’s files until they are used again ([running a trial](administration.md#destroying-a-subjects-identity)).',
  },
];

import type { Threat } from './threat.js';

const server = 'platform/server/src';

export const operationThreats: readonly Threat[] = [
  {
    id: 'O1',
    threat: 'Script of others runs in a page, or a page is shown inside another one.',
    measures: [
      'A content security policy with hashes for the scripts that stand in a page; no evaluation but in workers, whose own policy closes all else; no framing.',
      'Names and texts are rendered as text.',
    ],
    tests: [
      [
        `${server}/http/access.test.ts`,
        'sends pages under a policy with hashes for its inline scripts',
      ],
      [
        `${server}/http/plugin-files.test.ts`,
        'may compile code as a worker alone, and then do nothing that a page does',
      ],
      [
        `${server}/identity-provider/provider-login.test.ts`,
        'is offered on the login page by its name, as text',
      ],
    ],
    left: 'Styles may stand in a page: the host sets them. A codec of the host compiles code in a worker.',
  },
  {
    id: 'O2',
    threat: 'A request of any form makes the server fail, hang, or tell of its inside.',
    measures: [
      'Every body, query and parameter has a schema; what was not foreseen is answered with a code and the name of a log entry, without its text; the framework’s own words are not passed on.',
    ],
    tests: [
      [
        `${server}/http/fuzz.test.ts`,
        'are each answered, refused with a code where they are refused, and told nothing of the inside',
      ],
      [`${server}/http/bad-address.test.ts`, 'is refused and not said back: %s'],
      [
        `${server}/http/storable-texts.test.ts`,
        'are refused in an address, a query and a body, and a stream is passed on unread',
      ],
      [
        `${server}/start/server-log.test.ts`,
        'names a request as the answer does, by a name that never comes again',
      ],
    ],
    left: null,
  },
  {
    id: 'O3',
    threat:
      'A DICOM file is made to harm: it inflates, nests without end, lies about lengths, names paths, is another kind of file.',
    measures: [
      'Files are read within limits before anything is kept; each is on its receipt with a reason; names of files are texts, never paths.',
    ],
    tests: [
      [
        `${server}/http/dicom-hostile.test.ts`,
        'are each on a receipt with a reason, or taken in without what they hide',
      ],
      [
        `${server}/http/dicom-hostile.test.ts`,
        'in one delivery by the hundred, with names of paths and one UID twice, are told one by one',
      ],
      [
        'platform/deidentification/src/hostileFiles.test.ts',
        'that inflates to gigabytes is refused before it has',
      ],
      [
        'platform/deidentification/src/deidentify.test.ts',
        'is refused for sequences nested without end',
      ],
    ],
    left: 'De-identification runs on the main thread: a large file keeps others waiting while it is read.',
  },
  {
    id: 'O4',
    threat:
      'A few clients keep the server busy: slow bodies, large bodies, logins or exports without end.',
    measures: [
      'Limits of size for each route; bodies that stop or trickle are ended; logins are limited by address, exports, verifications, copies and backups by account.',
    ],
    tests: [
      [`${server}/http/slow-bodies.test.ts`, 'is not waited for, and its connection ends'],
      [
        `${server}/http/slow-bodies.test.ts`,
        'is not waited for either where it comes letter by letter',
      ],
      [
        `${server}/http/request-limits.test.ts`,
        'hold a person back who asks for costly things too often, with any token, and nobody else',
      ],
      [
        `${server}/http/request-limits.test.ts`,
        'count the addresses that a trusted proxy tells, and no others of its chain',
      ],
    ],
    left: 'Counts are each process’s own and end with it. Clients that read an answer slowly, and floods of connections, are the matter of the proxy in front.',
  },
  {
    id: 'O5',
    threat: 'The archive is reached past the server, or answers wrongly.',
    measures: [
      'The Orthanc that comes with the server listens on loopback, to its own credentials, from files of mode 600; readers’ images come from the server’s own store.',
      'Answers that are slow, cut short, of the wrong length or another’s are refused; nothing is released in part.',
    ],
    tests: [
      [
        'orthanc/launcher/src/ensureOrthanc.test.ts',
        'answers with DICOMweb, only to its own credentials, from private files',
      ],
      [
        `${server}/start/archive-faults.test.ts`,
        'as %s: the rest works, nothing is released in part, and all of it is once they are right',
      ],
      [
        `${server}/start/archive-faults.test.ts`,
        'as lost frames and images for QC are fetched: refused in time with a code, and shown once they are right',
      ],
    ],
    left: 'An Orthanc of your own (`ORTHANC_URL`) is to be reachable by the server alone: nothing here can see to it.',
  },
  {
    id: 'O6',
    threat: 'A secret is read by other users of the machine, lost, or replaced.',
    measures: [
      'Secrets are files of mode 600 or come from the environment; one that others could read is told; one that is missing or another one stops the start, with what to do.',
    ],
    tests: [
      [
        `${server}/start/installation-keys.test.ts`,
        'that others may read is narrowed, and that is said',
      ],
      [
        `${server}/start/installation-keys.test.ts`,
        'that is gone is not made anew: what that means and what to do is said, and the file brought back is taken',
      ],
      [
        `${server}/http/second-factor.test.ts`,
        'is in the database by neither its key nor its recovery codes',
      ],
    ],
    left: 'Who is root, or has the disk, has the secrets: encrypt the disk.',
  },
  {
    id: 'O7',
    threat: 'A package that the product is built from is replaced, or has a known hole.',
    measures: [
      'Versions and hashes of all packages are in `package-lock.json`, the host’s in the code; no package’s install script runs (`.npmrc`).',
      '`npm run verify:audit` checks that every package has its hash, and asks the registry for known holes.',
    ],
    tests: [
      [
        'platform/viewer/src/hostPackage.test.ts',
        'refuses and removes a tarball with another hash',
      ],
      ['scripts/verify/packages.test.mjs', 'names each package that could be replaced'],
      [
        'scripts/verify/packages.test.mjs',
        'names each known hole that is not accepted, and each acceptance that is none any more',
      ],
    ],
    left: 'The host’s bundle holds packages of its own choice at its version: watch its releases.',
  },
  {
    id: 'O8',
    threat:
      'Somebody writes a formula into a text, and a spreadsheet runs it when an exported CSV is opened.',
    measures: [
      'Data sets are never altered: a cell that begins with `=`, `+`, `-` or `@` is what was written, since a changed value would be a wrong one. Import CSV as text, or read it with a statistics program.',
    ],
    tests: [
      [
        'platform/exchange/src/sdtmOncology.test.ts',
        'writes a text that a spreadsheet would take for a formula as it is',
      ],
    ],
    left: 'People who open a CSV by a double click.',
  },
];

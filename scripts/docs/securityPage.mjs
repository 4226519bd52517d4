import { markdownTable } from './markdownTable.mjs';

/** docs/security.md, of the threat model and of what is limited. */
export const securityPage = ({ model, policy, patience, costlyRoutes }) => {
  const intro = `# Security

The threat model: who could do what, what stands against it, which test fails when that does not hold, and what is left. Made from the data in \`platform/server/src/security\` by \`npm run docs:security\`, which refuses a test that is not there. For whoever reviews an installation; how to run one safely is in [running a trial](administration.md).

## What is worth protecting

Who a subject is; what readers may not know of each other, of site, date and arm; that a signed read stays what it was; that every act is on record; that no finished work is lost.

## Where the borders are

- The browser of a reader gets what blinding lets pass, and nothing is hidden there by the page alone.
- The server is the only one that speaks to the archive and the database. It speaks HTTP on loopback unless told otherwise: a proxy with TLS stands in front of it.
- The signing key of the record and its anchors are outside the database.
- Whoever runs the machine is trusted not to read memory and disk; what they change in the record is seen.
`;
  const limits = [
    ['logins', `${policy.loginsPerMinute} a minute from one address, in each process`],
    [
      'failed logins',
      `${policy.maxFailedLogins}, then locked for ${policy.lockMs / 60_000} minutes`,
    ],
    [
      costlyRoutes.map(route => `\`${route}\``).join(', '),
      `${policy.costlyPerMinute} a minute each by one account, in each process`,
    ],
    ['a body', 'a size for each route, 1 MB unless it needs more'],
    [
      'a body that is slow',
      `${patience.idleMs / 1000} seconds without a byte, ${patience.wholeMs / 1000} seconds in all where its size is limited`,
    ],
    ['the head of a request', '60 seconds'],
    [
      'a session',
      `${policy.idleMs / 60_000} minutes of doing nothing, ${policy.absoluteMs / 3_600_000} hours in all, unless the installation says otherwise`,
    ],
    ['a new password', `${policy.passwordLength} characters`],
  ];
  const threatOf = ({ id, threat, measures, tests, left }) =>
    [
      `### ${id}. ${threat}`,
      measures.map(measure => `- ${measure}`).join('\n'),
      `Tests: ${tests.map(([file, title]) => `\`${file}\` “${title}”`).join('; ')}.`,
      `Left: ${left ?? 'nothing known.'}`,
    ].join('\n\n');
  return [
    intro,
    ...model.flatMap(({ title, threats }) => [`## ${title}`, ...threats.map(threatOf)]),
    '## Limits',
    markdownTable(['of what', 'how much'], limits),
    `## Reporting

Tell a hole to whoever runs the installation, and to the maintainers by a private advisory on the repository, before it is public. Say the version (page _About_), what you did and what you saw; no identities.
`,
  ].join('\n\n');
};

/** Tests that the threats name and that are not there: `[file, title]` with what is missing. */
export const missingTests = async (model, textOf) => {
  const missing = [];
  for (const { threats } of model)
    for (const { id, tests } of threats) {
      if (tests.length === 0) missing.push(`${id} names no test`);
      for (const [file, title] of tests) {
        const text = await textOf(file);
        if (text === null) missing.push(`${id}: ${file} is not there`);
        else if (!["'", '`', '"'].some(quote => text.includes(`${quote}${title}${quote}`)))
          missing.push(`${id}: ${file} has no test “${title}”`);
      }
    }
  return missing;
};

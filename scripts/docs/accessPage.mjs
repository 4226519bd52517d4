import { markdownTable } from './markdownTable.mjs';
import { who } from './people.mjs';

// The page about who may call what, as the access matrix has it.

const asked = { public: 'nothing', session: 'a session', staff: 'a session or an API token' };
const answers = {
  yes: 'yes',
  own: 'their own',
  nothing: 'an empty answer',
  no: 'refused',
};

/** Roles with the same answer stand together. */
function allowed(roles = {}) {
  const groups = new Map();
  for (const [role, cell] of Object.entries(roles))
    groups.set(cell, [...(groups.get(cell) ?? []), who(role)]);
  return [...groups].map(([cell, names]) => `${names.join(', ')}: ${answers[cell]}`).join('; ');
}

/** The page in Markdown. */
export const accessPage = matrix =>
  [
    '# Access',
    'Who may call which route of the server. Made from `platform/server/src/http/access-matrix.ts` by `npm run docs:workflow`; a test calls every route as nobody, as every role and as a person without any, and fails where the server answers otherwise or has a route that is not here.',
    'Roles are those in the trial that a call is about; an administrator is one of the installation, with or without a role in the trial. *Their own* is what is assigned to the caller: anything else is refused like what does not exist. *An empty answer* has nothing of the trial in it. Whoever is unblinded support in a trial never reads there, with whatever other role.',
    'A session has one role at a time, the hat that its person wears (`POST /api/session/hat`): what they hold beside it counts for no route, as if they did not hold it. With the hat of an admin goes the right of an administrator, for who has it. An API token has no hat: a program has all roles of its account.',
    markdownTable(
      ['Route', 'Needs', 'Roles', 'Everybody else', 'Note'],
      matrix.map(({ method, url, access, others, roles, note }) => [
        `\`${method} ${url}\``,
        asked[access],
        allowed(roles),
        answers[others],
        note ?? '',
      ])
    ),
  ].join('\n\n');

import { markdownTable } from './markdownTable.mjs';
import { who } from './people.mjs';

// The page about the state machines as the code has them: a diagram of each, its states, and every act with who may do
// it, so that a data manager or auditor checks the workflow by reading.

const code = name => `\`${name}\``;
const capital = text => text[0].toUpperCase() + text.slice(1);

/** Acts between the same two states share an arrow. */
function diagram({ states, beginnings, transitions }) {
  const arrows = new Map();
  const add = (from, to, act) => {
    const way = `${from} --> ${to}`;
    arrows.set(way, [...(arrows.get(way) ?? []), act]);
  };
  for (const { to, act } of beginnings) add('[*]', to, act);
  for (const state of Object.keys(states))
    for (const { from, to, act } of transitions) if (from.includes(state)) add(state, to, act);
  const ends = Object.keys(states).filter(state => states[state].final);
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...[...arrows].map(([way, acts]) => `  ${way}: ${acts.join(', ')}`),
    ...ends.map(state => `  ${state} --> [*]`),
    '```',
  ].join('\n');
}

const actRow = ({ act, from, to, roles, reason, secondPerson, audit, purpose }) => [
  code(act),
  from === undefined ? 'it begins' : from.map(code).join(', '),
  code(to),
  roles.map(who).join(', '),
  reason ? 'yes' : '',
  secondPerson ? 'yes' : '',
  audit === null ? 'none of its own' : code(audit),
  purpose,
];

function section(machine) {
  const { name, purpose, states, beginnings, transitions } = machine;
  return [
    `## ${capital(name)}`,
    purpose,
    ...(machine.table === null ? ['The workflow does not store these states yet.'] : []),
    diagram(machine),
    markdownTable(
      ['State', 'Meaning', 'Final'],
      Object.entries(states).map(([state, { meaning, final }]) => [
        code(state),
        meaning,
        final ? 'yes' : '',
      ])
    ),
    markdownTable(
      ['Act', 'From', 'To', 'Who', 'Reason', 'Second person', 'Audit entry', 'For'],
      [...beginnings, ...transitions].map(actRow)
    ),
  ].join('\n\n');
}

/** The page in Markdown. */
export const workflowPage = machines =>
  [
    '# Workflow',
    'What states things have, who may take them from one to the next, and what that leaves in the audit trail. Made from `platform/server/src/workflow/machines` by `npm run docs:workflow`; `npm test` fails when it is not what the code says.',
    'One rule holds for all of them. An act changes a state only where the thing still stands as whoever acts saw it, in the same transaction as its audit entry. When two try at once, one does it; the other is told what the state is now and what is possible from it, and nothing of theirs is left behind. A second person is another one than the person who acts. In a final state nothing is left to do.',
    `Machines: ${machines.map(({ name }) => `[${name}](#${name.replaceAll(' ', '-')})`).join(', ')}.`,
    ...machines.map(section),
  ].join('\n\n');

import { percentText, scores } from './score.mjs';

// docs/mutation/PACKAGE.md from a report and the reasons: no dates, no times, nothing of the machine.

/** Code in Markdown, whatever backticks it has. */
export function code(text) {
  if (text === '') return 'nothing';
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(run => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = /^`|`$/.test(text) ? ' ' : '';
  return `${fence}${space}${text}${space}${fence}`;
}

const longestText = 120;
const before = 30;

/** Both sides of a change; long ones from shortly before they differ, and cut off. */
export function shortChange(original, replacement) {
  if (Math.max(original.length, replacement.length) <= longestText) return [original, replacement];
  let same = 0;
  while (same < original.length && original[same] === replacement[same]) same += 1;
  const begin = same > before ? same - before : 0;
  return [original, replacement].map(text => {
    const rest = begin === 0 ? text : `…${text.slice(begin)}`;
    return rest.length > longestText ? `${rest.slice(0, longestText - 1)}…` : rest;
  });
}

const row = cells => `| ${cells.join(' | ')} |`;
const counts = score => [
  score.killed,
  score.survived,
  score.noCoverage,
  score.static,
  percentText(score),
];

function scoreTable({ total, folders }, folder) {
  const head = ['Folder', 'Killed', 'Survived', 'Reached by no test', 'Static, ignored', 'Score'];
  return [
    row(head),
    row(head.map(() => '---')),
    ...folders.map(one => row([one.name.slice(folder.length + 1) || 'src', ...counts(one)])),
    row(['all', ...counts(total)]),
  ].join('\n');
}

function bullet({ line, original, replacement, covered }) {
  const [from, to] = shortChange(original, replacement).map(code);
  return `- line ${line}: ${from} becomes ${to}${covered ? '' : ' (reached by no test)'}`;
}

/** The survivors of one file, those of one reason together. */
function fileSection(file, survivors) {
  const whys = [...new Set(survivors.map(({ why }) => why))];
  return [
    `### ${file}`,
    ...whys.map(why =>
      [
        why === null ? '**Not explained:**' : why,
        '',
        ...survivors.filter(one => one.why === why).map(bullet),
      ].join('\n')
    ),
  ];
}

/** @param survivors as `explained` gives them */
export function mutationPage({ name, report, survivors }) {
  const folder = `platform/${name}/src`;
  const files = [...new Set(survivors.map(({ file }) => file))];
  return `${[
    `# Mutants of ${name}`,
    `Made by \`npm run mutate -- ${name}\`; what is counted and what is not: [README.md](README.md).`,
    scoreTable(scores(report), folder),
    '## What survives',
    ...(survivors.length === 0 ? ['Nothing.'] : []),
    ...files.flatMap(file =>
      fileSection(
        file.slice(folder.length + 1),
        survivors.filter(one => one.file === file)
      )
    ),
  ].join('\n\n')}\n`;
}

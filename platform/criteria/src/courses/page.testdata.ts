import { assess } from '../assess.js';
import type {
  AssessmentInput,
  AssessmentOutput,
  BestResponse,
  Burden,
  Contribution,
  Finding,
  Margin,
  TimepointOutput,
  Trace,
} from '../schemas.js';
import type { Course } from './course.testdata.js';

// What comes of a course, as text for a page: everything that was entered and everything that the engine gives.

type Fields = Readonly<Record<string, unknown>>;

function shown(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(shown).join('; ')}]`;
  if (typeof value === 'object' && value !== null) return `(${listed(value as Fields)})`;
  return value === null ? 'null' : String(value);
}

/** `key value, key value`; what is not there is left out. */
function listed(fields: Fields): string {
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key} ${shown(value)}`)
    .join(', ');
}

function enteredLines({ criterion: _, timepoints, ...subject }: AssessmentInput): string[] {
  const visits = timepoints.flatMap(({ id, date, lesions, ...visit }) => [
    [`${id} ${date ?? 'undated'}`, listed(visit)].filter(Boolean).join(': '),
    ...lesions.map(({ id: lesion, role, location, ...entries }) => {
      const name = [lesion, role, location].filter(Boolean).join(' ');
      return `  ${[name, listed(entries)].filter(Boolean).join(': ')}`;
    }),
  ]);
  return [...Object.entries(subject).map(([key, value]) => `${key}: ${shown(value)}`), ...visits];
}

/** Lines under the source they cite, which is named where it changes. */
function cited(lines: readonly { readonly source: string; readonly text: string[] }[]): string[] {
  return lines.flatMap(({ source, text }, index) =>
    source === lines[index - 1]?.source ? text : [`  [${source}]`, ...text]
  );
}

const traceLines = ({ rule, text, numbers, threshold, margin, source }: Trace) => ({
  source,
  text: [
    `  ${rule}: ${text}`,
    listed(numbers),
    threshold === undefined ? '' : `threshold: ${threshold}`,
    margin ? `margin: ${marginText(margin)}` : '',
  ]
    .filter(Boolean)
    .map((line, index) => (index === 0 ? line : `      ${line}`)),
});

const marginText = ({ value, unit, category, ...more }: Margin): string =>
  [`${value} ${unit} to ${category}`, listed(more)].filter(Boolean).join(', ');

const findingLines = ({ rule, severity, lesion, text, source }: Finding) => ({
  source,
  text: [`  ${severity}${lesion === null ? '' : ` ${lesion}`} ${rule}: ${text}`],
});

function burdenLine(name: string, burden: Burden | null): string {
  if (burden === null) return `  ${name}: none`;
  const { value, unit, ...more } = burden;
  return `  ${name}: ${[value === null ? 'not known' : `${value} ${unit}`, listed(more)].filter(Boolean).join(', ')}`;
}

function lesionText({ id, status, value, unit, byRule, reason }: Contribution): string {
  const size = value === null ? 'no value' : `${value} ${unit}`;
  return [id, status, size, byRule ? 'by rule' : '', reason ?? ''].filter(Boolean).join(' ');
}

function visitLines(visit: TimepointOutput): string[] {
  const { id, date, burden, burdens, lesions, trace, findings, overall, revised, ...rest } = visit;
  return [
    `${id} ${date ?? 'undated'}: ${overall ?? 'baseline'}`,
    ...(revised
      ? [`  revised to ${revised.value} by ${revised.byTimepoint}: ${revised.rule}`]
      : []),
    ...(Object.keys(rest).length > 0 ? [`  ${listed(rest)}`] : []),
    ...(burdens === undefined
      ? [burdenLine('burden', burden)]
      : Object.entries(burdens).map(([name, one]) => burdenLine(name, one))),
    ...(lesions.length > 0 ? [`  ${lesions.map(lesionText).join('; ')}`] : []),
    ...cited([...trace.map(traceLines), ...findings.map(findingLines)]),
  ];
}

const bestLine = ({ value, date }: BestResponse): string => `${value} ${date ?? 'undated'}`;

function outputLines({ timepoints, bestOverallResponse: best }: AssessmentOutput): string[] {
  return [
    ...timepoints.flatMap(visitLines),
    `best overall response: ${bestLine(best.unconfirmed)}, confirmed ${bestLine(best.confirmed)}`,
    ...best.flags.map(({ code, timepoint }) => `  ${code} ${timepoint}`),
  ];
}

/** What was entered, an empty line, and what came of it. */
export const courseBlock = ({ input }: Course): string =>
  [...enteredLines(input), '', ...outputLines(assess(input))].join('\n');

/** A page in Markdown with every course of one criterion. */
export const coursesPage = (name: string, id: string, courses: readonly Course[]): string =>
  [
    `# ${name}: courses`,
    `Identifier: \`${id}\`. Made from the code by \`npm run docs:criteria\`. Each made-up subject: what was entered, then what the engine answers at each visit: category, burden, lesions, the rules with their numbers, thresholds, margins and sources, and findings.`,
    courses.map(({ title }) => `- ${title}`).join('\n'),
    ...courses.flatMap(course => [
      `## ${course.title}`,
      course.shows,
      `\`\`\`text\n${courseBlock(course)}\n\`\`\``,
    ]),
  ].join('\n\n') + '\n';

/** The blocks of a page by their headings. */
export function blocksOf(page: string): Map<string, string> {
  const sections = page.split(/^## /m).slice(1);
  return new Map(
    sections.map(section => {
      const title = section.slice(0, section.indexOf('\n'));
      return [title, /```text\n([\s\S]*?)\n```/.exec(section)?.[1] ?? ''];
    })
  );
}

import { assess } from '../assess.js';
import type { TimepointOutput } from '../schemas.js';
import type { Course } from './course.testdata.js';

// The rules that the courses come by: what an identifier in a trace or a finding stands for.

/** A rating or a baseline, a revision by a later visit, or a finding of this severity. */
type RuleKind = 'rating' | 'revision' | 'block' | 'warning' | 'note';

/** A rule where it first speaks; `criteria` are those in whose courses it does. */
interface RuleUse {
  readonly rule: string;
  readonly kind: RuleKind;
  readonly criteria: string[];
  readonly example: string;
}

/** What a rule says at one visit. */
type Spoken = Omit<RuleUse, 'criteria'>;

function spokenAt({ id, overall, trace, revised, findings }: TimepointOutput): Spoken[] {
  return [
    ...trace.map(({ rule, text }) => ({ rule, kind: 'rating' as const, example: text })),
    ...(revised
      ? [
          {
            rule: revised.rule,
            kind: 'revision' as const,
            example: `${overall ?? ''} of ${id} becomes ${revised.value} by ${revised.byTimepoint}.`,
          },
        ]
      : []),
    ...findings.map(({ rule, severity, text }) => ({ rule, kind: severity, example: text })),
  ];
}

/** Every rule of every criterion's courses, by identifier, then kind. */
export function ruleUses(courses: Readonly<Record<string, readonly Course[]>>): RuleUse[] {
  const uses = new Map<string, RuleUse>();
  for (const [criterion, all] of Object.entries(courses))
    for (const spoken of all.flatMap(({ input }) => assess(input).timepoints.flatMap(spokenAt))) {
      const key = `${spoken.rule} ${spoken.kind}`;
      const use = uses.get(key) ?? { ...spoken, criteria: [] };
      if (!use.criteria.includes(criterion)) use.criteria.push(criterion);
      uses.set(key, use);
    }
  return [...uses.keys()].sort().flatMap(key => uses.get(key) ?? []);
}

/** What stands before the first point of a rule's identifier. */
const subjectOf = (rule: string): string => rule.split('.')[0] ?? rule;

/** The list of rules as a page in Markdown. */
export function rulesPage(courses: Readonly<Record<string, readonly Course[]>>): string {
  const everywhere = Object.keys(courses).length;
  const uses = ruleUses(courses);
  const line = ({ rule, kind, criteria, example }: RuleUse): string => {
    const where = criteria.length === everywhere ? 'every criterion' : criteria.join(', ');
    return `- \`${rule}\`, ${kind}, ${where}: \`${example}\``;
  };
  const subjects = [...new Set(uses.map(({ rule }) => subjectOf(rule)))];
  return [
    '# Rules',
    'What the identifiers in `trace`, `revised` and `findings` stand for. Made from the courses by `npm run docs:criteria`; a test holds that random histories come by no other.',
    'The kind is rating (also of the baseline), revision (a later visit changes what an earlier one was taken for) or a finding: block (something is not decided or not used because of it), warning (look again) or note. The words are those of the first course in which a rule speaks.',
    ...subjects.flatMap(subject => [
      `## ${subject}`,
      uses
        .filter(({ rule }) => subjectOf(rule) === subject)
        .map(line)
        .join('\n'),
    ]),
  ].join('\n\n');
}

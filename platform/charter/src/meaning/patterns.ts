import type { Charter } from '../schema/charter.js';
import type { CharterProblem } from './problem.js';

/** Texts that should be regular expressions and are none. */
export function patternProblems({ matching, series, subjects }: Charter): CharterProblem[] {
  const patterns: [path: string, pattern: string | undefined][] = [
    ['/subjects/identifierPattern', subjects.identifierPattern],
    ['/matching/subject/pattern', matching.subject.pattern],
    ['/matching/site/pattern', matching.site.pattern],
    ['/matching/timepoint/pattern', matching.timepoint.pattern],
    ...series.flatMap((role, index) =>
      role.rules.map((rule, at): [string, string | undefined] => [
        `/series/${index}/rules/${at}/value`,
        rule.operator === 'matches' ? rule.value : undefined,
      ])
    ),
  ];
  return patterns.flatMap(([path, pattern]) => {
    const why = pattern === undefined ? null : patternDefect(pattern);
    return why === null ? [] : [{ path, message: `expected a regular expression: ${why}` }];
  });
}

function patternDefect(pattern: string): string | null {
  try {
    new RegExp(pattern, 'u');
    return null;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

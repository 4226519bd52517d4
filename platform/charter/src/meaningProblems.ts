import type { Charter } from './charter.js';
import { suggestion } from './nearestName.js';
import type { CharterProblem } from './schemaProblems.js';

/** What of a charter of the right form makes no sense as a whole. */
export function meaningProblems(charter: Charter): CharterProblem[] {
  return [
    ...duplicates(
      'sites',
      'code',
      charter.sites.map(site => site.code)
    ),
    ...duplicates(
      'series',
      'role',
      charter.series.map(series => series.role)
    ),
    ...duplicates(
      'timepoints',
      'id',
      charter.timepoints.map(timepoint => timepoint.id)
    ),
    ...duplicates(
      'tracks',
      'id',
      charter.tracks.map(track => track.id)
    ),
    ...patternProblems(charter),
    ...scheduleProblems(charter),
    ...roleProblems(charter),
    ...trackProblems(charter),
  ];
}

function duplicates(list: string, key: string, values: readonly string[]): CharterProblem[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) < index
      ? [{ path: `/${list}/${index}/${key}`, message: `${key} ${value} occurs twice in ${list}` }]
      : []
  );
}

function patternProblems({ matching, series }: Charter): CharterProblem[] {
  const patterns: [path: string, pattern: string | undefined][] = [
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

function scheduleProblems({ timepoints }: Charter): CharterProblem[] {
  const problems: CharterProblem[] = [];
  const baselines = timepoints.flatMap((timepoint, index) =>
    timepoint.kind === 'baseline' ? [index] : []
  );
  if (baselines.length === 0) {
    problems.push({
      path: '/timepoints',
      message: 'no baseline: expected one timepoint of kind baseline',
    });
  }
  for (const index of baselines.slice(1)) {
    problems.push({
      path: `/timepoints/${index}/kind`,
      message: 'a second baseline: expected one',
    });
  }
  timepoints.forEach((timepoint, index) => {
    const before = timepoints[index - 1];
    if (!before) return;
    if (timepoint.day <= before.day) {
      problems.push({
        path: `/timepoints/${index}/day`,
        message: `expected a day after ${before.id}'s (${before.day}), found ${timepoint.day}`,
      });
    } else if (timepoint.day - timepoint.window.before <= before.day + before.window.after) {
      problems.push({
        path: `/timepoints/${index}/window`,
        message: `the windows of ${before.id} and ${timepoint.id} overlap`,
      });
    }
  });
  return problems;
}

function roleProblems({ timepoints, series }: Charter): CharterProblem[] {
  const known = series.map(entry => entry.role);
  return timepoints.flatMap((timepoint, index) =>
    timepoint.roles.flatMap((role, at) =>
      known.includes(role)
        ? []
        : [
            {
              path: `/timepoints/${index}/roles/${at}`,
              message: `unknown role ${role}${suggestion(role, known)} (series names ${known.join(', ')})`,
            },
          ]
    )
  );
}

function trackProblems({ tracks }: Charter): CharterProblem[] {
  return tracks.flatMap((track, index) => {
    const slots: readonly string[] = track.slots;
    const unfilled = slots.flatMap((slot, at) =>
      track.readers[slot] === undefined
        ? [{ path: `/tracks/${index}/slots/${at}`, message: `slot ${slot} has no readers` }]
        : []
    );
    const unknown = Object.keys(track.readers).flatMap(slot =>
      slots.includes(slot)
        ? []
        : [
            {
              path: `/tracks/${index}/readers/${slot}`,
              message: `readers for a slot ${slot} that the track does not have (slots: ${slots.join(', ')})`,
            },
          ]
    );
    return [...unfilled, ...unknown];
  });
}

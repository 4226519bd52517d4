import type { Charter } from '../schema/charter.js';
import type { CharterProblem } from './problem.js';

/** What of a list is there twice; `path` of one of its entries by index. */
function repeated(
  values: readonly string[],
  path: (index: number) => string,
  message: (value: string) => string
): CharterProblem[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) < index ? [{ path: path(index), message: message(value) }] : []
  );
}

/** Ids and names that must be there once. */
export function duplicateProblems(charter: Charter): CharterProblem[] {
  const keyed: [list: string, key: string, values: string[]][] = [
    ['criteria', 'id', charter.criteria.map(({ id }) => id)],
    ['instruments', 'id', charter.instruments.map(({ id }) => id)],
    ['sites', 'code', charter.sites.map(({ code }) => code)],
    ['series', 'role', charter.series.map(({ role }) => role)],
    ['timepoints', 'id', charter.timepoints.map(({ id }) => id)],
    ['tracks', 'id', charter.tracks.map(({ id }) => id)],
    ['forms', 'id', charter.forms.map(({ id }) => id)],
    ['hangingProtocols', 'id', charter.hangingProtocols.map(({ id }) => id)],
    ['windowPresets', 'name', charter.windowPresets.map(({ name }) => name)],
    ...charter.forms.map(({ fields }, index): [string, string, string[]] => [
      `forms/${index}/fields`,
      'id',
      fields.map(({ id }) => id),
    ]),
  ];
  return [
    ...keyed.flatMap(([list, key, values]) =>
      repeated(
        values,
        index => `/${list}/${index}/${key}`,
        value => `${key} ${value} occurs twice in ${list.replace(/.*\//, '')}; give each its own`
      )
    ),
    ...charter.tracks.flatMap((track, at) =>
      Object.entries(track.readers).flatMap(([slot, names]) =>
        repeated(
          names,
          index => `/tracks/${at}/readers/${slot}/${index}`,
          name => `${name} occurs twice among the readers of ${slot}; name each once`
        )
      )
    ),
  ];
}

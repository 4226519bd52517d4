import { suggestion } from '../nearestName.js';
import type { Charter } from '../schema/charter.js';
import type { CharterProblem } from './problem.js';

/** Roles that are named somewhere and are not in `series`, and limits that say nothing. */
export function seriesRoleProblems(charter: Charter): CharterProblem[] {
  const known = charter.series.map(entry => entry.role);
  const named: [path: string, role: string, atKey?: true][] = [
    ...charter.timepoints.flatMap(({ roles }, index) =>
      roles.map((role, at): [string, string] => [`/timepoints/${index}/roles/${at}`, role])
    ),
    ...Object.keys(charter.imagingProtocol.roles).map((role): [string, string, true] => [
      `/imagingProtocol/roles/${role}`,
      role,
      true,
    ]),
    ...charter.hangingProtocols.flatMap(({ stages }, index) =>
      stages.flatMap(({ panes }, stage) =>
        panes.map(({ role }, pane): [string, string] => [
          `/hangingProtocols/${index}/stages/${stage}/panes/${pane}/role`,
          role,
        ])
      )
    ),
  ];
  const unknown = named.flatMap(([path, role, atKey]) =>
    known.includes(role)
      ? []
      : [
          {
            path,
            message: `unknown role ${role}${suggestion(role, known)} (series names ${known.join(', ')})`,
            ...(atKey ? { atKey } : {}),
          },
        ]
  );
  return [...unknown, ...limitProblems(charter)];
}

function limitProblems({ imagingProtocol }: Charter): CharterProblem[] {
  return Object.entries(imagingProtocol.roles).flatMap(([role, { attributes }]) =>
    (attributes ?? []).flatMap(({ attribute, equals, from, to }, index) => {
      const path = `/imagingProtocol/roles/${role}/attributes/${index}`;
      if (equals === undefined && from === undefined && to === undefined) {
        return [{ path, message: `nothing is asked of ${attribute}: give equals, from or to` }];
      }
      if (from !== undefined && to !== undefined && from > to) {
        const message = `from (${from}) is above to (${to}), so no ${attribute} fits; exchange them`;
        return [{ path: `${path}/from`, message }];
      }
      return [];
    })
  );
}

import { suggestion } from '../nearestName.js';
import type { Charter } from '../schema/charter.js';
import type { Pane } from '../schema/hanging.js';
import type { Track } from '../schema/tracks.js';
import type { CharterProblem } from './problem.js';

/** What of other timepoints each comparison lets a pane show. */
const shownBy: Readonly<Record<Track['comparison'], readonly Pane['timepoint'][]>> = {
  all: ['previous', 'baseline', 'nadir', 'other'],
  baselineAndPrevious: ['previous', 'baseline'],
  baseline: ['baseline'],
  previous: ['previous'],
  none: [],
};

/** Layouts that don't fit, and panes that could never show anything. Unknown roles: seriesRoles.ts. */
export function hangingProblems(charter: Charter): CharterProblem[] {
  const presets = charter.windowPresets.map(({ name }) => name);
  const visible = new Set(
    charter.tracks.flatMap(({ comparison, comparisonAt }) =>
      [comparison, ...Object.values(comparisonAt)].flatMap(value => shownBy[value])
    )
  );
  return [
    ...repeatedKinds(charter),
    ...charter.hangingProtocols.flatMap(({ stages }, index) =>
      stages.flatMap(({ rows, columns, panes }, stage) => {
        const path = `/hangingProtocols/${index}/stages/${stage}`;
        const full: CharterProblem[] =
          panes.length > rows * columns
            ? [
                {
                  path: `${path}/panes`,
                  message: `${panes.length} panes in ${rows} x ${columns}; make room or leave some out`,
                },
              ]
            : [];
        return [
          ...full,
          ...panes.flatMap((pane, at) =>
            paneProblems(pane, `${path}/panes/${at}`, { presets, visible })
          ),
        ];
      })
    ),
  ];
}

function paneProblems(
  { timepoint, windowPreset }: Pane,
  path: string,
  known: { presets: readonly string[]; visible: ReadonlySet<string> }
): CharterProblem[] {
  const problems: CharterProblem[] = [];
  if (windowPreset !== undefined && !known.presets.includes(windowPreset)) {
    problems.push({
      path: `${path}/windowPreset`,
      message: `unknown window preset ${windowPreset}${suggestion(windowPreset, known.presets)} (windowPresets names ${known.presets.join(', ') || 'none'})`,
    });
  }
  if (timepoint !== 'current' && !known.visible.has(timepoint)) {
    problems.push({
      path: `${path}/timepoint`,
      message: `no track shows readers the ${timepoint} timepoint, so the pane stays empty; change it, or the comparison of a track`,
    });
  }
  return problems;
}

function repeatedKinds({ hangingProtocols }: Charter): CharterProblem[] {
  const taken = new Map<string, string>();
  return hangingProtocols.flatMap(({ id, kinds }, index) =>
    kinds.flatMap((kind, at) => {
      const other = taken.get(kind);
      taken.set(kind, id);
      return other === undefined
        ? []
        : [
            {
              path: `/hangingProtocols/${index}/kinds/${at}`,
              message: `${kind} timepoints have the hanging protocol ${other} already; remove one`,
            },
          ];
    })
  );
}

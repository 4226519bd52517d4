import type { Charter } from '../schema/charter.js';
import type { CharterProblem } from './problem.js';

/** Labels, orders and comparisons that tell what the policy hides. */
export function blindingProblems(charter: Charter): CharterProblem[] {
  const { dates, labels } = charter.blinding;
  return [
    ...(dates === 'removed' ? dayProblems(charter) : []),
    ...(labels === 'letters' ? timeProblems(charter) : []),
  ];
}

/** `Day 56`, `W24`, `C2D1` and their like. */
const tellsDay = /\b(day|week|month)\b|\b(d|w|m)\s?[+-]?\d|\bc\d+\s?d\d/iu;

function dayProblems({ blinding, timepoints }: Charter): CharterProblem[] {
  const shown: CharterProblem[] =
    blinding.labels === 'day'
      ? [
          {
            path: '/blinding/labels',
            message:
              'Day labels tell what dates: removed hides; set labels: timepoint, or dates: offsets',
          },
        ]
      : [];
  if (blinding.labels === 'letters') return shown;
  const written = timepoints.flatMap(({ label }, index) =>
    tellsDay.test(label)
      ? [
          {
            path: `/timepoints/${index}/label`,
            message: `the label ${label} tells a day, which dates: removed hides; use a neutral one such as TP${index}`,
          },
        ]
      : []
  );
  return [...shown, ...written];
}

/** Readers blinded to time: nothing may tell which timepoint came first. */
function timeProblems({ tracks, hangingProtocols }: Charter): CharterProblem[] {
  const tellsTime = ['baselineAndPrevious', 'baseline', 'previous'];
  const ofTracks = tracks.flatMap((track, index): CharterProblem[] => {
    const path = `/tracks/${index}`;
    const comparisons: [key: string, value: string][] = [
      ['comparison', track.comparison],
      ...Object.entries(track.comparisonAt).map(([id, value]): [string, string] => [
        `comparisonAt/${id}`,
        value,
      ]),
    ];
    return [
      ...(track.order === 'sequential' || track.order === 'hybrid'
        ? [
            {
              path: `${path}/order`,
              message: `labels: letters blinds readers to time, and order ${track.order} shows it; set order: allAtOnce or randomised`,
            },
          ]
        : []),
      ...comparisons
        .filter(([, value]) => tellsTime.includes(value))
        .map(([key, value]) => ({
          path: `${path}/${key}`,
          message: `labels: letters blinds readers to time, and comparison ${value} shows it; set all or none`,
        })),
    ];
  });
  const ofPanes = hangingProtocols.flatMap(({ stages }, index) =>
    stages.flatMap(({ panes }, stage) =>
      panes.flatMap(({ timepoint }, pane) =>
        timepoint === 'current' || timepoint === 'other'
          ? []
          : [
              {
                path: `/hangingProtocols/${index}/stages/${stage}/panes/${pane}/timepoint`,
                message: `labels: letters blinds readers to time, and a pane of the ${timepoint} timepoint shows it; use other`,
              },
            ]
      )
    )
  );
  return [...ofTracks, ...ofPanes];
}

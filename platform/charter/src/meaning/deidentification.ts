import type { Charter } from '../schema/charter.js';
import type { CharterProblem } from './problem.js';

/** What intake can't work without, and rectangles that lie outside of the images they are for. */
export function deidentificationProblems({ deidentification }: Charter): CharterProblem[] {
  const { dates, retainUids, masks } = deidentification;
  const path = '/deidentification';
  return [
    ...(dates === 'full'
      ? []
      : [
          {
            path: `${path}/dates`,
            message: `dates: ${dates} is not possible at intake: visit windows and the order of visits are computed from the true dates; what readers see is blinding.dates`,
          },
        ]),
    ...(retainUids
      ? []
      : [
          {
            path: `${path}/retainUids`,
            message:
              'retainUids: false is not possible: images sent again, corrections and queries to the site name the UIDs as they came; readers get other UIDs in every read',
          },
        ]),
    ...masks.flatMap((mask, at) => maskProblems(mask, `${path}/masks/${at}/rectangle`)),
  ];
}

function maskProblems(
  { rectangle, rows, columns }: Charter['deidentification']['masks'][number],
  path: string
): CharterProblem[] {
  const [left = 0, top = 0, width = 0, height = 0] = rectangle;
  if (width === 0 || height === 0) return [{ path, message: 'the rectangle has no pixels' }];
  const outside =
    (columns !== undefined && left + width > columns) ||
    (rows !== undefined && top + height > rows);
  return outside
    ? [
        {
          path,
          message: `the rectangle is not within ${columns ?? 'any'} columns and ${rows ?? 'any'} rows`,
        },
      ]
    : [];
}

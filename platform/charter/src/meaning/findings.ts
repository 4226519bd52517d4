import type { Charter } from '../schema/charter.js';
import { formatsOfThisRelease } from '../schema/blinding.js';
import type { CharterProblem } from './problem.js';

/** What a charter may say and whoever approves it should know. */
export function charterFindings({ export: wanted }: Charter): CharterProblem[] {
  return wanted.formats.flatMap((format, at) =>
    formatsOfThisRelease.includes(format)
      ? []
      : [
          {
            path: `/export/formats/${at}`,
            message: `${format} is not available in this release; the export writes ${formatsOfThisRelease.join(', ')}`,
          },
        ]
  );
}

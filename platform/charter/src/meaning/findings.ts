import type { Charter } from '../schema/charter.js';
import { formatsOfThisRelease } from '../schema/blinding.js';
import type { CharterProblem } from './problem.js';

/** What a charter may say and whoever approves it should know. */
export function charterFindings(charter: Charter): CharterProblem[] {
  return [
    ...identityFindings(charter),
    ...unavailableFormats(charter),
    ...unblindingFindings(charter),
  ];
}

function identityFindings({ deidentification }: Charter): CharterProblem[] {
  if (deidentification.off === undefined) return [];
  const message = 'images are kept as they come, with the identity that is in them';
  return [{ path: '/deidentification/off', message }];
}

function unavailableFormats({ export: wanted }: Charter): CharterProblem[] {
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

function unblindingFindings({ blinding }: Charter): CharterProblem[] {
  return [
    ...(blinding.dates === 'shown'
      ? [
          {
            path: '/blinding/dates',
            message:
              'dates: shown gives readers the real dates of the images, by which a subject can be known; offsets tells the same intervals without them',
          },
        ]
      : []),
    ...(blinding.manufacturer
      ? [
          {
            path: '/blinding/manufacturer',
            message: 'manufacturer: true can tell a reader the site by its scanner',
          },
        ]
      : []),
  ];
}

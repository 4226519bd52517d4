import { type Static, Type } from '@sinclair/typebox';
import { closed, listOf, text, words, yesNo } from './parts.js';

export const BlindingSchema = Type.Object(
  {
    dates: words(
      {
        shifted: 'moved by a number of days of the course’s own',
        offsets: 'days from the baseline alone, such as Day +56',
        removed: 'no dates and no days',
        shown: 'as they are: a reader who knows a subject by a date is no longer blinded',
      },
      'What readers know of dates. Moments of PET keep their intervals, which decay correction needs, on a day that is not theirs, unless dates are shown.'
    ),
    labels: words(
      {
        timepoint: 'the label of the timepoint, such as TP 3',
        day: 'the label and the day, such as TP 3, Day +56',
        letters: 'Series A, Series B: blinded to time',
      },
      'How timepoints are named to readers.'
    ),
    sexAge: yesNo(
      "May readers see the subject's sex and age? Age is in whole years at the timepoint; above 89 it is 90."
    ),
    manufacturer: yesNo(
      'May readers see the maker and the product line of the scanner? It can tell the site.'
    ),
  },
  {
    ...closed,
    description: 'What readers may not see, beyond identity, site and arm, which they never do.',
  }
);

export const WindowPresetSchema = Type.Object(
  {
    name: text('Name.'),
    center: Type.Number({ description: 'Window centre, in the unit of the pixels (CT: HU).' }),
    width: Type.Number({ exclusiveMinimum: 0, description: 'Window width, in the same unit.' }),
  },
  { ...closed, description: 'One preset.' }
);

export const WindowPresetsSchema = listOf(
  WindowPresetSchema,
  12,
  'Window presets, in the order of their keys.'
);

export const SignatureMeaningsSchema = listOf(
  text('A sentence.'),
  10,
  'What a signature can mean; the first is offered first.',
  { minItems: 1 }
);

const formats = {
  csv: 'comma-separated values',
  'sdtm-xpt': 'SDTM as SAS transport files',
  'dataset-json': 'SDTM as Dataset-JSON',
  adam: 'ADaM data sets',
  pdf: 'reports',
  'dicom-sr': 'structured reports and segmentations',
} as const;

export type ExportFormat = keyof typeof formats;
/** What this release can write. */
export const formatsOfThisRelease: readonly ExportFormat[] = ['csv'];

export const ExportSchema = Type.Object(
  {
    formats: listOf(
      words(formats, 'A format; this release writes csv.'),
      6,
      'Formats that are exported.',
      { minItems: 1, uniqueItems: true }
    ),
    studyId: text('STUDYID of the data sets.', { $comment: 'Default: the id of the trial.' }),
  },
  { ...closed, description: 'Export of the endpoint data.' }
);

export type Blinding = Static<typeof BlindingSchema>;
export type WindowPreset = Static<typeof WindowPresetSchema>;

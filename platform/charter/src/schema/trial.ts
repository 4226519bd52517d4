import { type Static, Type } from '@sinclair/typebox';
import { accounts, closed, code, listOf, text, words } from './parts.js';

const phases = ['1', '1/2', '2', '2/3', '3', '4'] as const;

export const TrialSchema = Type.Object(
  {
    id: Type.String({
      pattern: '^[A-Z0-9][A-Z0-9-]{0,31}$',
      description: 'Id of the trial; images carry it as ClinicalTrialProtocolID.',
    }),
    name: text('What people call the trial.'),
    phase: Type.Unsafe<(typeof phases)[number]>(
      Type.Union(
        phases.map(phase => Type.Literal(phase)),
        { description: 'Phase of the trial; in quotes, since YAML reads 2 as a number.' }
      )
    ),
  },
  { ...closed, description: 'Identity of the trial.' }
);

export const AreaSchema = words(
  {
    oncology: 'solid tumours, lymphoma, brain tumours',
    msk: 'bones and joints',
    gi: 'endoscopy and the bowel',
    cardio: 'heart and vessels',
    neuro: 'brain and spine',
  },
  'Therapeutic area: decides the defaults of this page.'
);

export const ModeSchema = Type.String({
  pattern: '^[a-z][a-z0-9-]{1,63}$',
  description: 'Route of the reading mode that opens its cases.',
});

export const SitesSchema = listOf(
  Type.Object(
    {
      code: code("The site's number; in quotes where it is all digits."),
      name: text('Name of the site, for staff alone.', { $comment: 'Default: the code.' }),
      coordinators: accounts(
        'Who uploads, fills in transmittal forms and answers queries for this site, and sees this site alone.',
        0
      ),
    },
    { ...closed, description: 'One site.' }
  ),
  2000,
  'Sites that send images.',
  { minItems: 1 }
);

export const SubjectsSchema = Type.Object(
  {
    identifierPattern: Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'Regular expression that a subject identifier matches as a whole.',
    }),
    identifiers: listOf(
      words(
        {
          subjectNumber: 'one number for the whole trial',
          screeningNumber: 'given at screening',
          randomisationNumber: 'given at randomisation',
        },
        'A kind of identifier.'
      ),
      3,
      'Kinds of identifier that subjects have; the first is the one images are matched by.',
      { minItems: 1, uniqueItems: true }
    ),
  },
  { ...closed, description: 'How subjects are named. There is no place for a treatment arm.' }
);

export type Area = Static<typeof AreaSchema>;

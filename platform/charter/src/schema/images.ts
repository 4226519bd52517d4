import { regions } from '@corelab/criteria';
import { type Static, Type } from '@sinclair/typebox';
import { closed, keyword, listOf, text, words, yesNo } from './parts.js';

const pattern = (description: string) =>
  Type.String({ minLength: 1, maxLength: 200, description, examples: ['^SUBJ-(\\d{4})$'] });

/** Takes a value from a DICOM attribute; `pattern`'s first group is the value where one is given. */
const attributeRule = (of: string) =>
  Type.Object(
    {
      attribute: keyword(`DICOM keyword of the attribute that holds ${of}.`),
      pattern: Type.Optional(
        pattern('Regular expression; its first group, or all it matches, is the value.')
      ),
    },
    { ...closed, description: `Where ${of} is found.` }
  );

export const AttributeRuleSchema = attributeRule('the value');

export const MatchingSchema = Type.Object(
  {
    subject: attributeRule("the subject's identifier"),
    site: attributeRule("the site's code"),
    timepoint: attributeRule('the id of the timepoint'),
    exam: words(
      {
        sameDay: 'studies of one subject and one acquisition date are one exam',
        study: 'each study is an exam',
      },
      'Which received studies are one exam (one imaging procedure).'
    ),
    timepointBy: words(
      {
        attribute: 'by the attribute rule alone',
        window: 'by the visit window that the acquisition date lies in',
        attributeThenWindow:
          'by the attribute rule, and by the window where the attribute is empty',
      },
      'How an exam finds its timepoint.'
    ),
    unmatched: words(
      {
        wait: 'waits for the data manager with the reason and the candidates',
        proposeByDate:
          'waits as well, with the timepoint whose window is nearest to the acquisition date proposed',
      },
      'What becomes of a study that finds no subject or timepoint.'
    ),
  },
  { ...closed, description: 'How a received study finds its subject, exam and timepoint.' }
);

export const SeriesRuleSchema = Type.Object(
  {
    attribute: keyword('DICOM keyword of the attribute.', { examples: ['SeriesDescription'] }),
    operator: words(
      {
        equals: 'the whole value, case ignored',
        contains: 'a part of the value, case ignored',
        matches: 'a regular expression, case ignored',
      },
      'How the value is compared.',
      { examples: ['contains'] }
    ),
    value: text('What it is compared with.', { examples: ['portal venous'] }),
  },
  { ...closed, description: 'A condition on one DICOM attribute.' }
);

export const role = (description: string) =>
  Type.String({ pattern: '^[A-Z0-9][A-Z0-9-]{1,15}$', description });

export const SeriesRoleSchema = Type.Object(
  {
    role: role('Word for this kind of series: all that a reader learns of it.'),
    modality: Type.String({
      pattern: '^[A-Z]{2,3}$',
      description: 'DICOM modality of its series.',
    }),
    rules: listOf(
      SeriesRuleSchema,
      20,
      'Conditions under which a series is proposed for the role; all must hold, none means every series of the modality. The first role that fits is proposed and QC confirms it.'
    ),
  },
  { ...closed, description: 'One role.' }
);

const millimetres = (
  description: string,
  example: number,
  least: 'above 0' | 'from 0' = 'above 0'
) =>
  Type.Optional(
    Type.Number({
      ...(least === 'above 0' ? { exclusiveMinimum: 0 } : { minimum: 0 }),
      maximum: 2000,
      description,
      examples: [example],
    })
  );

export const AttributeLimitSchema = Type.Object(
  {
    attribute: keyword('DICOM keyword of the attribute.'),
    equals: Type.Optional(
      listOf(
        text('An allowed value.', { examples: ['B30f'] }),
        50,
        'Allowed values, case ignored.',
        {
          minItems: 1,
          examples: [['B30f', 'B31f']],
        }
      )
    ),
    from: Type.Optional(Type.Number({ description: 'Least value, itself allowed.' })),
    to: Type.Optional(Type.Number({ description: 'Largest value, itself allowed.' })),
    severity: words(
      {
        major: 'blocks the read until a query is answered',
        minor: 'the read goes on, with the deviation noted',
      },
      'What a value outside the limits means.'
    ),
  },
  { ...closed, description: 'Limits of one attribute.' }
);

export const RoleProtocolSchema = Type.Object(
  {
    maxSliceThicknessMm: millimetres('Largest slice thickness of this role, in millimetres.', 2.5),
    maxGapMm: millimetres('Largest gap between slices, in millimetres.', 0, 'from 0'),
    maxPixelSpacingMm: millimetres('Largest pixel spacing, in millimetres.', 1),
    minCoverageMm: millimetres('Least extent of the stack, in millimetres.', 300),
    contrast: Type.Optional(
      words(
        { with: 'contrast is given', without: 'no contrast', either: 'both are allowed' },
        'Contrast medium.'
      )
    ),
    sameScanner: Type.Optional(
      yesNo('Whether the scanner must be that of the baseline.', { examples: [true] })
    ),
    attributes: Type.Optional(listOf(AttributeLimitSchema, 50, 'Limits of single attributes.')),
  },
  { ...closed, description: 'What the protocol asks of the series of one role.' }
);

export const ImagingProtocolSchema = Type.Object(
  {
    maxSliceThicknessMm: Type.Optional(
      Type.Number({
        exclusiveMinimum: 0,
        maximum: 50,
        description: 'Largest slice thickness of any series, in millimetres; no limit without it.',
      })
    ),
    regions: Type.Array(
      Type.Unsafe<(typeof regions)[number]>(
        Type.Union(
          regions.map(region => Type.Literal(region)),
          { description: 'A part of the body.' }
        )
      ),
      {
        minItems: 1,
        uniqueItems: true,
        description:
          'Parts of the body that are imaged: a reader judges the image quality of each.',
      }
    ),
    qc: words(
      {
        person: 'a QC technologist or data manager looks at every exam',
        automatic:
          'an exam whose series all have a role and no image problem passes by itself; the others wait for a person',
      },
      'Who lets an exam pass QC. No read is released before all its exams have passed.'
    ),
    roles: Type.Record(Type.String({ pattern: '^[A-Z0-9][A-Z0-9-]{1,15}$' }), RoleProtocolSchema, {
      ...closed,
      description: 'What is asked of single series roles, by role.',
    }),
  },
  { ...closed, description: 'What the imaging protocol asks; intake and QC check it.' }
);

export type AttributeRule = Static<typeof AttributeRuleSchema>;
export type SeriesRule = Static<typeof SeriesRuleSchema>;
export type SeriesRole = Static<typeof SeriesRoleSchema>;

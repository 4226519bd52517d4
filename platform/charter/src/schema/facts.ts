import { type Static, type TOptional, Type } from '@sinclair/typebox';
import { closed, code, from, listOf, text, words, yesNo } from './parts.js';
import { roleName } from './people.js';

const kinds = {
  randomisation: 'Date of randomisation.',
  firstDose: 'Date of the first dose.',
  death: 'Date of death.',
  newAnticancerTherapy: 'Start of a new anticancer therapy.',
  steroids: 'Steroid dose.',
  clinicalStatus: 'Clinical status.',
  labs: 'Laboratory values.',
  histology: 'Histology.',
  priorRadiation: 'Radiotherapy before the trial.',
  priorSurgery: 'Surgery before the trial.',
  weight: 'Body weight.',
  height: 'Body height.',
  sex: 'Sex.',
} as const;

export type FactKind = keyof typeof kinds;

/** In the order of the schema. */
export const factKinds = Object.keys(kinds) as readonly FactKind[];

const shown = (description: string) =>
  Type.Object(
    {
      roles: listOf(roleName('A role.'), 10, 'Who sees it.', {
        uniqueItems: true,
        examples: [['dataManager']],
      }),
      when: words(
        {
          always: 'from the start',
          afterImagingLocked:
            'readers and adjudicators once the imaging part of their read is locked',
          neverToReaders: 'readers and adjudicators never',
        },
        'When readers and adjudicators see it; other roles see it at once.',
        { examples: ['afterImagingLocked'] }
      ),
    },
    {
      ...closed,
      description,
      examples: [{ roles: ['dataManager'], when: 'neverToReaders' }],
    }
  );

/** A closed list: a kind that is not here, such as a treatment arm, has no place in a charter. */
export const ClinicalFactsSchema = Type.Object(
  Object.fromEntries(
    Object.entries(kinds).map(([kind, what]) => [kind, Type.Optional(shown(what))])
  ) as Record<FactKind, TOptional<ReturnType<typeof shown>>>,
  {
    ...closed,
    description:
      'Clinical facts that the trial keeps, and who sees each when. What is not named is not kept; there is no treatment arm.',
  }
);

const FieldSchema = Type.Object(
  {
    id: code('Id of the field.', { examples: ['scanDate'] }),
    label: text('What the form asks.', { examples: ['Date of the scan'] }),
    type: words(
      {
        text: 'free text',
        number: 'a number',
        date: 'a date, which may be only a year or a year and month',
        yesNo: 'yes or no',
        choice: 'one of `choices`',
      },
      'Kind of answer.',
      { examples: ['date'] }
    ),
    required: yesNo('Whether the form is complete without it: true, it is not.'),
    unit: Type.Optional(text('Unit of a number.', { examples: ['mg'] })),
    choices: Type.Optional(
      listOf(text('An answer.'), 50, 'Answers to choose from.', {
        minItems: 2,
        uniqueItems: true,
        examples: [['oral', 'intravenous', 'none']],
      })
    ),
  },
  { ...closed, description: 'One field.' }
);

export const FormSchema = Type.Object(
  {
    id: code('Id of the form.', { examples: ['transmittal'] }),
    title: text('Title of the form.', from('the id')),
    purpose: words(
      {
        siteTransmittal: 'comes with the images of an exam',
        eligibility: 'what an eligibility read decides by, once a subject',
      },
      'What the form is for.',
      { examples: ['siteTransmittal'] }
    ),
    filledBy: words(
      {
        siteCoordinator: 'the site',
        dataManager: 'the data manager',
        reader: 'the reader of the eligibility track',
      },
      'Who fills it in.',
      from('`siteCoordinator` for a transmittal, `reader` for eligibility')
    ),
    fields: listOf(FieldSchema, 100, 'Its fields, in order.', { minItems: 1 }),
  },
  { ...closed, description: 'One form.' }
);

export const FormsSchema = listOf(FormSchema, 20, 'Forms that are filled in beside the images.');

export type ClinicalFacts = Static<typeof ClinicalFactsSchema>;
export type Form = Static<typeof FormSchema>;

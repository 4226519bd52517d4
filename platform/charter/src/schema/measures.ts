import { OptionsSchema } from '@corelab/endpoints';
import { type Static, Type } from '@sinclair/typebox';
import { closed, from, listOf, text, yesNo } from './parts.js';

const primary = yesNo(
  'Whether readers see this one first, and adjudication and endpoints go by it; one of all criteria and instruments is the primary one.',
  from('yes for the first criterion, else the first instrument, where none says so')
);

export const CriterionSchema = Type.Object(
  {
    id: text('Id of a response criterion; docs/criteria lists them.'),
    parameters: Type.Record(Type.String(), Type.Unknown(), {
      description:
        "The criterion's parameters; its page in docs/criteria lists them. What is not said is filled in with its default.",
    }),
    primary,
  },
  { ...closed, description: 'One criterion; `criterion: {...}` is short for a list of one.' }
);

const Plain = Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()], {
  description: 'A text, a number, true, false or null.',
});

export const InstrumentSchema = Type.Object(
  {
    id: Type.String({
      pattern: '^[A-Za-z][A-Za-z0-9.-]{0,31}$',
      description: 'Id of a scored instrument.',
    }),
    parameters: Type.Record(
      Type.String(),
      Type.Union([Plain, Type.Array(Plain)], {
        description: 'Value of one parameter.',
        examples: [1],
      }),
      { description: "The instrument's parameters." }
    ),
    primary,
  },
  { ...closed, description: 'One instrument.' }
);

export const CriteriaSchema = listOf(
  CriterionSchema,
  10,
  'Response criteria by which the same marks are rated, each with its own parameters; finals and exports have the results of each. The primary one is shown first, and reads are compared by it alone. Several must ask the same of a lesion: recist-1.1, irecist and imrecist go together, and what makes the sum (measurementPrecisionMm, tstmDefaultMm, localTreatment, maxTargets, maxTargetsPerOrgan) is the same for all of them.'
);

export const InstrumentsSchema = listOf(
  InstrumentSchema,
  20,
  'Scored instruments. A trial has a criterion or an instrument, or both.'
);

/** The options of @corelab/endpoints as they are there. */
export const EndpointsSchema = Type.Partial(OptionsSchema, {
  ...closed,
  description:
    "How visits become endpoints: the options of docs/endpoints.md. Filled in from the criterion's parameters, then with the options' own defaults; nothing where there is no criterion.",
});

export type CriterionChoice = Static<typeof CriterionSchema>;
export type InstrumentChoice = Static<typeof InstrumentSchema>;

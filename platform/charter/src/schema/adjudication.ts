import { type Static, Type } from '@sinclair/typebox';
import { closed, days, from, listOf, text, words, yesNo } from './parts.js';

export const TriggerSchema = Type.Object(
  {
    variable: Type.String({
      pattern: '^[A-Za-z][A-Za-z0-9._-]{0,63}$',
      description:
        'What is compared between the two reads. Of a criterion: bor (best response), pdStatus (progression or not), pdDate, respDate (first response); optional: visitResponse (any visit), neThroughout (one read not evaluable throughout), measurability (measurable disease at baseline or not), newLesion (yes or no), burden. Of an instrument: the name of one of its results.',
    }),
    of: text('Criterion or instrument that it is a result of.', from('the primary one')),
    absolute: Type.Optional(
      Type.Number({
        minimum: 0,
        description: 'Fires when the two numbers differ by more than this, in their unit.',
        examples: [4],
      })
    ),
    relativePct: Type.Optional(
      Type.Number({
        minimum: 0,
        maximum: 1000,
        description:
          'Fires when the two numbers differ by more than this percentage of their mean. Where `absolute` is given too, both must be exceeded.',
        examples: [10],
      })
    ),
  },
  { ...closed, description: 'One trigger; its variable alone (`- bor`) is short for it.' }
);

export const AdjudicationSchema = Type.Object(
  {
    scope: words(
      {
        subject: 'once, when the course is closed',
        timepoint: 'at each timepoint that both have signed',
        sinceLast:
          'for the timepoints read since the courses were compared before; what was settled then stands',
      },
      'What one adjudication is about.'
    ),
    triggers: listOf(
      TriggerSchema,
      30,
      'Differences of the two reads that call the adjudicator; any of them does. Different lesions, sums or targets with the same outcome are no trigger.',
      {
        minItems: 1,
        ...from(
          'bor, pdStatus, pdDate and respDate under a criterion, unless the scope is a timepoint; else they must be given'
        ),
      }
    ),
    dateToleranceDays: days('Days by which pdDate and respDate may differ without a trigger.', 365),
    mode: words(
      {
        selectRead: 'sees both reads under neutral names and picks one, whole',
        perTimepoint: 'sees both reads and picks one at each timepoint',
        thirdRead: 'reads anew and sees neither until the own read is signed',
      },
      'How the adjudicator decides.'
    ),
    thirdReadFinal: Type.Optional(
      words(
        {
          adjudicator: "the adjudicator's read stands",
          meanOfClosest2: 'numbers: the mean of the two closest of the three',
          medianOf3: 'numbers: the median of the three',
        },
        'What stands after a third read.',
        {
          ...from('`adjudicator` where the mode is `thirdRead`'),
          examples: ['medianOf3'],
        }
      )
    ),
    concordantSource: words(
      {
        reader1: "R1's record",
        mean: "numbers: the mean of both; categories: R1's",
      },
      'What stands where no trigger fired.',
      from('`reader1` under a criterion, `mean` under an instrument')
    ),
    laterTimepoints: words(
      {
        keepChosenReader: 'the chosen reader stands for them as well',
        readjudicate:
          'the triggers are asked again: of the whole course, or of each timepoint where that is the scope',
      },
      'What holds for timepoints that are read after an adjudication. A scope of `sinceLast` always asks again, of the new ones.'
    ),
    counterfactual: yesNo(
      'Whether the adjudicator is shown what the response would be with one difference replaced by the other read’s.'
    ),
  },
  {
    ...closed,
    description: 'Adjudication; with `paradigm: twoWithAdjudication` and with no other.',
    ...from('what its keys say under `twoWithAdjudication`, none under other paradigms'),
  }
);

export type Trigger = Static<typeof TriggerSchema>;
export type Adjudication = Static<typeof AdjudicationSchema>;

import { type Static, Type } from '@sinclair/typebox';
import { closed, code, from, listOf, text, words } from './parts.js';
import { timepointKind } from './timepoints.js';

export const PaneSchema = Type.Object(
  {
    role: text('Series role that it shows.'),
    timepoint: words(
      {
        current: 'the timepoint that is read',
        previous: 'the one before',
        baseline: 'the baseline',
        nadir: 'the one with the least burden; the one before where none is known',
        other: 'another one, in the order in which they are shown: for readers blinded to time',
      },
      'Timepoint that it shows.'
    ),
    windowPreset: Type.Optional(
      text('Window it opens with, by its name in `windowPresets`.', { examples: ['Lung'] })
    ),
  },
  { ...closed, description: 'One pane.' }
);

const side = (of: string, most: number) =>
  Type.Integer({ minimum: 1, maximum: most, description: `Number of ${of}.` });

export const StageSchema = Type.Object(
  {
    name: text('Name of the stage.', from('the role of its first pane')),
    rows: side('rows', 4),
    columns: side('columns', 6),
    panes: listOf(PaneSchema, 24, 'Panes, row by row from the top left.', { minItems: 1 }),
  },
  { ...closed, description: 'One layout; readers step through the stages.' }
);

export const HangingProtocolSchema = Type.Object(
  {
    id: code('Id of the hanging protocol.'),
    kinds: listOf(timepointKind('A kind of timepoint.'), 6, 'Kinds of timepoint that it is for.', {
      minItems: 1,
      uniqueItems: true,
    }),
    stages: listOf(StageSchema, 20, 'Its stages.', { minItems: 1 }),
  },
  { ...closed, description: 'One hanging protocol.' }
);

export const HangingProtocolsSchema = listOf(
  HangingProtocolSchema,
  10,
  'How images are laid out. At most one for each kind of timepoint; a kind without one has one pane, or two with a comparison. Each stage has a pane of the current timepoint. A stage is passed over where none of these has images of its role, a pane is left out where its timepoint is not there. The panes with the first word other than `current` follow what the reader compares with. A stage of one pane has a comparison beside it where reads are compared, and where a first timepoint is read with others to see.',
  from(
    'one stage for each role: alone where there is nothing to compare with, else beside the timepoint that `comparison` of the first track allows (oncology: the nadir; other areas: the baseline; blinded to time: any other)'
  )
);

export type HangingProtocol = Static<typeof HangingProtocolSchema>;
export type Pane = Static<typeof PaneSchema>;

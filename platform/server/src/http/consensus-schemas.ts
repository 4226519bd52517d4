import {
  PanelCaseSchema,
  PanelChoiceSchema,
  PanelProposalSchema,
  panelVotes,
} from '@corelab/adjudication';
import { Type } from '@sinclair/typebox';
import { Nullable, ReadStudySchema, SignBody, ToldDate, TrackTold } from './answer-schemas.js';
import { NotIdentity } from './identity-schemas.js';

export const ConsensusParams = Type.Object({
  consensusId: Type.String({ minLength: 8, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' }),
});

const Turn = Type.Union(
  (['propose', 'vote', 'others', 'done'] as const).map(turn => Type.Literal(turn)),
  { description: 'What is to be done by whoever asks: put forward, vote, or wait for the others.' }
);

const State = Type.Union(
  (['open', 'proposed', 'agreed'] as const).map(state => Type.Literal(state))
);

const Vote = Type.Union(panelVotes.map(vote => Type.Literal(vote)));

export const ConsensusList = Type.Object({
  consensus: Type.Array(
    Type.Object({
      consensusId: Type.String(),
      trialName: Type.String(),
      subjectCode: Type.String(),
      state: State,
      turn: Turn,
      dueDate: Nullable(Type.String()),
      votes: Type.Integer({ description: 'Cast on what is put forward.' }),
      of: Type.Integer({ description: 'Readers who vote.' }),
      isOpen: Type.Boolean({ description: 'False where its reader may not open it now.' }),
    })
  ),
});

export const ConsensusImages = Type.Object({
  consensusId: Type.String(),
  studies: Type.Array(
    Type.Object({
      studyInstanceUid: Type.String(),
      series: Type.Array(Type.Object({ seriesInstanceUid: Type.String() })),
    }),
    {
      description:
        'Each timepoint as its one study, under `/reads/{consensusId}/dicomweb`: the two of the first difference first.',
    }
  ),
});

/** Everything a meeting may show: no read in it is joined to a slot, a person, a time or an order of reading. */
export const ConsensusContext = Type.Object({
  consensusId: Type.String(),
  state: State,
  turn: Turn,
  slot: Type.String({ description: 'Of whoever asks.' }),
  slots: Type.Array(Type.String(), {
    description:
      'Of all who meet; the first puts forward. They are in another order than the names of the reads.',
  }),
  trialName: Type.String(),
  track: TrackTold,
  subjectCode: Type.String(),
  dueDate: Nullable(Type.String()),
  charter: Type.Object({
    criterion: Type.String(),
    windowPresets: Type.Optional(Type.Unknown()),
  }),
  timepoints: Type.Array(
    Type.Object({
      id: Type.String({ description: 'What the case calls it.' }),
      label: Type.String(),
      day: Nullable(Type.Integer()),
      date: ToldDate,
    })
  ),
  case: PanelCaseSchema,
  documents: Type.Array(
    Type.Object({
      name: Type.String({ description: 'Of the read.' }),
      reads: Type.Array(
        Type.Object({
          timepoint: Type.String(),
          document: Type.Unknown({
            description:
              "The signed read document without its reader's words, with this meeting's own image references.",
          }),
        })
      ),
    }),
    { description: 'In the order of the names.' }
  ),
  studies: Type.Array(Type.Object({ ...ReadStudySchema.properties, timepointId: Type.String() }), {
    description: 'In timepoint order; none of them is the current one.',
  }),
  proposals: Type.Array(
    Type.Object({
      version: Type.Integer(),
      outcome: Type.Union(
        (['open', 'agreed', 'sentBack'] as const).map(outcome => Type.Literal(outcome))
      ),
      proposedBy: Type.String({ description: 'A slot.' }),
      at: Type.String(),
      choice: PanelChoiceSchema,
      reason: PanelProposalSchema.properties.reason,
      votes: Type.Array(
        Type.Object({
          slot: Type.String(),
          at: Type.String(),
          vote: Nullable(Vote),
          reason: Nullable(Type.String()),
        }),
        { description: 'In the order of voting; null is not shown to whoever has still to vote.' }
      ),
    }),
    { description: 'Everything that was put forward, the last one last.' }
  ),
  reasons: Type.Array(Type.String(), { description: 'Codes of reasons.' }),
  meanings: Type.Array(Type.String()),
});

const { password, meaning, requestId, plugins } = SignBody.properties;

export const ProposalBody = Type.Object({
  proposal: PanelProposalSchema,
  after: Type.Integer({
    minimum: 0,
    description: 'Version of the proposal that was seen last; 0 before the first.',
  }),
  ...{ password, meaning, requestId, plugins, notIdentity: NotIdentity },
});

export const VoteBody = Type.Object({
  proposal: Type.Integer({ minimum: 1, description: 'Version of the proposal that is meant.' }),
  vote: Vote,
  reason: Type.String({ maxLength: 4000, description: 'Needed of whoever disagrees.' }),
  ...{ password, meaning, requestId, plugins, notIdentity: NotIdentity },
});

import { type Static, Type } from '@sinclair/typebox';
import type { Decision, PanelSlot } from './decision.js';
import { decisionReasons } from './decisionDocument.js';
import { type PanelName, panelNames, type PanelOrder, slotNamed } from './panel.js';
import { closed, oneOf } from './shape.js';

const Name = oneOf(panelNames, 'A read, by its neutral name.');

/** Which read is put forward: one for the whole course, or one for each timepoint. */
export const PanelChoiceSchema = Type.Union([
  Type.Object({ kind: Type.Literal('read'), name: Name }, closed),
  Type.Object(
    {
      kind: Type.Literal('perTimepoint'),
      names: Type.Record(Type.String({ minLength: 1, maxLength: 64 }), Name),
    },
    closed
  ),
]);
export type PanelChoice = Static<typeof PanelChoiceSchema>;

/** What is put forward to a panel, and why. */
export const PanelProposalSchema = Type.Object(
  {
    choice: PanelChoiceSchema,
    reason: Type.Object(
      {
        code: oneOf(decisionReasons, 'What the proposal rests on.'),
        text: Type.String({ minLength: 1, maxLength: 4000 }),
      },
      closed
    ),
  },
  closed
);
export type PanelProposal = Static<typeof PanelProposalSchema>;

export type PanelItemCode =
  | 'CL_READ_UNKNOWN'
  | 'CL_TIMEPOINT_OPEN'
  | 'CL_TIMEPOINT_STRAY'
  | 'CL_TIMEPOINT_NOT_READ'
  | 'CL_NO_REASON_TEXT';

/** One thing that keeps a proposal from being put forward. */
export interface PanelItem {
  readonly timepoint: string | null;
  readonly code: PanelItemCode;
  readonly message: string;
}

/** The names of a panel's reads, with the timepoints that each has. */
export type NamedReads = Readonly<Partial<Record<PanelName, readonly string[]>>>;

/** Which read a choice names for a timepoint; undefined where none. */
export const namedAt = (choice: PanelChoice, timepoint: string): PanelName | undefined => {
  if (choice.kind === 'read') return choice.name;
  return Object.hasOwn(choice.names, timepoint) ? choice.names[timepoint] : undefined;
};

/** What is wrong with a proposal, timepoints in order, then the reason; empty when it can be put forward. */
export function proposalItems(
  { choice, reason }: PanelProposal,
  timepoints: readonly string[],
  reads: NamedReads
): PanelItem[] {
  const items: PanelItem[] = [];
  const add = (code: PanelItemCode, message: string, timepoint: string | null = null) =>
    items.push({ timepoint, code, message });
  for (const id of timepoints) {
    const name = namedAt(choice, id);
    if (name === undefined) add('CL_TIMEPOINT_OPEN', `${id}: no read is put forward`, id);
    else if (reads[name] === undefined)
      add('CL_READ_UNKNOWN', `${id}: there is no read ${name}`, id);
    else if (!reads[name].includes(id))
      add('CL_TIMEPOINT_NOT_READ', `${id}: ${name} did not read it`, id);
  }
  if (choice.kind === 'perTimepoint')
    for (const id of Object.keys(choice.names))
      if (!timepoints.includes(id))
        add('CL_TIMEPOINT_STRAY', `${id}: not a timepoint of this subject`, id);
  if (reason.text.trim() === '') add('CL_NO_REASON_TEXT', 'the reason is not said in words');
  return items;
}

/** A proposal by slots, for the record alone. Throws RangeError on a name that the panel has not. */
export function panelDecision(
  choice: PanelChoice,
  timepoints: readonly string[],
  order: PanelOrder
): Decision {
  const slot = (name: PanelName): PanelSlot => {
    const named = slotNamed(name, order);
    if (named === undefined) throw new RangeError(`the panel has no read ${name}`);
    return named;
  };
  const about = { timepoints: [...timepoints] };
  if (choice.kind === 'read')
    return { ...about, choice: { kind: 'read', slot: slot(choice.name) } };
  const slots = Object.entries(choice.names).map(([id, name]) => [id, slot(name)] as const);
  return { ...about, choice: { kind: 'perTimepoint', slots: Object.fromEntries(slots) } };
}

export const panelVotes = ['agree', 'disagree'] as const;
export type PanelVote = (typeof panelVotes)[number];

/** What has become of a proposal: `open` until every slot has voted. */
export type PanelOutcome = 'open' | 'agreed' | 'sentBack';

/**
 * What the votes on a proposal come to. Every slot votes, also after another has disagreed: a vote is each reader's own, and
 * all of them are kept. One who disagrees sends it back; no number of the others outvotes them. Votes of other slots do not
 * count.
 */
export function panelOutcome(
  panel: readonly string[],
  votes: ReadonlyMap<string, PanelVote>
): PanelOutcome {
  const cast = panel.map(slot => votes.get(slot));
  if (panel.length === 0 || cast.some(vote => vote === undefined)) return 'open';
  return cast.every(vote => vote === 'agree') ? 'agreed' : 'sentBack';
}

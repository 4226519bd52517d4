import type { ChosenRules } from '@corelab/adjudication';
import { CharterSchema, type Charter, endpointsUnder, upgradeCharter } from '@corelab/charter';
import type { Region } from '@corelab/criteria';
import { TypeCompiler } from '@sinclair/typebox/compiler';
import type { RequiredQualifications } from './missing-qualifications.js';

/** Who may take a slot. */
export interface SlotPeople {
  readonly slot: string;
  /** User names. */
  readonly readers: readonly string[];
  /** Who stands in for them. */
  readonly backups: readonly string[];
}

/** A criterion with what it is run with. */
export interface CriterionTerms {
  readonly criterion: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** What the workflow needs of a charter; its own criterion is the primary one (or instrument, where the trial goes by one). */
export interface CharterTerms extends CriterionTerms {
  /** Criteria that rate the same marks, in the charter's order. */
  readonly others: readonly CriterionTerms[];
  readonly showDerived: string;
  /** All non-targets still to do may be set as they were, in one act. */
  readonly bulkUnchanged: boolean;
  /** Parts of the body that are imaged. */
  readonly regions: readonly Region[];
  /** By name. */
  readonly windowPresets: Readonly<Record<string, { center: number; width: number }>>;
  /** Route of the reading mode. */
  readonly route: string;
  readonly meanings: readonly string[];
  /** What whoever acts in a role must have on record. */
  readonly qualifications: RequiredQualifications;
  /** What each track compares its reads with, among the rest of it. */
  readonly tracks: Charter['tracks'];
  readonly gapPolicy: Charter['gapPolicy'];
  /** Reader slots of the first efficacy track with the user names that may take them. */
  readonly slots: readonly SlotPeople[];
  /** In which order a subject's timepoints are read. */
  readonly order: Track['order'];
  /** When timepoints are released to readers. */
  readonly release: Track['release'];
  /** When a course closes. */
  readonly closing: Track['closing'];
  /** How the readers' courses are compared and which of them stands. */
  readonly rules: ChosenRules;
  /** Who decides where they differ; null where nobody does. */
  readonly adjudicator: SlotPeople | null;
  /** How a slot gets its reader. */
  readonly assignment: AssignmentRule;
  readonly replacement: Track['replacement'];
  /** Working days from release until a read is due; null where there is no efficacy track. */
  readonly turnaroundDays: number | null;
  readonly calendar: Charter['calendar'];
  /** What readers are told of time, of the subject and of the scanner. */
  readonly blinding: Charter['blinding'];
}

type Track = Charter['tracks'][number];

/** By the charter's rule or by hand; whom the rule takes; whether all timepoints of a subject stay with one reader. */
export type AssignmentRule = Pick<Track['assignment'], 'how' | 'load' | 'sameReader'>;

const checker = TypeCompiler.Compile(CharterSchema);

/**
 * A stored charter in the current form; one stored under an older version of the schema is upgraded, and keeps
 * the hash it was stored with.
 * @throws Error when what is stored is not a resolved charter.
 */
export const storedCharter = (resolved: unknown): Charter =>
  checker.Check(resolved) ? resolved : upgradeCharter(resolved);

/** Slots that get a course with the subject's images: readers, not the adjudicator and not the site. */
export const isReaderSlot = (slot: string): boolean => /^R\d$/.test(slot);

/** Who may take a slot, the adjudicator's too; undefined where the charter has no such slot. */
export const peopleOfSlot = (
  { slots, adjudicator }: Pick<CharterTerms, 'slots' | 'adjudicator'>,
  slot: string
): SlotPeople | undefined =>
  [...slots, ...(adjudicator === null ? [] : [adjudicator])].find(one => one.slot === slot);

/** The terms of a stored charter; throws like `storedCharter`. */
export const charterTerms = (resolved: unknown): CharterTerms => {
  const charter = storedCharter(resolved);
  const track = charter.tracks.find(({ kind }) => kind === 'efficacy');
  const measure = [...charter.criteria, ...charter.instruments].find(({ primary }) => primary);
  const peopleOf = (slot: string): SlotPeople => ({
    slot,
    readers: track?.readers[slot] ?? [],
    backups: track?.assignment.backups[slot] ?? [],
  });
  if (measure === undefined) throw new Error('the stored charter has no primary criterion');
  return {
    criterion: measure.id,
    parameters: measure.parameters,
    others: charter.criteria
      .filter(({ primary }) => !primary)
      .map(({ id, parameters }) => ({ criterion: id, parameters })),
    showDerived: track?.showDerived ?? 'afterLesions',
    bulkUnchanged: track?.bulkUnchanged ?? false,
    regions: charter.imagingProtocol.regions,
    windowPresets: Object.fromEntries(
      charter.windowPresets.map(({ name, center, width }) => [name, { center, width }])
    ),
    route: charter.mode,
    meanings: charter.signatureMeanings,
    qualifications: charter.qualifications,
    slots: (track?.slots ?? []).filter(isReaderSlot).map(peopleOf),
    order: track?.order ?? 'sequential',
    release: track?.release ?? { when: 'onArrival' },
    closing: track?.closing ?? 'endOfSchedule',
    rules: {
      paradigm: track?.paradigm ?? 'oneReader',
      ...track?.adjudication,
      endpointOptions: charter.endpoints,
    },
    adjudicator: track?.slots.includes('ADJ') ? peopleOf('ADJ') : null,
    assignment: track?.assignment ?? { how: 'byHand', load: 'fewestOpen', sameReader: true },
    replacement: track?.replacement ?? 'takeOver',
    turnaroundDays: track?.turnaroundDays ?? null,
    calendar: charter.calendar,
    blinding: charter.blinding,
    tracks: charter.tracks,
    gapPolicy: charter.gapPolicy,
  };
};

/**
 * The terms of a charter as they would be with another of its criteria as the primary one, and that alone: what it makes of
 * reads, and of what stands of them.
 */
export const underCriterion = (terms: CharterTerms, other: CriterionTerms): CharterTerms => {
  const { endpointOptions = {} } = terms.rules;
  const criteria = [terms, ...terms.others].map(({ criterion, parameters }, index) => ({
    ...{ id: criterion, parameters: { ...parameters }, primary: index === 0 },
  }));
  return {
    ...{ ...terms, ...other, others: [] },
    rules: {
      ...terms.rules,
      endpointOptions: endpointsUnder({ criteria, endpoints: endpointOptions }, other.criterion),
    },
  };
};

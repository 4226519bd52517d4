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

/** What goes for all tracks of a trial; its own criterion is the primary one (or instrument, where the trial goes by one). */
export interface TrialTerms extends CriterionTerms {
  /** Criteria that rate the same marks, in the charter's order. */
  readonly others: readonly CriterionTerms[];
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
  readonly calendar: Charter['calendar'];
  /** What readers are told of time, of the subject and of the scanner. */
  readonly blinding: Charter['blinding'];
  /** What is kept of subjects beside their images, and who sees it when. */
  readonly clinicalFacts: Charter['clinicalFacts'];
  /** How images are laid out. */
  readonly hangingProtocols: Charter['hangingProtocols'];
}

/** What the workflow needs of a charter to have one of its tracks read. */
export interface CharterTerms extends TrialTerms {
  /** Id of the track. */
  readonly track: string;
  readonly trackKind: Track['kind'];
  readonly showDerived: string;
  /** All non-targets still to do may be set as they were, in one act. */
  readonly bulkUnchanged: boolean;
  /** Whether readers may give another response by the primary criterion than the calculated one. */
  readonly readerMayDiffer: boolean;
  /** Its reader slots with the user names that may take them. */
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
  /** Working days from release until a read is due. */
  readonly turnaroundDays: number;
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

const trialTermsOf = (charter: Charter): TrialTerms => {
  const measure = [...charter.criteria, ...charter.instruments].find(({ primary }) => primary);
  if (measure === undefined) throw new Error('the stored charter has no primary criterion');
  return {
    criterion: measure.id,
    parameters: measure.parameters,
    others: charter.criteria
      .filter(({ primary }) => !primary)
      .map(({ id, parameters }) => ({ criterion: id, parameters })),
    regions: charter.imagingProtocol.regions,
    windowPresets: Object.fromEntries(
      charter.windowPresets.map(({ name, center, width }) => [name, { center, width }])
    ),
    route: charter.mode,
    meanings: charter.signatureMeanings,
    qualifications: charter.qualifications,
    calendar: charter.calendar,
    blinding: charter.blinding,
    clinicalFacts: charter.clinicalFacts,
    hangingProtocols: charter.hangingProtocols,
    tracks: charter.tracks,
    gapPolicy: charter.gapPolicy,
  };
};

/** What a stored charter says for all its tracks; throws like `storedCharter`. */
export const trialTerms = (resolved: unknown): TrialTerms => trialTermsOf(storedCharter(resolved));

/** The terms of a track by a stored charter; null where that has no such track. Throws like `storedCharter`. */
export const termsOfTrack = (resolved: unknown, trackCode: string): CharterTerms | null => {
  const charter = storedCharter(resolved);
  const track = charter.tracks.find(({ id }) => id === trackCode);
  if (track === undefined) return null;
  const peopleOf = (slot: string): SlotPeople => ({
    slot,
    readers: track.readers[slot] ?? [],
    backups: track.assignment.backups[slot] ?? [],
  });
  return {
    ...trialTermsOf(charter),
    track: track.id,
    trackKind: track.kind,
    showDerived: track.showDerived,
    bulkUnchanged: track.bulkUnchanged,
    readerMayDiffer: track.readerMayDiffer,
    slots: track.slots.filter(isReaderSlot).map(peopleOf),
    order: track.order,
    release: track.release,
    closing: track.closing,
    rules: {
      paradigm: track.paradigm,
      ...track.adjudication,
      endpointOptions: charter.endpoints,
    },
    adjudicator: track.slots.includes('ADJ') ? peopleOf('ADJ') : null,
    assignment: track.assignment,
    replacement: track.replacement,
    turnaroundDays: track.turnaroundDays,
  };
};

/**
 * The terms under which a track is read.
 * @throws Error like `storedCharter`, and where the charter has no such track: no version that is in force leaves one out.
 */
export const charterTerms = (resolved: unknown, trackCode: string): CharterTerms => {
  const terms = termsOfTrack(resolved, trackCode);
  if (terms === null) throw new Error(`the stored charter has no track ${trackCode}`);
  return terms;
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

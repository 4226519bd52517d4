import type {
  AdjudicationCase,
  AdjudicationRules,
  CourseRead,
  DecisionItem,
  DecisionReason,
  Scope,
} from '@corelab/adjudication';
import type { ImageProblem, ReadDocument } from '@corelab/reads';

/** Answer of GET /api/session. `expiresAt` is ISO 8601. */
export interface StaffTrial {
  id: string;
  name: string;
  demo: boolean;
  roles: string[];
  /** Somebody outside the core lab is told single results of it, or asked for assessments. */
  results: boolean;
}

export interface Session {
  user: string;
  name: string;
  /** What the person works as: a role, or administrator; null for who is nothing. */
  hat: string | null;
  /** All that the person could work as. */
  hats: string[];
  /** The role of the hat, if it is one. */
  roles: string[];
  /** In this hat, of the installation: accounts and new trials. */
  administrator: boolean;
  /** Trials in which the person has the role of the hat, unless it reads. */
  trials: StaffTrial[];
  /** The organisation's own login; `signs`: the person logs in and signs there. Null where there is none. */
  provider: { name: string; signs: boolean } | null;
  csrfToken: string;
  expiresAt: string;
}

/**
 * One line of the reading list; `route` is the mode's route name, `done` of `of` lesions judged. An adjudication and a
 * global read have their own routes under their `readId` (`adjudicationCalls`, `globalReadCalls`), and so has a meeting of
 * readers (`/api/consensus`); of a whole subject `timepoint` is empty.
 */
export interface ReadListItem {
  readId: string;
  trialName: string;
  /** Left out where it is that of the endpoint. */
  track?: { id: string; kind: string };
  subjectCode: string;
  timepoint: string;
  task: 'read' | 'adjudication' | 'globalRead' | 'consensus';
  scope: 'timepoint' | 'subject';
  state: string;
  order: number;
  dueDate: string | null;
  done: number;
  of: number;
  route: string;
}

/** Open reads in due order, then those signed last; `signedBefore` where older ones can be asked for. */
export interface ReadingList {
  reads: readonly ReadListItem[];
  signedBefore: string | null;
}

export type ShowDerived = 'live' | 'afterLesions' | 'afterSigning';

export interface WindowPreset {
  center: number;
  width: number;
}

/** A criterion with what it is run with. */
export interface ReadCriterion {
  criterion: string;
  parameters: Record<string, unknown>;
}

/** Its own criterion is the primary one. */
export interface ReadCharter extends ReadCriterion {
  /** Criteria that rate the same marks; left out where there are none. */
  others?: ReadCriterion[];
  showDerived: ShowDerived;
  /** Whether all non-targets still to do may be set as they were, in one act. */
  bulkUnchanged: boolean;
  /** Whether the reader may give another response than the calculated one. */
  readerMayDiffer?: boolean;
  windowPresets?: Record<string, WindowPreset>;
}

export interface ReadSeries {
  seriesInstanceUid: string;
  role: string;
  problems: ImageProblem[];
}

/** A received series of images that the read does not show, and why; `role` null when none fits. */
export interface UnshownSeries {
  role: string | null;
  modality: string;
  problem: ImageProblem;
}

/** What of time a pane shows, seen from the timepoint that is read. */
export type PaneTimepoint = 'current' | 'previous' | 'baseline' | 'nadir' | 'other';

/** One layout of panes, row by row from the top left. */
export interface HangingStage {
  rows: number;
  columns: number;
  panes: { role: string; timepoint: PaneTimepoint; windowPreset?: string }[];
}

/** One timepoint as its one pseudonymous study; the current timepoint comes first. */
export interface ReadStudy {
  studyInstanceUid: string;
  timepoint: string;
  current: boolean;
  /** Left out where the charter keeps them from readers; years are whole, 90 for all above 89. */
  subject?: { sex: string | null; ageYears: number | null };
  series: ReadSeries[];
  notShown: UnshownSeries[];
  /** Layouts in which it is read; left out of a timepoint that is only compared with. */
  stages?: HangingStage[];
}

/**
 * Another timepoint of this course, signed unless all are read together; `date` is as the charter tells it and empty where it
 * tells none, `day` counts from the baseline, null where it is not told.
 */
export interface ReadHistoryEntry {
  timepoint: string;
  day: number | null;
  date: string;
  document: ReadDocument;
}

export interface Signature {
  by: string;
  name: string;
  at: string;
  /** IANA zone of the installation. */
  zone: string;
  meaning: string;
  hash: string;
}

/** Answer of GET /api/reads/:id/images: where a read's images are, current timepoint first. Asking is not opening. */
export interface ReadImages {
  readId: string;
  mode: string;
  studies: { studyInstanceUid: string; series: { seriesInstanceUid: string }[] }[];
}

/** A read of a subject whose timepoints are read together; `left` things are to do in it, null while it was not opened. */
export interface ReadTogether {
  readId: string;
  timepoint: string;
  state: string;
  left: number | null;
  current: boolean;
}

/** Answer of GET /api/reads/:id: everything this read may show. */
export interface ReadContext {
  readId: string;
  state: string;
  trialName: string;
  /** Left out where it is that of the endpoint. */
  track?: { id: string; kind: string };
  subjectCode: string;
  timepoint: string;
  slot: string;
  baseline: boolean;
  date?: string;
  day?: number | null;
  charter: ReadCharter;
  mode: string;
  studies: ReadStudy[];
  history: ReadHistoryEntry[];
  /** Where all timepoints of a subject are read together: the later ones as they stand. */
  later?: ReadHistoryEntry[];
  /** Where all timepoints of a subject are read together: its reads, by date. */
  together?: ReadTogether[];
  signature: Signature | null;
  meanings: string[];
}

/** A timepoint of an adjudication, named in its case by `id`; `date` and `day` as in a history entry. */
export interface AdjudicationTimepoint {
  id: string;
  label: string;
  day: number | null;
  date: string;
}

/** A timepoint of an adjudication as its one pseudonymous study, in order; no timepoint is the current one. */
export interface AdjudicationStudy extends ReadStudy {
  timepointId: string;
}

/** One of the two reads: its documents with this adjudication's own images, and what the criterion makes of them. */
export interface AdjudicationSide {
  reads: { timepoint: string; document: ReadDocument }[];
  output: CourseRead['output'];
}

/**
 * Answer of GET /api/adjudications/:id: everything this adjudication may show. Nothing in it says which slot or person a
 * read is of, nor when or in what order reads were made. `openItems` are of the draft as it stood.
 */
export interface AdjudicationContext {
  adjudicationId: string;
  state: string;
  trialName: string;
  /** Left out where it is that of the endpoint. */
  track?: { id: string; kind: string };
  subjectCode: string;
  scope: Scope;
  mode: AdjudicationRules['mode'];
  /** Route of the reading mode whose images and tools it needs. */
  route: string;
  charter: {
    criterion: string;
    parameters: Record<string, unknown>;
    windowPresets?: Record<string, WindowPreset>;
  };
  timepoints: AdjudicationTimepoint[];
  sides: { a: AdjudicationSide; b: AdjudicationSide };
  case: AdjudicationCase;
  studies: AdjudicationStudy[];
  openItems: DecisionItem[];
  reasons: DecisionReason[];
  meanings: string[];
  signature: Signature | null;
}

/** Answer of GET /api/adjudications/:id/images, in timepoint order. Asking is not opening. */
export interface AdjudicationImages {
  adjudicationId: string;
  route: string;
  studies: { studyInstanceUid: string; series: { seriesInstanceUid: string }[] }[];
}

/** A timepoint of a global read; `readId` is the read that has its place now. */
export interface GlobalTimepoint {
  readId: string;
  timepoint: string;
  day: number | null;
  date: string;
  state: string;
  /** As it was signed before the global read, and with all that is signed now; null where there is none. */
  signedResponse: string | null;
  response: string | null;
  /** Why its reader changed their opinion; null while it is as it was. */
  reason: string | null;
}

/** Answer of GET /api/global-reads/:id: the last timepoint as a signed read, and all timepoints by date. */
export interface GlobalReadContext {
  globalReadId: string;
  state: string;
  /** Names the reads as they stand, for signing. */
  etag: string;
  read: ReadContext;
  document: unknown;
  timepoints: GlobalTimepoint[];
  meanings: string[];
  signature: Signature | null;
}

/** Answer of GET /api/global-reads/:id/images, the last timepoint first. Asking is not opening. */
export interface GlobalReadImages {
  globalReadId: string;
  route: string;
  studies: { studyInstanceUid: string; series: { seriesInstanceUid: string }[] }[];
}

/** Answer of GET /api/consensus/:id/images, the timepoints it opens at first. Asking is not opening. */
export interface ConsensusImages {
  consensusId: string;
  studies: { studyInstanceUid: string; series: { seriesInstanceUid: string }[] }[];
}

export interface Draft {
  document: unknown;
  etag: string;
}

export interface Saved {
  savedAt: string;
  etag: string;
}

export interface SignRequest {
  password: string;
  meaning: string;
  requestId: string;
  etag: string;
  /** The build of the plugins in the page that signs. */
  plugins?: string;
}

/** LPS, mm. */
export type PointOfPane = [number, number, number];

/** Where a picture of a pane lies, and what of it is words. */
export interface PicturePlace {
  /** Top left, top right and bottom left; null where the pane has no place. */
  cornersLps: [PointOfPane, PointOfPane, PointOfPane] | null;
  /** Rows of the picture that the words over the pane take. */
  words: { topPx: number; bottomPx: number };
}

/** A picture of one pane as it goes with a signature; `png` is base64. */
export type TakenPicture =
  | ({ sopInstanceUid: string; png: string } & PicturePlace)
  | { sopInstanceUid: string; missing: 'unreadable' | 'tooLarge' };

/** Pictures of all panes of the draft's view, in its order, or why there are none. */
export type TakenPictures =
  | { panes: TakenPicture[] }
  | { missing: 'noViewer' | 'noPanes' | 'unreadable' };

export interface SignReadRequest extends SignRequest {
  pictures: TakenPictures;
}

/** A picture as a signature keeps it. */
export interface KeptPicture extends PicturePlace {
  sopInstanceUid: string;
  sha256: string;
  widthPx: number;
  heightPx: number;
}

/** Answer of GET /api/reads/:id/replay: what its reader saw when they signed. */
export interface ReplayedRead {
  context: ReadContext;
  document: unknown;
  standing: { standing: 'stands' | 'superseded' | 'void'; until: string | null };
  results: { primary: ReplayedResult; others: ReplayedResult[] };
  facts: {
    kind: string;
    name: string | null;
    value: string | null;
    unit: string | null;
    date: string;
    day: number | null;
  }[];
  /** Null of signatures from before pictures were taken. */
  pictures:
    | { panes: (KeptPicture | { sopInstanceUid: string; missing: string })[] }
    | { missing: string }
    | null;
  /** False where other timepoints are as they stand now. */
  asKept: boolean;
  /** What is not as the signature binds it. */
  problems: string[];
}

export interface ReplayedResult {
  criterion: string;
  result: unknown;
}

export interface SignAnswer {
  signature: Signature;
  derived: unknown;
}

/** The host's token sets that its pages can wear. */
export type ThemeName = 'default' | 'orchid' | 'arctic' | 'verdant' | 'midnight' | 'slate' | 'deep';

/** What an account chose for its own screen. */
export interface Preferences {
  language: 'en' | 'de';
  theme: ThemeName;
}
